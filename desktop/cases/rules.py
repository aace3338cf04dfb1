# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be recorded in a case, by whom and when: each rule says no with a reason, or nothing.

The rules are asked before an act is signed; a form's own rules (what must be filled in) are its validator's.
"""

from collections.abc import Callable, Mapping
from datetime import date

import msgspec

from desktop.access.order import amiss
from desktop.cases.actions import comes_too_late
from desktop.cases.also_decides import still_is
from desktop.cases.case import Case, lado_was_asked, latest_assessment, may_meet_threshold
from desktop.cases.conflicts import Subject, is_kept_away, may_be_about
from desktop.cases.declared import keeps_money, lacks_conditions, lacks_the_board, permits_longer
from desktop.cases.meaning import Meaning
from desktop.cases.readership import SHARED
from desktop.cases.refusals import Refusal
from desktop.cases.standing import is_seconded, lowers
from desktop.cases.tracks import SecondPerson
from desktop.people import SENIOR, PersonId, Role, School
from desktop.routing import Column
from desktop.routing.day import Day
from desktop.sharing.weighing import not_to_be_shared


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts, in which school, on which day; and which earlier cases about the same people they have not opened.

    `has_own_tie`: they have declared a tie to somebody whom the case is about. Only their own vault knows.
    `is_read_only`: their records were opened to be read and no more.
    """

    me: PersonId
    school: School
    today: date
    meaning: Meaning
    unseen_earlier: tuple[str, ...] = ()
    has_own_tie: bool = False
    is_read_only: bool = False


Values = Mapping[str, object]
Rule = Callable[[Case, Values, Desk], Refusal | None]


def refusal(case: Case, kind: str, values: Values, desk: Desk) -> Refusal | None:
    """Say why this act may not be recorded, or None when it may."""
    if closed := closed_here(case, desk):
        return closed
    if case.reads(desk.me) and kind in desk.meaning.tracks.decisions - {case.track.decision, case.track.prepared_by}:
        return Refusal.OTHER_DECISION
    decides = _DECLARED if kind == case.track.decision and kind not in _RULES else ()
    rules = (_must_read, *decides, *_RULES.get(kind, ()))
    return next((found for rule in rules if (found := rule(case, values, desk))), None)


def closed_here(case: Case, desk: Desk) -> Refusal | None:
    """Say why nothing at all may be recorded in a case by this Candour, or None."""
    if desk.is_read_only:
        return Refusal.READ_ONLY
    return Refusal.NEWER_CANDOUR if case.newer else None


def may_decide(case: Case, desk: Desk) -> bool:
    """Say whether this person is the one who decides, where anything is: the routed decider, or who is in their place.

    Somebody who is away, has left, holds no office any more or has declared a tie does not keep a decision waiting: the
    highest offices that read the case can take it.
    """
    if not case.track.decision or not case.reads(desk.me) or barring(case, desk):
        return False
    if case.decider == desk.me or (desk.me in case.deciders and still_is(case, desk.me, desk.school, desk.today)):
        return True
    return not _is_there_to_decide(case, desk) and bool(_offices(desk.me, desk) & SENIOR)


_OPTIONS = 2
"""What else was considered, at the least: doing nothing is one of them."""
_GOVERNING = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.GROUP_LEAD})
_ABOUT_THE_HEAD = frozenset({Column.HEAD, Column.DSL_AND_HEAD})


def barring(case: Case, desk: Desk) -> Refusal | None:
    """Why a reader has no part in the decision: kept away by the directory, or by a tie that they declared."""
    return _no_tie(case, {}, desk)


def _is_there_to_decide(case: Case, desk: Desk) -> bool:
    decider = case.decider
    if decider is None or _has_tie(case, decider, desk):
        return False
    return bool(_offices(decider, desk)) and desk.school.absence(decider, desk.today) is None


def _offices(person: PersonId, desk: Desk) -> frozenset[Role]:
    """The roles that somebody holds today; whoever formally covers for another holds theirs, who has left none."""
    return Day(desk.school, desk.today).roles(person)


def _has_tie(case: Case, person: PersonId, desk: Desk) -> bool:
    return is_kept_away(case.subjects, person, desk.school, desk.today)


def _must_read(case: Case, _values: Values, desk: Desk) -> Refusal | None:
    if desk.me in case.aside:
        return Refusal.STOOD_ASIDE
    return None if case.reads(desk.me) else Refusal.NOT_A_READER


