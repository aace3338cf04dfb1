# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Putting on record that somebody searched, or looked at a person's page (F18): that they did, not for what or whose.

It is told to those who hold the offices that look after the records with them, so that nobody trawls unseen; what the
chair does so, only to those who oversee the head with them.
"""

from desktop.cases.rows import LOOK, SEARCH
from desktop.people import PersonId, Role
from desktop.session import Session

_OVERSEEING = (Role.CHAIR, Role.VICE_CHAIR, Role.GROUP_LEAD)
_LOOKING_AFTER = (Role.HEAD, Role.DSL)


def note_search(session: Session) -> None:
    """Put on record that this person searched, now. Raises KnownError(DISK_*, VAULT_*)."""
    _note(session, SEARCH)


def note_look(session: Session) -> None:
    """Put on record that this person looked at somebody's page, now. Raises KnownError(DISK_*, VAULT_*)."""
    _note(session, LOOK)


def watchers(session: Session) -> tuple[PersonId, ...]:
    """Who is told of it: the others in the offices beside this person's who have a sign-in."""
    machine = session.machine
    school, today = machine.school, machine.today()
    roles = _OVERSEEING if school.roles_of(session.me, today) & {*_OVERSEEING} else _LOOKING_AFTER
    return machine.with_keys(school.holding(roles, today), beside=session.me)


def _note(session: Session, kind: str) -> None:
    if not session.is_read_only:
        content = session.machine.content(kind, {"form": kind, "answers": {}}, kind)
        session.write(content, watchers(session))
