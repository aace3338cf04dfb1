# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Searching somebody's records, and putting on record that they did (F18): that it was done, never for what.

It is told to those who hold the offices that look after the records with them, so that nobody trawls unseen; about
the chair's own searches only those who oversee the head with them are told.
"""

from desktop.cases.rows import SEARCH, CaseRow
from desktop.people import PersonId, Role
from desktop.searching.words import MOST_FOUND, sought
from desktop.session import Session
from storage.compose import Content

_RULE = "search"
_OVERSEEING = (Role.CHAIR, Role.VICE_CHAIR, Role.GROUP_LEAD)
_LOOKING_AFTER = (Role.HEAD, Role.DSL)


def search(session: Session, typed: str) -> tuple[CaseRow, ...]:
    """Find the records in which each of these words begins one, the latest first. Drafts are not among them."""
    return tuple(sorted(map(session.row, session.find_words(sought(typed), MOST_FOUND)), key=lambda row: -_at(row)))


def note_search(session: Session) -> None:
    """Put on record that this person searched, now. Raises KnownError(DISK_*, VAULT_*)."""
    machine = session.machine
    content = Content(
        kind=SEARCH,
        data={"form": SEARCH, "answers": {}},
        rule=_RULE,
        at=machine.now(),
        directory=(machine.state.n, machine.state.head),
    )
    session.write(content, watchers(session))


def watchers(session: Session) -> tuple[PersonId, ...]:
    """Who is told of a search of this person's: the others in the offices beside theirs who have a sign-in."""
    machine = session.machine
    school, today = machine.school, machine.today()
    roles = _OVERSEEING if school.roles_of(session.me, today) & {*_OVERSEEING} else _LOOKING_AFTER
    others = dict.fromkeys(person for role in roles for person in school.holders(role, today) if person != session.me)
    return tuple(person for person in others if machine.state.active_keys(person))


def _at(row: CaseRow) -> float:
    return row.filed_at.timestamp()
