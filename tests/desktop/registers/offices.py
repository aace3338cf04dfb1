# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The small school with a business manager and a clerk, who may see no more than a line of most things."""

from desktop.founding import publish
from desktop.people import Role
from storage.charter import RoleData
from tests.desktop.desks import Desks
from tests.school import Member


def appoint(desks: Desks, role: Role, member: Member) -> None:
    """Give somebody who has a vault a role."""
    school = desks.school
    signers = [desks.of(each).vault.keys.signing for each in (school.head, school.chair, member)]
    publish(desks.candour.machine, "role", RoleData(role=role.value, person=member.person_id), signers)
