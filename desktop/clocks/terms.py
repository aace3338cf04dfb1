# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""When a school has term: the first and last days that two officers set."""

from datetime import date

from desktop.people import Settings


def terms(settings: Settings) -> tuple[tuple[date, date], ...]:
    """The first and last day of each term, both included, earliest first; none where the school has set none."""
    return tuple(sorted((term.first, term.last) for term in settings.terms))
