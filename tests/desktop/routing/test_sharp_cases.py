# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sharp cases (a) to (l) that requirements.md §10 asks a test suite to hold."""

import msgspec

from desktop.people import ConflictPair, Role, School
from desktop.routing import Caution, Column
from tests.desktop.routing.schools import (
    appointed,
    asked,
    away,
    full_school,
    ids,
    person_changed,
    pid,
    readers,
    reasons,
    tie,
    without,
)

CONCERN = "concern.safeguarding"


def _small_primary() -> School:
    return appointed(without(full_school(), Role.DSL), Role.DSL, "H")


def test_a_in_a_small_primary_the_head_who_is_dsl_reads_once_and_that_is_said() -> None:
    answer = asked(CONCERN, "W", _small_primary())
    assert readers(answer) == {"H"}
    assert Caution.ONLY_ONE_READER in answer.cautions


def test_a_in_a_small_primary_a_concern_about_the_head_goes_to_the_chair() -> None:
    assert readers(asked(CONCERN, "H", _small_primary())) == {"C"}


def test_b_a_tie_between_a_worker_and_the_chair_as_parents_reaches_neither_of_them() -> None:
    assert readers(asked("tie.family", "C", reporter=pid("W"))) == {"D"}


def test_b_money_and_a_worker_whose_childs_other_parent_is_the_chair_goes_to_the_head_alone() -> None:
    assert readers(asked("concern.money", "W", full_school(conflicts=(tie("C", "W"),)))) == {"H"}


def test_c_a_concern_about_the_dsl_who_is_married_to_the_head_goes_to_the_chair() -> None:
    answer = asked(CONCERN, "D", full_school(conflicts=(tie("H", "D"),)))
    assert readers(answer) == {"C"}
    assert answer.go_straight_to_lado


def test_d_the_chair_who_helps_with_reading_and_is_concerned_does_not_read() -> None:
    answer = asked(CONCERN, "C", person_changed(full_school(), "C", job="Reading helper"))
    assert (answer.column, readers(answer)) == (Column.CHAIR, {"V", "D", "H"})


def test_e_the_only_reader_is_away_and_the_chain_runs() -> None:
    assert readers(asked(CONCERN, "D", full_school(absences=(away("H"),)))) == {"C"}


def test_f_the_deputy_who_formally_covers_and_is_concerned_counts_as_the_dsl() -> None:
    answer = asked(CONCERN, "d1", full_school(absences=(away("D", cover="d1"),)))
    assert (answer.column, readers(answer)) == (Column.DSL, {"H"})


def test_f_the_deputy_who_would_join_and_is_concerned_is_passed_over() -> None:
    assert readers(asked(CONCERN, "d1", full_school(absences=(away("D"),)))) == {"d2", "H"}


def test_g_an_anonymous_report_about_someone_in_charge_goes_to_the_chair() -> None:
    answer = asked(CONCERN, described=("somebody in a suit",), could_be_someone_in_charge=True)
    assert readers(answer) == {"C"}


def test_h_with_two_people_concerned_one_of_them_the_head_the_chair_reads() -> None:
    assert readers(asked(CONCERN, "W H")) == {"C"}


def test_i_not_to_the_head_on_an_ordinary_concern_leaves_the_dsl() -> None:
    answer = asked(CONCERN, "W", not_to=ids("H"))
    assert readers(answer) == {"D"}
    assert (answer.decision_maker, Caution.DECIDER_TO_BE_ADDED in answer.cautions) == ("C", True)


def test_j_a_reader_whose_spouse_runs_the_agency_does_not_read_about_its_workers() -> None:
    school = person_changed(full_school(), "W", employer="Brightway Supply")
    pair = ConflictPair(reader=pid("D"), about_employer="Brightway Supply")
    assert readers(asked(CONCERN, "W", msgspec.structs.replace(school, conflicts=(pair,)))) == {"d1", "H"}


def test_j_nor_about_a_worker_of_that_agency_who_is_only_described() -> None:
    pair = ConflictPair(reader=pid("D"), about_employer="Brightway Supply")
    answer = asked(CONCERN, school=full_school(conflicts=(pair,)), described=("a man from Brightway Supply, Year 4",))
    assert (readers(answer), reasons(answer)["D"]) == ({"d1", "H"}, "declared_tie")


def test_k_two_spellings_of_which_one_is_like_the_dsl_keep_the_dsl_out() -> None:
    answer = asked(CONCERN, described=("Prya Nayar", "Mr P. Kneer"))
    assert (readers(answer), reasons(answer)["D"]) == ({"H"}, "may_be_concerned")


def test_k_a_listed_person_and_a_second_spelling_like_the_dsl_keep_the_dsl_out() -> None:
    assert readers(asked(CONCERN, "W", described=("Preeya Nair",))) == {"H"}


def test_l_the_head_files_about_the_dsl_and_the_chair_confirms() -> None:
    answer = asked(CONCERN, "D", reporter=pid("H"))
    assert readers(answer) == {"H"}
    assert (answer.decision_maker, answer.sign_off) == ("H", "C")
    assert Caution.REPORTER_DECIDES in answer.cautions
