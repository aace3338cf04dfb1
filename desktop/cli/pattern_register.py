# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The folder of an old log in which patterns are looked for instead of a vault."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from desktop.importing.logs import read_register
from desktop.patterns.cuts import Cuts
from desktop.patterns.parameters import Dial, load_parameters
from desktop.patterns.register import Register


class Folder(NamedTuple):
    """What is looked into, up to which day, and from which chance on something is shown."""

    register: Register
    as_of: date
    cuts: Cuts


def read_folder(arguments: Namespace) -> Folder:
    """Read the folder that was named. Raises KnownError(FILE_UNREADABLE, …)."""
    register, _fates = read_register(Path(arguments.register))
    cuts = Cuts(parameters=load_parameters(), dial=arguments.dial or Dial.STANDARD)
    return Folder(register, arguments.as_of or _last_day(register), cuts)


def _last_day(register: Register) -> date:
    """The day of the newest record: an old log ends where it ends."""
    moments = [each.reported_at for each in register.concerns]
    moments += [each.declared_at for each in register.gifts]
    moments += [each.declared_at for each in register.ties]
    return max((moment.date() for moment in moments), default=date.min)
