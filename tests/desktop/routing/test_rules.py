# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The twelve rules of requirements.md §10, each on its own."""

from datetime import date

import msgspec
import pytest

from desktop.people import ConflictPair, Role, Settings, WorkerType
from desktop.routing import Answer, Capacity, Caution, Column, FallbackStep
from tests.desktop.routing.schools import (
    TODAY,
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
    tie,
    without,
)

CONCERN = "concern.safeguarding"


PROPRIETOR = full_school(settings=Settings(head_is_proprietor=True))


# Rule 1


def test_somebody_with_two_roles_is_out_in_both() -> None:
    school = appointed(without(full_school(), Role.DPO), Role.DPO, "B")
    assert readers(asked("breach", "B", school)) == {"H", "C"}


def test_a_head_who_is_also_the_dsl_is_treated_as_the_head() -> None:
    school = appointed(without(full_school(), Role.DSL), Role.DSL, "H")
    answer = asked(CONCERN, "H", school)
    assert (answer.column, readers(answer)) == (Column.HEAD, {"C"})


def test_a_head_who_is_also_the_dsl_reads_as_the_head() -> None:
    school = appointed(without(full_school(), Role.DSL), Role.DSL, "H")
    assert [reader.role for reader in asked(CONCERN, "W", school).readers] == [Capacity.HEAD]


def test_a_staff_governor_is_treated_as_a_governor() -> None:
    assert asked(CONCERN, "W", appointed(full_school(), Role.GOVERNOR, "W")).column is Column.GOVERNOR


def test_somebody_listed_as_a_governor_counts_as_one_without_an_appointment() -> None:
    school = person_changed(full_school(), "W", worker_type=WorkerType.GOVERNOR)
    assert asked(CONCERN, "W", school).column is Column.GOVERNOR


def test_whoever_covers_for_the_head_is_treated_as_the_head() -> None:
    answer = asked(CONCERN, "SL", full_school(absences=(away("H", cover="SL"),)))
    assert (answer.column, readers(answer)) == (Column.HEAD, {"C"})


def test_an_absent_head_is_still_treated_as_the_head() -> None:
    assert asked(CONCERN, "H", full_school(absences=(away("H", cover="SL"),))).column is Column.HEAD


def test_a_governor_who_is_the_data_protection_officer_is_treated_as_a_governor() -> None:
    assert readers(asked("breach", "P", appointed(full_school(), Role.GOVERNOR, "P"))) == {"C"}


# Rule 2


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("W W2", {"D", "H"}),
        ("W D", {"H"}),
        ("W H", {"C"}),
        ("W D H", {"C"}),
        ("W G1", {"D", "H"}),
        ("G1 C", {"D", "H"}),
        ("H C", {"V"}),
        ("D H C", {"V"}),
        ("H C V", {"T"}),
        ("D C", {"H"}),
    ],
)
def test_the_readers_are_those_allowed_for_everyone_concerned(about: str, expected: set[str]) -> None:
    assert readers(asked(CONCERN, about)) == expected


def test_nobody_from_a_less_strict_column_comes_in_through_the_chain() -> None:
    school = without(full_school(), Role.CHAIR, Role.VICE_CHAIR, Role.GROUP_LEAD)
    assert asked(CONCERN, "W H", school).outside


def test_a_line_for_one_and_the_whole_for_another_make_a_line() -> None:
    school = appointed(full_school(), Role.CLERK, "C")
    assert readers(asked("gift", "H G1", school)) == {"C", "K:line"}


# Rule 3


@pytest.mark.parametrize(("reader", "about"), [("D", "W"), ("W", "D")])
def test_a_tie_removes_the_reader_whichever_way_round_it_was_declared(reader: str, about: str) -> None:
    answer = asked(CONCERN, "W", full_school(conflicts=(tie(reader, about),)))
    assert (readers(answer), reasons(answer)["D"]) == ({"d1", "H"}, "declared_tie")


