# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records that will not open: really damaged, or saved by a newer Candour."""

from pathlib import Path

from desktop.session import Session
from storage.vault import DATABASE, migrations

PAGE = 4096


def file_of(session: Session) -> Path:
    """The file of somebody's records."""
    return session.vault.folder / DATABASE


def damage(session: Session, table: str) -> Path:
    """Close a session, and turn a byte over in the first page of one of its tables. Returns the file."""
    root = session.vault.database.value("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
    session.close()
    path = file_of(session)
    data = bytearray(path.read_bytes())
    data[(int(str(root)) - 1) * PAGE + 100] ^= 1
    path.write_bytes(data)
    return path


def make_newer(session: Session) -> Path:
    """Close a session, and have its file say that a newer Candour saved it. Returns the file."""
    session.vault.database.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    session.close()
    return file_of(session)
