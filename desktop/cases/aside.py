# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What did not become part of any record: files that could not be trusted, and entries that have not come (ux.md Y3).

Nothing of their content is here, because nothing of it is ever opened.
"""

from datetime import datetime
from pathlib import Path

import msgspec

from desktop.faults import DeskFault, KnownError
from desktop.people import PersonId
from desktop.session import Session
from desktop.synced import Synced
from storage.ingest import Reason, look_again, set_aside


class AsideFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the shared folder: its name, why it was set aside (a reason of storage.ingest), when it was seen."""

    name: str
    reason: str
    seen_at: datetime

    @property
    def is_newer(self) -> bool:
        """Whether it only waits for an update: a newer Candour made it."""
        return self.reason == Reason.TOO_NEW


class NotArrived(msgspec.Struct, frozen=True, kw_only=True):
    """So many entries of one author were sealed to us and are not here. No author: their key is not known."""

    author: PersonId | None
    count: int


class Aside(msgspec.Struct, frozen=True, kw_only=True):
    """Everything of that kind, the oldest first."""

    files: tuple[AsideFile, ...] = ()
    not_arrived: tuple[NotArrived, ...] = ()

    @property
    def count(self) -> int:
        """How many things there are to look at."""
        return len(self.files) + len(self.not_arrived)


def read_aside(session: Session) -> Aside:
    """Read what was set aside, and what has not arrived."""
    files = (AsideFile(name=name, reason=reason.value, seen_at=at) for name, reason, at in set_aside(session.vault))
    gaps = (NotArrived(author=author, count=len(gap.missing)) for author, gap in session.gaps())
    return Aside(files=tuple(files), not_arrived=tuple(gaps))


def check_again(session: Session) -> Synced:
    """Examine again what an older Candour did not understand, and take in what is new. Raises as `Session.sync`."""
    look_again(session.vault)
    return session.sync()


def save_list(aside: Aside, path: Path) -> None:
    """Write the set-aside files as lines of text that hold no content: file name, reason, moment.

    Raises KnownError(FILE_UNWRITABLE).
    """
    lines = (f"{file.name}\t{file.reason}\t{file.seen_at.isoformat(timespec='seconds')}\n" for file in aside.files)
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError:
        raise KnownError(DeskFault.FILE_UNWRITABLE) from None