def _no_tie(case: Case, _values: Values, desk: Desk) -> Refusal | None:
    # The guard blocks, it does not only warn (requirements.md F20).
    if _has_tie(case, desk.me, desk):
        return Refusal.DECLARED_TIE
    return Refusal.OWN_TIE if desk.has_own_tie else None


def _decider_only(case: Case, values: Values, desk: Desk) -> Refusal | None:
    low_level = values.get("outcome") in desk.meaning.outcomes.low_level
    lead = Role.DSL in _offices(desk.me, desk) and desk.school.settings.dsl_may_decide_low_level and low_level
    return None if lead or may_decide(case, desk) else Refusal.NOT_THE_DECIDER


def _not_own_report(case: Case, _values: Values, desk: Desk) -> Refusal | None:
    # A reader who reported it cannot be the only decider (requirements.md §10 rule 7).
    alone = case.reporter == desk.me and case.decider != desk.me
    return Refusal.OWN_REPORT if alone else None


def _lado_before_going_on(case: Case, values: Values, desk: Desk) -> Refusal | None:
    waits = desk.meaning.asks_the_lado(values) and not lado_was_asked(case)
    return Refusal.LADO_FIRST if waits and values.get("outcome") not in desk.meaning.outcomes.without_lado else None


def _advice_on_record(case: Case, values: Values, desk: Desk) -> Refusal | None:
    after = values.get("outcome") in desk.meaning.outcomes.after_lado
    asked = case.of_kind("lado_consultation") or case.of_kind("lado_referral")
    return Refusal.LADO_NOT_ON_RECORD if after and not asked else None


def _serious_kinds_start_high(case: Case, values: Values, desk: Desk) -> Refusal | None:
    named = {*_texts(values.get("categories")), *_texts(case.report.values.get("categories") if case.report else None)}
    if named.isdisjoint(desk.meaning.always_threshold) or lado_was_asked(case):
        return None
    low = values.get("outcome") not in desk.meaning.outcomes.without_lado
    return Refusal.ALWAYS_THRESHOLD if low else None


def _history_seen(_case: Case, _values: Values, desk: Desk) -> Refusal | None:
    return Refusal.EARLIER_RECORDS_UNSEEN if desk.unseen_earlier else None


def _lowered_with_somebody(case: Case, values: Values, desk: Desk) -> Refusal | None:
    """Raising is one person's step; what somebody set themselves they lower only if somebody else can agree to it."""
    before = latest_assessment(case)
    if before is None or before.author != desk.me or somebody_else_reads(case, desk):
        return None
    lower = lowers(str(values.get("outcome")), before, desk.meaning)
    return Refusal.LOWERED_ALONE if lower and not is_seconded(before, case.counted) else None


def _options_where_it_is_lowered(case: Case, values: Values, desk: Desk) -> Refusal | None:
    """OVS-077: who lowers a level without anybody else's advice says what else was weighed; never before the LADO."""
    before, outcome = latest_assessment(case), str(values.get("outcome"))
    if before is None or outcome in desk.meaning.outcomes.without_lado or not lowers(outcome, before, desk.meaning):
        return None
    if before.text("outcome") in desk.meaning.outcomes.finds_out_more or is_seconded(before, case.counted):
        return None
    considered = [line for line in str(values.get("options_considered", "")).splitlines() if line.strip()]
    return None if len(considered) >= _OPTIONS else Refusal.OPTIONS_MISSING


def _no_interview_before_lado(case: Case, values: Values, desk: Desk) -> Refusal | None:
    early = may_meet_threshold(case, desk.meaning) and not lado_was_asked(case)
    with_whom = values.get("spoke_to") in desk.meaning.interviews_that_wait
    return Refusal.INTERVIEW_BEFORE_LADO if early and with_whom else None


def _after_decision(case: Case, _values: Values, _desk: Desk) -> Refusal | None:
    return None if case.decision else Refusal.NO_DECISION_YET


