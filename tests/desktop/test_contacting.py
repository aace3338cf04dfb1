# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Contacts outside the school are there whatever works and whatever does not, those of one's own site first."""

from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from desktop.contacting import at_site, is_stale, outside_contacts, readable_school, unverified, verified_words
from desktop.people import Contact
from desktop.services import open_candour
from tests.desktop.cli.running import Machine
from tests.school import NOW, SmallSchool

TODAY = NOW.date()
NORTH = Contact(purpose="LADO", name="LADO, North", site="North")
SOUTH = Contact(purpose="LADO", name="LADO, South", site="South")
ALL = Contact(purpose="Staff support", name="Listening line")


def test_the_schools_own_contacts_stand_before_those_for_everybody(small_school: SmallSchool) -> None:
    school = small_school.open().school
    assert outside_contacts(school)[: len(school.settings.contacts)] == school.settings.contacts
    assert {contact.phone for contact in outside_contacts(None)} >= {"999", "0800 028 0285"}


def test_at_a_site_its_own_contacts_come_first_and_those_of_others_are_left_out() -> None:
    assert at_site((ALL, NORTH, SOUTH), "South") == (SOUTH, ALL)
    assert at_site((ALL, NORTH, SOUTH), "") == (ALL, NORTH, SOUTH)


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
    assert "the number may have changed" in verified_words(verified, TODAY + timedelta(days=1))


def test_what_nobody_ever_verified_is_to_be_verified_too(small_school: SmallSchool) -> None:
    school = small_school.open().school
    fresh = replace(NORTH, verified_on=TODAY)
    settings = replace(school.settings, contacts=(fresh, SOUTH))
    assert unverified(replace(school, settings=settings), TODAY) == (SOUTH,)


def test_the_command_needs_no_school(tmp_path: Path) -> None:
    ran = Machine(tmp_path / "none").json("contacts", "--about", "head")
    assert (ran.code, ran.data["people"], ran.data["form"]) == (0, [], "concern")
    assert ran.data["first"]
    assert not open_candour(tmp_path / "none").has_school
