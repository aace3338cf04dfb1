# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who may read what: the routing table R01 to R41 as data, and the one function that applies its twelve rules.

How we read the rules where they are open (docs/adr/0003): exclusion is by person, the highest office decides the
column, and whoever formally covers today holds the role today. The chain runs per set: only when nobody is left who
reads in full; absent people never read, and narrowing never adds anybody. With several persons concerned, only those
remain who may read about each of them, else the chair, the vice-chair, the group lead, or somebody outside.
"""

from desktop.routing.explain import Explanation, explain
from desktop.routing.rules import readers_in_full, readers_of_each, route
from desktop.routing.table import Row, Rule, Table, read_table, shipped_table
from desktop.routing.values import (
    Answer,
    Capacity,
    Caution,
    Column,
    Exclusion,
    ExclusionReason,
    FallbackStep,
    Part,
    Reader,
    Route,
    RouteRequest,
)

__all__ = [
    "Answer",
    "Capacity",
    "Caution",
    "Column",
    "Exclusion",
    "ExclusionReason",
    "Explanation",
    "FallbackStep",
    "Part",
    "Reader",
    "Route",
    "RouteRequest",
    "Row",
    "Rule",
    "Table",
    "explain",
    "read_table",
    "readers_in_full",
    "readers_of_each",
    "route",
    "shipped_table",
]
