# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Training out of a table: each row has a fate, nothing is guessed, and the same file again adds nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.faults import DeskFault
from desktop.importing.faults import ImportFault
from desktop.importing.planning import Choices, Fate
from desktop.importing.refusals import Reason, sentence
from desktop.training.acting import all_training, answer_training
from desktop.training.bringing_in import TrainingChoices, TrainingPlan, bring_in_training, plan_training
from desktop.training.courses import course_rules
from desktop.training.from_file import read_training_file, training_words
from desktop.training.records import Answer, Refresh
from storage.errors import KnownError
from tests.desktop.desks import Desks

HEADING = "Staff name,Training course,Date completed,Renewal\n"


def planned(desks: Desks, rows: str, choices: TrainingChoices | None = None) -> TrainingPlan:
    """What the head's import of these rows would do."""
    file = read_training_file("training.csv", (HEADING + rows).encode())
    return plan_training(desks.of(desks.school.head), file, choices or TrainingChoices())


def fates(plan: TrainingPlan) -> list[Fate]:
    """The fate of each row."""
    return [row.fate for row in plan.rows]


def test_a_table_is_brought_in_once_and_the_same_table_again_adds_nothing(desks: Desks) -> None:
    school, head = desks.school, desks.of(desks.school.head)
    rows = (
        f"{school.teacher.name},Safeguarding and child protection,02/03/2026,\n"
        f"{school.ta.name},Prevent training,2026-02-28,3 years\n"
        f"{school.teacher.name},safeguarding,2 March 2026,\n"
    )
    plan = planned(desks, rows)
    assert fates(plan) == [Fate.NEW, Fate.NEW, Fate.HERE]
    assert bring_in_training(head, plan.new, 0) == 2
    said = {(each.said.course, each.said.on, each.said.refresh) for each in all_training(head)}
    assert said == {("safeguarding", "2026-03-02", Refresh.USUAL), ("prevent", "2026-02-28", Refresh.M36)}
    assert fates(planned(desks, rows)) == [Fate.HERE] * 3
    answer_training(head, all_training(head)[0].eid, Answer.WITHDRAWN, "Another person")
    assert fates(planned(desks, rows)) == [Fate.HERE] * 3


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{name},=HYPERLINK(),02/03/2026,", Reason.FORMULA),
        ("{name},Prevent,31/02/2026,", Reason.UNREADABLE_DATE),
        ("{name},Prevent,02/03/2199,", Reason.NOT_YET),
        ("{name},Prevent,02/03/2026,often", Reason.UNKNOWN_WORD),
        ("{name},,02/03/2026,", Reason.MISSING_CELL),
        ("Nobody Known,Prevent,02/03/2026,", Reason.UNKNOWN_PERSON),
        ("{name},Prevent,02/03/2026,,more", Reason.EXTRA_CELLS),
    ],
)
def test_a_row_that_cannot_stand_is_left_out_with_its_reason(desks: Desks, row: str, reason: Reason) -> None:
    [found] = planned(desks, row.format(name=desks.school.ta.name) + "\n").rows
    assert [each.reason for each in found.refusals] == [reason]
    assert sentence(found.number, found.refusals[0]).startswith("Row 2: ")


def test_a_course_that_the_list_lacks_keeps_its_own_name_unless_somebody_says_which_it_is(desks: Desks) -> None:
    row = f"{desks.school.ta.name},Level 1 Refresher,02/03/2026,\n"
    plan = planned(desks, row)
    assert (plan.own_names, plan.new[0].values["title"]) == ({"Level 1 Refresher": 1}, "Level 1 Refresher")
    said = planned(desks, row, TrainingChoices(courses={"level 1 refresher": "safeguarding"}))
    assert (said.own_names, said.new[0].values["course"]) == ({}, "safeguarding")
    assert bring_in_training(desks.of(desks.school.head), said.new, 0) == 1
    assert fates(planned(desks, row)) == [Fate.HERE]


def test_a_name_that_is_not_written_as_it_is_listed_waits_until_somebody_says_who_is_meant(desks: Desks) -> None:
    surname = desks.school.ta.name.rpartition(" ")[2]
    row = f"Ms {surname},Prevent,02/03/2026,\n"
    [unclear] = planned(desks, row).rows
    assert (unclear.fate, unclear.perhaps) == (Fate.UNCLEAR, (desks.school.ta.person_id,))
    names = Choices(people={f"Ms {surname}": desks.school.ta.person_id})
    assert fates(planned(desks, row, TrainingChoices(names=names))) == [Fate.NEW]


def test_only_whoever_keeps_training_brings_it_in(desks: Desks) -> None:
    file = read_training_file("training.csv", HEADING.encode() + b"A,B,02/03/2026,\n")
    with pytest.raises(KnownError) as refused:
        plan_training(desks.of(desks.school.ta), file, TrainingChoices())
    assert refused.value.code is DeskFault.TRAINING_NOT_YOURS


def test_a_column_may_be_named_by_hand() -> None:
    data = b"Wer,Was,Wann\nA,B,02/03/2026\n"
    by_hand = {"person": "Wer", "course": "Was", "on": "Wann"}
    [row] = read_training_file("t.csv", data, by_hand).rows
    assert row.cells == {
        "person": "A",
        "course": "B",
        "on": "02/03/2026",
    }
    with pytest.raises(KnownError) as refused:
        read_training_file("t.csv", data)
    assert refused.value.code is ImportFault.NO_LOG_HEADER


def test_every_course_of_the_table_and_every_time_is_one_of_ours() -> None:
    words = training_words()
    assert set(words.courses) <= {course.course_id for course in course_rules().courses}
    assert set(words.refresh) == set(Refresh)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: (HEADING + text).encode()))
def test_whatever_a_file_holds_it_is_read_or_refused(data: bytes) -> None:
    try:
        file = read_training_file("training.csv", data)
    except KnownError:
        return
    assert all(bool(row.refusals) != bool(row.cells) or not row.cells for row in file.rows)
