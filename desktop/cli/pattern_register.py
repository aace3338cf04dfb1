# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The folder of an old log in which patterns are looked for instead of a vault, and what of it could not be read."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from desktop.cli.terminal import Terminal
from desktop.faults import DeskFault
from desktop.importing.log_columns import LogKind
from desktop.importing.logs import LogReport, read_register
from desktop.importing.refusals import sentence
from desktop.patterns.cuts import Cuts
from desktop.patterns.parameters import Dial, load_parameters
from desktop.patterns.register import Register
from storage.errors import KnownError

_MOST_TOLD = 20
"""Sentences of one file: whoever wants them all asks “candour import --dry-run”."""


class Folder(NamedTuple):
    """What is looked into, up to which day, and from which chance on something is shown."""

    register: Register
    as_of: date
    cuts: Cuts


def read_folder(arguments: Namespace, terminal: Terminal) -> Folder:
    """Read the folder that was named, and tell which rows are left out.

    Raises KnownError(FILE_UNREADABLE, …), also where there is no such folder.
    """
    place = Path(arguments.register)
    if not place.is_dir():
        raise KnownError(DeskFault.FILE_UNREADABLE)
    register, fates = read_register(place)
    for line in _left_out(fates):
        terminal.tell(line)
    cuts = Cuts(parameters=load_parameters(), dial=arguments.dial or Dial.STANDARD)
    return Folder(register, arguments.as_of or _last_day(register), cuts)


def _left_out(fates: Mapping[LogKind, LogReport]) -> Iterator[str]:
    """What became of the rows that count for nothing, each with its reason."""
    if not any(report.titles for report in fates.values()):
        yield f"That folder has none of {', '.join(f'{kind}.csv' for kind in fates)}."
    for kind, report in fates.items():
        told = [sentence(row.number, each) for row in report.refused for each in row.refusals]
        if told:
            yield f"{kind}.csv: {len(report.refused)} of {len(report.rows)} rows are left out."
            yield from told[:_MOST_TOLD]
        if len(told) > _MOST_TOLD:
            yield f"… and {len(told) - _MOST_TOLD} more. “candour import --dry-run” tells each."


def _last_day(register: Register) -> date:
    """The day of the newest record: an old log ends where it ends."""
    return max((record.recorded_at.date() for record in register.records), default=date.min)
