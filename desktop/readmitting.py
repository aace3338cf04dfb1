# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Letting somebody back in who has neither passphrase nor sheet: a new sign-in in place of the lost one.

The lost key is withdrawn and the new one listed in one step, by whoever may do both: for an office that reads reports
two officers (docs/format.md, 'Directory'). Nothing old opens with the new key; another reader hands it on.
"""

import shutil
from collections.abc import Sequence

from desktop.faults import DeskFault
from desktop.founding import publish_together
from desktop.passphrases import check_choice, known_names
from desktop.people import PersonId
from desktop.session import Session
from storage.charter import KeyData, RevokeData
from storage.errors import Fault, KnownError
from storage.files import disk_faults
from storage.keys import SigningSecret
from storage.slots import Cost
from storage.vault import create_vault


def make_another_sign_in(
    session: Session, person: PersonId, passphrase: str, cost: Cost, others: Sequence[SigningSecret] = ()
) -> int:
    """Make somebody's new sign-in on this computer, and withdraw every key they had. Returns how many those were.

    Whoever is signed in vouches for them, with `others` where one does not suffice. Records of theirs that are here are
    put beside, never deleted. Raises KnownError(SIGN_IN_NOT_YOURS, PASSPHRASE_*, DISK_*); then nothing has changed.
    """
    machine = session.machine
    check_choice(passphrase, known_names(machine.school, person))
    if person == session.me:
        raise KnownError(DeskFault.SIGN_IN_NOT_YOURS)
    folder = machine.home.vault(person)
    beside = folder.with_name(f"{folder.name}.until-{machine.now():%Y%m%dT%H%M%SZ}")
    was_here = folder.exists()
    if was_here:
        with disk_faults():
            folder.rename(beside)
    try:
        vault = create_vault(folder, person=person, passphrase=passphrase.encode(), cost=cost)
        try:
            vault.belong_to(machine.state.school)
            public = vault.keys.public
            lost = machine.state.active_kids(person)
            new = KeyData(person=person, sign=public.sign, seal=public.seal)
            statements = [*(("revoke", RevokeData(kid=kid)) for kid in lost), ("key", new)]
            publish_together(machine, statements, (session.vault.keys.signing, *others, vault.keys.signing))
        finally:
            vault.close()
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if was_here:
            beside.rename(folder)
        if isinstance(error, KnownError) and error.code is Fault.DIRECTORY_REFUSED:
            raise KnownError(DeskFault.SIGN_IN_NOT_YOURS) from None
        raise
    return len(lost)
