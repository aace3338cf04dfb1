# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is destroyed is gone from the file and refused for good, and its chain still verifies."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.blobs import Blobs, enclose
from storage.compose import Composed, OutgoingFile, compose_member
from storage.destroying import Stubs, destroy, removals, remove, scrub
from storage.entries import ChainPosition
from storage.exchange import Area, FolderExchange, file_name
from storage.grants import GRANT, grant_data
from storage.judge import Flag
from storage.spool import Spool
from storage.vault import DATABASE
from storage.verify import VerifiedEntry
from storage.views import View, Views
from tests.storage.pages import plain_pages
from tests.storage.school import SCHOOL, Desk, Shelf, audience, content, keys, kid, later, send

Seat = Callable[[str], Desk]
SAID = "she said quixotically that nobody knew"
PHOTO = b"a photograph of a zephyrous corridor " * 300
BY = "ab" * 32


def put_files(exchange: FolderExchange, *files: OutgoingFile) -> None:
    for file in files:
        sealed = file.seal().sealed
        exchange.put(Area.ENVELOPES, file_name(sealed), sealed)


@pytest.fixture
def taken(seat: Seat, exchange: FolderExchange) -> tuple[Desk, list[Composed]]:
    """A lead who holds three entries of a teaching assistant, the second with a file and with words to be found by."""
    ta, dsl = seat("ta"), seat("dsl")
    sent = [
        ta.report("dsl", "head"),
        ta.report("dsl", "head", said=SAID, files=(enclose(PHOTO, "corridor.jpg", "image/jpeg"),)),
        ta.report("dsl", "head"),
    ]
    send(exchange, *sent)
    put_files(exchange, *sent[1].files)
    dsl.take_in(exchange, project=lambda _case: None)
    views = Views(dsl.vault.database)
    views.put(
        View(each.entry.eid, "closed", "0", b"", (), f"{SAID if each is sent[1] else 'other'} words") for each in sent
    )
    return dsl, sent


def gone(desk: Desk, *entries: VerifiedEntry) -> None:
    with desk.vault.database.transaction():
        destroy(desk.vault, [desk.entries.held(each.eid) for each in entries], BY)
        Views(desk.vault.database).drop(each.eid for each in entries)
    scrub(desk.vault)


def test_neither_words_nor_files_nor_what_was_found_by_stays_in_the_file(
    taken: tuple[Desk, list[Composed]], shelf: Shelf
) -> None:
    desk, sent = taken
    file = desk.vault.folder / DATABASE
    before = plain_pages(file, shelf.key)
    assert all(words in before for words in (b"quixotically that", b"uixotically", b"zephyrous"))
    gone(desk, sent[1].entry)
    after = plain_pages(file, shelf.key)
    assert not any(words in after for words in (b"quixot", b"uixotically", b"zephyrous", b"corridor.jpg"))
    assert b"what I saw" in after


def test_copies_from_before_a_migration_go_too(taken: tuple[Desk, list[Composed]]) -> None:
    desk, sent = taken
    earlier = desk.vault.folder / "vault-before-6.db"
    earlier.write_bytes(b"older pages")
    gone(desk, sent[1].entry)
    assert not earlier.exists()


def test_a_stub_keeps_its_place_in_the_chain(taken: tuple[Desk, list[Composed]], exchange: FolderExchange) -> None:
    desk, sent = taken
    gone(desk, *(each.entry for each in sent))
    assert desk.entries.gaps(later(days=1)) == []
    assert [stub.destroyed_by for stub in Stubs(desk.vault.database).everything()] == [BY] * 3


def test_what_follows_is_compared_with_the_stub(taken: tuple[Desk, list[Composed]]) -> None:
    desk, sent = taken
    gone(desk, sent[1].entry)
    around = {each.seq: each.eid for each in desk.entries.neighbours(sent[2].entry)}
    assert around[2] == sent[1].entry.eid


def test_a_fork_of_what_is_gone_is_still_seen(
    taken: tuple[Desk, list[Composed]], seat: Seat, exchange: FolderExchange
) -> None:
    desk, sent = taken
    gone(desk, sent[0].entry)
    body = sent[0].entry.body
    copied = seat("ta")
    place = ChainPosition(str(body.chain), 1, None)
    forked = compose_member(content("another"), audience("dsl", "head"), SCHOOL, keys(copied.name), place)
    send(exchange, forked)
    taken_in = desk.take_in(exchange)
    assert taken_in.flagged == (forked.entry.eid,)
    assert Flag.FORKED_CHAIN in desk.entries.held(forked.entry.eid).flags


def test_it_is_refused_when_it_comes_again(taken: tuple[Desk, list[Composed]], exchange: FolderExchange) -> None:
    desk, sent = taken
    gone(desk, sent[1].entry)
    for each in list(exchange.names(Area.ENVELOPES)):
        exchange.remove(Area.ENVELOPES, each.name)
    exchange.put(Area.ENVELOPES, "00" * 16 + ".cenv", sent[1].envelope)
    put_files(exchange, *sent[1].files)
    assert desk.take_in(exchange, later(hours=1)).new == ()
    assert sent[1].entry.eid not in desk.eids()
    assert Blobs(desk.vault.database).names() == []


def test_a_grant_of_it_becomes_a_stub(taken: tuple[Desk, list[Composed]], seat: Seat, exchange: FolderExchange) -> None:
    desk, sent = taken
    gone(desk, sent[1].entry)
    head = seat("head")
    old = sent[1].entry
    granted = head.report("dsl", kind=GRANT, data=grant_data(old), case=old.case)
    send(exchange, granted)
    desk.take_in(exchange)
    assert granted.entry.eid not in desk.eids()
    assert Stubs(desk.vault.database).by(granted.entry.eid) == BY


def test_a_sealed_copy_goes_only_once_every_reader_has_left_a_receipt(
    taken: tuple[Desk, list[Composed]], seat: Seat, exchange: FolderExchange, tmp_path: Path
) -> None:
    desk, sent = taken
    gone(desk, sent[1].entry)
    trusted = {kid("dsl"), kid("head")}
    assert {each.waits_for for each in removals(desk.vault, exchange, trusted)} == {frozenset({kid("head")})}
    seat("head").take_in(exchange)
    ready = removals(desk.vault, exchange, trusted)
    assert [each.waits_for for each in ready] == [frozenset()] * 2  # the entry and its file
    remove(desk.vault, exchange, Spool(tmp_path / "spool"), [each.name for each in ready])
    assert len(exchange.names(Area.ENVELOPES)) == 2
    assert removals(desk.vault, exchange, trusted) == []


def test_what_the_exchange_does_not_let_go_is_counted_and_tried_again(
    taken: tuple[Desk, list[Composed]], exchange: FolderExchange, share: Path, tmp_path: Path
) -> None:
    desk, sent = taken
    gone(desk, sent[1].entry)
    names = [each.name for each in removals(desk.vault, exchange, set())]
    for name in names:
        (share / "in" / name).unlink()
        (share / "in" / name).mkdir()  # nobody can unlink a folder
    assert remove(desk.vault, exchange, Spool(tmp_path / "spool"), names) == len(names)
    assert len(removals(desk.vault, exchange, set())) == len(names)
