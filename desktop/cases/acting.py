# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A reviewer's act: checked by its form and by the rules of the case, signed, and sealed to whoever reads the case.

Opening a case is an act too. Sharing one hands every entry on to the new reader, and says so to all; what answers the
reporter, and what is decided on their own declaration, is sealed to the reporter besides the readers.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

import resources
from desktop.access.reading import PACK
from desktop.attaching.adding import Attached, attach_of, enclosed
from desktop.cases.case import Case
from desktop.cases.conflicts import Subject, is_kept_away
from desktop.cases.deciders import Desk, somebody_else_reads
from desktop.cases.entry import heads
from desktop.cases.identities import IDENTIFICATION
from desktop.cases.onward import ONWARD, onward_data
from desktop.cases.own_ties import has_own_tie
from desktop.cases.readership import ADDING, CONTINUATION, HANDED_OVER, RECUSAL, SHARED
from desktop.cases.recusal import next_decider, route_without
from desktop.cases.refusals import Refusal
from desktop.cases.reporter import ADDITION, TAKING_BACK
from desktop.cases.rows import CaseRow, from_bytes
from desktop.cases.rules import refusal
from desktop.declarations.ties import FORM as TIE
from desktop.filing import clean_answers, readers_of
from desktop.forms import Answers, Context, FormKind
from desktop.importing.old_records import IMPORTED
from desktop.people import PersonId, WorkerType
from desktop.retention.kinds import CHECKED_APART
from desktop.session import Session
from storage.compose import Content
from storage.entries import StoredEntry
from storage.grants import GRANT

ACCESS = "access"
EXPORT = "export"
LETTER = "letter"
FILE_COPY = "file_copy"
_NO_REVIEWERS = frozenset(
    {ACCESS, EXPORT, LETTER, FILE_COPY, PACK, CONTINUATION, ONWARD, ADDITION, TAKING_BACK, *IMPORTED, *CHECKED_APART}
)
"""What the program itself leaves, what only a reporter says (desktop.adding), and what has checks of its own."""

PARENTS_MAX = 64
"""How many entries one may name as those it follows (docs/format.md, 'Body')."""

_RULE = "R25"
_REPLY_RULE = "R39"
_TO_REPORTER = {"feedback", "question"}


class ActRefusedError(Exception):
    """The rules of the case do not allow this act. Nothing was recorded."""

    def __init__(self, why: Refusal) -> None:
        """Take the reason."""
        super().__init__(why.value)
        self.why = why

    @property
    def sentence(self) -> str:
        """What to tell the person, and what to do instead."""
        return refusal_words()[self.why]


@cache
def refusal_words() -> Mapping[str, str]:
    """The words for every refusal."""
    words: dict[str, str] = tomllib.loads(resources.text("casework/refusals.toml"))
    return words


def act_kinds(session: Session) -> tuple[str, ...]:
    """Every act that a person may fill in."""
    specs = session.meaning.forms.values()
    acts = (spec.form_id for spec in specs if spec.kind is FormKind.ACT)
    return tuple(each for each in acts if each not in _NO_REVIEWERS)


def open_case(session: Session, case_id: str) -> Case:
    """Open a case and leave the access entry that says so. Raises KnownError(NO_SUCH_CASE).

    Somebody who looks at what they sent themselves, and reads nothing else of it, leaves none; nor does anybody where
    nothing can be written (desktop.reading_only).
    """
    case = session.case(case_id)
    if session.is_read_only or not case.reads(session.me):
        return case
    leave(session, case, ACCESS, {"form": ACCESS, "answers": {}})
    return session.case(case_id)


def go_on(session: Session, case: Case) -> Case:
    """Carry a case on as a new one, where a reader of it is kept away from the person concerned by now.

    The new one is linked from the narrower side only: whoever is left behind is sent nothing of it (security.md 3.6).
    """
    kept_away = _kept_away(session, case, case.subjects)
    if not kept_away or session.me in kept_away or not case.reads(session.me):
        return case
    _narrow(session, case, kept_away, {"form": CONTINUATION, "answers": {}})
    narrower = session.case(case.case_id)
    narrower = _let_in(session, narrower, (narrower.decider,), "next_decider")
    _tell_reporter(session, narrower, kept_away)
    return narrower