def test_a_tie_to_an_employer_removes_the_reader() -> None:
    school = person_changed(full_school(), "W", employer="Brightway Supply")
    pair = ConflictPair(reader=pid("H"), about_employer="brightway supply")
    assert readers(asked(CONCERN, "W", msgspec.structs.replace(school, conflicts=(pair,)))) == {"D"}


def test_a_tie_that_has_ended_removes_nobody() -> None:
    pair = msgspec.structs.replace(tie("D", "W"), until=YESTERDAY)
    assert readers(asked(CONCERN, "W", full_school(conflicts=(pair,)))) == {"D", "H"}


def test_a_tie_to_one_of_two_persons_concerned_is_enough() -> None:
    assert readers(asked(CONCERN, "W W2", full_school(conflicts=(tie("H", "W2"),)))) == {"D"}


@pytest.mark.parametrize(("until", "expected"), [(YESTERDAY, {"D", "H"}), (TODAY, {"d1", "H"})])
def test_a_tie_to_the_employer_of_somebody_described_counts_until_it_ends(until: date, expected: set[str]) -> None:
    pair = ConflictPair(reader=pid("D"), about_employer="Brightway Supply", until=until)
    described = ("a tall man", "somebody from Brightway Supply")
    assert readers(asked(CONCERN, school=full_school(conflicts=(pair,)), described=described)) == expected


def test_a_tie_to_a_person_says_nothing_about_a_description_left_blank() -> None:
    assert readers(asked(CONCERN, school=full_school(conflicts=(tie("D", "W2"),)), described=("",))) == {"D", "H"}


# Rule 4


def test_the_reporter_may_leave_somebody_out() -> None:
    answer = asked(CONCERN, "W", not_to=ids("D"))
    assert (readers(answer), reasons(answer)["D"]) == ({"H"}, "narrowed")


def test_leaving_everybody_out_is_refused_and_said() -> None:
    answer = asked(CONCERN, "W", not_to=ids("D H"))
    assert readers(answer) == {"D", "H"}
    assert Caution.NARROWING_REFUSED in answer.cautions


def test_leaving_only_a_register_line_is_refused() -> None:
    assert readers(asked("gift", "W", not_to=ids("D H"))) == {"D", "H", "B:line"}


def test_leaving_out_the_dsl_does_not_bring_in_a_deputy() -> None:
    assert readers(asked(CONCERN, "W", not_to=ids("D"))) == {"H"}


def test_leaving_out_somebody_who_does_not_read_changes_nothing() -> None:
    assert Caution.NARROWING_REFUSED not in asked(CONCERN, "H", not_to=ids("D")).cautions


def test_nothing_was_refused_where_nobody_may_receive_it() -> None:
    answer = asked("concern.service", "W", without(full_school(), *Role), not_to=ids("H"))
    assert Caution.NARROWING_REFUSED not in answer.cautions


# Rule 5


def test_with_one_of_two_away_the_other_remains_and_no_chain_runs() -> None:
    answer = asked(CONCERN, "W", full_school(absences=(away("H"),)))
    assert (readers(answer), answer.fallback) == ({"D"}, ())


def test_with_both_away_the_chain_runs() -> None:
    answer = asked("concern.money", "W", full_school(absences=(away("H"), away("C"))))
    assert readers(answer) == {"V"}


def test_formal_cover_stands_in_for_somebody_away() -> None:
    assert readers(asked(CONCERN, "W", full_school(absences=(away("H", cover="SL"),)))) == {"D", "SL"}


def test_cover_that_is_away_passes_to_its_own_cover() -> None:
    school = full_school(absences=(away("H", cover="SL"), away("SL", cover="M")))
    assert readers(asked(CONCERN, "W", school)) == {"D", "M"}


def test_two_who_cover_for_each_other_and_are_both_away_cover_nobody() -> None:
    school = full_school(absences=(away("H", cover="D"), away("D", cover="H")))
    assert readers(asked("concern.service", "W", school)) == {"C"}


def test_nobody_covers_for_somebody_who_has_left() -> None:
    school = person_changed(full_school(absences=(away("R", cover="M"),)), "R", end=YESTERDAY)
    answer = asked("case.entry", "W", school, case_readers=ids("R H"))
    assert (readers(answer), reasons(answer)["R"]) == ({"H"}, "left")


