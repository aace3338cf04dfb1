# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Callable

from storage.views import Drafts, View, Views
from tests.storage.school import Desk

Seat = Callable[[str], Desk]
A, B, C = "aa" * 32, "ab" * 32, "b0" * 32


def test_a_row_is_kept_and_replaced(seat: Seat) -> None:
    views = Views(seat("dsl").vault.database)
    views.put([View(A, "open", "1", b"one")])
    views.put([View(A, "closed", "2", b"two")])
    assert views.get(A) == b"two"
    assert views.counts() == {"closed": 1}
    assert views.get(B) is None


def test_a_shelf_is_in_order(seat: Seat) -> None:
    views = Views(seat("dsl").vault.database)
    views.put([View(A, "open", "2", b""), View(B, "open", "1", b""), View(C, "open", "2", b"")])
    assert views.cases("open") == [B, A, C]
    assert views.cases("closed") == []


def test_cases_are_found_by_their_beginning(seat: Seat) -> None:
    views = Views(seat("dsl").vault.database)
    views.put([View(case, "open", "1", b"") for case in (A, B, C)])
    assert views.beginning_with("a") == [A, B]
    assert views.beginning_with("ab") == [B]
    assert views.beginning_with("") == [A, B, C]
    views.clear()
    assert views.counts() == {}


def test_drafts_are_kept_newest_first_until_they_are_let_go(seat: Seat) -> None:
    drafts = Drafts(seat("dsl").vault.database)
    drafts.save("one", "2026-11-20T14:00", b"first words")
    drafts.save("two", "2026-11-20T15:00", b"others")
    drafts.save("one", "2026-11-20T16:00", b"more words")
    assert drafts.names() == [("one", "2026-11-20T16:00"), ("two", "2026-11-20T15:00")]
    assert drafts.load("one") == b"more words"
    drafts.discard("one")
    assert drafts.load("one") is None


def test_parts_are_read_in_their_order_and_go_with_their_row(seat: Seat) -> None:
    views = Views(seat("dsl").vault.database)
    placed = ((A, "2", b"two"), (B, "1", b"one"), (C, "3", b"three"))
    views.put(View(case, "open", "1", b"", place=place, part=part) for case, place, part in placed)
    assert views.parts("1", "2") == [b"one", b"two"]
    views.put([View(A, "open", "1", b""), View(B, "open", "1", b"", place="4", part=b"four")])
    assert views.parts("1", "9") == [b"three", b"four"]
    views.drop([C])
    views.clear()
    assert views.parts("1", "9") == []
