# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Governors are told the share of people who have confirmed all that they are asked to read."""

from datetime import date

from desktop.governors.issuing import read_ground
from desktop.policies.confirming import Confirmed, confirm
from desktop.policies.publishing import in_force, keep_version
from tests.desktop.changing.conftest import Office
from tests.desktop.policies.codes import change, code


def test_a_person_counts_once_and_only_with_everything_confirmed(office: Office) -> None:
    school, head = office.school, office.of(office.school.head)
    version = code()
    name = keep_version(head.machine.documents, version)
    change(office, in_force(head.machine.school, version, name, date(2026, 4, 1)))
    confirm(office.of(school.ta), Confirmed(policy=version.policy_id, version=name))
    head.sync()
    told = read_ground(head).have_read
    assert (sum(told), len(told) > 5) == (1, True)


def test_what_nobody_is_asked_to_confirm_is_in_no_figure(office: Office) -> None:
    head, version = office.of(office.school.head), code()
    name = keep_version(head.machine.documents, version)
    change(office, in_force(head.machine.school, version, name, None))
    assert read_ground(head).have_read == ()


def test_the_supplement_of_the_chair_has_no_such_figure(office: Office) -> None:
    head, version = office.of(office.school.head), code()
    name = keep_version(head.machine.documents, version)
    change(office, in_force(head.machine.school, version, name, date(2026, 4, 1)))
    assert read_ground(office.of(office.school.chair)).have_read == ()
