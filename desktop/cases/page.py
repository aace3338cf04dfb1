# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One case as its page shows it to one reader: everything worked out, nothing left to ask the vault for.

What is said in words here comes from the forms; the windows add their own. Deadlines are moments: how long is left is
worked out when it is shown.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

import msgspec

from desktop.advising.raising import Raised, raised
from desktop.attaching.held import HeldFile, case_files
from desktop.cases.acting import desk, earlier_rows, open_case
from desktop.cases.case import Case, latest_assessment
from desktop.cases.clocks import decision_clock, lado_clock
from desktop.cases.deciders import Desk, barring, may_decide
from desktop.cases.entry import CaseEntry
from desktop.cases.limits import Limit, running
from desktop.cases.moments import brief_day_words
from desktop.cases.recusal import next_decider
from desktop.cases.rows import CaseRow, row_of
from desktop.cases.rules import closed_here
from desktop.cases.second import second_people
from desktop.cases.standing import is_seconded, lowers
from desktop.cases.story import Story, tell
from desktop.cases.worked_out import worked_out
from desktop.clocks import Deadline, weekday_words
from desktop.forms import FormSpec, SummaryRow, summary
from desktop.people import Person, PersonId, Role, School
from desktop.policies.citing import Citation
from desktop.policies.reasons import of_entries
from desktop.session import Session
from storage.body import Standing

WORDS = "what_happened"
_FACTS = ("when", "time", "where", "children")
_MOST_FACTS = 3
_WISHES = ("name_to_person", "keep_from", "reply_how")
_SAID_ELSEWHERE = {WORDS, "narrative", "description", "about", *_WISHES, "name_choice", "your_name", "your_job"}

Rows = tuple[SummaryRow, ...]


class SenderKind(StrEnum):
    """How much is known of who sent a report."""

    MEMBER = "member"
    CLAIMED = "claimed"
    ANONYMOUS = "anonymous"
    OLD_LOG = "old_log"


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    """Who sent it: a listed person (without a name when the key is unknown), a name not checked, or nobody named.

    For a record of an old log, who imported it.
    """

    kind: SenderKind
    name: str = ""
    job: str = ""


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What the sender asked about their name: may the person concerned know it, who else not, how to reach them."""

    to_person: str = ""
    keep_from: str = ""
    reply_how: str = ""


class Part(StrEnum):
    """What somebody does in a case: prepare the decision, make it, add to it without a part in that, or only read."""

    PREPARES = "prepares"
    DECIDES = "decides"
    BARRED = "barred"
    READS = "reads"


class ReaderLine(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who can open the case, and when they first did (aware UTC) as far as this vault knows."""

    person_id: PersonId
    name: str
    is_me: bool
    opened_at: datetime | None


class CasePage(msgspec.Struct, frozen=True, kw_only=True):
    """A case, ready to be shown. `concerned` are the listed people it is about; `desk` is who looks at it.

    `limits` is every time limit that still runs. `facts` are for the strip, `more` whatever else was answered;
    `earlier` are the other cases about the same people; `worked_out` is what Candour adds to a declaration;
    `raised` is the concern that was raised from a question, or the question.
    `next_decider` is who could settle what the readers cannot settle among themselves. `cited` is what each entry rests
    on, by its id; entries that rest on no clause are not in it.
    """

    case: Case
    row: CaseRow
    form_title: str
    concerned: tuple[Person, ...]
    words: str
    facts: Rows
    more: Rows
    sender: Sender
    wishes: Wishes
    decide: Deadline | None
    lado: Deadline | None
    limits: Mapping[Limit, Deadline]
    earlier: tuple[CaseRow, ...]
    worked_out: Rows
    story: Story
    readers: tuple[ReaderLine, ...]
    part: Part
    decider: str
    desk: Desk
    today: date
    files: tuple[HeldFile, ...] = ()
    raised: tuple[Raised, ...] = ()
    next_decider: str = ""
    cited: Mapping[str, tuple[Citation, ...]] = {}

    @property
    def case_id(self) -> str:
        """The case's id."""
        return self.case.case_id

    def entry(self, eid: str) -> CaseEntry | None:
        """One of its entries."""
        return next((each for each in self.case.entries if each.eid == eid), None)

    @property
    def unseen_earlier(self) -> tuple[CaseRow, ...]:
        """The earlier cases that this reader has not opened."""
        return tuple(row for row in self.earlier if row.is_unread)


def open_page(session: Session, case_id: str) -> CasePage:
    """Open a case: leave the entry that says so, then read it. Raises KnownError(NO_SUCH_CASE, DISK_*, VAULT_*)."""
    before = session.case(case_id)
    seen = [entry.at for entry in before.entries if entry.author == session.me]
    return _page(session, open_case(session, case_id), max(seen, default=None))


def read_page(session: Session, case_id: str) -> CasePage:
    """Read a case that stands open already, again. Raises KnownError(NO_SUCH_CASE)."""
    return _page(session, session.case(case_id), None)


