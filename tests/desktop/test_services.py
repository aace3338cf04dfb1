# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the windows and the command line are handed before anybody signs in."""

from pathlib import Path

import msgspec
import pytest

import resources
from desktop.directory import profile_of
from desktop.faults import DeskFault, explain_fault, fault_words
from desktop.founding import publish
from desktop.people import PersonId
from desktop.services import Candour, open_candour
from desktop.telling import to_find
from storage.charter import AbsenceData, PeopleData
from storage.errors import Fault, KnownError
from tests.desktop.desks import Desks, concern, envelopes, spool_of, take_away
from tests.school import Hands, Member, SmallSchool


def told(does: object, *arguments: object) -> object:
    assert callable(does)
    with pytest.raises(KnownError) as raised:
        does(*arguments)
    return raised.value.code


def unreadable(_name: str) -> str:
    raise OSError


def away(desks: Desks, member: Member, cover: Member | None = None) -> None:
    data = AbsenceData(
        person=member.person_id,
        since="2026-03-01",
        until="2026-03-31",
        cover=cover.person_id if cover else None,
    )
    signers = tuple(desks.of(each).vault.keys.signing for each in (desks.school.head, desks.school.chair))
    publish(desks.candour.machine, "absence", data, signers)


def test_an_empty_folder_has_no_school(tmp_path: Path, hands: Hands) -> None:
    candour = open_candour(tmp_path / "nothing", hands)
    assert not candour.has_school
    assert told(lambda: candour.school) is Fault.NO_SCHOOL
    assert not (tmp_path / "nothing").exists()


def test_forms_are_there_before_there_is_a_school(tmp_path: Path, hands: Hands) -> None:
    assert open_candour(tmp_path / "nothing", hands).form("concern").form_id == "concern"


def test_forms_are_there_where_the_list_of_people_is_damaged(small_school: SmallSchool, hands: Hands) -> None:
    for file in filter(Path.is_file, (small_school.home / "directory").rglob("*")):
        file.write_bytes(b"damaged")
    candour = small_school.open(hands)
    assert told(lambda: candour.school) is Fault.DIRECTORY_REFUSED
    assert candour.form("concern").form_id == "concern"


@pytest.mark.parametrize("typed", ["Tom Ashby", "tom ashby", "  TOM   ASHBY ", "07" * 16])
def test_a_person_is_found_by_whole_name_or_id(small_candour: Candour, small_school: SmallSchool, typed: str) -> None:
    assert small_candour.person(typed) == small_school.teacher.person_id


@pytest.mark.parametrize("typed", ["", "Tom", "Ashby", "07", "ff" * 16, "Tom Ashby, teacher"])
def test_part_of_a_name_is_nobody(small_candour: Candour, typed: str) -> None:
    assert told(small_candour.person, typed) is DeskFault.NO_SUCH_PERSON


def test_a_former_name_still_finds_somebody_and_two_of_a_name_are_told(desks: Desks) -> None:
    people = desks.candour.school.people
    renamed = msgspec.structs.replace(people[desks.school.supply.person_id], aliases=("Joseph Lind", "Tom Ashby"))
    signer = (desks.of(desks.school.head).vault.keys.signing,)
    publish(desks.candour.machine, "people", PeopleData(set=(profile_of(renamed),)), signer)
    assert desks.candour.person("joseph lind") == desks.school.supply.person_id
    assert told(desks.candour.person, "Tom Ashby") is DeskFault.SEVERAL_SUCH_PERSONS


def test_a_fault_can_be_told_when_the_program_itself_can_no_longer_be_read(
    tmp_path: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault_words.cache_clear()
    open_candour(tmp_path, hands)
    monkeypatch.setattr(resources, "text", unreadable)
    assert explain_fault(KnownError(Fault.DISK_ERROR)).sentence


@pytest.mark.parametrize("form", ["", "complaint", "Concern", "../concern"])
def test_a_form_that_is_not_there_is_said(small_candour: Candour, form: str) -> None:
    assert told(small_candour.form, form) is DeskFault.NO_SUCH_FORM
    assert told(small_candour.file_walk_up, form, {}) is DeskFault.NO_SUCH_FORM


def test_an_act_is_not_filed(small_candour: Candour) -> None:
    assert told(small_candour.file_walk_up, "note", {"text": "x"}) is DeskFault.NO_SUCH_FORM


def test_the_lead_and_the_head_are_to_be_found(desks: Desks) -> None:
    found = to_find(desks.candour.school, desks.candour.machine.today())
    assert (found.dsl, found.head) == tuple(
        desks.candour.school.people[m.person_id] for m in (desks.school.dsl, desks.school.head)
    )


def test_while_the_lead_is_away_the_deputy_is_to_be_found(desks: Desks) -> None:
    away(desks, desks.school.dsl)
    found = to_find(desks.candour.school, desks.candour.machine.today()).dsl
    assert found is not None
    assert found.person_id == desks.school.deputy.person_id


def test_whoever_covers_is_to_be_found_first(desks: Desks) -> None:
    away(desks, desks.school.dsl, desks.school.teacher)
    found = to_find(desks.candour.school, desks.candour.machine.today()).dsl
    assert found is not None
    assert found.person_id == desks.school.teacher.person_id


def test_a_redirect_is_kept_for_the_lead(desks: Desks) -> None:
    desks.candour.note_redirect()
    desks.sync()
    session = desks.of(desks.school.dsl)
    (case,) = session.entries.cases()
    assert (session.case(case).report, session.row(case).form) == (None, "redirect")


def test_a_redirect_waits_for_the_exchange(desks: Desks) -> None:
    take_away(desks.school)
    desks.candour.note_redirect()
    assert len(spool_of(desks.school).names()) == 1


def test_asking_who_would_read_it_sends_nothing(desks: Desks) -> None:
    desks.candour.route("concern", {"about": desks.school.teacher.person_id, **concern()})
    assert (envelopes(desks.school), spool_of(desks.school).names()) == ([], [])


@pytest.mark.parametrize("values", [{}, {"about": 7}, {"about": "nobody"}, {"not_to": [[]]}, {"also_about": {"x": 1}}])
def test_who_would_read_it_is_said_from_the_first_answer_on(small_candour: Candour, values: dict[str, object]) -> None:
    assert small_candour.route("concern", values).readers


def test_somebody_who_is_no_member_signs_in_nowhere(small_candour: Candour) -> None:
    assert told(small_candour.sign_in, PersonId("ff" * 16), "antelope taco cartwheel") is Fault.WRONG_PASSPHRASE


@pytest.mark.parametrize("person", ["..", "../..", "/etc", "."])
def test_a_person_is_no_path(small_candour: Candour, person: str) -> None:
    assert told(small_candour.person, person) is DeskFault.NO_SUCH_PERSON
