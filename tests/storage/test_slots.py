# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import hashlib
import json
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from storage import slots as slots_module
from storage import strictjson
from storage.constants import (
    ARGON_MEMORY_CAP,
    ARGON_MEMORY_FLOOR,
    ARGON_MEMORY_TARGET,
    ARGON_PASSES_CAP,
    ARGON_PASSES_FLOOR,
    KEY_SLOTS_MAX,
    MIB,
)
from storage.errors import Fault
from storage.files import write_whole
from storage.recovery_code import RecoveryCode
from storage.slots import (
    FLOOR,
    AnySlot,
    Cost,
    Slot,
    SlotFile,
    calibrate,
    load_slots,
    mend_copies,
    new_recovery_slot,
    new_slot,
    refuse_slowly,
    replace_slot,
    save_slots,
    unwrap,
    unwrap_with_code,
)
from tests.storage.school import PASSPHRASE, Shelf, refusing, seed

VAULT = seed("vault")[:16].hex()
KEY = seed("key") + seed("salt")[:16]
CODE = RecoveryCode(seed("recovery code")[:16])
NAMES = ("vault.keys", "vault.keys.bak")


@pytest.fixture(scope="module")
def slot() -> Slot:
    """A slot that was paid for once."""
    return new_slot(VAULT, KEY, PASSPHRASE, FLOOR)


def slot_file(*slots: AnySlot, vault: str = VAULT) -> SlotFile:
    unsummed = SlotFile(v=1, vault=vault, slots=slots, checksum="")
    return msgspec.structs.replace(unsummed, checksum=unsummed.expected_checksum())


def write(folder: Path, content: object, names: tuple[str, ...] = NAMES) -> None:
    for name in names:
        (folder / name).write_bytes(content if isinstance(content, bytes) else strictjson.encode(content))


def test_the_passphrase_unwraps_the_key(slot: Slot) -> None:
    assert unwrap(slot_file(slot), PASSPHRASE) == KEY


@pytest.mark.parametrize("tried", [b"", PASSPHRASE + b" ", PASSPHRASE[:-1], PASSPHRASE.upper()])
def test_no_other_passphrase_does(slot: Slot, tried: bytes) -> None:
    with refusing(Fault.WRONG_PASSPHRASE):
        unwrap(slot_file(slot), tried)


def test_each_slot_is_tried(slot: Slot) -> None:
    other = new_slot(VAULT, KEY, b"another passphrase", FLOOR)
    assert unwrap(slot_file(other, slot), PASSPHRASE) == KEY


def test_every_wrapping_is_fresh(slot: Slot) -> None:
    again = new_slot(VAULT, KEY, PASSPHRASE, FLOOR)
    assert {again.salt, again.nonce, again.wrapped}.isdisjoint({slot.salt, slot.nonce, slot.wrapped})


def test_the_key_stands_nowhere_in_the_slot(slot: Slot) -> None:
    assert KEY.hex() not in str(slot)
    assert PASSPHRASE.decode() not in str(slot)


def test_a_slot_moved_to_another_vault_does_not_open(slot: Slot) -> None:
    with refusing(Fault.WRONG_PASSPHRASE):
        unwrap(slot_file(slot, vault=seed("another")[:16].hex()), PASSPHRASE)


@pytest.mark.parametrize(
    "change",
    [
        {"cost": Cost(memory=ARGON_MEMORY_FLOOR, passes=ARGON_PASSES_FLOOR + 1)},
        {"cost": Cost(memory=ARGON_MEMORY_FLOOR + MIB, passes=ARGON_PASSES_FLOOR)},
        {"salt": "00" * 16},
        {"nonce": "00" * 24},
        {"wrapped": "00" * 64},
    ],
    ids=["passes", "memory", "salt", "nonce", "wrapped"],
)
def test_no_field_of_a_slot_can_be_changed(slot: Slot, change: dict[str, object]) -> None:
    with refusing(Fault.WRONG_PASSPHRASE):
        unwrap(slot_file(msgspec.structs.replace(slot, **change)), PASSPHRASE)


