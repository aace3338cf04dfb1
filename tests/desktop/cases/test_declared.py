# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What becomes of a declaration: who decides it, when it is done, what it tells whoever declared it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.case import Case, Missing, Phase
from desktop.cases.clocks import Clocks, decision_clock
from desktop.cases.deciders import may_decide
from desktop.cases.entry import CaseEntry
from desktop.cases.refusals import Refusal
from desktop.cases.rows import Group, Shelf, row_of
from desktop.cases.rules import refusal
from desktop.cases.tracks import Verdict, shipped_tracks
from desktop.people import Appointment, PersonId, Role, School, Settings
from storage.body import Standing
from tests.desktop.cases.building import (
    AT,
    CHAIR,
    DEPUTY,
    DSL,
    HEAD,
    SCHOOL,
    SUPPLY,
    TA,
    case_of,
    decision,
    desk,
    entry,
    report,
    school_with,
    triage,
)

GIFT: Mapping[str, object] = {
    "direction": "offered",
    "kind": "gift",
    "what_happened": "A watch from Mrs Jones.",
    "worth": 6_000,
    "did": "undecided",
}
KEEP: Mapping[str, object] = {"outcome": "keep", "rationale": "A kind thought at the end of a long year."}


def gift(**changed: Any) -> CaseEntry:
    """The declaration of a gift, by the teaching assistant."""
    return report({**GIFT, **changed.pop("values", {})}, form="gift", **changed)


def decided(number: int = 2, author: PersonId = HEAD, **values: object) -> CaseEntry:
    """A decision on it: may keep it, unless said otherwise."""
    return entry(number, "gift_decision", author, {**KEEP, **values})


def row(case: Case, me: PersonId, school: School = SCHOOL) -> Any:
    """Its row in somebody's inbox."""
    return row_of(case, me, school, Clocks.of(Settings()))


def test_every_track_names_acts_and_things_that_exist() -> None:
    for track in shipped_tracks().tracks.values():
        assert track.missing <= {each.value for each in Missing}


def test_a_gift_waits_for_its_own_decision() -> None:
    case = case_of(gift())
    assert (case.phase, case.missing) == (Phase.TO_DECIDE, (Missing.DECISION,))


def test_a_decided_gift_is_done() -> None:
    case = case_of(gift(), decided())
    assert case.phase is Phase.CLOSED
    assert case.decision is not None


def test_a_gift_runs_on_no_clock() -> None:
    assert decision_clock(case_of(gift()), Clocks.of(Settings())) is None
    assert row(case_of(gift()), HEAD).decide_by is None


def test_a_gift_waits_for_whoever_decides_and_for_nobody_else() -> None:
    assert (row(case_of(gift()), HEAD).shelf, row(case_of(gift()), HEAD).group) == (Shelf.NEEDS_YOU, Group.TO_DECIDE)
    assert row(case_of(gift()), DSL).shelf is Shelf.IN_PROGRESS


@pytest.mark.parametrize(
    ("outcome", "verdict"), [("keep", Verdict.APPROVED), ("refuse", Verdict.TURNED_DOWN), ("donate", Verdict.APPROVED)]
)
def test_a_decision_on_a_gift_says_yes_or_no(outcome: str, verdict: Verdict) -> None:
    assert row(case_of(gift(), decided(outcome=outcome)), HEAD).verdict is verdict


def test_a_decision_on_a_concern_says_neither() -> None:
    assert row(case_of(report(), decision(2)), HEAD).verdict is None


def test_whoever_declared_without_signing_in_has_still_to_be_told() -> None:
    walk_up = gift(author=None, standing=Standing.WALK_UP_NAMED, claims="Jo Hall, coach")
    assert case_of(walk_up, decided()).missing == (Missing.FEEDBACK,)


@pytest.mark.parametrize("kind", ["triage", "decision"])
def test_a_gift_is_not_decided_like_a_concern(kind: str) -> None:
    assert refusal(case_of(gift()), kind, {}, desk(HEAD)) is Refusal.OTHER_DECISION


def test_a_concern_is_not_decided_like_a_gift() -> None:
    assert refusal(case_of(report()), "gift_decision", KEEP, desk(HEAD)) is Refusal.OTHER_DECISION


def test_a_forged_decision_of_another_kind_decides_nothing() -> None:
    assert case_of(gift(), decision(2)).phase is Phase.TO_DECIDE
    assert case_of(report(), decided()).phase is Phase.TO_DECIDE
    assert case_of(gift(), triage(2)).triage is None


