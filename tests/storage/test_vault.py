# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import vault as vault_module
from storage.database import PLAIN_HEADER, Database
from storage.errors import Fault
from storage.recovery_code import RecoveryCode, new_recovery_code
from storage.slots import FLOOR
from storage.vault import (
    Vault,
    change_passphrase,
    check_passphrase,
    create_vault,
    migrate,
    migrations,
    open_vault,
    open_vault_with_code,
    set_recovery_code,
    wipe_vault,
)
from tests.storage.school import PASSPHRASE, SCHOOL, Shelf, person, refusing, seed

CODE = RecoveryCode(seed("recovery code")[:16])
OTHER = b"another passphrase of theirs"


@pytest.fixture
def vault(shelf: Shelf, tmp_path: Path) -> Iterator[Vault]:
    opened = shelf.take("ta", tmp_path / "vault")
    yield opened
    opened.close()


def made(folder: Path) -> Vault:
    return create_vault(folder, person=person("ta"), passphrase=PASSPHRASE, cost=FLOOR)


@pytest.mark.parametrize("umask", [0, 0o022], ids=["umask 0", "umask 022"])
def test_a_vault_is_its_owner_s_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        made(tmp_path / "vaults" / "one").close()
    finally:
        os.umask(before)
    folder = tmp_path / "vaults" / "one"
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder.parent, folder, *folder.iterdir())}
    assert {modes.pop("vaults"), modes.pop("one")} == {0o700}
    assert set(modes.values()) == {0o600}
    assert {"vault.db", "vault.keys", "vault.keys.bak"} <= modes.keys()


def test_a_vault_is_opened_by_its_passphrase_as_it_was_left(tmp_path: Path) -> None:
    first = made(tmp_path / "one")
    first.set_meta("note", b"kept")
    facts = (first.person, first.vault_id, first.kid, first.keys.sealing)
    first.close()
    again = open_vault(tmp_path / "one", PASSPHRASE)
    assert (again.person, again.vault_id, again.kid, again.keys.sealing) == facts
    assert again.person == person("ta")
    assert again.meta("note") == b"kept"
    assert not (tmp_path / "one" / "vault.db").read_bytes().startswith(PLAIN_HEADER)
    again.close()


def test_a_vault_is_never_made_over_another(vault: Vault) -> None:
    with refusing(Fault.VAULT_EXISTS):
        made(vault.folder)


def test_a_vault_that_could_not_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(vault_module, "migrate", fails)
    with pytest.raises(KeyboardInterrupt):
        made(tmp_path / "vaults" / "one")
    assert list((tmp_path / "vaults").iterdir()) == []


def test_a_disk_that_cannot_even_be_cleared_up_after_is_told_by_its_first_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", fails)
    monkeypatch.setattr(shutil, "rmtree", fails)
    with refusing(Fault.DISK_ERROR):
        made(tmp_path / "vaults" / "one")


def test_a_wrong_passphrase_and_no_vault_are_refused_alike(vault: Vault, tmp_path: Path) -> None:
    vault.close()
    for folder in (vault.folder, tmp_path / "nobody's"):
        with refusing(Fault.WRONG_PASSPHRASE):
            open_vault(folder, b"a wrong passphrase")


def test_damaged_slots_say_so(vault: Vault) -> None:
    vault.close()
    for name in ("vault.keys", "vault.keys.bak"):
        (vault.folder / name).write_bytes(b"{}")
    with refusing(Fault.SLOT_DAMAGED):
        open_vault(vault.folder, PASSPHRASE)


def test_a_changed_passphrase_opens_and_the_one_before_it_does_not(vault: Vault) -> None:
    change_passphrase(vault, PASSPHRASE, OTHER, FLOOR)
    vault.close()
    open_vault(vault.folder, OTHER).close()
    with refusing(Fault.WRONG_PASSPHRASE):
        open_vault(vault.folder, PASSPHRASE)


def test_a_passphrase_is_changed_by_who_knows_it(vault: Vault) -> None:
    with refusing(Fault.WRONG_PASSPHRASE):
        change_passphrase(vault, OTHER, OTHER, FLOOR)
    vault.close()
    open_vault(vault.folder, PASSPHRASE).close()