def _kept_away(session: Session, case: Case, subjects: Iterable[Subject]) -> set[PersonId]:
    school, today, about = session.machine.school, session.machine.today(), tuple(subjects)
    return {each.person_id for each in case.readers if is_kept_away(about, each.person_id, school, today)}


def _narrow(session: Session, case: Case, without: set[PersonId], data: Mapping[str, object]) -> StoredEntry:
    """Have a case go on without some of its readers, in an entry that they are not sent."""
    readers = [[each.person_id, each.role] for each in case.readers if each.person_id not in without]
    opening = _content(session, case, CONTINUATION, {**data, "readers": readers}, _RULE)
    people = tuple(person for person in session.receivers(case) if person not in without)
    return session.write(replace(opening, case=case.case_id), people)


def _identify(session: Session, case: Case, answers: Answers) -> StoredEntry:
    """Record who somebody is; leave behind whoever may not read about them, and let in whom the rules name now."""
    who = PersonId(str(answers.values["person"]))
    without = _kept_away(session, case, (*case.subjects, Subject(person_id=who)))
    without |= {who} if case.reads(who) else set()
    data = form_data(answers)
    if without:
        said = _narrow(session, case, without, data)
    else:
        said = session.write(_content(session, case, IDENTIFICATION, data, _RULE), session.receivers(case))
    known = session.case(case.case_id)
    if known.report is not None:
        school, today, meaning = session.machine.school, session.machine.today(), session.meaning
        report = known.identities.as_known(known.report, meaning)
        chosen = route_without(report, known.aside, meaning, school, today)
        known = _let_in(session, known, readers_of(chosen) if chosen else (), "routed_again")
    _tell_reporter(session, known, without)
    return said


def _tell_reporter(session: Session, case: Case, without: set[PersonId]) -> None:
    """Have what the reporter adds reach those only with whom the case goes on, where they can be told."""
    report, reporter = case.report, case.reporter
    if not without or report is None or reporter in without or not (reporter or report.reply):
        return
    # In the case that the reporter knows: of another one they could make nothing.
    content = replace(_content(session, case, ONWARD, onward_data(without), _REPLY_RULE), case=case.case_id)
    session.write(content, (*session.receivers(case), *filter(None, (reporter,))), to_reply=report.reply)


def leave(session: Session, case: Case, kind: str, data: Mapping[str, object]) -> StoredEntry:
    """Put on record what the program itself says, to all who read the case. Raises KnownError(DISK_*, VAULT_*)."""
    return session.write(_content(session, case, kind, data, _RULE), session.receivers(case))


def act(
    session: Session, case_id: str, kind: str, values: Mapping[str, object], files: Sequence[Attached] = ()
) -> StoredEntry:
    """Record an act in a case, with files where its form takes some.

    Raises AnswersError, ActRefusedError; KnownError(NO_SUCH_CASE, ATTACHMENT*, DISK_*, VAULT_*).
    """
    case = session.case(case_id)
    machine = session.machine
    spec = session.meaning.forms[kind]
    concerned = _worker_type(session, case.subjects)
    context = Context(today=machine.today(), school=machine.school, author=session.me, concerned=concerned)
    answers = clean_answers(spec, values, context)
    if why := refusal(case, kind, answers.values, desk(session, case)):
        raise ActRefusedError(why)
    enclosures = enclosed(attach_of(spec), files)
    if kind == IDENTIFICATION:
        return _identify(session, case, answers)
    case = go_on(session, case)
    if kind in ADDING:
        return _add_readers(session, case, kind, answers)
    if kind == RECUSAL:
        case = _let_in(session, case, (_after_me(session, case),), "next_decider")
        if not somebody_else_reads(case, desk(session, case)):
            raise ActRefusedError(Refusal.LAST_READER)
    readers = session.receivers(case)
    if case.report and _goes_to_sender(case, kind, answers):
        sender = () if case.reporter is None else (case.reporter,)
        # In the case that the sender knows: of another one they could make nothing.
        content = replace(_content(session, case, kind, form_data(answers), _REPLY_RULE), case=case.case_id)
        return session.write(content, (*readers, *sender), to_reply=case.report.reply)
    content = _content(session, case, kind, form_data(answers), _RULE)
    return session.write(replace(content, files=enclosures), readers)


