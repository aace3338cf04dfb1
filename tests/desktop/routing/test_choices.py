# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the reporter has a choice, and the cells that depend on the matter (R04, R06, R09, R13, R19, R21, R30, R34)."""

import pytest

from desktop.people import Role
from desktop.routing import Answer, Caution
from tests.desktop.routing.schools import (
    YESTERDAY,
    appointed,
    asked,
    away,
    full_school,
    ids,
    person_changed,
    pid,
    readers,
    reasons,
    without,
)

R = pid("R")


@pytest.mark.parametrize("chosen", ["LM", "M", "H", "C"])
def test_affected_by_colleagues_the_reporter_picks(chosen: str) -> None:
    answer = asked("concern.colleagues_relationship", "W", reporter=R, chosen=pid(chosen))
    assert readers(answer) == {chosen}


def test_affected_by_a_relationship_of_the_dsl_a_manager_is_not_on_offer() -> None:
    answer = asked("concern.colleagues_relationship", "D", reporter=R, chosen=pid("LM"))
    assert readers(answer) == {"H"}
    assert (Caution.CHOICE_NOT_POSSIBLE in answer.cautions, reasons(answer)["LM"]) == (True, "not_in_route")


def test_somebody_chosen_who_is_away_is_said_and_the_default_reads() -> None:
    answer = asked(
        "concern.colleagues_relationship", "W", full_school(absences=(away("LM"),)), reporter=R, chosen=pid("LM")
    )
    assert (readers(answer), reasons(answer)["LM"]) == ({"H"}, "away")


@pytest.mark.parametrize(
    ("about", "chosen", "expected"), [("W", "H", {"C", "H"}), ("W", None, {"C"}), ("H", "H", {"C"})]
)
def test_the_head_reads_whistleblowing_only_if_the_reporter_agrees(
    about: str, chosen: str | None, expected: set[str]
) -> None:
    assert readers(asked("whistleblowing", about, chosen=pid(chosen) if chosen else None)) == expected


@pytest.mark.parametrize(
    ("child", "expected"), [(Answer.NO, {"H"}), (Answer.YES, {"H", "D"}), (Answer.UNSURE, {"H", "D"})]
)
def test_the_dsl_reads_wrongdoing_if_a_child_is_or_may_be_involved(child: Answer, expected: set[str]) -> None:
    assert readers(asked("self_report.wrongdoing", "W", child_involved=child)) == expected


def test_a_tie_between_colleagues_goes_to_the_manager_whom_the_reporter_picks() -> None:
    assert readers(asked("tie.colleague", "W2", reporter=pid("W"), chosen=pid("M"))) == {"M", "H", "D:line"}


def test_a_head_who_is_also_the_dsl_reads_the_whole_and_not_a_line() -> None:
    school = appointed(without(full_school(), Role.DSL), Role.DSL, "H")
    assert readers(asked("tie.colleague", "W2", school, reporter=pid("W"))) == {"LM", "H"}


def test_a_manager_who_is_the_other_party_does_not_read() -> None:
    assert readers(asked("tie.colleague", "LM", reporter=pid("W"))) == {"H", "D:line"}


@pytest.mark.parametrize("chosen", ["LM", "SL", "H", "D"])
def test_an_adviser_is_the_line_manager_a_senior_leader_or_the_dsl(chosen: str) -> None:
    assert readers(asked("advice", "W", reporter=R, chosen=pid(chosen))) == {chosen}


def test_an_adviser_is_never_the_person_asked_about() -> None:
    assert readers(asked("advice", "LM", reporter=R, chosen=pid("LM"))) == {"LM2"}


def test_the_line_manager_of_good_practice_is_that_of_the_person_praised() -> None:
    assert readers(asked("good_practice", "W2", reporter=R)) == {"M", "H"}


@pytest.mark.parametrize("kind", ["breach", "rights_request", "monitoring.open", "monitoring.covert"])
def test_about_the_data_protection_officer_the_head_and_the_chair_read(kind: str) -> None:
    assert readers(asked(kind, "P")) == {"H", "C"}


def test_about_the_it_lead_no_technician_sees_a_part() -> None:
    assert readers(asked("breach", "IT")) == {"P", "H"}


def test_money_and_the_chair_shows_the_outside_audit_contact() -> None:
    assert asked("concern.money", "C").contacts == ("audit",)


def test_an_audit_about_the_dsl_may_be_granted_by_the_chair() -> None:
    assert readers(asked("audit.grant", "D", chosen=pid("C"))) == {"A", "C"}


def test_naming_a_person_in_a_suggestion_is_said() -> None:
    assert Caution.NAMES_A_PERSON in asked("barrier", "W").cautions
    assert Caution.NAMES_A_PERSON not in asked("barrier").cautions


def test_an_outcome_notice_reaches_the_person_concerned_even_when_they_are_away() -> None:
    school = full_school(absences=(away("W"),))
    assert readers(asked("case.outcome_notice", "W", school, case_readers=ids("D H"))) == {"W", "D", "H"}


def test_case_entries_never_reach_a_case_reader_who_became_concerned() -> None:
    assert readers(asked("case.entry", "D", case_readers=ids("D H"))) == {"H"}


def test_a_case_that_nobody_reads_any_more_goes_to_the_chair() -> None:
    assert readers(asked("case.entry", "W", case_readers=())) == {"C"}


def test_an_author_is_a_person_concerned_in_their_own_declaration() -> None:
    assert readers(asked("gift", reporter=pid("D"))) == {"H", "B:line"}


def test_a_walk_up_self_report_that_names_the_head_goes_to_the_chair() -> None:
    assert readers(asked("self_report.practice", described=("Helen Marsh",))) == {"C"}


def test_a_tie_to_somebody_unlisted_keeps_the_authors_own_column() -> None:
    assert readers(asked("tie.family", reporter=pid("G1"), described=("the father of a pupil",))) == {"C", "D"}


def test_a_supporter_sees_the_support_text_only() -> None:
    answer = asked("case.support", "W", case_readers=ids("D H"), parties=ids("party"))
    assert readers(answer) == {"D", "H", "party:support"}


def test_a_manager_who_has_left_passes_it_to_the_next() -> None:
    school = person_changed(full_school(), "LM", end=YESTERDAY)
    assert readers(asked("advice", "W2", school, reporter=R)) == {"LM2"}
