# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nobody is locked out for good: changing a passphrase, the recovery kit, and coming back with its code.

There is no reset and no key that opens everything (security.md 3.11). Who has neither the passphrase nor the sheet gets
a new sign-in from an officer, and their old records from whoever else could read them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from desktop.backup import Restored, backups_folder, restore
from desktop.faults import DeskFault
from desktop.passphrases import check_choice, known_names
from desktop.people import PersonId
from desktop.phrases import fingerprint
from desktop.services import Candour
from desktop.session import Session
from storage.errors import Fault, KnownError
from storage.files import write_whole
from storage.kit import CHECKED_GROUPS, check_kit, kit_of, use_kit
from storage.recovery_code import RecoveryCode, new_recovery_code, read_recovery_code
from storage.slots import Cost, calibrate
from storage.vault import change_passphrase, open_vault_with_code

__all__ = ["CHECKED_GROUPS", "KitState", "NewKit"]


_NOT_HERE = frozenset({Fault.WRONG_RECOVERY_CODE, Fault.SLOT_DAMAGED, Fault.VAULT_DAMAGED})
"""Why a code opens nothing here, where a backup may still be opened with it."""


@dataclass(frozen=True, slots=True)
class NewKit:
    """A kit that is not in use yet: its sheet as a PDF, and the code on it. Neither is kept anywhere."""

    code: RecoveryCode = field(repr=False)
    sheet: bytes = field(repr=False)

    @property
    def groups(self) -> tuple[str, ...]:
        """The code as it is printed."""
        return self.code.groups

    def save(self, target: Path) -> None:
        """Leave the sheet where it can be printed from, for its owner alone.

        Raises KnownError(FILE_THERE_ALREADY, DISK_*).
        """
        if target.exists():
            raise KnownError(DeskFault.FILE_THERE_ALREADY)
        write_whole(target, self.sheet)


@dataclass(frozen=True, slots=True)
class KitState:
    """A kit in use: when it was made, and when two of its groups were last typed back."""

    made_on: date
    checked_on: date


def new_kit(session: Session) -> NewKit:
    """Draw a recovery code and print its sheet. Nothing opens with it until `take_into_use`."""
    machine, code = session.machine, new_recovery_code()
    school = machine.school
    from desktop.documents.recovery_sheet import SheetInput, recovery_sheet

    sheet = recovery_sheet(
        SheetInput(
            school=school.name,
            fingerprint=fingerprint(school.school_id),
            person=school.people[session.me].name,
            vault=session.vault.vault_id,
            backups=str(backups_folder(machine.home)),
            made_at=machine.now(),
            groups=code.groups,
            secret_key=code.secret_key,
        )
    )
    return NewKit(code, sheet.content)


def take_into_use(session: Session, kit: NewKit, typed: Sequence[str], passphrase: str) -> None:
    """Have the sign-in open with this kit from now on, and with none before it, once two groups were typed back.

    `typed` holds the groups CHECKED_GROUPS. Slow: it stretches the passphrase. Raises KnownError(RECOVERY_GROUP_WRONG,
    WRONG_PASSPHRASE, SLOT_DAMAGED, DISK_*); then nothing has changed.
    """
    use_kit(session.vault, passphrase.encode(), kit.code, typed, session.machine.today())


def check_sheet(session: Session, typed: Sequence[str]) -> None:
    """Note that the sheet is there, when these are its groups CHECKED_GROUPS.

    Raises KnownError(NO_RECOVERY_KIT, RECOVERY_GROUP_WRONG, WRONG_RECOVERY_CODE).
    """
    check_kit(session.vault, typed, session.machine.today())


def kit_state(session: Session) -> KitState | None:
    """The kit with which this sign-in can be recovered, if there is one."""
    kit = kit_of(session.vault)
    if kit is None:
        return None
    return KitState(date.fromisoformat(kit.made_on), date.fromisoformat(kit.checked_on))


def choose_passphrase(session: Session, old: str, new: str, cost: Cost) -> None:
    """Change the passphrase of whoever is signed in. Slow: it stretches both.

    Copies of the records made before still open with the old one. Raises KnownError(PASSPHRASE_*, WRONG_PASSPHRASE,
    SLOT_DAMAGED, DISK_*); then the old one is still good.
    """
    check_choice(new, known_names(session.machine.school, session.me))
    change_passphrase(session.vault, old.encode(), new.encode(), cost)


def change_here(session: Session, old: str, new: str, seconds: Callable[[], float]) -> None:
    """The same, at what a guess costs on this computer; `seconds` is a clock that only runs forwards."""
    check_choice(new, known_names(session.machine.school, session.me))
    choose_passphrase(session, old, new, calibrate(seconds))


def come_back(candour: Candour, person: PersonId, typed_code: str, new: str, cost: Cost) -> None:
    """Open somebody's sign-in on this computer with its recovery code, and with a new passphrase from then on.

    Raises KnownError(PASSPHRASE_*, RECOVERY_CODE_LENGTH, RECOVERY_GROUP_WRONG, WRONG_RECOVERY_CODE, SLOT_DAMAGED,
    VAULT_*, DISK_*); then nothing has changed.
    """
    check_choice(new, known_names(candour.school, person))
    code = read_recovery_code(typed_code)
    open_vault_with_code(candour.machine.home.vault(person), code, new.encode(), cost).close()


def come_back_here(
    candour: Candour, person: PersonId, typed_code: str, new: str, seconds: Callable[[], float], backup: Path | None
) -> PersonId:
    """The same, at what a guess costs on this computer; where nothing here opens, from a backup or a folder of them.

    Returns whose records they are: a backup says so itself. Records here that are damaged are put beside. Raises as
    `come_back`, and with a backup as `restore`.
    """
    check_choice(new, known_names(candour.school, person))
    cost = calibrate(seconds)
    try:
        come_back(candour, person, typed_code, new, cost)
    except KnownError as error:
        if backup is None or error.code not in _NOT_HERE:
            raise
        person = restore(candour, backup, typed_code, instead=True).backup.person
        come_back(candour, person, typed_code, new, cost)
    return person


def restore_for(candour: Candour, backup: Path, typed_code: str, new: str) -> Restored:
    """Restore records to a computer that has none of them; `come_back_here` gives them the new passphrase.

    That comes second because only then the school's names are known, which no passphrase may be. Raises as `restore`,
    and KnownError(PASSPHRASE_*) before anything is opened.
    """
    check_choice(new, ())
    return restore(candour, backup, typed_code)
