# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a window reads when it starts, and what a locked one leaves for the clean process that follows it."""

from dataclasses import dataclass

from desktop.people import PersonId, School
from desktop.services import Candour
from desktop.session import Session
from storage.files import disk_faults, write_whole

_LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Start:
    """What stands at the beginning: the school, if there is one, and who locked the screen, if somebody did."""

    school: School | None
    locked_by: PersonId | None


@dataclass(frozen=True, slots=True)
class Seen:
    """Who has signed in: the school as they find it, and whether reports may be sealed to them."""

    school: School
    is_reviewer: bool


def read_start(candour: Candour) -> Start:
    """Read the school of this machine. Raises KnownError(DIRECTORY_REFUSED, DISK_*)."""
    if not candour.has_school:
        return Start(None, None)
    lock = candour.machine.home.root / _LOCKED
    with disk_faults():
        person = lock.read_text(encoding="ascii") if lock.exists() else ""
    school = candour.school
    return Start(school, PersonId(person) if person in school.people else None)


def look_at(candour: Candour, session: Session) -> Seen:
    """Read what the window needs to know of who has signed in."""
    return Seen(candour.school, session.is_reviewer)


def close_locked(candour: Candour, session: Session) -> None:
    """Close a session, and note whose screen this is: their id and nothing else. Raises KnownError(DISK_*)."""
    session.close()
    write_whole(candour.machine.home.root / _LOCKED, session.me.encode("ascii"))


def forget_lock(candour: Candour) -> None:
    """Let the next start be anybody's. Raises KnownError(DISK_*)."""
    with disk_faults():
        (candour.machine.home.root / _LOCKED).unlink(missing_ok=True)
