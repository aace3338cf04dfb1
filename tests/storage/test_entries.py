# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest

from storage.database import Database
from storage.entries import Entries, Gap, StoredEntry
from storage.errors import Fault, KnownError
from storage.verify import VerifiedEntry, verify, verify_granted
from tests.storage.school import (
    NOW,
    SCHOOL,
    Desk,
    Shelf,
    addressee,
    framed,
    kid,
    later,
    plain_body,
    refusing,
    seed,
)

Seat = Callable[[str], Desk]
CHAIN = seed("chain")[:16].hex()


def chain(numbers: Sequence[int], writer: str = "ta", to: Sequence[str] = ("dsl", "head")) -> dict[int, VerifiedEntry]:
    """Entries of one chain, each after the one before, as far as the highest of these numbers."""
    made: dict[int, VerifiedEntry] = {}
    prev: str | None = None
    for seq in range(1, max(numbers) + 1):
        body = plain_body(writer, to, seq=seq, prev=prev, ack=f"{seq:032x}")
        made[seq] = verify(framed(body, writer), addressee(writer))
        prev = made[seq].eid
    return {seq: made[seq] for seq in numbers}


def keep(desk: Desk, *entries: VerifiedEntry, granted_by: str | None = None) -> list[bool]:
    return [desk.entries.add(StoredEntry(entry, NOW, frozenset(), granted_by)) for entry in entries]


def test_an_entry_is_read_back_as_it_was_kept(seat: Seat) -> None:
    dsl = seat("dsl")
    (entry,) = chain([1]).values()
    stored = StoredEntry(entry, NOW, frozenset({"clock_old", "broken_chain"}))
    assert dsl.entries.add(stored)
    assert dsl.entries.get(entry.eid) == stored
    assert dsl.entries.get("ab" * 32) is None


def test_the_same_entry_twice_changes_nothing(seat: Seat) -> None:
    dsl = seat("dsl")
    (entry,) = chain([1]).values()
    keep(dsl, entry)
    assert not dsl.entries.add(StoredEntry(entry, later(days=1), frozenset({"clock_old"})))
    assert dsl.entries.everything() == [StoredEntry(entry, NOW, frozenset())]


def test_entries_are_found_by_case_and_by_kind(seat: Seat) -> None:
    dsl = seat("dsl")
    (first,) = chain([1]).values()
    body = plain_body("head", ("dsl",), kind="decision", case=first.eid)
    second = verify(framed(body, "head"), addressee("dsl"))
    keep(dsl, first, second)
    assert dsl.entries.cases() == [first.eid]
    assert {stored.entry.eid for stored in dsl.entries.of_case(first.eid)} == {first.eid, second.eid}
    assert [stored.entry.eid for stored in dsl.entries.of_kind("decision")] == [second.eid]


def test_entries_of_a_kind_stand_in_one_order_however_they_came(seat: Seat) -> None:
    entries = list(chain([1, 2, 3, 4]).values())
    dsl, head = seat("dsl"), seat("head")
    keep(dsl, *entries)
    keep(head, *reversed(entries))
    kind = entries[0].body.kind
    assert [each.entry for each in dsl.entries.of_kind(kind)] == [each.entry for each in head.entries.of_kind(kind)]


def test_it_is_kept_without_its_padding(seat: Seat) -> None:
    dsl = seat("dsl")
    (entry,) = chain([1]).values()
    keep(dsl, entry)
    assert (
        dsl.vault.database.value("SELECT length(body) + length(signature) FROM entries") == len(entry.body_bytes) + 64
    )


# Reading is believing again.


@pytest.mark.parametrize(
    "change",
    [
        "body = CAST(replace(CAST(body AS TEXT), 'what I saw', 'what I knew') AS BLOB)",
        "signature = zeroblob(64)",
        "signature = zeroblob(63)",
        "body = zeroblob(0)",
        "eid = 'ab'",
        "body = (SELECT body FROM entries WHERE seq = 1)",
        "flags = 'ab', signature = (SELECT signature FROM entries WHERE seq = 1)",
    ],
)
def test_a_row_that_was_tampered_with_is_refused(seat: Seat, change: str) -> None:
    dsl = seat("dsl")
    keep(dsl, *chain([1, 2]).values())
    dsl.vault.database.execute(f"UPDATE entries SET {change} WHERE seq = 2")  # noqa: S608 - the literals above
    with refusing(Fault.VAULT_DAMAGED):
        dsl.entries.everything()


