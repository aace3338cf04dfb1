# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records that will not open as usual, opened to be read and no more; and what may be told of them (ux.md Y5).

Whoever reads so leaves no entry that says it, because nothing can be written. So only what does not open otherwise is
opened so.
"""

import platform

from desktop.opening import open_session
from desktop.people import PersonId
from desktop.services import Candour
from desktop.session import Session
from desktop.version import VERSION
from storage.errors import Fault, KnownError
from storage.files import disk_faults
from storage.vault import DATABASE, migrations, open_vault_to_read

WONT_OPEN = frozenset({Fault.VAULT_DAMAGED, Fault.VAULT_TOO_NEW})
"""The faults of records that their passphrase opens, and that cannot be used as they are."""


def open_to_read(candour: Candour, person: PersonId, passphrase: str) -> Session:
    """Open somebody's records: as usual, or where that fails to be read only. Slow: it stretches the passphrase.

    Raises as `Candour.sign_in`; VAULT_DAMAGED where not even that can be read which all reading needs.
    """
    try:
        return candour.sign_in(person, passphrase)
    except KnownError as error:
        if error.code not in WONT_OPEN:
            raise
    vault = open_vault_to_read(candour.machine.home.vault(person), passphrase.encode())
    return open_session(candour.machine, vault, candour.meaning)


def details(candour: Candour, person: PersonId, error: KnownError) -> str:
    """What whoever looks after Candour needs to know: versions, the fault, the file's size. Nothing about anybody.

    Raises KnownError(DISK_*).
    """
    path = candour.machine.home.vault(person) / DATABASE
    with disk_faults():
        size = f"{path.stat().st_size} bytes" if path.exists() else "not there"
    return "\n".join(
        [
            f"Candour {VERSION}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
            f"Fault: {error.code.value}",
            f"Records: {size}; this Candour knows their form up to {len(migrations())}",
        ]
    )
