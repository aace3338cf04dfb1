# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The way from a question to the clauses that its answers rest on: those of what is chosen, or of all its choices."""

from collections.abc import Callable

from desktop.forms import Field
from desktop.policies.reasons import cites, of_choices, of_field
from ui.clauses.link import CitedLink
from ui.forms.kit import FormKit


def link_of(kit: FormKit, field: Field, value: Callable[[], object]) -> list[CitedLink]:
    """The link of a question, where its answers can rest on a clause and this page leads to the code."""
    if kit.show_clauses is None or not cites(field):
        return []
    return [CitedLink(kit.theme, kit.show_clauses, lambda: of_field(field, value()) or of_choices(field), field.label)]