def _goes_to_sender(case: Case, kind: str, answers: Answers) -> bool:
    """Say whether an act is an answer to whoever sent the report, or the decision on what they asked for."""
    if kind == case.track.decision:
        return case.track.tells_the_sender and case.reporter is not None
    return kind in _TO_REPORTER and answers.values.get("channel", "phrase") == "phrase"


def desk(session: Session, case: Case) -> Desk:
    """Who acts, with the earlier cases about the same people: those not opened, and the ties that they declared."""
    machine = session.machine
    earlier = earlier_rows(session, case)
    ties = [session.case(row.case_id).report for row in earlier if row.form == TIE]
    months = machine.school.settings.ended_tie_months
    return Desk(
        me=session.me,
        school=machine.school,
        today=machine.today(),
        meaning=session.meaning,
        unseen_earlier=tuple(row.case_id for row in earlier if row.is_unread),
        is_read_only=session.is_read_only,
        has_own_tie=has_own_tie(filter(None, ties), session.me, case.concerned(), machine.today(), months),
    )


def earlier_rows(session: Session, case: Case) -> tuple[CaseRow, ...]:
    """The other cases about the same listed people that this person may see, oldest first: read in one go.

    That somebody asked for their own data, or complained about how it is handled, is weighed in nothing.
    """
    tags = [f"about {person}" for person in sorted(case.concerned())]
    others = (row for row in map(from_bytes, session.views.rows_of_tags(tags)) if row.case_id != case.case_id)
    weighed = (row for row in others if not session.meaning.track(row.form).own_right)
    return tuple(sorted(weighed, key=lambda row: (row.filed_at, row.case_id)))


def _add_readers(session: Session, case: Case, kind: str, answers: Answers) -> StoredEntry:
    """Tell everybody, then hand each entry on to the new readers alone, who have none of them yet."""
    people = answers.values["with"]
    new = tuple(PersonId(str(item["person"])) for item in people) if isinstance(people, list) else ()
    if any(not session.machine.state.active_keys(person) for person in new):
        raise ActRefusedError(Refusal.SHARED_WITHOUT_KEYS)
    content = _content(session, case, kind, form_data(answers), SHARED)
    shared = session.write(content, (*session.receivers(case), *new))
    session.hand_on(case.case_id)
    return shared


def _after_me(session: Session, case: Case) -> PersonId | None:
    """Who decides once we stand aside, where the decision is ours so far."""
    if case.decider != session.me or case.report is None:
        return case.decider
    school, today = session.machine.school, session.machine.today()
    return next_decider(case.report, (*case.aside, session.me), session.meaning, school, today)


def _let_in(session: Session, case: Case, people: Iterable[PersonId | None], reason: str) -> Case:
    """Let in whoever of these does not read it yet and has keys: that they read it is the rules' own doing."""
    new = session.machine.with_keys(each for each in people if each and not case.reads(each))
    if not new:
        return case
    words = tomllib.loads(resources.text("casework/recusal.toml"))
    said = {"with": [{"person": person} for person in new], "reason": words[reason]}
    _add_readers(session, case, HANDED_OVER, session.answers(HANDED_OVER, said))
    return session.case(case.case_id)


def _content(session: Session, case: Case, kind: str, data: Mapping[str, object], rule: str) -> Content:
    answers = data.get("answers")
    corrects = answers.get("corrects") if isinstance(answers, dict) else None
    content = session.machine.content(kind, data, rule, case.ground)
    return replace(content, parents=_seen(case), supersedes=corrects if isinstance(corrects, str) else None)


def form_data(answers: Answers) -> dict[str, object]:
    """What an entry keeps of clean answers (docs/format.md, 'Data')."""
    return {
        "form": answers.form_id,
        "form_version": answers.version,
        "answers": dict(answers.values),
        "editions": dict(answers.editions),
    }


def _seen(case: Case) -> tuple[str, ...]:
    """What the next entry follows: nothing of those who have no say, who could otherwise crowd out everything else."""
    counted = (entry for entry in case.entries if entry.kind != GRANT and entry.eid not in case.uncounted)
    return heads(counted)[:PARENTS_MAX]


def _worker_type(session: Session, subjects: tuple[Subject, ...]) -> WorkerType | None:
    people = session.machine.school.people
    listed = (people.get(subject.person_id) for subject in subjects if subject.person_id)
    return next((person.worker_type for person in listed if person), None)
