# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who decides and who confirms (R27, R28, rule 7; architecture.md decision 2)."""

import pytest

from desktop.people import Role
from desktop.routing import Caution
from tests.desktop.routing.schools import appointed, asked, away, full_school, ids, pid, readers, tie, without

CONCERN = "concern.safeguarding"


@pytest.mark.parametrize(
    ("about", "decides", "confirms"),
    [
        ("W", "H", "C"),
        ("D", "H", "C"),
        ("H", "C", "V"),
        ("D H", "C", "V"),
        ("G1", "C", "V"),
        ("C", "V", "T"),
        ("", "H", "C"),
    ],
)
def test_the_head_decides_every_concern_and_about_the_head_the_chair(about: str, decides: str, confirms: str) -> None:
    answer = asked(CONCERN, about)
    assert (answer.decision_maker, answer.sign_off) == (decides, confirms)


def test_whistleblowing_is_decided_by_the_chair_even_when_the_head_reads() -> None:
    assert asked("whistleblowing", "W", chosen=pid("H")).decision_maker == "C"


def test_the_strictest_column_says_who_decides() -> None:
    answer = asked(CONCERN, "W C")
    assert (readers(answer), answer.decision_maker) == ({"D", "H"}, "V")
    assert Caution.DECIDER_TO_BE_ADDED in answer.cautions


def test_a_head_never_decides_about_somebody_who_may_be_in_charge() -> None:
    school = without(full_school(), Role.VICE_CHAIR)
    answer = asked(CONCERN, "C", school, could_be_someone_in_charge=True)
    assert (readers(answer), answer.decision_maker) == ({"T"}, "T")


def test_where_nobody_receives_it_nobody_decides() -> None:
    school = without(full_school(), Role.VICE_CHAIR, Role.GROUP_LEAD)
    answer = asked(CONCERN, "C", school, could_be_someone_in_charge=True)
    assert (answer.outside, answer.decision_maker, answer.cautions) == (True, None, ())


def test_a_head_with_a_tie_does_not_decide() -> None:
    answer = asked(CONCERN, "W", full_school(conflicts=(tie("H", "W"),)))
    assert (readers(answer), answer.decision_maker, answer.sign_off) == ({"D"}, "C", "V")


def test_a_head_who_is_away_without_cover_does_not_decide() -> None:
    assert asked(CONCERN, "W", full_school(absences=(away("H"),))).decision_maker == "C"


def test_about_a_governor_with_the_chair_away_the_vice_chair_decides_and_not_the_head() -> None:
    answer = asked("sponsorship", reporter=pid("G1"), school=full_school(absences=(away("C"),)))
    assert (readers(answer), answer.decision_maker) == ({"B"}, "V")


def test_the_acting_head_decides_while_covering() -> None:
    assert asked(CONCERN, "W", full_school(absences=(away("H", cover="SL"),))).decision_maker == "SL"


def test_where_a_manager_was_chosen_the_head_still_decides() -> None:
    answer = asked("concern.colleagues_relationship", "W", reporter=pid("R"), chosen=pid("LM"))
    assert (readers(answer), answer.decision_maker) == ({"LM"}, "H")


def test_a_chair_who_reported_it_does_not_confirm_the_decision() -> None:
    assert asked(CONCERN, "W", reporter=pid("C")).sign_off == "V"


def test_a_head_who_reported_it_decides_only_with_the_chair() -> None:
    answer = asked(CONCERN, "W", reporter=pid("H"))
    assert (answer.decision_maker, answer.sign_off) == ("H", "C")
    assert Caution.REPORTER_DECIDES in answer.cautions


def test_a_dsl_who_reported_it_keeps_reading() -> None:
    answer = asked(CONCERN, "W", reporter=pid("D"))
    assert readers(answer) == {"D", "H"}
    assert Caution.REPORTER_DECIDES not in answer.cautions


def test_without_anybody_above_the_decision_is_confirmed_outside() -> None:
    answer = asked(CONCERN, "C", without(full_school(), Role.GROUP_LEAD))
    assert (answer.decision_maker, answer.sign_off) == ("V", None)
    assert Caution.SIGN_OFF_OUTSIDE in answer.cautions


def test_with_only_a_dsl_left_nobody_decides() -> None:
    school = without(full_school(), *(set(Role) - {Role.DSL}))
    answer = asked(CONCERN, "W", school)
    assert (readers(answer), answer.decision_maker) == ({"D"}, None)
    assert Caution.NOBODY_DECIDES in answer.cautions


@pytest.mark.parametrize(
    ("about", "decided_by", "confirms"),
    [
        ("W", "D", "H"),
        ("W", "d1", "H"),
        ("W", "H", "C"),
        ("D", "H", "C"),
        ("H", "C", "V"),
        ("G1", "C", "V"),
        ("C", "V", "T"),
    ],
)
def test_a_decision_is_confirmed_one_step_above_whoever_took_it(about: str, decided_by: str, confirms: str) -> None:
    assert readers(asked("case.sign_off", about, decided_by=pid(decided_by))) == {confirms}


def test_a_head_who_is_also_the_dsl_is_confirmed_by_the_chair() -> None:
    school = appointed(without(full_school(), Role.DSL), Role.DSL, "H")
    assert readers(asked("case.sign_off", "W", school, decided_by=pid("H"))) == {"C"}


def test_the_group_lead_confirms_where_there_is_no_vice_chair() -> None:
    school = without(full_school(), Role.VICE_CHAIR)
    assert readers(asked("case.sign_off", "H", school, decided_by=pid("C"))) == {"T"}


def test_nobody_confirms_their_own_decision() -> None:
    answer = asked("case.sign_off", "W", decided_by=pid("C"))
    assert (readers(answer), answer.sign_off) == ({"V"}, "V")


@pytest.mark.parametrize(("decided_by", "decides"), [("D", "H"), ("H", "C"), ("C", "V")])
def test_an_appeal_is_decided_one_step_above(decided_by: str, decides: str) -> None:
    answer = asked("case.appeal", "W", decided_by=pid(decided_by), case_readers=ids("D H"))
    assert answer.decision_maker == decides


def test_a_draft_is_decided_by_nobody() -> None:
    answer = asked("draft", reporter=pid("H"))
    assert (answer.decision_maker, answer.sign_off) == (None, None)
