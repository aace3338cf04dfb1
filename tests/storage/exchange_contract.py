# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every carrier promises. Derive a class named Test… and give it `carrier`; the tests come with it.

A carrier may lose, delay or repeat files, so nothing here asks for more than the Exchange protocol says.
"""

from typing import ClassVar

import pytest

from storage.exchange import Area, Exchange


class ExchangeContract:
    """The tests. `carrier` is a fixture: an empty exchange that is laid out."""

    AREAS: ClassVar = list(Area)

    @pytest.fixture
    def carrier(self) -> Exchange:
        raise NotImplementedError

    def test_what_is_put_is_listed_and_read(self, carrier: Exchange) -> None:
        for area in self.AREAS:
            carrier.put(area, "a.cenv", b"sealed bytes")
            assert [(listed.name, listed.size) for listed in carrier.names(area)] == [("a.cenv", 12)]
            assert carrier.read(area, "a.cenv", 100) == b"sealed bytes"

    def test_an_empty_area_lists_nothing(self, carrier: Exchange) -> None:
        assert [carrier.names(area) for area in self.AREAS] == [[] for _ in self.AREAS]

    def test_the_same_again_is_no_fault_and_makes_no_second(self, carrier: Exchange) -> None:
        for _ in range(3):
            carrier.put(Area.ENVELOPES, "a.cenv", b"sealed bytes")
        assert [listed.name for listed in carrier.names(Area.ENVELOPES)] == ["a.cenv"]

    def test_the_same_again_does_not_touch_the_file(self, carrier: Exchange) -> None:
        carrier.put(Area.ENVELOPES, "a.cenv", b"sealed bytes")
        before = carrier.names(Area.ENVELOPES)
        carrier.put(Area.ENVELOPES, "a.cenv", b"sealed bytes")
        assert carrier.names(Area.ENVELOPES) == before

    def test_areas_are_kept_apart(self, carrier: Exchange) -> None:
        carrier.put(Area.ENVELOPES, "a", b"one")
        carrier.put(Area.RECEIPTS, "a", b"two")
        assert carrier.read(Area.ENVELOPES, "a", 100) == b"one"
        assert carrier.read(Area.RECEIPTS, "a", 100) == b"two"
        assert carrier.names(Area.DIRECTORY) == []

    def test_what_is_not_there_is_none(self, carrier: Exchange) -> None:
        assert carrier.read(Area.ENVELOPES, "a.cenv", 100) is None

    def test_what_is_larger_than_asked_is_none(self, carrier: Exchange) -> None:
        carrier.put(Area.ENVELOPES, "a.cenv", b"x" * 100)
        assert carrier.read(Area.ENVELOPES, "a.cenv", 100) == b"x" * 100
        assert carrier.read(Area.ENVELOPES, "a.cenv", 99) is None

    def test_any_bytes_come_back_as_they_were(self, carrier: Exchange) -> None:
        data = bytes(range(256)) * 70 + b"\r\n\x1a\0"
        carrier.put(Area.ENVELOPES, "a.cenv", data)
        assert carrier.read(Area.ENVELOPES, "a.cenv", len(data)) == data

    def test_many_files_are_all_there(self, carrier: Exchange) -> None:
        names = {f"{n:032x}.cenv" for n in range(300)}
        for name in names:
            carrier.put(Area.ENVELOPES, name, name.encode())
        assert {listed.name for listed in carrier.names(Area.ENVELOPES)} == names
        assert all(carrier.read(Area.ENVELOPES, name, 100) == name.encode() for name in names)
