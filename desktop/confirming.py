# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Asking for the passphrase again before something that changes who can read what (ux.md A5)."""

from desktop.session import Session
from storage.slots import load_slots, unwrap


def confirm_passphrase(session: Session, passphrase: str) -> None:
    """Say nothing when this is the passphrase of the person signed in. Slow: it stretches it.

    Raises KnownError(WRONG_PASSPHRASE, SLOT_DAMAGED, NO_VAULT).
    """
    unwrap(load_slots(session.vault.folder), passphrase.encode())
