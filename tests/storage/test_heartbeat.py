# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from storage import strictjson
from storage.charter import RevokeData, SettingsData
from storage.constants import ENTRY_SIGNATURE, HEARTBEAT_SIGNATURE
from storage.directory import DirectoryState, extend
from storage.exchange import FolderExchange
from storage.heartbeat import Heartbeat, beat, is_older_copy, last_confirmed
from tests.storage.school import EVERYONE, NOW, SCHOOL, Desk, following, keys, kid, later

Seat = Callable[[str], Desk]


def left(share: Path) -> list[str]:
    return sorted(path.name for path in (share / "hb").iterdir())


def heartbeat(name: str, counter: int = 1, state: DirectoryState = EVERYONE, **changes: object) -> Heartbeat:
    made = Heartbeat(v=1, school=SCHOOL, kid=kid(name), counter=counter, n=state.n, head=state.head, day="2026-11-20")
    return msgspec.structs.replace(made, **changes)


def leave(share: Path, said: object, signer: str, *, named: str = "", label: bytes = HEARTBEAT_SIGNATURE) -> None:
    body = strictjson.encode(said)
    name = named or f"{kid(signer)}-00000001.chb"
    data = len(body).to_bytes(4, "big") + body + keys(signer).signing.sign(label, body)
    (share / "hb" / name).write_bytes(data)


