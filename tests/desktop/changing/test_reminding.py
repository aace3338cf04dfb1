# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody is reminded of: a kit that they have not, a sheet that nobody has looked at, a signature."""

from datetime import date, timedelta

import pytest

from desktop.changing.contacts import checked_contact
from desktop.changing.making import approve, make_change
from desktop.recovery import KitState
from desktop.reminding import KitReminder, kit_reminder, reminders_of
from storage.charter import RoleData
from tests.desktop.changing.conftest import Office
from tests.school import SmallSchool

MADE = date(2026, 3, 12)


def test_who_has_no_kit_is_to_make_one() -> None:
    assert kit_reminder(None, MADE) is KitReminder.MAKE


@pytest.mark.parametrize(("days", "told"), [(0, None), (364, None), (365, KitReminder.CHECK)])
def test_a_sheet_is_looked_at_once_a_year(days: int, told: KitReminder | None) -> None:
    assert kit_reminder(KitState(MADE - timedelta(days=900), MADE), MADE + timedelta(days=days)) is told


def test_a_signature_is_reminded_of_until_it_is_given(office: Office, small_school: SmallSchool) -> None:
    made = make_change(office.of(small_school.head), [RoleData(role="deputy_dsl", person=small_school.ta.person_id)])
    assert made.proposal
    ta = office.of(small_school.ta)
    assert reminders_of(ta).to_sign == 1
    approve(ta, made.proposal)
    assert reminders_of(ta).to_sign == 0


def test_officers_and_nobody_else_are_reminded_of_contacts_until_they_are_checked(
    office: Office, small_school: SmallSchool
) -> None:
    head, ta = office.of(small_school.head), office.of(small_school.ta)
    assert (reminders_of(head).to_check, reminders_of(ta).to_check) == (3, 0)
    contact = head.machine.school.settings.contacts[0]
    said = checked_contact(
        head.machine.school.settings.contacts, contact.purpose, contact.site, head.me, head.machine.today()
    )
    make_change(head, [said], {small_school.chair.person_id: small_school.chair.passphrase})
    assert reminders_of(head).to_check == 2
    assert head.machine.school.settings.contacts[0].verified_by == head.me
