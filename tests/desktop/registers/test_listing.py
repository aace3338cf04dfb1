# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a declaration stands in its register, and which rows are found."""

from datetime import date
from typing import Any

import pytest

from desktop.cases.meaning import shipped_meaning
from desktop.people import Person, School
from desktop.registers.csv_text import csv_text, neutral
from desktop.registers.declared import Declared, Register
from desktop.registers.listing import STATES, Chosen, State, chosen_rows
from desktop.registers.publishing import published
from desktop.registers.returns import Return, counts, returns
from desktop.registers.telling import COLUMNS, Telling, heads, year_words
from desktop.routing import Part
from tests.desktop.registers.rows import ANNA, BEN, CARL, TODAY, declared, gift, rows, tie

PEOPLE = (
    Person(person_id=ANNA, name="Anna Ash", job="Cook"),
    Person(person_id=BEN, name="Ben Box", job="Teacher"),
    Person(person_id=CARL, name="Carl Cox", job="Caretaker", end=date(2026, 1, 31)),
)
SCHOOL = School(
    school_id="00" * 32, name="School", version=1, version_hash="", people={each.person_id: each for each in PEOPLE}
)
TELLING = Telling(shipped_meaning().forms, SCHOOL)
DAY = date(2026, 2, 2)
BEFORE = date(2025, 6, 2)


def state(each: Declared, *others: Declared) -> State:
    """How one stands among others."""
    return next(row.state for row in rows(each, *others) if row.reference == "R0")


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ({}, State.WAITING),
        ({"is_noted": True}, State.NOTED),
        ({"outcome": "keep", "decided_on": DAY}, State.APPROVED),
        ({"outcome": "return", "decided_on": DAY}, State.TURNED_DOWN),
        ({"outcome": "something_newer", "decided_on": DAY}, State.DECIDED),
        ({"part": Part.LINE}, State.DECLARED),
    ],
)
def test_a_gift_waits_was_noted_or_was_decided(said: dict[str, Any], stands: State) -> None:
    assert state(gift(DAY, 500, **said)) is stands
    assert stands in STATES[Register.GIFTS]


@pytest.mark.parametrize(
    ("on", "said", "stands"),
    [
        (DAY, {}, State.WAITING),
        (DAY, {"is_open": False}, State.CURRENT),
        (BEFORE, {"is_open": False}, State.DUE),
        (DAY, {"is_open": False, "review_on": TODAY}, State.DUE),
        (DAY, {"is_open": False, "review_on": date(2026, 3, 13)}, State.CURRENT),
        (BEFORE, {"is_open": False, "state": "ended"}, State.ENDED),
        (DAY, {"is_open": False, "ends_on": "2026-03-11"}, State.ENDED),
        (DAY, {"is_open": False, "ends_on": "2026-03-12"}, State.CURRENT),
        (BEFORE, {"tie": "none"}, State.NOTHING),
    ],
)
def test_a_tie_stands_is_due_has_ended_or_is_none(on: date, said: dict[str, Any], stands: State) -> None:
    assert state(tie(on, **said)) is stands
    assert stands in STATES[Register.TIES]


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ({}, State.WAITING),
        ({"outcome": "permitted", "decided_on": DAY, "until": TODAY}, State.CURRENT),
        ({"outcome": "permitted", "decided_on": DAY, "until": date(2026, 3, 11)}, State.EXPIRED),
        ({"outcome": "not_permitted", "decided_on": DAY}, State.TURNED_DOWN),
    ],
)
def test_a_permission_waits_holds_has_expired_or_was_refused(said: dict[str, Any], stands: State) -> None:
    assert state(declared(Register.PERMISSIONS, DAY, kind="urgent_call", **said)) is stands
    assert stands in STATES[Register.PERMISSIONS]


def test_a_tie_that_was_declared_again_counts_no_more() -> None:
    assert state(tie(BEFORE), tie(DAY, state="renewed", former_reference=" r0 ")) is State.REPLACED