def test_a_vault_says_that_it_lives_once_a_day(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    vault = seat("dsl").vault
    for hours in (0, 1, 23, 24, 25, 47, 48):
        beat(vault, EVERYONE, exchange, later(hours=hours))
    assert left(share) == [f"{kid('dsl')}-{counter:08d}.chb" for counter in (1, 2, 3)]


def test_it_says_which_directory_it_knows_and_nothing_else(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    beat(seat("dsl").vault, EVERYONE, exchange, NOW)
    data = (share / "hb" / left(share)[0]).read_bytes()
    assert msgspec.json.decode(data[4:-64]) == msgspec.to_builtins(heartbeat("dsl"))


def test_a_clock_that_was_wrong_once_does_not_silence_it(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    vault = seat("dsl").vault
    beat(vault, EVERYONE, exchange, later(days=3650))
    beat(vault, EVERYONE, exchange, NOW)
    assert len(left(share)) == 2


def test_a_reader_who_knows_our_directory_confirms_it(seat: Seat, exchange: FolderExchange) -> None:
    beat(seat("dsl").vault, EVERYONE, exchange, NOW)
    assert last_confirmed(EVERYONE, exchange) == date(2026, 11, 20)
    assert not is_older_copy(seat("head").vault, EVERYONE, exchange)


def test_a_vault_does_not_confirm_itself(seat: Seat, exchange: FolderExchange) -> None:
    beat(seat("dsl").vault, EVERYONE, exchange, NOW)
    assert last_confirmed(EVERYONE, exchange, frozenset({kid("dsl")})) is None


@pytest.mark.usefixtures("exchange")
def test_nobody_confirms_where_there_is_nothing(seat: Seat, exchange: FolderExchange) -> None:
    assert last_confirmed(EVERYONE, exchange) is None


NEWER = extend(EVERYONE, following(EVERYONE, "settings", SettingsData(set={"x": 1}), "head", "dsl"))
BESIDE = extend(EVERYONE, following(EVERYONE, "settings", SettingsData(set={"x": 2}), "head", "dsl"))
WITHOUT_DSL = extend(EVERYONE, following(EVERYONE, "revoke", RevokeData(kid=kid("dsl")), "head"))


@pytest.mark.parametrize(
    ("known_there", "known_here", "confirms"),
    [
        (EVERYONE, EVERYONE, True),
        (NEWER, EVERYONE, True),
        (EVERYONE, NEWER, False),
        (BESIDE, NEWER, False),
        (WITHOUT_DSL, WITHOUT_DSL, False),
    ],
    ids=["the same", "a newer one", "an older one", "another branch", "our own, but revoked"],
)
def test_what_confirms_our_directory(
    seat: Seat, share: Path, exchange: FolderExchange, known_there: DirectoryState, known_here: DirectoryState,
    confirms: bool,
) -> None:  # fmt: skip
    leave(share, heartbeat("dsl", state=known_there), "dsl")
    assert (last_confirmed(known_here, exchange) is not None) == confirms


@pytest.mark.parametrize(
    ("said", "signer", "label"),
    [
        (heartbeat("dsl"), "head", HEARTBEAT_SIGNATURE),
        (heartbeat("dsl"), "dsl", ENTRY_SIGNATURE),
        (heartbeat("clerk"), "clerk", HEARTBEAT_SIGNATURE),
        (heartbeat("dsl", school="ab" * 32), "dsl", HEARTBEAT_SIGNATURE),
        (heartbeat("dsl", day="2026-02-30"), "dsl", HEARTBEAT_SIGNATURE),
        (heartbeat("dsl", counter=0), "dsl", HEARTBEAT_SIGNATURE),
        ({**msgspec.to_builtins(heartbeat("dsl")), "seen": 4}, "dsl", HEARTBEAT_SIGNATURE),
        ([], "dsl", HEARTBEAT_SIGNATURE),
    ],
    ids=["another's key", "an entry", "unknown", "another school", "no day", "no count", "more said", "no heartbeat"],
)
def test_what_does_not_verify_is_passed_over(
    seat: Seat, share: Path, exchange: FolderExchange, said: object, signer: str, label: bytes
) -> None:
    leave(share, said, signer, label=label, named=f"{kid('dsl')}-00000009.chb")
    assert last_confirmed(EVERYONE, exchange) is None


def test_hostile_files_hide_no_heartbeat(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    leave(share, heartbeat("dsl"), "dsl")
    for name in (f"{kid('dsl')}-99999999.chb", f"{kid('dsl')}-zz", "x", f"{kid('head')}-00000001.chb"):
        (share / "hb" / name).write_bytes(b"\xff\xff\xff\xff nothing")
    leave(share, heartbeat("head", counter=50), "head", named=f"{kid('dsl')}-88888888.chb")
    assert last_confirmed(EVERYONE, exchange) == date(2026, 11, 20)
    assert not is_older_copy(seat("head").vault, EVERYONE, exchange)


def test_an_older_copy_of_a_vault_notices_that_it_is_one(seat: Seat, exchange: FolderExchange) -> None:
    newer, older = seat("dsl").vault, seat("dsl").vault
    beat(newer, EVERYONE, exchange, NOW)
    assert not is_older_copy(newer, EVERYONE, exchange)
    assert is_older_copy(older, EVERYONE, exchange)
    assert not is_older_copy(seat("head").vault, EVERYONE, exchange)


def test_of_each_vault_the_newest_counts(seat: Seat, exchange: FolderExchange) -> None:
    newer, older = seat("dsl").vault, seat("dsl").vault
    for days in (0, 1):
        beat(newer, EVERYONE, exchange, later(days=days))
    older.set_meta("heartbeat", f"1 {NOW.isoformat()}".encode())
    assert last_confirmed(EVERYONE, exchange) == date(2026, 11, 21)
    assert is_older_copy(older, EVERYONE, exchange)


def test_a_heartbeat_that_could_not_be_left_is_counted_all_the_same(
    seat: Seat, share: Path, exchange: FolderExchange
) -> None:
    """Else the one that a slow share does show later would look like an older copy put back."""
    vault = seat("dsl").vault
    (share / "hb").rename(share / "unplugged")
    with pytest.raises(Exception, match="exchange_unreachable"):
        beat(vault, EVERYONE, exchange, NOW)
    (share / "unplugged").rename(share / "hb")
    beat(vault, EVERYONE, exchange, later(days=2))
    assert left(share) == [f"{kid('dsl')}-00000002.chb"]
