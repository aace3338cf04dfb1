# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A case: what its entries say taken together. A pure projection of (entries, directory, reader, day).

Nothing is stored of it but the entries; the inbox row in a vault is a copy kept for speed.
"""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from desktop.cases.actions import Action, read_actions
from desktop.cases.conflicts import Subject
from desktop.cases.entry import CaseEntry, in_order
from desktop.cases.identities import Identities, read_identities
from desktop.cases.meaning import Meaning
from desktop.cases.newer import has_newer
from desktop.cases.readership import CaseReader, Readership, SchoolAt, counted, read_readership
from desktop.cases.recusal import Rules, decider_after, decider_of
from desktop.cases.reporter import is_further_words, is_slip
from desktop.cases.standing import Assessed, Beside, SignOff, sign_off_needed, what_stands
from desktop.cases.tracks import Track
from desktop.clocks import london_day
from desktop.declarations.gifts import gift_of
from desktop.declarations.noted import GiftsBeside, adds_up, asks_nothing
from desktop.people import PersonId, School
from desktop.registers.line import LINE, Line, last_word
from storage.body import Standing

EXCEPTION = "exception"
"""The act that says why something stays missing."""


class Phase(StrEnum):
    """Where a case stands."""

    TO_DECIDE = "to_decide"
    WITH_LADO = "with_lado"
    IN_PROGRESS = "in_progress"
    CLOSED = "closed"
    NOTED = "noted"


class Missing(StrEnum):
    """What has still to be recorded before a case closes by itself (practice.md R13, R19, R22; ux.md R3)."""

    DECISION = "decision"
    FINAL_DECISION = "final_decision"
    LADO = "lado"
    LADO_REFERENCE = "lado_reference"
    SIGN_OFF = "sign_off"
    EMPLOYER = "employer"
    OUTCOME = "outcome"
    FEEDBACK = "feedback"
    LEARNING = "learning"
    ACTIONS = "actions"


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One matter, as one reader may see it. `entries` are in the order in which they could know of each other.

    `standing` is what was assessed and stands, `sign_off` what waits for a second person. `uncounted` names entries of
    people who have no say in the case: they are shown as such, and change nothing. `newer`: an entry that counts is of
    a Candour that knows more than this one. `aside` stood aside; `ground` is the
    case in which the next entry stands, which differs once somebody was left behind. `identities` says who somebody
    unlisted turned out to be. `lines` are the register lines that were sent of it, and `line` the last word of those
    that may be believed; where the report is not here, they are the entries.
    """

    case_id: str
    track: Track
    entries: tuple[CaseEntry, ...]
    lines: tuple[CaseEntry, ...]
    line: Line | None
    uncounted: frozenset[str]
    report: CaseEntry | None
    subjects: tuple[Subject, ...]
    readers: tuple[CaseReader, ...]
    aside: tuple[PersonId, ...]
    ground: str
    decider: PersonId | None
    identities: Identities
    standing: Assessed
    actions: tuple[Action, ...]
    is_urgent: bool
    newer: bool = False
    sign_off: SignOff | None = None
    missing: tuple[Missing, ...] = ()
    phase: Phase = Phase.NOTED

    @property
    def triage(self) -> CaseEntry | None:
        """The triage that stands."""
        return self.standing.triage

    @property
    def decision(self) -> CaseEntry | None:
        """The decision that stands."""
        return self.standing.decision

    @property
    def pending(self) -> CaseEntry | None:
        """A lowering that does not stand yet."""
        return self.standing.pending

    @property
    def reporter(self) -> PersonId | None:
        """Who reported it, when they did so signed in; nobody, where somebody imported it from an old log."""
        return self.report.sender if self.report else None

    @property
    def is_anonymous(self) -> bool:
        """Say whether no name came with the report."""
        return self.report is not None and self.report.standing is Standing.WALK_UP_ANONYMOUS

    @property
    def deciders(self) -> frozenset[PersonId]:
        """Who may take the decision: whom the report names, and whoever reads it as what its track adds."""
        named = {self.decider} if self.decider else set()
        return frozenset(named | {each.person_id for each in self.readers if each.role in self.track.also})

    @property
    def lead(self) -> PersonId | None:
        """Who sees to what follows the decision: the first reader who does not decide, or else who does."""
        others = (reader.person_id for reader in self.readers if reader.person_id not in self.deciders)
        return next(others, self.decider)

    def reads(self, person: PersonId) -> bool:
        """Say whether this person is a reader of the case."""
        return any(reader.person_id == person for reader in self.readers)

    def concerned(self) -> frozenset[PersonId]:
        """The listed persons concerned."""
        return frozenset(subject.person_id for subject in self.subjects if subject.person_id)

    def of_kind(self, kind: str) -> tuple[CaseEntry, ...]:
        """The entries of one kind that count, in order."""
        return tuple(e for e in self.entries if e.kind == kind and e.eid not in self.uncounted)

    @property
    def counted(self) -> tuple[CaseEntry, ...]:
        """The entries that count, in order."""
        return tuple(entry for entry in self.entries if entry.eid not in self.uncounted)

    def entry(self, eid: str) -> CaseEntry | None:
        """Find an entry by its name."""
        return next((entry for entry in self.entries if entry.eid == eid), None)


