# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the board and the week's digest need of a case, kept side by side in the vault (`storage.views`, "part"). Pure.

A case without anything open or done has none.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from desktop.cases.rows import BoardRow
from desktop.clocks import london_day

_PLACE, _OPEN = "board ", "board open"
"""How the places begin; what is open stands after every day."""


def board_part(row: BoardRow) -> tuple[str, bytes] | None:
    """Where a case stands, by the last day on which something of it was done, and what is kept of it."""
    days = [london_day(item.ended_at) for item in row.ended if item.ended_at]
    days += [london_day(row.decided.at)] if row.decided else []
    if not row.items and not days:
        return None
    kept = BoardRow(**{name: getattr(row, name) for name in BoardRow.__struct_fields__})
    return _OPEN if row.items else f"{_PLACE}{max(days)}", msgspec.json.encode(kept)


def places_since(day: date) -> tuple[str, str]:
    """The first and the last place of what is open, or was done on this day or later."""
    return f"{_PLACE}{day}", _OPEN


def read_parts(parts: Iterable[bytes]) -> list[BoardRow]:
    """Read what `board_part` wrote."""
    return [_DECODER.decode(each) for each in parts]


_DECODER = msgspec.json.Decoder(BoardRow)
