# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A lost machine loses nothing: what a backup holds comes back, on a machine that has only it and the sheet."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.backup import BackedUp, back_up, back_up_if_due, check_backup, last_backup, restore
from desktop.cases.acting import act
from desktop.recovery import come_back
from desktop.services import Candour, open_candour
from desktop.session import Session
from desktop.soundness import check
from desktop.synced import Alarm
from storage import backup as backup_module
from storage.errors import Fault, KnownError
from storage.exchange import BACKUPS
from storage.home import Place
from storage.recovery_code import new_recovery_code
from storage.slots import FLOOR
from tests.desktop.desks import Desks
from tests.desktop.test_recovery import kit_for
from tests.school import Member

NEW = "window carpet onion tunnel"


def file(desks: Desks, by: Member) -> str:
    return desks.concern(by, desks.school.teacher)


def code_of(session: Session, member: Member) -> str:
    return " ".join(kit_for(session, member).groups)


def backed_up(desks: Desks) -> tuple[str, BackedUp]:
    """The DSL has taken in a concern, made a kit and backed up. Returns the code and the backup."""
    dsl = desks.school.dsl
    file(desks, desks.school.ta)
    desks.sync(dsl)
    code = code_of(desks.of(dsl), dsl)
    return code, back_up(desks.of(dsl))


def entries(session: Session) -> set[str]:
    return {stored.entry.eid for stored in session.entries.everything()}


def elsewhere(desks: Desks, tmp_path: Path) -> Candour:
    """A machine that knows nothing."""
    return open_candour(tmp_path / "new machine", desks.hands)


def refused(does: Callable[[], object]) -> object:
    with pytest.raises(KnownError) as told:
        does()
    return told.value.code


def test_a_backup_and_the_code_give_the_same_register(desks: Desks, tmp_path: Path) -> None:
    code, made = backed_up(desks)
    before = entries(desks.of(desks.school.dsl))
    desks.leave(desks.school.dsl)
    alone = tmp_path / "a stick"
    alone.mkdir()
    shutil.copy(made.file, alone)
    (desks.school.exchange).rename(tmp_path / "out of reach")
    candour = elsewhere(desks, tmp_path)
    restored = restore(candour, alone, code)
    assert not restored.synced.is_reachable
    session = candour.sign_in(desks.school.dsl.person_id, desks.school.dsl.passphrase)
    assert entries(session) == before
    assert check(session).is_sound
    session.close()


def test_a_forgotten_passphrase_is_no_hindrance(desks: Desks, tmp_path: Path) -> None:
    code, made = backed_up(desks)
    candour = elsewhere(desks, tmp_path)
    person = restore(candour, made.file, code).backup.person
    come_back(candour, person, code, NEW, FLOOR)
    candour.sign_in(person, NEW).close()


def test_what_came_since_is_taken_in_again(desks: Desks, tmp_path: Path) -> None:
    code, made = backed_up(desks)
    later = file(desks, desks.school.ta)
    restored = restore(elsewhere(desks, tmp_path), made.file, code)
    assert restored.synced.is_reachable
    assert later in restored.synced.ingested.new


def test_without_a_kit_there_is_nothing_to_seal_it_to(desks: Desks) -> None:
    assert refused(lambda: back_up(desks.of(desks.school.dsl))) is Fault.NO_RECOVERY_KIT


def test_it_lies_in_the_shared_folder_sealed(desks: Desks) -> None:
    _, made = backed_up(desks)
    assert made.file.parent == desks.school.exchange / BACKUPS
    assert made.file.stat().st_size == made.size
    content = made.file.read_bytes()
    assert content.startswith(b"age-encryption.org/v1\n")
    assert b"vault" not in content
    assert made.entries > 0


def test_nothing_of_the_making_stays(desks: Desks) -> None:
    before = set(desks.of(desks.school.dsl).vault.folder.iterdir())
    backed_up(desks)
    assert set(desks.of(desks.school.dsl).vault.folder.iterdir()) == before


def test_it_goes_where_somebody_wants_it(desks: Desks, tmp_path: Path) -> None:
    code_of(desks.of(desks.school.dsl), desks.school.dsl)
    assert back_up(desks.of(desks.school.dsl), tmp_path).file.parent == tmp_path
    assert not (desks.school.exchange / BACKUPS).exists()


def test_a_vault_that_changed_under_the_copy_is_not_backed_up(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_module, "is_sound", lambda *_: False)
    assert refused(lambda: backed_up(desks)) is Fault.VAULT_DAMAGED
    assert list(desks.of(desks.school.dsl).vault.folder.glob(".backup-*")) == []


# Every day


def test_one_is_made_when_the_last_is_a_day_old(desks: Desks) -> None:
    session = desks.of(desks.school.dsl)
    code_of(session, desks.school.dsl)
    first = back_up_if_due(session)
    assert first is not None
    assert back_up_if_due(session) is None
    desks.hands.forward(days=1)
    assert back_up_if_due(session) is not None
    assert last_backup(session) == desks.hands.at


def test_none_is_made_without_a_kit_or_with_the_folder_away(desks: Desks, tmp_path: Path) -> None:
    session = desks.of(desks.school.dsl)
    assert back_up_if_due(session) is None
    code_of(session, desks.school.dsl)
    desks.school.exchange.rename(tmp_path / "away")
    assert back_up_if_due(session) is None
    assert last_backup(session) is None


# Opening


def test_a_drill_opens_it_and_leaves_nothing(desks: Desks, tmp_path: Path) -> None:
    code, made = backed_up(desks)
    candour = elsewhere(desks, tmp_path)
    checked = check_backup(candour, made.file, code)
    assert (checked.person, checked.entries) == (desks.school.dsl.person_id, made.entries)
    assert checked.made_at == desks.hands.at
    assert list(candour.machine.home.root.iterdir()) == []


