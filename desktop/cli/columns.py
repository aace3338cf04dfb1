# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words with which columns of a staff list are chosen by hand: --column name=B --column job=D --no-headings."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from desktop.importing.column_choice import CHOOSABLE, ColumnChoice, column_letter
from desktop.importing.staff_columns import StaffColumn
from desktop.importing.tables import MOST_COLUMNS

_LETTERS = {column_letter(at): at for at in range(MOST_COLUMNS)}


def add_columns(parser: ArgumentParser) -> None:
    """Add them to a command that reads a staff list."""
    what = ", ".join(CHOOSABLE)
    parser.add_argument(
        "--column",
        metavar="WHAT=LETTER",
        type=_column,
        action="append",
        help=f"which column is which, if its heading does not say so, as name=B; repeatable. WHAT is {what}",
    )
    parser.add_argument("--no-headings", action="store_true", help="with --column: the first line is somebody too")


def chosen_columns(arguments: Namespace) -> ColumnChoice | None:
    """What was chosen; nothing where the headings are to be gone by."""
    if not arguments.column:
        return None
    return ColumnChoice(at=dict(arguments.column), has_heading=not arguments.no_headings)


def _column(typed: str) -> tuple[StaffColumn, int]:
    what, _, letter = typed.partition("=")
    if what not in CHOOSABLE or letter.upper() not in _LETTERS:
        message = "write what it is and the column's letter, such as name=B"
        raise ArgumentTypeError(message)
    return StaffColumn(what), _LETTERS[letter.upper()]
