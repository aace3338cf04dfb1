# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A note about a person goes to who may read about them, never to them; it decides nothing and starts no clock."""

import pytest

from desktop.cases.case import Phase
from desktop.cases.rows import Shelf
from desktop.chronology.kinds import Kind
from desktop.chronology.noting import write_note
from desktop.chronology.page import read_page
from desktop.faults import DeskFault
from desktop.services import Candour
from desktop.soundness import check
from storage.errors import KnownError
from tests.desktop.desks import Desks
from tests.school import Member

NOTE = {"what_happened": "We agreed to look at the rota together in June."}


def noted(desks: Desks, by: Member, about: Member) -> str:
    """A note, once everybody has looked at the exchange."""
    case = write_note(desks.of(by), about.person_id, NOTE).case_id
    desks.sync()
    return case


def test_who_may_read_about_the_person_reads_it(desks: Desks) -> None:
    school = desks.school
    case = noted(desks, school.dsl, school.teacher)
    readers = [member.name for member in school.members if member.passphrase and desks.reads(member, case)]
    assert readers == [school.head.name, school.dsl.name]


@pytest.mark.parametrize("about", ["head", "dsl", "deputy", "chair"])
def test_whom_it_is_about_never_reads_it(desks: Desks, about: str) -> None:
    concerned: Member = getattr(desks.school, about)
    case = noted(desks, desks.school.vice_chair, concerned)
    assert case not in desks.of(concerned).entries.cases()


def test_there_is_nothing_to_decide(desks: Desks) -> None:
    case = noted(desks, desks.school.dsl, desks.school.teacher)
    row = desks.of(desks.school.head).row(case)
    assert (row.phase, row.decide_by, row.missing) == (Phase.NOTED, None, ())


def test_its_writer_has_nothing_to_note(desks: Desks) -> None:
    case = noted(desks, desks.school.dsl, desks.school.teacher)
    assert case in desks.of(desks.school.dsl).shelf(Shelf.CLOSED)
    assert case in desks.of(desks.school.head).shelf(Shelf.NEEDS_YOU)


def test_it_stands_in_the_chronology(desks: Desks) -> None:
    noted(desks, desks.school.dsl, desks.school.teacher)
    assert read_page(desks.of(desks.school.head), desks.school.teacher.person_id).counts == {Kind.NOTE: 1}


def test_nothing_is_odd_about_it_and_the_vault_stays_sound(desks: Desks) -> None:
    case = noted(desks, desks.school.dsl, desks.school.teacher)
    head = desks.of(desks.school.head)
    assert (head.row(case).is_flagged, check(head).troubles) == (False, ())


def test_nobody_writes_one_about_themselves(desks: Desks) -> None:
    with pytest.raises(KnownError) as caught:
        write_note(desks.of(desks.school.dsl), desks.school.dsl.person_id, NOTE)
    assert caught.value.code is DeskFault.NOTE_ABOUT_YOURSELF


def test_nobody_without_an_office_writes_one(desks: Desks) -> None:
    with pytest.raises(KnownError) as caught:
        write_note(desks.of(desks.school.ta), desks.school.teacher.person_id, NOTE)
    assert caught.value.code is DeskFault.NO_SUCH_FORM


def test_no_walk_up_writes_one(small_candour: Candour) -> None:
    with pytest.raises(KnownError) as caught:
        small_candour.file_walk_up("person_note", {**NOTE, "about": "07" * 16})
    assert caught.value.code is DeskFault.NO_SUCH_FORM