def test_an_entry_that_does_not_name_us_is_refused_unless_it_was_granted(seat: Seat) -> None:
    cook = seat("cook")
    (entry,) = chain([1]).values()
    keep(cook, entry)
    with refusing(Fault.VAULT_DAMAGED):
        cook.entries.get(entry.eid)
    head = seat("chair")
    keep(head, verify_granted(entry.frame, SCHOOL), granted_by="ab" * 32)
    found = head.entries.get(entry.eid)
    assert found is not None
    assert (found.entry, found.granted_by) == (entry, "ab" * 32)


def _pages(path: Path) -> list[bytes]:
    data = path.read_bytes()
    return [data[at : at + 4096] for at in range(0, len(data), 4096)]


def test_pages_put_back_are_caught_though_sqlcipher_finds_them_in_order(seat: Seat, shelf: Shelf) -> None:
    """Pages of a draft become pages of an entry; then somebody puts the older pages back into the file.

    What is read differs never; a row that is gone shows as an index that disagrees with its table. (Pages that agree
    with each other, put back together, are for the heartbeats to tell: test_heartbeat.)
    """
    desk = seat("ta")
    path = desk.vault.folder / "vault.db"
    desk.vault.database.execute("INSERT INTO drafts VALUES ('d', 'now', zeroblob(40000))")
    older = _pages(path)
    desk.vault.database.execute("DELETE FROM drafts")
    entry = desk.report("dsl", said="what I saw " * 3000).entry
    desk.vault.close()
    newer = _pages(path)
    seen = Counter[str]()
    for page in [number for number, page in enumerate(older) if number and newer[number] != page]:
        path.write_bytes(b"".join([*newer[:page], older[page], *newer[page + 1 :]]))
        seen[_what_is_read(shelf.open_again(desk.vault.folder), entry)] += 1
    assert seen["refused on reading"] >= 7
    assert seen.keys() <= {"refused on reading", "as it was", "gone, and the indexes disagree"}


def _what_is_read(database: Database, entry: VerifiedEntry) -> str:
    """Say how an entry is read from a file with which SQLCipher finds nothing wrong."""
    assert database.rows("PRAGMA cipher_integrity_check") == []
    try:
        found = Entries(database, addressee("ta")).get(entry.eid)
    except KnownError as error:
        return "refused on reading" if error.code is Fault.VAULT_DAMAGED else "failed"
    else:
        if found is not None:
            return "as it was" if found.entry == entry else "as another"
        sound = database.rows("PRAGMA integrity_check") == [("ok",)]
        return "gone" if sound else "gone, and the indexes disagree"
    finally:
        database.close()


# Chains.


def test_our_next_place_follows_on_for_the_same_readers_only(seat: Seat) -> None:
    ta = seat("ta")
    first, second = ta.report("dsl", "head").entry, ta.report("head", "dsl").entry
    other = ta.report("dsl").entry
    assert (first.body.seq, second.body.seq, second.body.prev) == (1, 2, first.eid)
    assert first.body.chain == second.body.chain != other.body.chain
    assert (other.body.seq, other.body.prev) == (1, None)


def test_an_answer_to_a_reply_key_has_a_chain_of_its_own(seat: Seat) -> None:
    entries = seat("dsl").entries
    places = [entries.position((), None), entries.position((), "age1" + "q" * 58), entries.position(("a",), None)]
    assert len({place.chain for place in places}) == 3


def test_a_place_that_was_not_taken_is_given_again(seat: Seat) -> None:
    ta = seat("ta")
    ta.report("dsl")
    assert ta.entries.position((kid("dsl"),), None) == ta.entries.position((kid("dsl"),), None)


def gaps(desk: Desk, minutes: float = 16) -> list[Gap]:
    return desk.entries.gaps(later(minutes=minutes))


