# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is told of what was exported of no single case (requirements.md F17). Pure."""

from datetime import date

from desktop.people import PersonId, Role, School

REFERENCE = "reference"
"""What was exported was a view for a reference: it does not say about whom, and it may have been the head."""

_TOLD = (Role.HEAD, Role.CHAIR)


def told_of_exports_on(school: School, today: date) -> tuple[PersonId, ...]:
    """The head and the chair on a day, each once."""
    return school.holding(_TOLD, today)
