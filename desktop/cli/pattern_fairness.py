# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour patterns --fairness: how prompts about people fall on roles, hours and groups that a trust names."""

import csv
from argparse import Namespace
from collections.abc import Iterator
from io import StringIO

from desktop.cli.pattern_register import read_folder
from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal, read_file
from desktop.faults import DeskFault
from desktop.patterns.choosing import cuts_of
from desktop.patterns.fairness import Comparison, Groups, compare
from desktop.patterns.reading import read_register
from desktop.session import Session
from storage.errors import KnownError

_WHO = "staff_id"


def fairness(arguments: Namespace, terminal: Terminal) -> Output:
    """Compare, in a folder or in what somebody may read. Raises KnownError(FILE_UNREADABLE, PATTERNS_OFF, …)."""
    groups = _groups(arguments)
    if arguments.register is not None:
        return _told(compare(*read_folder(arguments, terminal), groups))

    def own(session: Session) -> Output:
        if not session.machine.school.settings.patterns_on:
            raise KnownError(DeskFault.PATTERNS_OFF)
        as_of = arguments.as_of or session.machine.today()
        return _told(compare(read_register(session), as_of, cuts_of(session, arguments.dial), groups))

    return signed_in(arguments, terminal, lambda _, session: own(session))


def _groups(arguments: Namespace) -> Groups:
    """The groups of the file that was named; none without one. Raises KnownError(FILE_UNREADABLE, …)."""
    if arguments.groups is None:
        return {}
    try:
        rows = list(csv.DictReader(StringIO(read_file(arguments.groups).decode("utf-8-sig")), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise KnownError(DeskFault.FILE_UNREADABLE) from None
    if not rows or _WHO not in rows[0]:
        raise KnownError(DeskFault.FILE_UNREADABLE)
    columns = [column for column in rows[0] if column and column != _WHO]
    return {column: {row[_WHO]: row[column] or "" for row in rows} for column in columns}


def _told(comparisons: tuple[Comparison, ...]) -> Output:
    """The tables, as data and in lines."""
    data = [
        {
            "by": each.by,
            "groups": [line._asdict() | {"a_hundred_years": round(line.a_hundred_years, 1)} for line in each.lines],
        }
        for each in comparisons
    ]
    return Output(data, [line for each in comparisons for line in _lines(each)])


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"By {comparison.by}:"
    for line in comparison.lines:
        yield (
            f"    {line.group}: {line.people} people, {line.staff_years:.0f} staff-years, {line.prompts} prompts, "
            f"{line.a_hundred_years:.1f} in a hundred staff-years"
        )
