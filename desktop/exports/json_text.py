# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables as JSON for another program. docs/exports.md says what stands in it; a change there is a new version here."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from desktop.exports.tables import Pence, Table, Value, plain

VERSION = 1


def json_text(name: str, made_at: datetime, about: Mapping[str, object], tables: Sequence[Table]) -> str:
    """The text of a file. `about` says for whom it was made and why; `made_at` is aware."""
    said = {
        "candour_export": VERSION,
        "document": name,
        "made_at": plain(made_at),
        "about": dict(about),
        "tables": {table.name: _rows(table) for table in tables},
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _rows(table: Table) -> list[dict[str, object]]:
    names = [column.name for column in table.columns]
    return [{name: _json(value) for name, value in zip(names, row, strict=True)} for row in table.rows]


def _json(value: Value) -> object:
    """Numbers, yes and no as they are; money in pence; days and moments as text."""
    match value:
        case None | bool() | int() | str():
            return value
        case Pence(amount):
            return amount
        case _:
            return plain(value)
