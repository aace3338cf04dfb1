# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whose report it is, and who is told that it was issued. Pure."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from desktop.people import PersonId, Role, School


class Side(StrEnum):
    """Whose report: the head's about everything that they read, or the chair's about what only the chair reads."""

    REPORT = "report"
    SUPPLEMENT = "supplement"


OVERSEEING = (Role.CHAIR, Role.VICE_CHAIR)
_TOLD: Mapping[Side, tuple[Role, ...]] = {
    Side.REPORT: (Role.HEAD, Role.DSL, *OVERSEEING),
    Side.SUPPLEMENT: OVERSEEING,
}


def told_of(side: Side, school: School, today: date) -> tuple[PersonId, ...]:
    """The holders of these offices on a day, each once."""
    return school.holding(_TOLD[side], today)
