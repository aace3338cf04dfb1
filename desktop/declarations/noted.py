# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which declarations ask for no decision: a return that says "nothing", and a gift below the school's own limits."""

from collections.abc import Mapping

from desktop.declarations import gifts, ties
from desktop.people import Settings


def asks_nothing(form: str, values: Mapping[str, object], settings: Settings) -> bool:
    """Say whether nobody has to decide about what was declared in this form."""
    if form == ties.FORM:
        return values.get("tie") == ties.NIL
    return form == gifts.FORM and gifts.is_only_noted(values, settings)
