# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who came into a role whose holders can read reports, or left it, lately: shown before something is sent to them."""

from datetime import date, datetime, timedelta

import msgspec

from desktop.clocks import london_day
from desktop.people import PersonId, School
from desktop.routing.explain import words
from storage.directory import Change, DirectoryState

SHOWN = timedelta(days=30)
"""How long a change is shown (security.md 3.2 D5)."""


class RoleChange(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody came into a role, or with `ends` left it: name, role in words, day, who approved it by signing.

    `is_forced`: it was made with the school's paper key instead, which nobody has to approve.
    """

    name: str
    role: str
    on: date
    ends: bool
    approved_by: tuple[str, ...]
    is_forced: bool


def recent_changes(state: DirectoryState, school: School, today: date) -> tuple[RoleChange, ...]:
    """The changes of the last 30 days, and those made with the paper key for ever; the newest first.

    `school` is the same directory read as a school, for the names; `today` is the school's day.
    """
    changes = (_read(change, school) for change in reversed(state.changes))
    return tuple(change for change in changes if change.is_forced or today - change.on <= SHOWN)


def _read(change: Change, school: School) -> RoleChange:
    return RoleChange(
        name=_name(change.person, school),
        role=words()["role"].get(change.role, change.role.replace("_", " ")),
        on=london_day(datetime.fromisoformat(change.at)),
        ends=change.ends,
        approved_by=tuple(_name(signer, school) for signer in change.signers),
        is_forced=change.break_glass,
    )


def _name(person: str, school: School) -> str:
    listed = school.people.get(PersonId(person))
    return listed.name if listed else person
