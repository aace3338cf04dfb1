# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who works here, as a list."""

import msgspec

from desktop.people import PersonId
from desktop.services import Candour
from desktop.staff_list import Listed, staff_list
from tests.school import NOW, SmallSchool

TODAY = NOW.date()


def listed(candour: Candour) -> dict[PersonId, Listed]:
    machine = candour.machine
    return {each.person.person_id: each for each in staff_list(machine.state, machine.school, TODAY)}


def test_roles_are_said_in_words(small_candour: Candour, small_school: SmallSchool) -> None:
    assert listed(small_candour)[small_school.head.person_id].roles == ("headteacher",)
    assert "deputy head" in listed(small_candour)[small_school.dsl.person_id].roles


def test_who_has_no_vault_has_no_sign_in(small_candour: Candour, small_school: SmallSchool) -> None:
    assert not listed(small_candour)[small_school.supply.person_id].has_sign_in


def test_who_has_left_comes_last(small_candour: Candour, small_school: SmallSchool) -> None:
    machine = small_candour.machine
    beth = small_school.ta.person_id
    people = dict(machine.school.people)
    people[beth] = msgspec.structs.replace(people[beth], end=TODAY.replace(day=1))
    found = staff_list(machine.state, msgspec.structs.replace(machine.school, people=people), TODAY)
    assert found[-1].person.person_id == beth
    assert found[-1].has_left
