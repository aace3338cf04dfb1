# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A note about a person, tied to no report (ux.md R5): for those who would read a concern about them, never for them.

It decides nothing and starts no clock. Whoever else reads it has it among what they have still to note.
"""

from collections.abc import Mapping, Sequence

from desktop.attaching.adding import Attached
from desktop.faults import DeskFault
from desktop.filing import Filed, readers_by_rule
from desktop.half_written import keep, kept
from desktop.people import PersonId
from desktop.session import Session
from storage.errors import KnownError

PERSON_NOTE = "person_note"


def write_note(
    session: Session, person: PersonId, values: Mapping[str, object], files: Sequence[Attached] = ()
) -> Filed:
    """Write a note about somebody else.

    Raises AnswersError; KnownError(NOTE_ABOUT_YOURSELF, NO_SUCH_FORM), the last for somebody without an office, and
    what `Session.file` raises.
    """
    if person == session.me:
        raise KnownError(DeskFault.NOTE_ABOUT_YOURSELF)
    return session.file(PERSON_NOTE, {**values, "about": person}, files)


def note_readers(session: Session, person: PersonId) -> tuple[str, ...]:
    """Name who would read a note about somebody. Raises KnownError(NO_SUCH_FORM) for somebody without an office."""
    school, spec = session.machine.school, session.meaning.forms[PERSON_NOTE]
    readers = readers_by_rule(spec, {"about": person}, session.me, school, session.machine.today())
    return tuple(school.people[reader].name for reader in readers)


def keep_note(session: Session, person: PersonId, typed: Mapping[str, object]) -> None:
    """Keep what is half-written about somebody; nothing at all lets the draft go."""
    keep(session, _draft(person), typed)


def kept_note(session: Session, person: PersonId) -> dict[str, object]:
    """What is half-written about somebody; nothing where there is no draft."""
    return kept(session, _draft(person), dict[str, object]) or {}


def _draft(person: PersonId) -> str:
    return f"person {person} note"
