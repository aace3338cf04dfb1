# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rows of old registers stand in the registers, beside what is declared today."""

from datetime import date

from desktop.importing.bringing_in import bring_in, plan
from desktop.importing.planning import Choices, read_log_file
from desktop.registers.book import read_book
from desktop.registers.declared import Declared, Register
from tests.desktop.desks import Desks

GIFTS = """reference,declared_at,direction,giver,recipient,description,value_gbp
G1,1/2/2024,received,Rao family,Tom Ashby,Chocolates,12.50
G2,1/3/2024,given,Tom Ashby,Sam Roy,A book,
"""
TIES = "reference,declared_at,declarant,nil_return,party,relationship\nR1,1/2/2024,Tom Ashby,no,Hall & Sons,Cousin\n"


def in_register(desks: Desks, name: str, text: str, register: Register) -> list[Declared]:
    session = desks.of(desks.school.head)
    bring_in(session, plan(session, [read_log_file(name, text.encode())], Choices()))
    rows = read_book(session).rows[register]
    return sorted((row.declared for row in rows), key=lambda declared: declared.on)


def test_gifts_stand_with_their_day_worth_and_the_other_side(desks: Desks) -> None:
    first, second = in_register(desks, "gifts.csv", GIFTS, Register.GIFTS)
    assert (first.on, first.pence, first.text("giver")) == (date(2024, 2, 1), 1_250, "Rao family")
    assert (second.pence, second.text("given_to"), second.text("direction")) == (None, "Sam Roy", "given")
    assert {first.who, second.who} == {desks.school.teacher.person_id}


def test_ties_stand_with_whom_they_are(desks: Desks) -> None:
    (tie,) = in_register(desks, "relationships.csv", TIES, Register.TIES)
    assert (tie.text("tie"), tie.text("other_name"), tie.on) == ("Cousin", "Hall & Sons", date(2024, 2, 1))
