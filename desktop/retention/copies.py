# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Older copies of somebody's records that stand beside them on this computer, which destroying does not reach."""

from desktop.session import Session


def copies_beside(session: Session) -> tuple[str, ...]:
    """The names of the folders into which a restored vault put what was there before (desktop.backup)."""
    folder = session.vault.folder
    return tuple(sorted(path.name for path in folder.parent.glob(f"{folder.name}.until-*")))