def test_a_year_a_state_and_words_choose_rows() -> None:
    made = rows(
        gift(DAY, 500, "Hall"), gift(BEFORE, 500, "Hall"), gift(DAY, 900, "Jonés", is_noted=True), gift(DAY, None)
    )

    def found(chosen: Chosen) -> list[str]:
        return [row.reference for row in chosen_rows(made, chosen, TELLING.cells)]

    assert found(Chosen(year=2024)) == ["R1"]
    assert found(Chosen(state=State.NOTED)) == ["R2"]
    assert found(Chosen(words="jones £9")) == ["R2"]
    assert found(Chosen(words="hall anna", year=2025)) == ["R0"]
    assert sorted(found(Chosen())) == ["R0", "R1", "R2", "R3"]


def test_every_register_tells_a_text_for_each_of_its_columns() -> None:
    for register in Register:
        [row] = rows(declared(register, DAY))
        assert len(TELLING.cells(row)) == len(heads(register)) == len(COLUMNS[register])


def test_a_row_says_the_labels_of_the_form_and_never_a_code() -> None:
    [row] = rows(gift(DAY, 1_250, "Hall", kind="gift", did="declined", is_late=True))
    assert TELLING.cells(row)[1:6] == (
        "Anna Ash",
        "Gift, not accepted",
        "Hall",
        "£12.50",
        "To decide, late",
    )


def test_a_school_year_is_written_as_people_write_it() -> None:
    assert (year_words(2025), year_words(2099)) == ("2025–26", "2099–00")


def test_who_has_declared_who_says_nothing_and_who_is_missing() -> None:
    made = rows(tie(DAY), tie(DAY, who=BEN, tie="none", nothing_of=("ties", "gifts")), gift(DAY, 500))
    assert {each.person_id: each.answer for each in returns(Register.TIES, made, SCHOOL, 2025, TODAY)} == {
        ANNA: Return.DECLARED,
        BEN: Return.NOTHING,
    }
    assert counts(returns(Register.TIES, made, SCHOOL, 2024, TODAY))[Return.MISSING] == 2


def test_nothing_to_declare_answers_for_what_was_ticked_and_for_ties_where_nothing_was() -> None:
    made = rows(tie(DAY, tie="none"), tie(DAY, who=BEN, tie="none", nothing_of=("gifts",)))
    gifts = {each.person_id: each.answer for each in returns(Register.GIFTS, made, SCHOOL, 2025, TODAY)}
    ties = {each.person_id: each.answer for each in returns(Register.TIES, made, SCHOOL, 2025, TODAY)}
    assert gifts == {ANNA: Return.MISSING, BEN: Return.NOTHING}
    assert ties == {ANNA: Return.NOTHING, BEN: Return.MISSING}


def test_what_is_published_names_firms_and_no_private_person() -> None:
    settled = {"is_noted": True, "kind": "gift"}
    made = rows(
        gift(DAY, 500, "Hall Ltd", giver_type="supplier", **settled),
        gift(DAY, 500, "L.M., Year 4", giver_type="parent_or_pupil", **settled),
        gift(DAY, 500, "A. Neighbour", giver_type="visitor", **settled),
        gift(DAY, 500, "Waits", giver_type="supplier"),
    )
    found = published(made, TELLING, by_job=True)
    assert [(row[1], row[3]) for row in found] == [
        ("Cook", "Hall Ltd"),
        ("Cook", "A pupil or family"),
        ("Cook", "A private person"),
    ]
    assert {row[1] for row in published(made, TELLING, by_job=False)} == {"Anna Ash"}


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-2", "@SUM", "\tx", "\rx", " =1", "＝1", "\n=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert neutral(cell) == "'" + cell
    assert csv_text(("a",), [(cell,)]).splitlines()[1][:2] in {"'" + cell[0], "\"'"}


@pytest.mark.parametrize("cell", ["", "Anna", "£12.50", "12 Mar 2026", "a=b"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert neutral(cell) == cell
