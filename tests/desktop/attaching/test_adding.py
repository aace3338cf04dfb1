# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.attaching.adding import add_file, enclosed, read_attached
from desktop.faults import DeskFault
from storage.constants import MIB
from storage.errors import KnownError
from tests.desktop.attaching.pictures import ATTACH, jpeg


@contextlib.contextmanager
def refusing(code: DeskFault) -> Iterator[None]:
    with pytest.raises(KnownError) as caught:
        yield
    assert caught.value.code is code


def test_a_file_is_read_named_and_known(tmp_path: Path) -> None:
    (tmp_path / "gate.pdf").write_bytes(jpeg())
    added = add_file(tmp_path / "gate.pdf", ATTACH)
    assert (added.name, added.media, added.data) == ("gate.jpg", "image/jpeg", jpeg())


def test_two_gigabytes_are_refused_before_a_byte_is_read(tmp_path: Path) -> None:
    with (tmp_path / "film.mp4").open("wb") as file:
        file.truncate(2 * 2**30)
    with refusing(DeskFault.ATTACHMENT_TOO_LARGE):
        add_file(tmp_path / "film.mp4", ATTACH)


def test_a_file_of_just_the_limit_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(MIB))
    assert len(add_file(tmp_path / "a", ATTACH).data) == MIB
    (tmp_path / "b").write_bytes(bytes(MIB + 1))
    with refusing(DeskFault.ATTACHMENT_TOO_LARGE):
        add_file(tmp_path / "b", ATTACH)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with refusing(DeskFault.ATTACHMENT_EMPTY):
        add_file(tmp_path / "a", ATTACH)


@pytest.mark.parametrize("name", ["missing", "."])
def test_what_is_no_file_is_unreadable(tmp_path: Path, name: str) -> None:
    with refusing(DeskFault.FILE_UNREADABLE):
        add_file(tmp_path / name, ATTACH)


@pytest.mark.skipif(os.name == "nt", reason="no pipes in folders there")
def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with refusing(DeskFault.FILE_UNREADABLE):
        add_file(tmp_path / "pipe", ATTACH)


def test_a_form_takes_so_many_and_no_more() -> None:
    note = read_attached("a.txt", b"note")
    assert len(enclosed(ATTACH, [note, note])) == 2
    with refusing(DeskFault.ATTACHMENTS_TOO_MANY):
        enclosed(ATTACH, [note, note, note])


def test_a_form_without_room_takes_none() -> None:
    assert enclosed(None, []) == ()
    with refusing(DeskFault.ATTACHMENTS_NOT_HERE):
        enclosed(None, [read_attached("a.txt", b"note")])


def test_a_file_that_grew_past_the_limit_is_refused_at_sending() -> None:
    with refusing(DeskFault.ATTACHMENT_TOO_LARGE):
        enclosed(ATTACH, [read_attached("a.txt", b"x" * (MIB + 1))])


def test_a_file_shows_nothing_of_itself() -> None:
    assert "note" not in repr(read_attached("a.txt", b"note"))
