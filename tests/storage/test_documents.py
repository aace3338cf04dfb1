# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents for everybody travel by their fingerprints: another content under that name is nobody's document."""

from pathlib import Path

import pytest

from storage.constants import DOCUMENT_MAX
from storage.documents import DocumentStore, fingerprint
from storage.errors import Fault, KnownError
from storage.exchange import Area, FolderExchange, Patience, lay_out

CONTENT = b"Everybody who works here."


@pytest.fixture
def exchange(tmp_path: Path) -> FolderExchange:
    """A share without anything in it."""
    lay_out(tmp_path / "share")
    return FolderExchange(tmp_path / "share", Patience(lambda _: None, lambda: 0.0, 0.0))


@pytest.fixture
def one(tmp_path: Path) -> DocumentStore:
    """A computer's documents."""
    return DocumentStore(tmp_path / "one")


@pytest.fixture
def other(tmp_path: Path) -> DocumentStore:
    """Another computer's."""
    return DocumentStore(tmp_path / "other")


def test_a_document_reaches_another_computer_and_comes_back_to_a_share_that_lost_it(
    one: DocumentStore, other: DocumentStore, exchange: FolderExchange, tmp_path: Path
) -> None:
    name = one.add(CONTENT)
    one.exchange_with(exchange, [name])
    other.exchange_with(exchange, [name])
    assert other.read(name) == CONTENT
    for file in (tmp_path / "share" / "doc").iterdir():
        file.unlink()
    other.exchange_with(exchange, [name])
    assert [each.name for each in exchange.names(Area.DOCUMENTS)] == [f"{name[:32]}.cdoc"]


def test_another_content_under_its_name_is_not_taken(other: DocumentStore, exchange: FolderExchange) -> None:
    name = fingerprint(CONTENT)
    exchange.put(Area.DOCUMENTS, f"{name[:32]}.cdoc", b"Nobody who works here.")
    other.exchange_with(exchange, [name])
    assert other.read(name) is None


def test_a_document_that_was_altered_on_the_disk_is_not_read(one: DocumentStore, tmp_path: Path) -> None:
    name = one.add(CONTENT)
    next((tmp_path / "one").iterdir()).write_bytes(CONTENT + b" Not.")
    assert one.read(name) is None


def test_one_that_nobody_named_is_neither_taken_nor_offered(
    one: DocumentStore, other: DocumentStore, exchange: FolderExchange
) -> None:
    name = one.add(CONTENT)
    one.exchange_with(exchange, [])
    assert exchange.names(Area.DOCUMENTS) == []
    one.exchange_with(exchange, [name])
    other.exchange_with(exchange, [])
    assert other.read(name) is None


def test_a_share_of_an_earlier_version_gets_its_folder(
    one: DocumentStore, exchange: FolderExchange, tmp_path: Path
) -> None:
    (tmp_path / "share" / "doc").rmdir()
    one.exchange_with(exchange, [one.add(CONTENT)])
    assert len(exchange.names(Area.DOCUMENTS)) == 1


def test_a_document_that_is_too_large_is_refused(one: DocumentStore) -> None:
    with pytest.raises(KnownError) as caught:
        one.add(bytes(DOCUMENT_MAX + 1))
    assert caught.value.code is Fault.CONTENT_TOO_LARGE
