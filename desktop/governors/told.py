# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is told of a report that was issued: those who look after the records, or who oversee the head. Pure."""

from collections.abc import Mapping
from datetime import date

from desktop.governors.report import Side
from desktop.people import PersonId, Role, School

OVERSEEING = (Role.CHAIR, Role.VICE_CHAIR)
_TOLD: Mapping[Side, tuple[Role, ...]] = {
    Side.REPORT: (Role.HEAD, Role.DSL, *OVERSEEING),
    Side.SUPPLEMENT: OVERSEEING,
}


def told_of(side: Side, school: School, today: date) -> tuple[PersonId, ...]:
    """The holders of these offices on a day, each once."""
    return tuple(dict.fromkeys(person for role in _TOLD[side] for person in school.holders(role, today)))
