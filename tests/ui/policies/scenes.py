# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page that says who has read the code, in its states, as the head of the small school sees it."""

from collections.abc import Callable, Mapping
from datetime import date

from desktop.founding import publish
from desktop.people import ReadingLine, Role
from desktop.policies.asking import asked_for
from desktop.policies.confirming import Confirmed, Part, confirm, confirm_by_name
from desktop.policies.publishing import in_force, keep_version
from desktop.policies.version import Version
from tests.desktop.desks import Desks
from tests.desktop.registers.offices import appoint
from tests.school import Member, signing
from tests.ui.reports.scenes import page_of
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.staff.policies import FIRST, SECOND, version
from ui.policies.chasing_page import ChasingPage

Scene = Callable[[Desks, Review], Driver]


def put_in_force(desks: Desks, new: Version, by: date | None = date(2027, 1, 15)) -> Confirmed:
    """Publish a version, as head and chair sign it. Returns what confirms it."""
    candour, school = desks.candour, desks.school
    name = keep_version(candour.machine.documents, new)
    signers = [signing(candour, each) for each in (school.head, school.chair)]
    publish(candour.machine, "settings", in_force(candour.machine.school, new, name, by), signers)
    return Confirmed(policy=new.policy_id, version=name)


def confirmed(desks: Desks, said: Confirmed, *members: Member) -> None:
    """These people have read it."""
    for member in members:
        confirm(desks.of(member), said)


def chasing_page_of(driver: Driver) -> ChasingPage:
    """The page behind the card."""
    page = page_of(driver)
    page.show_report("policies", "")
    driver.settle()
    behind = page.report("policies")
    assert isinstance(behind, ChasingPage)
    return behind


def _none(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.head)
    chasing_page_of(driver)
    return driver


def _read_by_some(desks: Desks) -> None:
    school = desks.school
    first = version(FIRST, "October 2025")
    confirmed(desks, put_in_force(desks, first), school.teacher)
    new = put_in_force(desks, version(SECOND, "January 2026", first))
    confirmed(desks, new, school.ta)
    confirm_by_name(desks.candour.machine, "Vera Isitor", new)
    desks.sync()


def some_confirmed(desks: Desks, review: Review) -> Driver:
    """The teaching assistant has read the new version, the teacher the old one, a visitor gave a name."""
    _read_by_some(desks)
    driver = review(desks.school.head)
    chasing_page_of(driver)
    return driver


def guidance_asked(desks: Desks, review: Review) -> Driver:
    """An edition of guidance: the teaching assistant has read what they are asked for, the teacher the one before."""
    school = desks.school
    for edition, reader in (("September 2025", school.teacher), ("September 2026", school.ta)):
        line = ask_for(desks, edition)
        confirm(desks.of(reader), Confirmed(policy=line.item_id, version=edition, part=Part.PART_ONE))
    desks.sync()
    driver = review(school.head)
    chasing_page_of(driver)
    return driver


def new_in_office(desks: Desks, review: Review) -> Driver:
    """The teacher has become head, and no other officer's computer has been heard from since."""
    _read_by_some(desks)
    desks.hands.forward(days=3)
    appoint(desks, Role.HEAD, desks.school.teacher)
    driver = review(desks.school.teacher)
    chasing_page_of(driver)
    return driver


def ask_for(desks: Desks, edition: str) -> ReadingLine:
    """Ask for an edition, as head and chair sign it."""
    candour, school = desks.candour, desks.school
    line = ReadingLine(item_id="guidance:kcsie", title="", edition=edition, confirm_by=date(2027, 1, 15))
    signers = [signing(candour, each) for each in (school.head, school.chair)]
    publish(candour.machine, "settings", asked_for(candour.school, line), signers)
    return line


SCENES: Mapping[str, Scene] = {
    "none": _none,
    "some confirmed": some_confirmed,
    "guidance": guidance_asked,
    "new in office": new_in_office,
}