def test_only_the_head_decides_a_workers_gift() -> None:
    assert refusal(case_of(gift()), "gift_decision", KEEP, desk(HEAD)) is None
    assert refusal(case_of(gift()), "gift_decision", KEEP, desk(DSL)) is Refusal.NOT_THE_DECIDER
    assert refusal(case_of(gift()), "gift_decision", KEEP, desk(CHAIR)) is Refusal.NOT_A_READER


def test_whoever_reads_it_decides_while_the_head_is_away() -> None:
    chairs = case_of(gift(data={"readers": [[DSL, "dsl"], [CHAIR, "chair"]]}))
    assert may_decide(chairs, desk(CHAIR, school={"away": {HEAD: None}}))


def test_a_tie_keeps_the_head_from_deciding() -> None:
    tied = desk(HEAD, school={"ties": ((HEAD, TA),)})
    assert refusal(case_of(gift()), "gift_decision", KEEP, tied) is Refusal.DECLARED_TIE


MONEY = {"kind": "voucher_or_money", "is_cash": "yes"}


@pytest.mark.parametrize("outcome", ["keep", "share", "allowed_after"])
def test_money_is_not_kept_where_the_school_does_not_allow_it(outcome: str) -> None:
    case, said = case_of(gift(values=MONEY)), {**KEEP, "outcome": outcome}
    assert refusal(case, "gift_decision", said, desk(HEAD)) is Refusal.CASH_NOT_ALLOWED
    assert refusal(case, "gift_decision", said, desk(HEAD, school={"cash_allowed": True})) is None


@pytest.mark.parametrize("outcome", ["to_school", "donate", "return", "refuse"])
def test_money_may_go_to_others(outcome: str) -> None:
    assert refusal(case_of(gift(values=MONEY)), "gift_decision", {**KEEP, "outcome": outcome}, desk(HEAD)) is None


def test_from_its_limit_on_the_board_has_to_say_yes_first() -> None:
    limited = desk(HEAD, school={"board_permission_from": 5_000})
    assert refusal(case_of(gift()), "gift_decision", KEEP, limited) is Refusal.BOARD_FIRST
    assert refusal(case_of(gift()), "gift_decision", {**KEEP, "board_on": "2026-03-10"}, limited) is None
    assert refusal(case_of(gift()), "gift_decision", {**KEEP, "outcome": "refuse"}, limited) is None


def test_a_gift_below_the_limit_is_only_noted_by_whoever_would_decide() -> None:
    limited = school_with(head_permission_from=10_000)
    case = case_of(gift(), school=limited)
    assert case.phase is Phase.NOTED
    assert row(case, HEAD, limited).group is Group.NOTED


def test_what_was_only_noted_can_still_be_decided() -> None:
    limited = school_with(head_permission_from=10_000)
    assert case_of(gift(), decided(), school=limited).phase is Phase.CLOSED


def test_a_gift_taken_before_anybody_said_yes_bears_the_mark() -> None:
    late = gift(values={"did": "accepted", "permission": "not_yet"})
    assert row(case_of(late), HEAD).is_late
    assert not row(case_of(gift()), HEAD).is_late


def test_below_the_limit_nothing_is_late() -> None:
    late = gift(values={"did": "accepted", "permission": "not_yet"})
    limited = school_with(head_permission_from=10_000)
    assert not row(case_of(late, school=limited), HEAD, limited).is_late


# Ties, other work, lost data

TIE: Mapping[str, object] = {"tie": "friend", "other_party": [{"person": SUPPLY}]}
WEIGHED: Mapping[str, object] = {"trust": "no", "perception": "no", "operations": "no", "loyalty": "no"}
BREACH: Mapping[str, object] = {"what_happened": "A laptop is gone.", "noticed": "2026-03-11"}


def breach(**values: object) -> CaseEntry:
    """A report of lost data, read by the data protection officer and the head."""
    readers = {"readers": [[DEPUTY, "dpo"], [HEAD, "head"]]}
    return report({**BREACH, **values}, form="breach", data=readers)


def settled(number: int, outcome: str, closed: str = "no", author: PersonId = HEAD) -> CaseEntry:
    """A decision on lost data."""
    return entry(number, "breach_decision", author, {"outcome": outcome, "closed": closed, "rationale": "Because."})


