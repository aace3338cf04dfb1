# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader's vault gives to a register: whole declarations, and what was imported from an old log."""

from desktop.importing.bringing_in import bring_in, plan
from desktop.importing.planning import Choices, read_log_file
from desktop.registers.declared import Register
from desktop.registers.listing import RegisterRow, State
from desktop.registers.reading import read_register, register_years
from desktop.registers.telling import Telling
from tests.desktop.desks import Desks

GIFTS = b"""reference,declared_at,direction,giver,giver_type,recipient,description,value_gbp,decision
G1,2024-09-03,received by staff,Mrs Jones,parent,Tom Ashby,A scarf,12.50,kept
"""
TIES = b"""reference,declared_at,declarant,nil_return,party,relationship
R1,2024-09-04,Tom Ashby,,Hall & Sons,brother owns it
R2,2024-09-05,Beth Carver,yes,,
"""


def read(desks: Desks, register: Register) -> tuple[RegisterRow, ...]:
    """The head's register after an import by the head."""
    session = desks.of(desks.school.head)
    files = [read_log_file("gifts.csv", GIFTS), read_log_file("relationships.csv", TIES)]
    bring_in(session, plan(session, files, Choices()))
    session.sync()
    return read_register(session, register)


def test_a_gift_of_an_old_log_stands_under_its_own_day_to_the_penny(desks: Desks) -> None:
    [row] = read(desks, Register.GIFTS)
    telling = Telling(desks.of(desks.school.head).meaning.forms, desks.candour.school)
    assert telling.cells(row)[:6] == ("3 Sep 2024", "Tom Ashby", "A scarf", "Mrs Jones", "£12.50", "From an old log")
    assert (row.state, row.year, row.declared.pence) == (State.OLD, 2024, 1_250)


def test_a_tie_of_an_old_log_is_due_for_renewal_and_a_nil_return_is_one(desks: Desks) -> None:
    assert {(row.state, row.declared.text("other_name")) for row in read(desks, Register.TIES)} == {
        (State.DUE, "Hall & Sons"),
        (State.NOTHING, ""),
    }


def test_nobody_else_has_it_in_their_register(desks: Desks) -> None:
    read(desks, Register.GIFTS)
    desks.sync()
    assert read_register(desks.of(desks.school.teacher), Register.GIFTS) == ()


def test_a_school_year_is_read_by_itself_and_knows_what_a_later_one_took_the_place_of(desks: Desks) -> None:
    tie: dict[str, object] = {"tie": "former_pupil", "other_name": "R. Quayle", "state": "current"}
    sender, head = desks.of(desks.school.ta), desks.of(desks.school.head)
    first = sender.file("relationship", tie).reference
    desks.hands.forward(days=300)
    sender.file("relationship", {**tie, "state": "renewed", "former_reference": first})
    sender.file("relationship", {**tie, "other_name": "S. Vane"})
    head.sync()
    (before,), after = (read_register(head, Register.TIES, year) for year in (2025, 2026))
    assert register_years(head, Register.TIES) == (2026, 2025)
    assert (before.reference, before.state) == (first, State.REPLACED)
    assert read_register(head, Register.TIES) == (*after, before)
    assert len(after) == 2
