# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from storage.errors import Fault
from storage.kit import CHECKED_GROUPS, check_kit, kit_of, use_kit
from storage.recovery_code import RecoveryCode, new_recovery_code
from storage.slots import FLOOR
from storage.vault import Vault, open_vault_with_code, set_recovery_code
from tests.storage.school import PASSPHRASE, Shelf, refusing, seed

CODE = RecoveryCode(seed("recovery code")[:16])
TODAY, LATER = date(2026, 3, 12), date(2027, 3, 12)


@pytest.fixture
def vault(shelf: Shelf, tmp_path: Path) -> Iterator[Vault]:
    opened = shelf.take("ta", tmp_path / "vault")
    yield opened
    opened.close()


def typed(code: RecoveryCode = CODE) -> tuple[str, ...]:
    return tuple(code.groups[number - 1] for number in CHECKED_GROUPS)


def test_a_vault_begins_without_a_kit(vault: Vault) -> None:
    assert kit_of(vault) is None


def test_a_kit_is_in_use_once_its_groups_were_typed_back(vault: Vault) -> None:
    use_kit(vault, PASSPHRASE, CODE, typed(), TODAY)
    kit = kit_of(vault)
    assert kit is not None
    assert (kit.recipient, kit.made_on, kit.checked_on) == (CODE.recipient, "2026-03-12", "2026-03-12")


def test_it_opens_the_vault(vault: Vault) -> None:
    use_kit(vault, PASSPHRASE, CODE, typed(), TODAY)
    vault.close()
    open_vault_with_code(vault.folder, CODE, b"another passphrase", FLOOR).close()


def test_what_was_typed_has_to_be_on_the_sheet(vault: Vault) -> None:
    with refusing(Fault.RECOVERY_GROUP_WRONG, group=6):
        use_kit(vault, PASSPHRASE, CODE, (typed()[0], new_recovery_code().groups[5]), TODAY)
    assert kit_of(vault) is None


def test_a_kit_is_made_by_who_knows_the_passphrase(vault: Vault) -> None:
    with refusing(Fault.WRONG_PASSPHRASE):
        use_kit(vault, b"some other passphrase", CODE, typed(), TODAY)
    assert kit_of(vault) is None


def test_a_kit_that_was_cut_off_half_way_is_none(vault: Vault) -> None:
    """Backups would be sealed to a code that opens nothing inside them."""
    use_kit(vault, PASSPHRASE, CODE, typed(), TODAY)
    set_recovery_code(vault, PASSPHRASE, new_recovery_code())
    assert kit_of(vault) is None


def test_the_sheet_is_checked_by_two_of_its_groups(vault: Vault) -> None:
    use_kit(vault, PASSPHRASE, CODE, typed(), TODAY)
    check_kit(vault, tuple(group.lower() for group in typed()), LATER)
    kit = kit_of(vault)
    assert kit is not None
    assert (kit.made_on, kit.checked_on) == ("2026-03-12", "2027-03-12")


def test_another_sheet_is_not_taken_for_it(vault: Vault) -> None:
    use_kit(vault, PASSPHRASE, CODE, typed(), TODAY)
    with refusing(Fault.WRONG_RECOVERY_CODE):
        check_kit(vault, typed(new_recovery_code()), LATER)
    kit = kit_of(vault)
    assert kit is not None
    assert kit.checked_on == "2026-03-12"


def test_without_a_kit_there_is_nothing_to_check(vault: Vault) -> None:
    with refusing(Fault.NO_RECOVERY_KIT):
        check_kit(vault, typed(), TODAY)


def test_the_vault_holds_no_more_of_the_code_than_a_hash(vault: Vault) -> None:
    use_kit(vault, PASSPHRASE, CODE, typed(), TODAY)
    kept = b"".join(
        bytes(value) for (value,) in vault.database.rows("SELECT value FROM meta") if isinstance(value, bytes)
    )
    for group in CODE.groups:
        assert group.encode() not in kept
    assert CODE.secret not in kept
    assert CODE.secret_key.encode() not in kept