def test_a_tie_is_about_both_and_the_other_listed_party_reads_nothing() -> None:
    case = case_of(report(TIE, form="relationship", data={"readers": [[HEAD, "head"], [SUPPLY, "line_manager"]]}))
    assert case.concerned() == {TA, SUPPLY}
    assert not case.reads(SUPPLY)


def test_a_tie_waits_for_its_own_decision_and_is_done_with_it() -> None:
    tie = report(TIE, form="relationship")
    assert case_of(tie).missing == (Missing.DECISION,)
    said = {**WEIGHED, "outcome": "nothing_needed", "rationale": "They do not work together."}
    assert case_of(tie, entry(2, "tie_decision", HEAD, said)).phase is Phase.CLOSED


def test_a_return_of_nothing_is_only_noted() -> None:
    assert case_of(report({"tie": "none"}, form="relationship")).phase is Phase.NOTED


def test_consent_and_its_refusal_say_yes_and_no() -> None:
    asked = report({"employer": "A shop", "what_happened": "Saturdays"}, form="secondary_employment")
    for outcome, verdict in (("consent", Verdict.APPROVED), ("no_consent", Verdict.TURNED_DOWN)):
        given = entry(2, "consent_decision", HEAD, {"outcome": outcome, "rationale": "Because."})
        assert row(case_of(asked, given), HEAD).verdict is verdict


def test_a_notice_under_the_childcare_rules_goes_the_way_of_a_concern() -> None:
    case = case_of(report({"heads": ["order"], "what_happened": "x"}, form="disqualification"))
    assert case.track.decision == "decision"
    assert case.concerned() == {TA}


def test_the_regulators_time_runs_from_when_somebody_found_out() -> None:
    clocks = Clocks.of(Settings())
    exact = decision_clock(case_of(breach(noticed_at={"at": "09:30"})), clocks)
    assert exact is not None
    assert exact.due == datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
    day_only = decision_clock(case_of(breach()), clocks)
    assert day_only is not None
    assert day_only.due == datetime(2026, 3, 14, 0, 0, tzinfo=UTC)


def test_the_regulators_time_is_counted_in_london_and_in_real_hours() -> None:
    # The clocks go forward on Sunday 29 March 2026.
    late = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
    found = breach(noticed="2026-03-27", noticed_at={"at": "18:00"})
    due = decision_clock(case_of(msgspec.structs.replace(found, at=late, received_at=late)), Clocks.of(Settings()))
    assert due is not None
    assert due.due == datetime(2026, 3, 30, 18, 0, tzinfo=UTC)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.times())
def test_whatever_was_said_the_time_never_runs_from_later_than_the_report(day: date, at: time) -> None:
    noticed = {"noticed": day.isoformat(), "noticed_at": {"at": at.isoformat("minutes")}}
    due = decision_clock(case_of(breach(**noticed)), Clocks.of(Settings()))
    assert due is not None
    assert due.due <= AT + timedelta(hours=72)


def test_lost_data_may_be_decided_by_the_data_protection_officer_or_the_head() -> None:
    office = {"appointments": (*SCHOOL.appointments, Appointment(role=Role.DPO, person_id=DEPUTY))}
    school = msgspec.structs.replace(SCHOOL, **office)
    case = case_of(breach())
    for who in (DEPUTY, HEAD):
        who_desk = msgspec.structs.replace(desk(who), school=school)
        assert may_decide(case, who_desk)
        assert row(case, who).shelf is Shelf.NEEDS_YOU


def test_somebody_whose_office_has_ended_does_not_decide_lost_data() -> None:
    without = msgspec.structs.replace(desk(DEPUTY, school={"without_office": (DEPUTY,)}))
    assert not may_decide(case_of(breach()), without)


def test_an_undecided_regulator_keeps_the_clock_running() -> None:
    case = case_of(breach(), settled(2, "still_open"))
    assert row(case, HEAD).decide_by is not None
    assert case.missing == (Missing.FINAL_DECISION,)
    assert row(case_of(breach(), settled(2, "told")), HEAD).decide_by is None


@pytest.mark.parametrize("outcome", ["told", "not_told"])
def test_lost_data_is_closed_when_somebody_says_that_everything_is_done(outcome: str) -> None:
    assert case_of(breach(), settled(2, outcome)).phase is Phase.IN_PROGRESS
    assert case_of(breach(), settled(2, outcome), settled(3, outcome, "yes")).phase is Phase.CLOSED
