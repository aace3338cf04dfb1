# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What did not become part of a record."""

import os
from pathlib import Path

import pytest

from desktop.cases.acting import act
from desktop.cases.aside import check_again, read_aside, save_list
from desktop.faults import DeskFault, KnownError
from tests.desktop.desks import Desks
from tests.school import NOW


def strange_file(desks: Desks) -> Path:
    desks.concern(desks.school.ta, desks.school.teacher)
    known = next((desks.school.exchange / "in").glob("*.cenv"))
    strange = known.with_name("0" * len(known.stem) + known.suffix)
    strange.write_bytes(b"not an envelope")
    os.utime(strange, (NOW.timestamp() - 9_999, NOW.timestamp() - 9_999))
    return strange


def test_a_strange_file_is_named_with_its_reason(desks: Desks) -> None:
    name = strange_file(desks).name
    session = desks.of(desks.school.dsl)
    session.sync()
    aside = read_aside(session)
    assert [(file.name, file.reason) for file in aside.files] == [(name, "not_an_envelope")]
    assert (aside.count, aside.not_arrived) == (1, ())


def test_looking_again_does_not_trust_it_more(desks: Desks) -> None:
    strange_file(desks)
    session = desks.of(desks.school.dsl)
    session.sync()
    check_again(session)
    assert read_aside(session).count == 1


def test_what_was_lost_on_the_way_is_missed(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.sync(school.dsl, school.head)
    before = set((school.exchange / "in").glob("*.cenv"))
    act(desks.of(school.head), case, "note", {"text": "Lost."})
    for lost in set((school.exchange / "in").glob("*.cenv")) - before:
        lost.unlink()
    for kept in (school.home / "spool").iterdir():
        kept.unlink()
    act(desks.of(school.head), case, "note", {"text": "Arrives."})
    desks.sync(school.dsl)
    desks.hands.forward(hours=1)
    gaps = read_aside(desks.of(school.dsl)).not_arrived
    assert [(gap.author, gap.count) for gap in gaps] == [(school.head.person_id, 1)]


def test_the_list_for_it_holds_names_and_reasons_only(desks: Desks, tmp_path: Path) -> None:
    name = strange_file(desks).name
    session = desks.of(desks.school.dsl)
    session.sync()
    save_list(read_aside(session), tmp_path / "list.txt")
    assert (tmp_path / "list.txt").read_text() == f"{name}\tnot_an_envelope\t2026-03-12T15:12:00+00:00\n"


def test_a_list_that_cannot_be_written_is_a_known_fault(desks: Desks, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        save_list(read_aside(desks.of(desks.school.dsl)), tmp_path / "nowhere" / "list.txt")
    assert caught.value.code is DeskFault.FILE_UNWRITABLE
