# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody signed in has half-written, kept in their own vault under a name until it is done or let go."""

from typing import TypeVar

import msgspec

from desktop.session import Session

_Written = TypeVar("_Written")


def keep(session: Session, name: str, written: object) -> None:
    """Keep it in place of what was kept; nothing at all lets that go. Raises KnownError(DISK_*, VAULT_*)."""
    if written:
        at = session.machine.now().isoformat(timespec="seconds")
        session.drafts.save(name, at, msgspec.json.encode(written))
    else:
        session.drafts.discard(name)


def kept(session: Session, name: str, kind: type[_Written]) -> _Written | None:
    """What is kept; None where nothing is, or an older Candour wrote it."""
    found = session.drafts.load(name)
    try:
        return msgspec.json.decode(found, type=kind) if found else None
    except msgspec.ValidationError:
        return None