@pytest.mark.parametrize(
    ("here", "missing"),
    [([1], ()), ([1, 2, 3], ()), ([2], (1,)), ([1, 3], (2,)), ([5], (1, 2, 3, 4)), ([2, 3, 6], (1, 4, 5))],
)
def test_a_number_that_has_not_come_is_a_gap(seat: Seat, here: list[int], missing: tuple[int, ...]) -> None:
    dsl = seat("dsl")
    keep(dsl, *chain(here).values())
    assert gaps(dsl) == ([Gap(CHAIN, kid("ta"), missing)] if missing else [])


def test_a_gap_is_told_after_a_quarter_of_an_hour(seat: Seat) -> None:
    dsl = seat("dsl")
    keep(dsl, *chain([2]).values())
    assert gaps(dsl, minutes=14.9) == []
    assert gaps(dsl, minutes=15) != []


def test_a_gap_that_is_filled_is_none_at_once(seat: Seat) -> None:
    dsl = seat("dsl")
    entries = chain([1, 2])
    keep(dsl, entries[2])
    dsl.entries.add(StoredEntry(entries[1], later(minutes=16), frozenset()))
    assert gaps(dsl) == []


def test_what_was_granted_makes_no_gap(seat: Seat) -> None:
    dsl = seat("dsl")
    keep(dsl, *chain([4]).values(), granted_by="ab" * 32)
    assert gaps(dsl) == []


def test_a_walk_up_makes_no_gap(seat: Seat) -> None:
    dsl = seat("dsl")
    body = plain_body(chain=None, seq=None)
    walk_up = msgspec.structs.replace(body, author=msgspec.structs.replace(body.author, standing="walkup-anonymous"))
    keep(dsl, verify(framed(msgspec.json.encode(walk_up, order="sorted")), addressee("dsl")))
    assert gaps(dsl) == []


def test_a_fork_hides_no_gap(seat: Seat) -> None:
    dsl = seat("dsl")
    other = verify(framed(plain_body(seq=3, prev="ab" * 32, ack="ff" * 16)), addressee("dsl"))
    keep(dsl, *chain([1, 3]).values(), other)
    assert gaps(dsl) == [Gap(CHAIN, kid("ta"), (2,))]


def _forged(seq: int) -> VerifiedEntry:
    """An entry of another reader under the author's chain id, which every reader of the chain knows."""
    return verify(framed(plain_body("head", ("dsl",), seq=seq, prev="ab" * 32), "head"), addressee("dsl"))


def test_another_reader_makes_no_gap_in_an_author_s_chain_and_hides_none(seat: Seat) -> None:
    dsl = seat("dsl")
    keep(dsl, *chain([1, 3]).values(), _forged(5), _forged(2))
    expected = [Gap(CHAIN, kid("ta"), (2,)), Gap(CHAIN, kid("head"), (1, 3, 4))]
    assert gaps(dsl) == sorted(expected, key=lambda gap: gap.author)


def test_another_reader_is_no_neighbour_in_an_author_s_chain(seat: Seat) -> None:
    dsl = seat("dsl")
    entries = chain([1, 2])
    keep(dsl, *entries.values(), _forged(2), _forged(3))
    assert {each.eid for each in dsl.entries.neighbours(entries[2])} == {entries[1].eid, entries[2].eid}


def test_a_hostile_number_takes_no_time_and_no_room(seat: Seat) -> None:
    dsl = seat("dsl")
    keep(dsl, verify(framed(plain_body(seq=2**53 - 1, prev="ab" * 32)), addressee("dsl")))
    began = time.perf_counter()
    (gap,) = gaps(dsl)
    assert time.perf_counter() - began < 0.1
    assert gap.missing == tuple(range(1, 101))


def test_the_neighbours_of_an_entry_are_those_beside_it(seat: Seat) -> None:
    dsl = seat("dsl")
    entries = chain([1, 2, 3, 4, 5])
    keep(dsl, *(entries[seq] for seq in (1, 2, 4, 5)))
    assert sorted(each.seq for each in dsl.entries.neighbours(entries[3])) == [2, 4]
