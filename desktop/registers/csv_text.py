# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table as CSV that a spreadsheet opens and runs nothing of (requirements.md F17: formula-like cells neutralised)."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

_STARTS = frozenset("=+-@\t\r\n|")
_NEUTRAL = "'"


def csv_text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of a file: RFC 4180, with a mark at its beginning by which spreadsheets know UTF-8."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([neutral(cell) for cell in head])
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return "\ufeff" + written.getvalue()


def neutral(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: with an apostrophe where its first sign could begin one."""
    first = unicodedata.normalize("NFKC", cell.lstrip()[:1])[:1]
    return _NEUTRAL + cell if cell[:1] in _STARTS or first in _STARTS else cell