def test_another_code_opens_none(desks: Desks, tmp_path: Path) -> None:
    _, made = backed_up(desks)
    other = " ".join(new_recovery_code().groups)
    candour = elsewhere(desks, tmp_path)
    assert refused(lambda: check_backup(candour, made.file, other)) is Fault.BACKUP_REFUSED
    assert refused(lambda: check_backup(candour, made.file.parent, other)) is Fault.NO_BACKUP


def test_the_newest_that_is_whole_is_taken(desks: Desks, tmp_path: Path) -> None:
    code, first = backed_up(desks)
    desks.hands.forward(days=1)
    newest = back_up(desks.of(desks.school.dsl))
    candour = elsewhere(desks, tmp_path)
    assert check_backup(candour, first.file.parent, code).file == newest.file
    newest.file.write_bytes(newest.file.read_bytes()[:-100])
    assert check_backup(candour, first.file.parent, code).file == first.file


def test_damage_anywhere_is_noticed(desks: Desks, tmp_path: Path) -> None:
    code, made = backed_up(desks)
    whole, candour = made.file.read_bytes(), elsewhere(desks, tmp_path)
    damaged = [whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :] for place in range(0, len(whole), 9973)]
    for content in (*damaged, b"", whole[:-1], whole + b"x", b"not a backup", whole[: len(whole) // 2]):
        made.file.write_bytes(content)
        assert refused(lambda: check_backup(candour, made.file, code)) is Fault.BACKUP_REFUSED


def test_a_header_that_age_would_choke_on_is_refused_at_once(desks: Desks, tmp_path: Path) -> None:
    code, made = backed_up(desks)
    made.file.write_bytes(b"age-encryption.org/v1\n" + b"-> X25519 x\nx\n" * 30_000 + b"--- x\n")
    assert refused(lambda: check_backup(elsewhere(desks, tmp_path), made.file, code)) is Fault.BACKUP_REFUSED


# Where it must not go


def test_records_that_are_here_are_not_touched_unasked(desks: Desks) -> None:
    code, made = backed_up(desks)
    desks.leave(desks.school.dsl)
    before = entries(desks.of(desks.school.dsl))
    assert refused(lambda: restore(desks.candour, made.file, code)) is Fault.VAULT_EXISTS
    assert entries(desks.of(desks.school.dsl)) == before


def test_records_that_are_here_are_put_beside_when_asked(desks: Desks) -> None:
    code, made = backed_up(desks)
    dsl = desks.school.dsl
    desks.leave(dsl)
    restore(desks.candour, made.file, code, instead=True)
    folders = [path.name for path in desks.candour.machine.home.vaults.glob(f"{dsl.person_id}*")]
    assert len(folders) == 2
    desks.of(dsl).sync()


def test_records_that_are_in_use_are_not_put_beside(desks: Desks) -> None:
    code, made = backed_up(desks)
    assert refused(lambda: restore(desks.candour, made.file, code, instead=True)) is Fault.VAULT_IN_USE


def test_a_machine_of_another_school_takes_none(desks: Desks, tmp_path: Path) -> None:
    code, made = backed_up(desks)
    candour = elsewhere(desks, tmp_path)
    candour.machine.home.settle(Place(school="ab" * 32, n=1, head="ab" * 32, exchange=str(tmp_path)))
    assert refused(lambda: restore(candour, made.file, code)) is Fault.SCHOOL_REFUSED


# Two of one


def test_who_comes_back_behind_is_told_once_and_writes_new_chains(desks: Desks, tmp_path: Path) -> None:
    dsl = desks.school.dsl
    case = file(desks, desks.school.ta)
    desks.sync(dsl)
    code = code_of(desks.of(dsl), dsl)
    desks.act(dsl, case, "note", {"text": "Before."})
    made = back_up(desks.of(dsl))
    desks.hands.forward(days=2)
    desks.act(dsl, case, "note", {"text": "After."})
    desks.sync(dsl)
    desks.leave(dsl)
    candour = elsewhere(desks, tmp_path)
    assert Alarm.RESTORED_BEHIND in restore(candour, made.file, code).synced.alarms
    session = candour.sign_in(dsl.person_id, dsl.passphrase)
    assert session.sync().alarms == ()
    session.close()
    assert Alarm.OLDER_VAULT not in desks.sync(desks.school.head)[desks.school.head.name].alarms


def test_the_one_that_stayed_in_use_is_told_that_it_has_been_overtaken(desks: Desks, tmp_path: Path) -> None:
    dsl = desks.school.dsl
    code, made = backed_up(desks)
    candour = elsewhere(desks, tmp_path)
    restore(candour, made.file, code)
    desks.hands.forward(days=2)
    session = candour.sign_in(dsl.person_id, dsl.passphrase)
    session.sync()
    session.close()
    assert Alarm.OLDER_VAULT in desks.sync(dsl)[dsl.name].alarms


def test_what_is_written_after_coming_back_is_not_taken_for_a_fork(desks: Desks, tmp_path: Path) -> None:
    dsl, head = desks.school.dsl, desks.school.head
    case = file(desks, desks.school.ta)
    desks.sync(dsl)
    code = code_of(desks.of(dsl), dsl)
    made = back_up(desks.of(dsl))
    desks.act(dsl, case, "note", {"text": "Only the lost computer knew of this."})
    desks.leave(dsl)
    candour = elsewhere(desks, tmp_path)
    restore(candour, made.file, code)
    session = candour.sign_in(dsl.person_id, dsl.passphrase)
    act(session, case, "note", {"text": "After coming back."})
    session.close()
    desks.sync(head)
    assert check(desks.of(head)).troubles == ()
