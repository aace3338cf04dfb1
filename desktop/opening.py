# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Beginning a session with an open vault: the one place where a session meets what it carries out at each look."""

from desktop.admission import check_admitted
from desktop.cases.meaning import Meaning
from desktop.machine import Machine
from desktop.retention.carrying import carry_out
from desktop.session import Session
from storage.ingest import look_again
from storage.vault import Vault


def open_session(machine: Machine, vault: Vault, meaning: Meaning) -> Session:
    """Begin a session, or close the vault. Raises KnownError(SCHOOL_REFUSED, SIGN_IN_WAITING)."""
    try:
        vault.belong_to(machine.state.school)
        check_admitted(machine, vault)
        if not vault.database.is_read_only:
            look_again(vault)
        return Session(machine, vault, meaning, carry_out)
    except BaseException:
        vault.close()
        raise
