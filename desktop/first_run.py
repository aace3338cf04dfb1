# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What first run does in the end: founds a drafted school, looks at one before it is joined, makes the made-up one."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.clocks import SystemClock
from desktop.demo.making import make_demo
from desktop.directory import read_school
from desktop.faults import DeskFault
from desktop.filing import Delivery
from desktop.founding import Founded, found_school
from desktop.inviting import ask_to_join
from desktop.new_file import new_file
from desktop.people import PersonId, Role
from desktop.phrases import fingerprint
from desktop.services import Candour
from desktop.setting_up import Draft, plan_of
from storage.directory import extend, found
from storage.directory_store import fetch
from storage.enrolment import read_code
from storage.errors import KnownError
from storage.slots import calibrate

DEMONSTRATION = "demonstration"
OWN_EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class SchoolSeen:
    """A school that this computer could join: its name, its six words, and whom to ask about them."""

    name: str
    fingerprint: str
    head: str


def found_drafted(candour: Candour, draft: Draft, passphrases: Mapping[PersonId, str]) -> Founded:
    """Found the school of a draft. Slow: it stretches every passphrase. Raises what `found_school` raises."""
    exchange = Path(draft.exchange) if draft.exchange else candour.machine.home.root / OWN_EXCHANGE
    cost = calibrate(time.perf_counter)
    return found_school(candour, plan_of(draft), passphrases, exchange, cost)


def look_at_school(candour: Candour, exchange: Path, code: str) -> SchoolSeen:
    """Read which school a code and a folder lead to, and change nothing on this computer.

    Raises KnownError(CODE_REFUSED, DIRECTORY_REFUSED, EXCHANGE_*).
    """
    pin = read_code(code)
    chain = fetch(candour.machine.exchange_at(exchange), pin.school, (pin.n, pin.head))
    state = found(chain[0])
    for signed in chain[1:]:
        state = extend(state, signed)
    school = read_school(state)
    heads = school.holders(Role.HEAD, candour.machine.today())
    name = school.people[heads[0]].name if heads else ""
    return SchoolSeen(school.name, fingerprint(school.school_id), name)


def make_demonstration(candour: Candour) -> Path:
    """Make the made-up school beside this computer's own folder, or find it. Slow. Returns its home."""
    home = candour.machine.home.root / DEMONSTRATION
    make_demo(home, SystemClock())
    return home


def save_sheet(content: bytes, path: Path) -> None:
    """Save a sheet to be printed, for its owner alone. Raises KnownError(FILE_THERE_ALREADY, FILE_UNWRITABLE)."""
    try:
        with new_file(path, content):
            pass  # nothing is put on record of it
    except ValueError:
        raise KnownError(DeskFault.FILE_UNWRITABLE) from None


def ask_here(candour: Candour, person: PersonId, code: str, passphrase: str) -> Delivery:
    """Make somebody's own sign-in on this computer with their invitation. Slow. Raises what `ask_to_join` raises."""
    return ask_to_join(candour, person, code, passphrase, calibrate(time.perf_counter))
