# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parcels: what was put in comes out for the reader alone. What is refused, the vectors say (tests/vectors)."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage import parcel
from storage.errors import Fault
from storage.parcel import Enclosed, Sender, read_parcel, write_parcel
from tests.storage.school import SCHOOL, addressee, identity, key_fact, keys, kid, refusing

AT = datetime(2026, 11, 20, 15, 12, tzinfo=UTC)


def sender(*names: str) -> Sender:
    """The head, who seals to these people's vaults."""
    return Sender(SCHOOL, keys("head").signing, tuple(key_fact(name) for name in names), 8, AT)


def written(files: list[Enclosed], *names: str) -> io.BytesIO:
    file = io.BytesIO()
    write_parcel(file, sender(*names), files)
    return file


@settings(max_examples=12, deadline=None)
@given(st.lists(st.binary(max_size=70), min_size=1, max_size=4))
def test_what_was_put_in_comes_out_in_pieces_of_any_size(contents: list[bytes]) -> None:
    files = [Enclosed(f"CF-{number}.bin", "Attached", content) for number, content in enumerate(contents)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parcel, "FILE_MAX", 20)
        found = read_parcel(written(files, "dsl", "dsl 2"), addressee("dsl"), identity("dsl"))
        opened = [b"".join(found.pieces(each)) for each in found.letter.files]
    assert opened == contents
    assert (found.maker_kid, found.letter.at) == (kid("head"), "2026-11-20T15:12:00Z")


def test_either_vault_of_the_reader_opens_it() -> None:
    file = written([Enclosed("CF-1.pdf", "Case file", b"x")], "dsl", "dsl 2")
    assert read_parcel(file, addressee("dsl 2"), identity("dsl 2")).letter.files[0].name == "CF-1.pdf"


def test_its_maker_cannot_open_it_again() -> None:
    with refusing(Fault.PARCEL_NOT_OURS):
        read_parcel(written([Enclosed("CF-1.pdf", "Case file", b"x")], "dsl"), addressee("head"), identity("head"))


def test_more_files_than_a_letter_may_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcel, "PARCEL_PIECES_MAX", 1)
    with refusing(Fault.PARCEL_TOO_LARGE):
        written([Enclosed("a.pdf", "", b"x"), Enclosed("b.pdf", "", b"y")], "dsl")


def test_nothing_of_it_can_be_read_by_whoever_has_the_file() -> None:
    file = written([Enclosed("CF-1.pdf", "Case file", b"She said that he had shouted")], "dsl")
    assert not any(words in file.getvalue() for words in (b"shouted", b"CF-1", kid("head").encode(), SCHOOL.encode()))