def test_cover_by_somebody_who_has_left_is_no_cover() -> None:
    school = person_changed(full_school(absences=(away("H", cover="SL"),)), "SL", end=YESTERDAY)
    assert readers(asked("concern.service", "W", school)) == {"C"}


def test_deputies_who_would_see_a_line_do_not_receive_the_whole() -> None:
    school = full_school(absences=tuple(away(code) for code in ["LM", "LM2", "H", "C", "V", "T", "D"]))
    assert asked("tie.colleague", "W2", school, reporter=pid("W")).outside


def test_a_register_line_alone_does_not_stop_the_chain() -> None:
    school = without(full_school(absences=(away("D"), away("H"))), Role.DEPUTY_DSL)
    assert readers(asked("gift", "W", school)) == {"C", "B:line"}


def test_when_nobody_may_receive_it_nobody_reads_and_outside_contacts_are_shown() -> None:
    answer = asked("concern.service", "W", without(full_school(), *Role))
    assert (answer.outside, answer.readers) == (True, ())
    assert answer.contacts == ("lado", "local_authority_governance", "whistleblowing")


# Rule 6


def test_about_a_head_who_is_sole_proprietor_the_lado_is_shown() -> None:
    answer = asked(CONCERN, "H", PROPRIETOR)
    assert (answer.go_straight_to_lado, answer.contacts) == (True, ("lado",))


def test_about_a_worker_and_such_a_head_it_is_shown_too() -> None:
    assert asked(CONCERN, "W H", PROPRIETOR).go_straight_to_lado


def test_a_dsl_with_a_tie_is_no_conflict_in_telling_the_head() -> None:
    assert not asked(CONCERN, "W", full_school(conflicts=(tie("D", "W"),))).go_straight_to_lado


def test_about_anybody_else_a_head_who_is_sole_proprietor_changes_nothing() -> None:
    assert not asked(CONCERN, "W", PROPRIETOR).go_straight_to_lado


def test_somebody_in_charge_may_be_a_head_who_is_sole_proprietor() -> None:
    assert asked(CONCERN, school=PROPRIETOR, could_be_someone_in_charge=True).go_straight_to_lado


def test_a_head_with_a_tie_has_a_conflict_of_interest() -> None:
    assert asked(CONCERN, "W", full_school(conflicts=(tie("H", "W"),))).go_straight_to_lado


def test_a_reporter_who_leaves_out_the_head_is_shown_the_lado() -> None:
    assert asked(CONCERN, "W", not_to=ids("H")).go_straight_to_lado


def test_a_gift_is_no_matter_for_the_lado() -> None:
    assert not asked("gift", "H", PROPRIETOR).go_straight_to_lado


def test_in_an_ordinary_concern_the_lado_is_not_pressed_on_anybody() -> None:
    assert not asked(CONCERN, "W").go_straight_to_lado


# Rule 7: see test_deciders.py. Rule 8 belongs to share entries.

# Rule 9


def test_the_route_carries_its_rule_and_the_directory_version() -> None:
    answer = asked(CONCERN, "W")
    assert (answer.rule, answer.on, answer.directory_version, answer.directory_hash) == ("R01", TODAY, 7, "c0ffee")


# Rule 10


def test_somebody_not_known_goes_to_the_usual_readers() -> None:
    assert readers(asked(CONCERN, described=("a tall man in a blue coat",))) == {"D", "H"}


def test_a_governor_and_somebody_not_known_have_the_readers_of_both() -> None:
    assert readers(asked(CONCERN, "G1", described=("a tall man in a blue coat",))) == {"D", "H"}


def test_somebody_in_charge_goes_to_the_chair_only() -> None:
    assert readers(asked(CONCERN, could_be_someone_in_charge=True)) == {"C"}


def test_somebody_in_charge_goes_up_the_chain_when_the_chair_is_away() -> None:
    school = full_school(absences=(away("C"),))
    assert readers(asked(CONCERN, school=school, could_be_someone_in_charge=True)) == {"V"}


