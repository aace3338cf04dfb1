# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a vault on this computer belongs to somebody whom the school has let in."""

from desktop.faults import DeskFault
from desktop.machine import Machine
from storage.errors import KnownError
from storage.vault import Vault


def check_admitted(machine: Machine, vault: Vault) -> None:
    """Refuse a vault, somebody's first or a further one, until it is admitted. Raises KnownError(SIGN_IN_WAITING)."""
    if vault.kid in machine.state.keys:
        return
    machine.refresh()
    if vault.kid not in machine.state.keys:
        raise KnownError(DeskFault.SIGN_IN_WAITING)