def test_a_code_opens_with_a_new_passphrase_from_then_on(vault: Vault) -> None:
    vault.set_meta("note", b"still here")
    set_recovery_code(vault, PASSPHRASE, CODE)
    vault.close()
    open_vault_with_code(vault.folder, CODE, OTHER, FLOOR).close()
    opened = open_vault(vault.folder, OTHER)
    assert opened.meta("note") == b"still here"
    opened.close()
    with refusing(Fault.WRONG_PASSPHRASE):
        open_vault(vault.folder, PASSPHRASE)


def test_a_code_opens_again_after_a_passphrase_was_changed(vault: Vault) -> None:
    set_recovery_code(vault, PASSPHRASE, CODE)
    change_passphrase(vault, PASSPHRASE, OTHER, FLOOR)
    vault.close()
    open_vault_with_code(vault.folder, CODE, PASSPHRASE, FLOOR).close()
    open_vault(vault.folder, PASSPHRASE).close()


def test_a_new_code_makes_the_one_before_it_useless(vault: Vault) -> None:
    set_recovery_code(vault, PASSPHRASE, CODE)
    set_recovery_code(vault, PASSPHRASE, new_recovery_code())
    vault.close()
    with refusing(Fault.WRONG_RECOVERY_CODE):
        open_vault_with_code(vault.folder, CODE, OTHER, FLOOR)
    open_vault(vault.folder, PASSPHRASE).close()


def test_a_code_changes_nothing_while_the_vault_is_open(vault: Vault) -> None:
    set_recovery_code(vault, PASSPHRASE, CODE)
    with refusing(Fault.VAULT_IN_USE):
        open_vault_with_code(vault.folder, CODE, OTHER, FLOOR)
    vault.close()
    open_vault(vault.folder, PASSPHRASE).close()


def test_opening_brings_up_a_copy_of_the_slots_that_stayed_behind(vault: Vault) -> None:
    old = (vault.folder / "vault.keys.bak").read_bytes()
    change_passphrase(vault, PASSPHRASE, OTHER, FLOOR)
    vault.close()
    (vault.folder / "vault.keys.bak").write_bytes(old)
    open_vault(vault.folder, OTHER).close()
    (vault.folder / "vault.keys").unlink()
    with refusing(Fault.WRONG_PASSPHRASE):
        open_vault(vault.folder, PASSPHRASE)


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
def test_a_lost_or_emptied_database_says_so_and_stays_so(vault: Vault, damage: object) -> None:
    vault.close()
    assert callable(damage)
    damage(vault.folder / "vault.db")
    for _ in range(2):
        with refusing(Fault.VAULT_DAMAGED):
            open_vault(vault.folder, PASSPHRASE)


def test_a_vault_is_open_once_in_this_process(vault: Vault) -> None:
    with refusing(Fault.VAULT_IN_USE):
        open_vault(vault.folder, PASSPHRASE)
    vault.set_meta("note", b"still ours")