def test_somebody_listed_and_somebody_in_charge_go_to_the_chair_only() -> None:
    assert readers(asked(CONCERN, "W", could_be_someone_in_charge=True)) == {"C"}


def test_a_draft_stays_with_its_author_whoever_it_may_be_about() -> None:
    assert readers(asked("draft", reporter=pid("R"), could_be_someone_in_charge=True)) == {"R"}


# Rule 11


def test_deputies_do_not_read_by_default() -> None:
    assert not readers(asked(CONCERN, "W")) & {"d1", "d2"}


def test_the_first_deputy_joins_when_the_dsl_is_away() -> None:
    answer = asked(CONCERN, "W", full_school(absences=(away("D"),)))
    step = FallbackStep(instead_of=Capacity.DSL, tried=Capacity.DEPUTY_DSL, person_id=pid("d1"))
    assert (readers(answer), answer.fallback) == ({"d1", "H"}, (step,))


def test_the_next_deputy_joins_when_the_first_may_not_read() -> None:
    school = full_school(absences=(away("D"),), conflicts=(tie("d1", "W"),))
    assert readers(asked(CONCERN, "W", school)) == {"d2", "H"}


def test_no_deputy_joins_while_somebody_covers_for_the_dsl() -> None:
    assert readers(asked(CONCERN, "W", full_school(absences=(away("D", cover="M"),)))) == {"M", "H"}


def test_no_deputy_joins_while_a_second_dsl_is_there() -> None:
    school = appointed(full_school(absences=(away("D"),)), Role.DSL, "M")
    assert readers(asked(CONCERN, "W", school)) == {"M", "H"}


def test_no_deputy_joins_where_the_dsl_is_the_person_concerned_and_the_row_names_no_dsl() -> None:
    assert readers(asked(CONCERN, "D")) == {"H"}


def test_deputies_read_staff_matters_where_the_school_says_so() -> None:
    school = full_school(settings=Settings(deputies_read_staff_matters=True))
    answer = asked(CONCERN, "W", school)
    assert (readers(answer), answer.fallback) == ({"D", "d1", "d2", "H"}, ())


def test_deputies_read_child_concern_hand_offs() -> None:
    answer = asked("child_handoff", "W", full_school(absences=(away("D"),)))
    assert (readers(answer), answer.fallback) == ({"d1", "d2"}, ())


# Rule 12


def test_a_former_head_is_routed_as_whoever_they_are_now() -> None:
    school = appointed(person_changed(full_school(), "H", end=YESTERDAY), Role.HEAD, "SL")
    answer = asked(CONCERN, "H", school)
    assert (answer.column, readers(answer)) == (Column.WORKER, {"D", "SL"})


def test_an_applicant_is_routed_as_a_worker() -> None:
    school = person_changed(full_school(), "W", worker_type=WorkerType.APPLICANT)
    assert asked(CONCERN, "W", school).column is Column.WORKER


def test_a_reader_who_has_left_does_not_read() -> None:
    assert readers(asked(CONCERN, "W", person_changed(full_school(), "H", end=YESTERDAY))) == {"D"}


def test_a_reader_reads_on_their_last_day() -> None:
    assert readers(asked(CONCERN, "W", person_changed(full_school(), "H", end=TODAY))) == {"D", "H"}


# The ordinary route, and R02


def test_an_ordinary_route_carries_no_caution() -> None:
    assert asked(CONCERN, "W").cautions == ()


def test_one_dash_among_several_columns_is_said() -> None:
    assert Caution.NOT_FORESEEN in asked("secondary_employment", "W G1").cautions


@pytest.mark.parametrize(("child", "rule"), [(Answer.NO, "R02"), (Answer.YES, "R01"), (Answer.UNSURE, "R01")])
def test_conduct_is_a_safeguarding_concern_unless_no_child_is_involved(child: Answer, rule: str) -> None:
    assert asked("concern.conduct", "W", child_involved=child).rule == rule