def test_the_cost_is_bound_even_where_the_key_it_makes_is_known(slot: Slot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wrapping names the cost itself: not only does another cost make another key."""
    wrapping = slots_module._stretch(PASSPHRASE, bytes.fromhex(slot.salt), slot.cost)
    monkeypatch.setattr(slots_module, "_stretch", lambda *_: wrapping)
    assert unwrap(slot_file(slot), b"anything") == KEY
    cheaper = msgspec.structs.replace(slot, cost=Cost(memory=ARGON_MEMORY_FLOOR, passes=ARGON_PASSES_FLOOR + 1))
    with refusing(Fault.WRONG_PASSPHRASE):
        unwrap(slot_file(cheaper), b"anything")
    with refusing(Fault.WRONG_PASSPHRASE):
        unwrap(slot_file(slot, vault="00" * 16), b"anything")


def _raw(slot: Slot) -> dict[str, object]:
    return json.loads(strictjson.encode(slot))  # type: ignore[no-any-return]  # as json has it


@pytest.mark.parametrize(
    "cost",
    [
        {"memory": ARGON_MEMORY_FLOOR - 1, "passes": 3},
        {"memory": 8192, "passes": 3},
        {"memory": ARGON_MEMORY_FLOOR, "passes": ARGON_PASSES_FLOOR - 1},
        {"memory": ARGON_MEMORY_CAP + 1, "passes": 3},
        {"memory": 64 * 1024 * MIB, "passes": 3},
        {"memory": ARGON_MEMORY_FLOOR, "passes": ARGON_PASSES_CAP + 1},
        {"memory": ARGON_MEMORY_FLOOR, "passes": 3, "lanes": 1},
        {"memory": str(ARGON_MEMORY_FLOOR), "passes": 3},
    ],
    ids=str,
)
def test_a_weakened_or_a_ruinous_cost_is_refused_before_any_work(
    tmp_path: Path, slot: Slot, cost: dict[str, object]
) -> None:
    fields = {"v": 1, "vault": VAULT, "slots": [{**_raw(slot), "cost": cost}], "checksum": ""}
    listed = [fields["v"], fields["vault"], fields["slots"]]
    write(tmp_path, {**fields, "checksum": hashlib.sha256(strictjson.encode(listed)).hexdigest()})
    began = time.perf_counter()
    with refusing(Fault.SLOT_DAMAGED):
        load_slots(tmp_path)
    assert time.perf_counter() - began < 0.05


@pytest.mark.parametrize("count", [0, KEY_SLOTS_MAX + 1])
def test_a_file_with_no_slot_or_too_many_is_refused(tmp_path: Path, slot: Slot, count: int) -> None:
    write(tmp_path, slot_file(*[slot] * count))
    with refusing(Fault.SLOT_DAMAGED):
        load_slots(tmp_path)


@pytest.mark.parametrize("kind", ["recovery", "none", ""])
def test_an_unknown_kind_of_slot_is_refused(tmp_path: Path, slot: Slot, kind: str) -> None:
    whole = slot_file(slot)
    write(tmp_path, {**msgspec.to_builtins(whole), "slots": [{**_raw(slot), "type": kind}]})
    with refusing(Fault.SLOT_DAMAGED):
        load_slots(tmp_path)


def test_both_copies_are_written_for_their_owner_alone(tmp_path: Path, slot: Slot) -> None:
    save_slots(tmp_path, VAULT, (slot,))
    first, second = (tmp_path / name for name in NAMES)
    assert first.read_bytes() == second.read_bytes()
    assert {path.stat().st_mode & 0o777 for path in (first, second)} == {0o600}
    assert load_slots(tmp_path) == slot_file(slot)


def test_no_file_at_all_is_no_vault(tmp_path: Path) -> None:
    with refusing(Fault.NO_VAULT):
        load_slots(tmp_path)


def _damaged(data: bytes) -> Iterator[bytes]:
    for place in range(len(data)):
        yield data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        yield data[:place] + bytes([data[place] ^ 0x80]) + data[place + 1 :]
    yield from (b"", data[:-1], data + b"x", data[: len(data) // 2], b"\0" * len(data))


def test_every_damaged_byte_of_one_copy_is_made_good_by_the_other(tmp_path: Path, slot: Slot) -> None:
    save_slots(tmp_path, VAULT, (slot,))
    whole = (tmp_path / NAMES[0]).read_bytes()
    for damaged in _damaged(whole):
        for name in NAMES:
            write(tmp_path, whole)
            write(tmp_path, damaged, (name,))
            assert load_slots(tmp_path) == slot_file(slot)


def test_every_damaged_byte_of_both_copies_is_said_to_be_damage(tmp_path: Path, slot: Slot) -> None:
    save_slots(tmp_path, VAULT, (slot,))
    for damaged in _damaged((tmp_path / NAMES[0]).read_bytes()):
        write(tmp_path, damaged)
        with refusing(Fault.SLOT_DAMAGED):
            load_slots(tmp_path)


@pytest.mark.parametrize("missing", NAMES)
def test_one_copy_will_do(tmp_path: Path, slot: Slot, missing: str) -> None:
    save_slots(tmp_path, VAULT, (slot,))
    (tmp_path / missing).unlink()
    assert load_slots(tmp_path) == slot_file(slot)


def test_a_kill_between_the_two_copies_leaves_a_whole_one(
    tmp_path: Path, slot: Slot, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_slots(tmp_path, VAULT, (slot,))
    written: list[str] = []

    def killed_at_the_second(path: Path, data: bytes) -> None:
        written.append(path.name)
        if len(written) == 2:
            raise KeyboardInterrupt
        write_whole(path, data)

    monkeypatch.setattr(slots_module, "write_whole", killed_at_the_second)
    other = msgspec.structs.replace(slot, salt="11" * 16)
    with pytest.raises(KeyboardInterrupt):
        save_slots(tmp_path, VAULT, (other,))
    assert load_slots(tmp_path) == slot_file(other)
    (tmp_path / NAMES[0]).unlink()
    assert load_slots(tmp_path) == slot_file(slot)


def test_the_code_unwraps_the_key_beside_the_passphrase(slot: Slot) -> None:
    both = slot_file(slot, new_recovery_slot(VAULT, KEY, CODE))
    assert unwrap_with_code(both, CODE) == KEY
    assert unwrap(both, PASSPHRASE) == KEY


def test_no_other_code_does(slot: Slot) -> None:
    both = slot_file(slot, new_recovery_slot(VAULT, KEY, CODE))
    with refusing(Fault.WRONG_RECOVERY_CODE):
        unwrap_with_code(both, RecoveryCode(bytes([CODE.secret[0] ^ 1]) + CODE.secret[1:]))


def test_without_a_recovery_slot_no_code_does(slot: Slot) -> None:
    with refusing(Fault.WRONG_RECOVERY_CODE):
        unwrap_with_code(slot_file(slot), CODE)


def test_a_recovery_slot_moved_to_another_vault_does_not_open() -> None:
    moved = slot_file(new_recovery_slot(VAULT, KEY, CODE), vault=seed("another")[:16].hex())
    with refusing(Fault.WRONG_RECOVERY_CODE):
        unwrap_with_code(moved, CODE)


def test_a_slot_takes_the_place_of_its_kind_alone(tmp_path: Path, slot: Slot) -> None:
    save_slots(tmp_path, VAULT, (slot,))
    replace_slot(tmp_path, new_recovery_slot(VAULT, KEY, CODE))
    newer = new_recovery_slot(VAULT, KEY, RecoveryCode(seed("newer")[:16]))
    replace_slot(tmp_path, newer)
    assert set(load_slots(tmp_path).slots) == {slot, newer}


@pytest.mark.parametrize("stale", NAMES)
def test_a_copy_that_stayed_behind_is_brought_up(tmp_path: Path, slot: Slot, stale: str) -> None:
    save_slots(tmp_path, VAULT, (slot,))
    (tmp_path / stale).write_bytes(b"{}")
    mend_copies(tmp_path, load_slots(tmp_path))
    assert len({(tmp_path / name).read_bytes() for name in NAMES}) == 1


def test_copies_that_agree_are_not_written_again(tmp_path: Path, slot: Slot) -> None:
    save_slots(tmp_path, VAULT, (slot,))
    before = [(tmp_path / name).stat().st_ino for name in NAMES]
    mend_copies(tmp_path, load_slots(tmp_path))
    assert [(tmp_path / name).stat().st_ino for name in NAMES] == before


def _seconds(work: object) -> float:
    assert callable(work)
    began = time.process_time()
    with refusing(Fault.WRONG_PASSPHRASE):
        work()
    return time.process_time() - began


def test_where_there_is_no_vault_a_passphrase_fails_in_the_same_way_and_time(slot: Slot) -> None:
    pairs = [
        (_seconds(lambda: refuse_slowly(b"a guess")), _seconds(lambda: unwrap(slot_file(slot), b"a guess")))
        for _ in range(3)
    ]
    without, with_one = (min(column) for column in zip(*pairs, strict=True))
    assert without > 0.02
    assert 0.6 < without / with_one < 1.7


class _Clock:
    """A clock by which each derivation takes as long as it is told."""

    def __init__(self, seconds_each: float) -> None:
        self.now, self.step = 0.0, seconds_each

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.mark.parametrize(
    ("seconds_each", "memory"), [(10.0, ARGON_MEMORY_FLOOR), (0.6, ARGON_MEMORY_FLOOR), (0.0, ARGON_MEMORY_TARGET)]
)
def test_the_cost_is_never_below_the_floor_nor_above_the_target(
    seconds_each: float, memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slots_module, "_stretch", lambda *_: b"")
    cost = calibrate(_Clock(seconds_each))
    assert (cost.memory, cost.passes) == (memory, ARGON_PASSES_FLOOR)


def test_the_shelf_s_vault_opens_with_its_passphrase(shelf: Shelf) -> None:
    assert unwrap(load_slots(shelf.folder), PASSPHRASE) == shelf.key
