# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A contact is known by what it is for and its site, and is changed as one of the school's settings."""

from datetime import date

import msgspec
import pytest

from desktop.changing.contacts import checked_contact, find_contact, with_contact, without_contact
from desktop.faults import DeskFault, KnownError
from desktop.people import Contact, PersonId, Settings
from storage.charter import SettingsData

LADO = Contact(purpose="LADO", name="Council", phone="01632 960114")
SOUTH = Contact(purpose="LADO", name="Other council", site="South")
BOTH = (LADO, SOUTH)
ME = PersonId("ab" * 16)


def after(said: SettingsData) -> tuple[Contact, ...]:
    return msgspec.convert(said.set, Settings).contacts


def test_two_sites_have_each_their_own_for_one_purpose() -> None:
    assert find_contact(BOTH, "LADO", "South") is SOUTH
    assert find_contact(BOTH, "LADO", "North") is None


def test_one_for_the_same_purpose_and_site_is_replaced_in_its_place() -> None:
    new = Contact(purpose="LADO", name="New council")
    assert after(with_contact(BOTH, new)) == (new, SOUTH)


def test_another_is_put_at_the_end() -> None:
    new = Contact(purpose="LADO", name="Third", site="North")
    assert after(with_contact(BOTH, new)) == (*BOTH, new)


def test_one_is_taken_away() -> None:
    assert after(without_contact(BOTH, "LADO", "South")) == (LADO,)


def test_checking_says_who_and_when_and_changes_nothing_else() -> None:
    first, other = after(checked_contact(BOTH, "LADO", "", ME, date(2026, 9, 1)))
    assert (first.verified_on, first.verified_by, first.phone) == (date(2026, 9, 1), ME, LADO.phone)
    assert other == SOUTH


def test_one_that_is_not_there_is_a_known_fault() -> None:
    with pytest.raises(KnownError) as missing:
        without_contact(BOTH, "Police", "")
    assert missing.value.code is DeskFault.NO_SUCH_CONTACT