def test_a_vault_is_open_once_on_this_machine(vault: Vault) -> None:
    program = f"""
from pathlib import Path
from storage.errors import KnownError
from storage.vault import open_vault
try:
    open_vault(Path({str(vault.folder)!r}), {PASSPHRASE!r})
except KnownError as error:
    print(error.code)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == Fault.VAULT_IN_USE


@pytest.mark.parametrize("fact", ["person", "vault", "signing", "sealing"])
def test_a_vault_without_one_of_its_facts_is_damaged(vault: Vault, fact: str) -> None:
    vault.database.execute("DELETE FROM meta WHERE name = ?", (fact,))
    with refusing(Fault.VAULT_DAMAGED):
        Vault(vault.folder, vault.database)


def test_a_vault_belongs_to_one_school_for_good(vault: Vault) -> None:
    schools = [vault.school]
    for school in (SCHOOL, SCHOOL):
        vault.belong_to(school)
        schools.append(vault.school)
    with refusing(Fault.SCHOOL_REFUSED):
        vault.belong_to("ab" * 32)
    assert [*schools, vault.school] == [None, SCHOOL, SCHOOL, SCHOOL]


def test_a_short_passphrase_is_refused() -> None:
    check_passphrase("fifteen letters")
    with refusing(Fault.PASSPHRASE_SHORT):
        check_passphrase("fourteen lette")


# Versions.


def version(database: Database) -> object:
    return database.value("PRAGMA user_version")


def test_a_new_vault_has_the_newest_version(vault: Vault) -> None:
    assert version(vault.database) == len(migrations()) >= 1


def test_a_vault_of_a_newer_candour_is_refused_and_left_alone(vault: Vault) -> None:
    newer = len(migrations()) + 1
    vault.database.execute(f"PRAGMA user_version = {newer}")
    vault.close()
    before = (vault.folder / "vault.db").read_bytes()
    with refusing(Fault.VAULT_TOO_NEW):
        open_vault(vault.folder, PASSPHRASE)
    assert (vault.folder / "vault.db").read_bytes() == before


ADDS_A_TABLE = "-- adds a table\nCREATE TABLE later (x INTEGER) STRICT;\nINSERT INTO later VALUES (7);\n"
FAILS = "INSERT INTO nowhere VALUES (1);\n"
FAILS_HALF_WAY = f"{ADDS_A_TABLE}{FAILS}"


def test_migrating_keeps_what_was_there_and_a_copy_of_it_aside(vault: Vault, shelf: Shelf) -> None:
    vault.set_meta("note", b"kept")
    scripts = (*migrations(), ADDS_A_TABLE)
    migrate(vault.database, vault.folder, scripts)
    assert version(vault.database) == len(scripts)
    assert vault.database.value("SELECT x FROM later") == 7
    assert vault.meta("note") == b"kept"
    aside = vault.folder / f"vault-before-{len(scripts)}.db"
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    assert not aside.read_bytes().startswith(PLAIN_HEADER)
    vault.close()
    aside.replace(vault.folder / "vault.db")
    before = shelf.open_again(vault.folder)
    assert version(before) == len(migrations())
    assert before.value("SELECT value FROM meta WHERE name = 'note'") == b"kept"
    before.close()


def test_migrating_is_done_once(vault: Vault) -> None:
    scripts = (*migrations(), ADDS_A_TABLE)
    migrate(vault.database, vault.folder, scripts)
    migrate(vault.database, vault.folder, scripts)
    assert vault.database.value("SELECT count(*) FROM later") == 1


def test_a_migration_that_fails_half_way_changes_nothing(vault: Vault) -> None:
    before = vault.database.rows("SELECT sql FROM sqlite_schema")
    with pytest.raises(Exception, match="nowhere"):
        migrate(vault.database, vault.folder, (*migrations(), FAILS_HALF_WAY))
    assert version(vault.database) == len(migrations())
    assert vault.database.rows("SELECT sql FROM sqlite_schema") == before
    migrate(vault.database, vault.folder, (*migrations(), ADDS_A_TABLE))
    assert vault.database.value("SELECT count(*) FROM later") == 1


def test_several_migrations_are_one_step(vault: Vault) -> None:
    with pytest.raises(Exception, match="nowhere"):
        migrate(vault.database, vault.folder, (*migrations(), ADDS_A_TABLE, FAILS))
    assert version(vault.database) == len(migrations())


def test_a_fresh_vault_is_not_copied_aside(vault: Vault) -> None:
    assert not list(vault.folder.glob("vault-before-*"))


@pytest.mark.parametrize("number", range(len(migrations())))
def test_no_statement_of_a_schema_holds_a_semicolon(number: int) -> None:
    """They are taken apart at semicolons: each part must be a whole statement that SQLite knows."""
    parts = vault_module._statements(migrations()[number])
    assert all(part.count("(") == part.count(")") and part.count("'") % 2 == 0 for part in parts)
    assert all(part.split()[0] in {"CREATE", "ALTER", "DROP", "UPDATE", "INSERT", "DELETE"} for part in parts)
    assert not any("TRIGGER" in part for part in parts)


def test_wiping_destroys_the_keys_before_anything_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "vault").close()

    def killed(_folder: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(shutil, "rmtree", killed)
    with pytest.raises(KeyboardInterrupt):
        wipe_vault(tmp_path / "vault")
    assert list((tmp_path / "vault").glob("vault.keys*")) == []
