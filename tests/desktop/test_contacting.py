# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Anybody is told whom to turn to, whatever works and whatever does not."""

from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest

from desktop.contacting import finder, is_stale, outside_contacts, readable_school, whom_to_tell
from desktop.people import Contact, Role
from desktop.services import open_candour
from tests.desktop.cli.running import Machine
from tests.school import NOW, SmallSchool

TODAY = NOW.date()
EVERY = list(product(finder().about, finder().what))


@pytest.mark.parametrize(("about", "what"), EVERY)
def test_every_pair_of_answers_has_one_row(about: str, what: str) -> None:
    assert len([row for row in finder().rows if about in row.about and row.what == what]) == 1


@pytest.mark.parametrize(("about", "what"), EVERY)
def test_every_pair_of_answers_leads_to_somebody_and_never_to_whom_it_is_about(
    small_school: SmallSchool, about: str, what: str
) -> None:
    school = small_school.open().school
    told = whom_to_tell(about, what, school, TODAY)
    concerned = school.holders(Role(about), TODAY) if about in set(Role) else ()
    assert told.people
    assert told.outside
    assert not {person.person_id for person in told.people} & set(concerned)


@pytest.mark.parametrize(("about", "what"), EVERY)
def test_without_a_school_there_is_still_somebody_outside(about: str, what: str) -> None:
    assert whom_to_tell(about, what, None, TODAY).outside


def test_about_an_adult_the_rules_that_route_reports_say_who(small_school: SmallSchool) -> None:
    school = small_school.open().school
    names = {about: [person.name for person in whom_to_tell(about, "conduct", school, TODAY).people]
             for about in ("worker", "dsl", "head", "chair")}  # fmt: skip
    assert names["worker"] == ["Priya Nair", "Helen Marsh"]
    assert names["dsl"] == ["Helen Marsh"]
    assert names["head"] == ["Martin Oyelaran"]
    assert "Ruth Adeyemi" in names["chair"]


def test_in_danger_999_stands_first() -> None:
    assert whom_to_tell("worker", "danger", None, TODAY).outside[0].phone == "999"


def test_the_schools_own_contacts_stand_before_those_for_everybody(small_school: SmallSchool) -> None:
    school = small_school.open().school
    assert outside_contacts(school)[: len(school.settings.contacts)] == school.settings.contacts
    assert {contact.phone for contact in outside_contacts(None)} >= {"999", "0800 028 0285"}


def test_a_damaged_directory_leaves_the_contacts_outside(small_school: SmallSchool) -> None:
    for statement in (small_school.home / "directory").iterdir():
        statement.write_bytes(b"something else")
    assert readable_school(small_school.open()) is None
    ran = Machine(small_school.home).json("contacts")
    assert ran.code == 0
    assert "999" in [contact["phone"] for contact in ran.data]


def test_a_contact_is_old_after_a_year_without_being_verified() -> None:
    verified = Contact(purpose="LADO", name="LADO", verified_on=TODAY - timedelta(days=365))
    assert not is_stale(verified, TODAY)
    assert is_stale(verified, TODAY + timedelta(days=1))
    assert not is_stale(Contact(purpose="LADO", name="LADO"), TODAY)


def test_the_command_needs_no_school(tmp_path: Path) -> None:
    ran = Machine(tmp_path / "none").json("contacts", "--about", "head")
    assert (ran.code, ran.data["people"], ran.data["form"]) == (0, [], "concern")
    assert not open_candour(tmp_path / "none").has_school
