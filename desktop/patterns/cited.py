# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a prompt rests on: the clauses that its kinds name (resources/patterns/kinds.toml). Pure."""

from collections.abc import Iterable
from functools import cache

from desktop.patterns.parameters import load_parameters
from desktop.patterns.signs import Kind
from desktop.policies.citing import Citation
from desktop.policies.reasons import cited


def of_kinds(kinds: Iterable[str]) -> tuple[Citation, ...]:
    """The citations of these kinds of pattern, in their order."""
    return tuple(citation for kind in kinds for citation in _of_kind(kind))


@cache
def _of_kind(kind: str) -> tuple[Citation, ...]:
    rules = load_parameters().kinds[Kind(kind)]
    return cited(rules.clause, rules.title)