def _page(session: Session, case: Case, seen_at: datetime | None) -> CasePage:
    school, meaning = session.machine.school, session.meaning
    who = desk(session, case)
    report = case.report
    spec = meaning.forms.get(report.form) if report else None
    facts, more = _told(spec, report.values, school, who.today) if spec and report else ((), ())
    listed = (school.people.get(person) for person in sorted(case.concerned()))
    decider = school.people.get(case.decider) if case.decider else None
    return CasePage(
        case=case,
        row=row_of(case, session.me, school, session.clocks),
        form_title=spec.title if spec else "",
        concerned=tuple(person for person in listed if person),
        words=report.account if report else "",
        facts=facts,
        more=more,
        sender=_sender(case, session),
        wishes=_wishes(report.values if report else {}),
        decide=decision_clock(case, session.clocks),
        lado=lado_clock(case, session.clocks, meaning),
        limits=running(case, session.clocks, meaning),
        earlier=earlier_rows(session, case),
        worked_out=worked_out(session, case),
        story=tell(case, session.me, school, meaning, seen_at),
        readers=_readers(case, session),
        part=_part(case, who),
        decider=decider.name if decider else "",
        desk=who,
        today=who.today,
        files=case_files(case, session.blobs),
        raised=raised(session, case) if case.reads(session.me) else (),
        next_decider=_next_decider(case, session),
        cited=of_entries(case.entries, meaning.forms),
    )


def _told(spec: FormSpec, values: Mapping[str, object], school: School, today: date) -> tuple[Rows, Rows]:
    """Read the answers: when, where and which children for the strip, and the rest that has no place of its own."""
    strip = {name: values[name] for name in (*_FACTS, "child_affected") if name in values}
    rest = {name: value for name, value in values.items() if name not in _FACTS}
    rows = [row for row in summary(spec, strip, school) if row.is_given]
    facts = tuple(_brief(row, values.get("when"), today) for row in rows if row.fields[0] in _FACTS)
    if "children" not in values:
        facts += tuple(row for row in rows if row.fields[0] == "child_affected")
    more = (row for row in summary(spec, rest, school) if row.is_given and _SAID_ELSEWHERE.isdisjoint(row.fields))
    return facts[:_MOST_FACTS], tuple(row for row in more if row.fields[0] != "child_affected")


def _brief(row: SummaryRow, when: object, today: date) -> SummaryRow:
    """The same row with a day that is known said as "Tue 10 March"."""
    day = when.get("date") if isinstance(when, dict) and when.get("certainty") == "day" else None
    if not isinstance(day, str):
        return row
    long, brief = weekday_words(date.fromisoformat(day)), brief_day_words(date.fromisoformat(day), today)
    return msgspec.structs.replace(row, value=row.value.replace(long, brief))


def _sender(case: Case, session: Session) -> Sender:
    report = case.report
    if report is None or report.standing is Standing.WALK_UP_ANONYMOUS:
        return Sender(kind=SenderKind.ANONYMOUS)
    if report.standing is Standing.WALK_UP_NAMED:
        return Sender(kind=SenderKind.CLAIMED, name=report.claims)
    person = session.machine.school.people.get(report.author) if report.author else None
    kind = SenderKind.OLD_LOG if report.is_imported else SenderKind.MEMBER
    return Sender(kind=kind, name=person.name if person else "", job=person.job if person else "")


def _wishes(values: Mapping[str, object]) -> Wishes:
    said = {name: value for name in _WISHES if isinstance(value := values.get(name), str)}
    return Wishes(
        to_person=said.get("name_to_person", ""),
        keep_from=said.get("keep_from", ""),
        reply_how=said.get("reply_how", ""),
    )


def _readers(case: Case, session: Session) -> tuple[ReaderLine, ...]:
    people = session.machine.school.people
    return tuple(
        ReaderLine(
            person_id=reader.person_id,
            name=people[reader.person_id].name if reader.person_id in people else "",
            is_me=reader.person_id == session.me,
            opened_at=reader.opened_at,
        )
        for reader in case.readers
    )


def _part(case: Case, who: Desk) -> Part:
    if closed_here(case, who):
        return Part.READS
    if may_decide(case, who):
        return Part.DECIDES
    if case.reads(who.me) and barring(case, who):
        return Part.BARRED
    return Part.PREPARES if case.reads(who.me) else Part.READS


def _next_decider(case: Case, session: Session) -> str:
    """Who decides next, where those who neither decided nor disagreed are nobody."""
    if case.sign_off is None or case.report is None or second_people(case):
        return ""
    machine = session.machine
    found = next_decider(case.report, case.sign_off.apart, session.meaning, machine.school, machine.today())
    person = machine.school.people.get(found) if found else None
    return person.name if person else ""


def second_reader(page: CasePage, outcome: object) -> str:
    """Whose agreement this outcome would need before it stands, because it lowers what its author set; or nobody's."""
    case, me = page.case, page.desk.me
    before = latest_assessment(case)
    if before is None or before.author != me or not lowers(str(outcome), before, page.desk.meaning):
        return ""
    if is_seconded(before, case.counted):
        return ""
    return next((line.name for line in page.readers if not line.is_me), "")


def kind_of_decision(page: CasePage, outcome: object) -> str:
    """Say which act records these answers: the decision by whoever makes it, else the triage that prepares it.

    A school may let its safeguarding lead decide what is low-level; the head is then shown each one (decision 2).
    """
    who = page.desk
    lead = Role.DSL in who.school.roles_of(who.me, who.today)
    low_level = outcome in who.meaning.outcomes.low_level
    alone = lead and who.school.settings.dsl_may_decide_low_level and low_level
    return "decision" if page.part is Part.DECIDES or alone else "triage"
