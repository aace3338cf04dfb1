# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands beside the figures of somebody new in an office, while what it holds has not all come."""

from desktop.offices.coming import not_handed_on, still_coming
from desktop.people import Role
from desktop.policies.confirming import confirm
from tests.desktop.cases.test_acting import roles_end
from tests.desktop.desks import Desks
from tests.desktop.offices.test_handing import READ
from tests.desktop.registers.offices import appoint
from tests.school import Member


def note(desks: Desks, member: Member) -> str:
    desks.sync(member)
    return still_coming(desks.of(member))


def test_whoever_has_held_the_office_from_the_beginning_is_told_nothing(desks: Desks) -> None:
    assert note(desks, desks.school.head) == ""
    assert not_handed_on(desks.of(desks.school.head)) == ""


def test_somebody_new_is_told_what_an_audit_does_not_tell(desks: Desks) -> None:
    appoint(desks, Role.DSL, desks.school.teacher)
    assert "before you came into office on 12 March 2026" in not_handed_on(desks.of(desks.school.teacher))


def test_somebody_new_is_told_whose_computer_has_not_been_heard_from(desks: Desks) -> None:
    desks.hands.forward(days=3)
    appoint(desks, Role.DSL, desks.school.teacher)
    told = note(desks, desks.school.teacher)
    assert told.startswith(
        "Helen Marsh’s computer has not been heard from since you came into office on 15 March 2026."
    )
    desks.hands.forward(days=1)
    desks.sync(desks.school.head)
    assert note(desks, desks.school.teacher) == ""


def test_while_it_comes_they_are_told_so(desks: Desks) -> None:
    confirm(desks.of(desks.school.ta), READ)
    desks.sync(desks.school.head)
    appoint(desks, Role.DSL, desks.school.teacher)
    desks.sync(desks.school.head)
    assert "is still coming in" in note(desks, desks.school.teacher)
    desks.hands.forward(days=2)
    assert "is still coming in" not in note(desks, desks.school.teacher)


def test_where_all_are_new_it_comes_from_everybodys_own_computer(desks: Desks) -> None:
    school = desks.school
    for office in (Role.DSL, Role.HEAD):
        appoint(desks, office, school.teacher)
    for role, member in (("dsl", school.dsl), ("deputy_head", school.dsl), ("head", school.head)):
        roles_end(desks, role, member)
    assert "comes from each person’s own computer" in note(desks, school.teacher)
    desks.hands.forward(days=200)
    assert note(desks, school.teacher) == ""


def test_without_the_shared_folder_nobody_is_blamed(desks: Desks) -> None:
    desks.hands.forward(days=3)
    appoint(desks, Role.DSL, desks.school.teacher)
    desks.sync(desks.school.teacher)
    desks.school.exchange.rename(desks.school.home / "unplugged")
    assert still_coming(desks.of(desks.school.teacher)) == ""