def build_case(
    case_id: str,
    entries: Iterable[CaseEntry],
    school: School,
    meaning: Meaning,
    school_at: SchoolAt = lambda _number: None,
    beside: GiftsBeside = lambda _gift: (),
) -> Case:
    """Work a case out from its entries. `school` is the directory as it stands, for worker types.

    Anybody can write a report, and it says itself who reads it and who decides. So it is believed only about people who
    had an office in the directory that it names, where `school_at` knows that, and never about a person concerned.
    `beside` finds what else the giver of a gift gave.
    """
    ordered = in_order(entries)
    report = next((entry for entry in ordered if entry.is_report), None)
    lines = tuple(entry for entry in ordered if entry.kind == LINE)
    ordered = tuple(entry for entry in ordered if report is None or not _is_aside(entry, report))
    told, rules = _subjects(report, meaning), Rules(meaning, school_at)
    identities, known = read_identities(case_id, ordered, report, told, rules)
    subjects = _subjects(known, meaning)
    reading = read_readership(case_id, ordered, subjects, school_at, identities.left)
    says = {entry.eid for entry in counted(ordered, reading)}
    counts = tuple(entry for entry in ordered if entry.eid in says or is_further_words(entry, report))
    track = meaning.track(report.form if report else "")
    case = Case(
        case_id=case_id,
        track=track,
        entries=ordered,
        lines=lines,
        line=last_word(lines, school_at),
        uncounted=frozenset(entry.eid for entry in ordered) - {entry.eid for entry in counts},
        report=report,
        subjects=subjects,
        readers=reading.readers,
        aside=tuple(reading.aside),
        ground=reading.ground,
        decider=_decider(known, told, reading, identities, rules),
        identities=identities,
        standing=what_stands(counts, track, meaning, school_at),
        actions=read_actions(counts),
        is_urgent=report is not None and report.text("risk_now") in {"yes", "not_sure"},
        newer=has_newer(counts, meaning),
    )
    if report is None:
        return case
    case = msgspec.structs.replace(case, sign_off=_sign_off(case, report, rules))
    only_noted = _is_only_noted(case, school_at(report.directory) or school, beside)
    missing = () if only_noted else _missing(case, school, meaning)
    return msgspec.structs.replace(case, missing=missing, phase=_phase(case, missing, meaning))


def _missing(case: Case, school: School, meaning: Meaning) -> tuple[Missing, ...]:
    left_out = _left_out(case)
    needed = (each for each in Missing if each in case.track.missing and each not in left_out)
    return tuple(each for each in needed if _MISSING[each](case, school, meaning))


def _sign_off(case: Case, report: CaseEntry, by: Rules) -> SignOff | None:
    """What waits for a second person, by the reasons of the case's track."""
    if not case.track.second_person:
        return None
    named = {case.decider, _person(report.data.get("decider"))} | case.deciders
    beside = Beside(report=report, named=frozenset(filter(None, named)), entries=case.counted)
    return sign_off_needed(case.standing, beside, case.track, by)


def _left_out(case: Case) -> frozenset[str]:
    """What may stay missing, because somebody who decides has said why since the decision that stands."""
    if case.decision is None:
        return frozenset()
    may = case.deciders | {case.decision.author}
    after = case.entries[case.entries.index(case.decision) :]
    said = (entry.text("about") for entry in case.of_kind(EXCEPTION) if entry in after and entry.author in may)
    return case.track.exceptions & frozenset(said)


def _is_aside(entry: CaseEntry, report: CaseEntry) -> bool:
    """Say whether an entry tells the readers of the report nothing: the slip of its phrase, or a register line."""
    return entry.kind == LINE or is_slip(entry, report)


def may_meet_threshold(case: Case, meaning: Meaning) -> bool:
    """Say whether the latest triage or decision answers one of the four limbs "yes" or "not sure"."""
    latest = latest_assessment(case)
    return latest is not None and meaning.asks_the_lado(latest.values)


def latest_assessment(case: Case) -> CaseEntry | None:
    """The triage or the decision, whichever comes last: a triage after a decision raises it again."""
    assessed = [entry for entry in (case.triage, case.decision) if entry is not None]
    return max(assessed, key=case.entries.index, default=None)


def lado_was_asked(case: Case) -> bool:
    """Say whether the LADO's advice is on record, or the reason for going on without it."""
    return any(case.of_kind(kind) for kind in ("lado_consultation", "lado_referral", "reason_without_advice"))


def _phase(case: Case, missing: tuple[Missing, ...], meaning: Meaning) -> Phase:
    if case.report is not None and case.report.is_imported and not missing:
        # Anybody can sign what claims to be history. It is, when it comes from somebody whom the rules let read it.
        return Phase.CLOSED if case.report.author and case.reads(case.report.author) else Phase.IN_PROGRESS
    if Missing.DECISION in missing:
        return Phase.TO_DECIDE
    if not missing:
        return Phase.CLOSED if case.decision else Phase.NOTED
    interim = case.decision is not None and case.decision.text("outcome") in meaning.outcomes.met_threshold
    return Phase.WITH_LADO if interim and Missing.FINAL_DECISION in missing else Phase.IN_PROGRESS


