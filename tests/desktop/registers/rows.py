# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Register rows made by hand."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from desktop.cases.tracks import shipped_tracks
from desktop.people import PersonId
from desktop.registers.declared import Answer, Declared, Register
from desktop.registers.listing import Filed, RegisterRow, register_rows
from desktop.routing import Part

TODAY = date(2026, 3, 12)
ANNA, BEN, CARL = (PersonId(letter * 32) for letter in "abc")


def declared(register: Register, on: date, who: PersonId | None = ANNA, **more: Any) -> Declared:
    """A declaration; its answers are what is no field of it."""
    fields = {name: value for name, value in more.items() if name in Declared.__struct_fields__}
    answers: dict[str, Answer] = {
        name: value for name, value in more.items() if name not in fields and isinstance(value, str | int | tuple)
    }
    form = {
        Register.GIFTS: "gift",
        Register.TIES: "relationship",
        Register.PERMISSIONS: "permission",
        Register.NOTICES: "wrongdoing",
        Register.SHARED: "disclosure",
        Register.BREACHES: "breach",
    }[register]
    said: dict[str, Any] = {
        "form": form,
        "part": Part.FULL,
        "claims": "",
        "answers": answers,
        "is_open": True,
        **fields,
    }
    return Declared(register=register, on=on, who=who, **said)


def gift(on: date, pence: int | None, giver: str = "", **more: Any) -> Declared:
    """A gift that was offered."""
    worth = {} if pence is None else {"worth": pence}
    said: dict[str, Any] = {"direction": "offered", "giver": giver, **worth, **more}
    return declared(Register.GIFTS, on, **said)


def tie(on: date, **more: Any) -> Declared:
    """A tie that stands."""
    said: dict[str, Any] = {"tie": "friend", "state": "current", **more}
    return declared(Register.TIES, on, **said)


def rows(*declarations: Declared, today: date = TODAY) -> tuple[RegisterRow, ...]:
    """The rows of these, with the references R0, R1, … in the order given."""
    followed = {each.former for each in declarations}
    return register_rows(_filed(declarations), followed, today, shipped_tracks())


def _filed(declarations: Iterable[Declared]) -> Iterable[Filed]:
    for number, each in enumerate(declarations):
        yield Filed(case_id=f"{number:064x}", reference=f"R{number}", declared=each)
