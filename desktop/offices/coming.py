# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether figures of somebody new in an office may still be low, because what it holds has not all come, in a sentence.

Nobody can count what they have not been sent. What can be told is whether it is coming, and whether the computer that
hands it on has looked at the shared folder since the directory named its new reader (docs/format.md, 'Grants').
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache

import msgspec

import resources
from desktop.clocks import date_words, london_day
from desktop.machine import Machine
from desktop.offices.audience import HANDED_ON, people_for
from desktop.people import PersonId
from desktop.session import Session
from storage.directory import Change
from storage.errors import KnownError
from storage.exchange import CARRIER_FAULTS
from storage.grants import GRANT
from storage.heartbeat import last_known

_LATELY = timedelta(days=1)
_FROM_AUTHORS = timedelta(days=180)
"""For so long it is said that what is older comes from everybody's own computer: most sign in each term."""


def still_coming(session: Session) -> str:
    """The sentence to stand beside figures; "" where there is nothing to say. Reads the shared folder."""
    machine, me = session.machine, session.me
    came = _came(machine, me)
    if came is None:
        return ""
    if _came_lately(session):
        return _words()["coming"]
    before, day = _before(machine, me, came), _day(came)
    if not before:
        is_new = machine.now() - datetime.fromisoformat(came.at) < _FROM_AUTHORS
        return _words()["from_authors"].format(day=day) if is_new else ""
    if _has_looked(machine, before[0], came):
        return ""
    return _words()["not_looked"].format(name=machine.school.people[before[0]].name, day=day)


def not_handed_on(session: Session) -> str:
    """What an audit does not tell somebody new in an office; "" for whoever held it from the first."""
    came = _came(session.machine, session.me)
    return "" if came is None else _words()["not_handed_on"].format(day=_day(came))


def _came(machine: Machine, me: PersonId) -> Change | None:
    """The change by which somebody last came into an office that they hold; None for whoever held it from the first."""
    held = {role.value for role in machine.school.roles_of(me, machine.today())}
    mine = [each for each in machine.state.changes if each.person == me and not each.ends and each.role in held]
    return max(mine, key=lambda each: each.n, default=None)


def _before(machine: Machine, me: PersonId, came: Change) -> tuple[PersonId, ...]:
    """Who is sent what staff have read, and was so before that change; whoever comes first hands it on."""
    later = {each.person for each in machine.state.changes if not each.ends and each.n >= came.n}
    people = people_for("staff:", machine.school, machine.today())
    return machine.with_keys((each for each in people if each not in later), beside=me)


def _came_lately(session: Session) -> bool:
    """Say whether anything of the kind was handed to this vault within a day."""
    since = (session.machine.now() - _LATELY).strftime("%Y-%m-%dT%H:%M:%SZ")
    given = (each.case for each in session.entries.marks([GRANT], since) if each.author != session.vault.kid)
    kinds = (session.entries.kind_and_case(case) for case in given)
    return any(found is not None and found[0] in HANDED_ON for found in kinds)


def _has_looked(machine: Machine, person: PersonId, came: Change) -> bool:
    """Say whether a vault of theirs has known that change; also where nobody can say, because the folder is away."""
    try:
        return last_known(machine.state, machine.exchange, machine.state.active_kids(person)) >= came.n
    except KnownError as error:
        if error.code not in CARRIER_FAULTS:
            raise
        return True


def _day(came: Change) -> str:
    return date_words(london_day(datetime.fromisoformat(came.at)))


@cache
def _words() -> Mapping[str, str]:
    return msgspec.toml.decode(resources.text("offices/words.toml"), type=dict[str, str])