def _subjects(report: CaseEntry | None, meaning: Meaning) -> tuple[Subject, ...]:
    if report is None:
        return ()
    known = meaning.concerned(report.form, report.values)
    listed = tuple(Subject(person_id=person) for person in known.listed)
    described = tuple(Subject(description=words) for words in known.described)
    if report.form in meaning.forms_about_the_sender:
        others = tuple(each for each in listed if each.person_id != report.author)
        return (Subject(person_id=report.author, description=report.claims), *others, *described)
    return listed + described


def _decider(
    report: CaseEntry | None, told: tuple[Subject, ...], reading: Readership, identities: Identities, rules: Rules
) -> PersonId | None:
    """Who decides: as the report says, or, once somebody has been identified, as the rules say of what is known now."""
    gone = {**reading.left, **reading.aside}
    since = identities.latest
    anew = decider_after(report, gone, since, rules) if report and since else None
    return anew or decider_of(report, told, gone, rules)


def _is_only_noted(case: Case, then: School, beside: GiftsBeside) -> bool:
    """Say whether nothing has to be decided, by the limits that the school had set when it was declared."""
    report = case.report
    if report is None or case.decision is not None:
        return False
    if not asks_nothing(report.form, report.values, then.settings):
        return False
    gift = gift_of(case.case_id, london_day(report.at), report.values)
    return not adds_up(report.form, gift, beside, then.settings)


def _lacks_decision(case: Case, _school: School, _meaning: Meaning) -> bool:
    return case.decision is None


def _lacks_final_decision(case: Case, _school: School, _meaning: Meaning) -> bool:
    """An interim decision is followed by another, or by an outcome that names the finding."""
    if case.decision is None:
        return False
    if case.track.ends_with and case.decision.text(case.track.ends_with) != "yes":
        return True
    if case.decision.text("outcome") not in case.track.interim:
        return False
    after = case.entries[case.entries.index(case.decision) :]
    return not any(entry in after and entry.text("finding") for entry in case.of_kind("outcome"))


def _lacks_lado(case: Case, _school: School, meaning: Meaning) -> bool:
    return may_meet_threshold(case, meaning) and not lado_was_asked(case)


def _lacks_lado_reference(case: Case, _school: School, meaning: Meaning) -> bool:
    """A referral gets a reference, which the LADO's office may give later."""
    referrals = case.of_kind("lado_referral")
    if not referrals or not _ends(case, meaning):
        return False
    given = (
        *(entry.text("reference") for entry in (*referrals, *case.of_kind("lado_reference"))),
        *_own_reference(case),
    )
    return not any(given)


def _own_reference(case: Case) -> tuple[str, ...]:
    return (case.decision.text("lado_reference"),) if case.decision else ()


def _lacks_sign_off(case: Case, _school: School, _meaning: Meaning) -> bool:
    return case.sign_off is not None


def _lacks_employer(case: Case, school: School, meaning: Meaning) -> bool:
    people = (school.people.get(person) for person in case.concerned())
    other_employer = any(person is not None and person.worker_type in meaning.employer_types for person in people)
    said_so = case.report is not None and bool(case.report.text("about_employer"))
    return (other_employer or said_so) and _ends(case, meaning) and not case.of_kind("employer_told")


def _lacks_outcome(case: Case, _school: School, meaning: Meaning) -> bool:
    return _ends(case, meaning) and not case.of_kind("outcome")


def _lacks_feedback(case: Case, _school: School, _meaning: Meaning) -> bool:
    """A reporter who reads the case, or whom the decision itself reaches, needs no letter about it."""
    if case.of_kind("feedback"):
        return False
    return case.reporter is None or not (case.track.tells_the_sender or case.reads(case.reporter))


def _lacks_learning(case: Case, _school: School, meaning: Meaning) -> bool:
    return _ends(case, meaning) and not case.of_kind("learning")


def _lacks_actions(case: Case, _school: School, _meaning: Meaning) -> bool:
    return any(action.is_open for action in case.actions)


def _ends(case: Case, meaning: Meaning) -> bool:
    """Say whether the case has to be brought to an end of its own: the same event's other record does it otherwise."""
    return case.decision is None or case.decision.text("outcome") not in meaning.outcomes.needs_nothing_more


_MISSING = {
    Missing.DECISION: _lacks_decision,
    Missing.FINAL_DECISION: _lacks_final_decision,
    Missing.LADO: _lacks_lado,
    Missing.LADO_REFERENCE: _lacks_lado_reference,
    Missing.SIGN_OFF: _lacks_sign_off,
    Missing.EMPLOYER: _lacks_employer,
    Missing.OUTCOME: _lacks_outcome,
    Missing.FEEDBACK: _lacks_feedback,
    Missing.LEARNING: _lacks_learning,
    Missing.ACTIONS: _lacks_actions,
}


def _person(value: object) -> PersonId | None:
    return PersonId(value) if isinstance(value, str) else None