def _what_waits_is_signed(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    waits = case.sign_off is not None and values.get("decision") == case.sign_off.eid
    return None if waits else Refusal.NOTHING_TO_SIGN


def _by_a_second_person(case: Case, _values: Values, desk: Desk) -> Refusal | None:
    """Whoever decided never signs their own decision; nor does whoever disagreed; nor somebody without an office."""
    waiting = case.sign_off
    decided = case.entry(waiting.eid) if waiting else None
    if waiting is None or decided is None:
        return Refusal.NOTHING_TO_SIGN
    if decided.author == desk.me:
        return Refusal.OWN_DECISION
    if desk.me in waiting.apart:
        return Refusal.DISAGREED_YOURSELF
    confirms = waiting.why is not SecondPerson.IN_PLACE or may_decide(case, desk)
    return None if confirms and _offices(desk.me, desk) else Refusal.NOT_YOURS_TO_SIGN


def _others_decision(case: Case, values: Values, desk: Desk) -> Refusal | None:
    if case.decision is None or values.get("decision") != case.decision.eid:
        return Refusal.NO_DECISION_YET
    return Refusal.OWN_DECISION if case.decision.author == desk.me else None


def _may_leave_out(case: Case, values: Values, desk: Desk) -> Refusal | None:
    if not may_decide(case, desk) and (case.decision is None or case.decision.author != desk.me):
        return Refusal.NOT_THE_DECIDER
    about = values.get("about")
    return None if about in case.track.exceptions and about in case.missing else Refusal.NOT_TO_BE_LEFT_OUT


def _own_entry(case: Case, values: Values, desk: Desk) -> Refusal | None:
    entry = case.entry(str(values.get("corrects")))
    if entry is None:
        return Refusal.NO_SUCH_ENTRY
    return None if entry.author == desk.me else Refusal.NOT_YOUR_ENTRY


def _open_action(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    named = any(action.eid == values.get("action") and action.is_open for action in case.actions)
    return None if named else Refusal.NO_SUCH_ACTION


def _at_once_comes_first(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    return Refusal.AT_ONCE_TOO_LATE if comes_too_late(case.actions, values) else None


def _may_be_shared_with(case: Case, values: Values, desk: Desk) -> Refusal | None:
    """A share can never add a person concerned, nor somebody tied to one (requirements.md §10 rule 8).

    Words for somebody unlisted bar everyone whom they could mean, as they did when it was routed (sharp case k).
    """
    ids = _people(values.get("with"))
    about = may_be_about(case.subjects, desk.school, desk.today)
    barred = any(person in about or _has_tie(case, person, desk) for person in ids)
    if barred:
        return Refusal.SHARED_WITH_CONCERNED
    return Refusal.SHARED_WITH_ASIDE if any(person in case.aside for person in ids) else None


def _not_a_reader_yet(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    there = any(case.reads(person) for person in _people(values.get("with")))
    return Refusal.SHARED_ALREADY if there else None


def _reads_by_no_office_yet(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    roles = {reader.person_id: reader.role for reader in case.readers}
    there = any(roles.get(person, SHARED) != SHARED for person in _people(values.get("with")))
    return Refusal.SHARED_ALREADY if there else None


def _reads_by_office(case: Case, _values: Values, desk: Desk) -> Refusal | None:
    """Whoever was let in for this one case does not let in others; a successor in an office does."""
    role = next((reader.role for reader in case.readers if reader.person_id == desk.me), SHARED)
    return Refusal.SHARED_SECOND_HAND if role == SHARED else None


def _into_an_office(_case: Case, values: Values, desk: Desk) -> Refusal | None:
    without = any(not _offices(person, desk) for person in _people(values.get("with")))
    return Refusal.HANDED_TO_NO_OFFICE if without else None


def _by_the_chairs_side(case: Case, _values: Values, desk: Desk) -> Refusal | None:
    # Records about a head are handed on by governors only (security.md 3.11).
    column = case.report.rule.rpartition(".")[2] if case.report else ""
    return Refusal.ABOUT_THE_HEAD if column in _ABOUT_THE_HEAD and not _offices(desk.me, desk) & _GOVERNING else None


def _describes_somebody(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    words = str(values.get("described", ""))
    is_open = any(subject.person_id is None and subject.description == words for subject in case.subjects)
    return None if is_open else Refusal.NO_SUCH_WORDS


def _was_described(case: Case, values: Values, desk: Desk) -> Refusal | None:
    words, person = str(values.get("described", "")), values.get("person")
    known = case.identities.known.get(words)
    return None if known and known[0] == person else _describes_somebody(case, values, desk)


def _may_identify(case: Case, values: Values, desk: Desk) -> Refusal | None:
    """Whoever decides says who it is; another reader by office does where it is a reader, whose reading has to end."""
    person = PersonId(str(values.get("person")))
    if person == desk.me:
        return Refusal.IDENTIFIED_YOURSELF
    if is_kept_away((Subject(person_id=person),), desk.me, desk.school, desk.today):
        return Refusal.DECLARED_TIE
    ends_reading = case.reads(person) and _reads_by_office(case, values, desk) is None
    return None if ends_reading or may_decide(case, desk) else Refusal.NOT_YOURS_TO_IDENTIFY


def _may_take_back(case: Case, values: Values, desk: Desk) -> Refusal | None:
    person, entry = case.identities.known.get(str(values.get("described", "")), (None, None))
    is_own = entry is not None and entry.author == desk.me and person == values.get("person")
    return None if is_own else _may_identify(case, values, desk)


def somebody_else_reads(case: Case, desk: Desk) -> bool:
    """Say whether somebody else reads a case who holds an office and is not kept away: it is never left without one."""
    return any(
        reader.person_id != desk.me and _offices(reader.person_id, desk) and not _has_tie(case, reader.person_id, desk)
        for reader in case.readers
    )


def _can_be_answered(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    by_phrase = values.get("channel", "phrase") == "phrase"
    reachable = case.report is not None and (case.reporter is not None or case.report.reply is not None)
    return Refusal.NO_WAY_TO_REPLY if by_phrase and not reachable else None


def _request_in_order(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    why = amiss(case, values)
    return Refusal(why) if why else None


def _may_go_out(_case: Case, values: Values, _desk: Desk) -> Refusal | None:
    return not_to_be_shared(values)


def _told_where_it_has_to_be(case: Case, values: Values, desk: Desk) -> Refusal | None:
    """Going on without the LADO, where the harm threshold may be met, is an act of its own with its own reason."""
    waits = may_meet_threshold(case, desk.meaning) and not lado_was_asked(case)
    return Refusal.LADO_FIRST if waits and values.get("recipient_type") == "lado" else None


_DECIDING: tuple[Rule, ...] = (
    _no_tie,
    _history_seen,
    _lado_before_going_on,
    _advice_on_record,
    _serious_kinds_start_high,
    _lowered_with_somebody,
)
_RULES: Mapping[str, tuple[Rule, ...]] = {
    "triage": _DECIDING,
    "decision": (_no_tie, _not_own_report, _decider_only, *_DECIDING, _options_where_it_is_lowered),
    "sign_off": (_no_tie, _what_waits_is_signed, _by_a_second_person),
    "disagreement": (_no_tie, _others_decision),
    "exception": (_no_tie, _after_decision, _may_leave_out),
    "outcome": (_no_tie, _after_decision),
    "note": (_no_interview_before_lado,),
    "action": (_at_once_comes_first,),
    "action_update": (_open_action,),
    "correction": (_own_entry,),
    "share": (_no_tie, _reads_by_office, _may_be_shared_with, _not_a_reader_yet),
    "handover": (
        _no_tie,
        _reads_by_office,
        _by_the_chairs_side,
        _may_be_shared_with,
        _reads_by_no_office_yet,
        _into_an_office,
    ),
    "feedback": (_no_tie, _after_decision, _can_be_answered),
    "question": (_can_be_answered,),
    "learning": (_after_decision,),
    "disclosure": (_no_tie, _may_go_out),
    "not_shared": (_no_tie, _told_where_it_has_to_be),
    "identification": (_describes_somebody, _may_identify),
    "not_them": (_was_described, _may_take_back),
    "access_step": (_no_tie, _request_in_order),
    "access_answer": (_no_tie, _decider_only, _request_in_order),
    "complaint_step": (_no_tie, _request_in_order),
    "complaint_answer": (_no_tie, _decider_only),
}


def _money_may_be_kept(case: Case, values: Values, desk: Desk) -> Refusal | None:
    return Refusal.CASH_NOT_ALLOWED if keeps_money(case, values, desk.school.settings) else None


def _board_has_said_yes(case: Case, values: Values, desk: Desk) -> Refusal | None:
    return Refusal.BOARD_FIRST if lacks_the_board(case, values, desk.school.settings) else None


def _permission_in_order(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    if lacks_conditions(case, values):
        return Refusal.CONDITIONS_NOT_MET
    return Refusal.LONGER_THAN_ASKED if permits_longer(case, values) else None


_LIMITS: tuple[Rule, ...] = (_money_may_be_kept, _board_has_said_yes, _permission_in_order)
_DECLARED: tuple[Rule, ...] = (_no_tie, _not_own_report, _decider_only, *_LIMITS)
"""What holds for every decision on what somebody declared."""


def _people(value: object) -> tuple[PersonId, ...]:
    return tuple(PersonId(str(item["person"])) for item in (value if isinstance(value, list) else ()))


def _texts(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple) else []
