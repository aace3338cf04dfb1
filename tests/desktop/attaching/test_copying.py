# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saving a copy of a file: there is no copy without its entry, and no entry without its copy."""

from pathlib import Path

import pytest

from desktop.attaching import copying
from desktop.attaching.copying import copy_file
from desktop.faults import DeskFault
from storage.errors import KnownError
from tests.desktop.attaching.pictures import jpeg
from tests.desktop.attaching.test_held import NOTE, filed
from tests.desktop.desks import Desks


def test_every_reader_sees_who_saved_which_file(desks: Desks, tmp_path: Path) -> None:
    case = filed(desks, desks.school.dsl)
    path = copy_file(desks.of(desks.school.dsl), case, 1, tmp_path)
    assert path.read_bytes() == NOTE
    (entry,) = desks.case(desks.school.head, case).of_kind("file_copy")
    assert (entry.author, entry.values["number"]) == (desks.school.dsl.person_id, "1")


def test_in_a_folder_it_is_called_by_a_code(desks: Desks, tmp_path: Path) -> None:
    path = copy_file(desks.of(desks.school.dsl), filed(desks, desks.school.dsl), 1, tmp_path)
    assert path.name.startswith("CF-")
    assert path.name.endswith("-1.txt")


def test_what_is_there_already_is_kept_and_nothing_is_recorded(desks: Desks, tmp_path: Path) -> None:
    case = filed(desks, desks.school.dsl)
    (tmp_path / "note.txt").write_bytes(jpeg())
    with pytest.raises(KnownError, match=DeskFault.FILE_THERE_ALREADY):
        copy_file(desks.of(desks.school.dsl), case, 1, tmp_path / "note.txt")
    assert (tmp_path / "note.txt").read_bytes() == jpeg()
    assert desks.case(desks.school.dsl, case).of_kind("file_copy") == ()


def test_without_its_entry_there_is_no_copy(desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise KnownError(DeskFault.FILE_UNWRITABLE)

    case = filed(desks, desks.school.dsl)
    monkeypatch.setattr(copying, "leave", full)
    with pytest.raises(KnownError):
        copy_file(desks.of(desks.school.dsl), case, 1, tmp_path / "note.txt")
    assert list(tmp_path.glob("note*")) == []


def test_whoever_only_sent_it_leaves_no_entry(desks: Desks, tmp_path: Path) -> None:
    case = filed(desks, desks.school.deputy)
    copy_file(desks.of(desks.school.deputy), case, 1, tmp_path)
    assert desks.case(desks.school.dsl, case).of_kind("file_copy") == ()
