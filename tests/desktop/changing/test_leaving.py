# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody leaves: what is to be done, and the end of a vault."""

import msgspec
import pytest

from desktop.changing.leaving import could_read, leaving_list, leaving_on, leaving_steps, wipe
from desktop.changing.making import make_change
from desktop.faults import DeskFault
from desktop.people import Absence, Appointment, PersonId, Role, School
from desktop.phrases import reference
from desktop.services import Candour
from storage.charter import RevokeData
from storage.errors import KnownError
from tests.desktop.changing.conftest import Office
from tests.school import NOW, Member, SmallSchool

TODAY = NOW.date()


def kinds(candour: Candour, school: School, member: Member) -> list[str]:
    return [step.kind for step in leaving_steps(candour.machine.state, school, member.person_id)]


def test_somebody_without_an_office_or_a_vault_only_has_a_last_day(
    small_candour: Candour, small_school: SmallSchool
) -> None:
    assert kinds(small_candour, small_candour.school, small_school.supply) == ["last_day"]


def test_the_only_holder_of_a_role_is_to_be_replaced_first(small_candour: Candour, small_school: SmallSchool) -> None:
    found = kinds(small_candour, small_candour.school, small_school.deputy)
    assert found.index("only_holder") < found.index("end_role")


def test_with_a_second_holder_nobody_needs_to_be_appointed(small_candour: Candour, small_school: SmallSchool) -> None:
    second = Appointment(role=Role.DEPUTY_DSL, person_id=small_school.ta.person_id)
    school = msgspec.structs.replace(small_candour.school, appointments=(*small_candour.school.appointments, second))
    assert "only_holder" not in kinds(small_candour, school, small_school.deputy)
    steps = leaving_steps(small_candour.machine.state, school, small_school.deputy.person_id)
    assert any(step.sentence == "Hand their open records over to Beth Carver." for step in steps)


def test_whom_they_stand_in_for_is_named(small_candour: Candour, small_school: SmallSchool) -> None:
    away = Absence(person_id=small_school.dsl.person_id, cover=small_school.deputy.person_id)
    school = msgspec.structs.replace(small_candour.school, absences=(away,))
    assert "cover" in kinds(small_candour, school, small_school.deputy)


def test_what_is_done_is_ticked(office: Office, small_school: SmallSchool) -> None:
    head = office.of(small_school.head)
    kid = office.of(small_school.ta).vault.kid
    make_change(head, [leaving_on(head.machine.school, small_school.ta.person_id, TODAY), RevokeData(kid=kid)])
    steps = leaving_steps(head.machine.state, head.machine.school, small_school.ta.person_id)
    assert {step.kind for step in steps if step.is_done} == {"last_day", "revoke"}


def test_what_is_open_and_theirs_to_do_is_named_to_whoever_reads_it(office: Office, small_school: SmallSchool) -> None:
    case = office.desks.concern(small_school.ta, small_school.teacher)
    todo = {"what": "Talk to Tom", "owner": small_school.deputy.person_id, "due": "2026-04-01"}
    office.desks.act(small_school.dsl, case, "action", todo)
    told = [step.sentence for step in leaving_list(office.of(small_school.dsl), small_school.deputy.person_id)]
    assert f"Theirs to do, in {reference(case)}: Talk to Tom. Name somebody else for it." in told
    (decision,) = leaving_items(office, small_school, small_school.head)
    assert decision.startswith("Theirs to do")


def leaving_items(office: Office, small_school: SmallSchool, member: Member) -> list[str]:
    steps = leaving_list(office.of(small_school.dsl), member.person_id)
    return [step.sentence for step in steps if step.kind == "open_item"]


def test_nothing_of_theirs_is_named_to_whoever_does_not_read_it(office: Office, small_school: SmallSchool) -> None:
    office.desks.concern(small_school.ta, small_school.teacher)
    steps = leaving_list(office.of(small_school.chair), small_school.head.person_id)
    assert "open_item" not in {step.kind for step in steps}


def test_leaving_deletes_nothing_of_what_is_listed(office: Office, small_school: SmallSchool) -> None:
    head = office.of(small_school.head)
    before = head.machine.school.people[small_school.ta.person_id]
    make_change(head, [leaving_on(head.machine.school, small_school.ta.person_id, TODAY)])
    after = head.machine.school.people[small_school.ta.person_id]
    assert after == msgspec.structs.replace(before, end=TODAY)


def test_nobody_is_no_leaver(small_candour: Candour) -> None:
    with pytest.raises(KnownError, match=DeskFault.NO_SUCH_PERSON.value):
        leaving_on(small_candour.school, PersonId("99" * 16), TODAY)


def test_the_vault_knows_how_many_records_it_could_read(office: Office, small_school: SmallSchool) -> None:
    office.desks.concern(small_school.ta, small_school.teacher)
    assert could_read(office.of(small_school.dsl)).startswith("They could read 1 records until today.")


def test_wiping_leaves_nothing_behind(office: Office, small_school: SmallSchool) -> None:
    session = office.of(small_school.deputy)
    folder = session.vault.folder
    wipe(session)
    assert not folder.exists()
