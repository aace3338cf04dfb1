# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shared folder of this computer: where it is, what waits to go there, and moving to another one.

Files are written once and never changed, so a copy that was stopped is gone on with by doing it again; the computer is
pointed at the new folder only when everything is there.
"""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop.faults import DeskFault
from desktop.founding import enrolment_code
from desktop.machine import Machine
from desktop.phrases import fingerprint
from desktop.shared_folder import FolderFinding, probe
from storage.directory_store import SUFFIX, fetch
from storage.errors import KnownError
from storage.exchange import Area, Exchange, lay_out
from storage.other_school import is_another_schools


@dataclass(frozen=True, slots=True)
class ThisComputer:
    """What this computer knows of its way to the others. `waiting` counts what no reader has signed for yet."""

    folder: str
    is_reachable: bool
    waiting: int
    fingerprint: str
    enrolment_code: str


def this_computer(machine: Machine) -> ThisComputer:
    """Look at the shared folder. Slow: it may be on a network. Raises KnownError(NO_SCHOOL, DIRECTORY_REFUSED)."""
    news = machine.refresh()
    return ThisComputer(
        folder=machine.home.place().exchange,
        is_reachable=news.is_reachable,
        waiting=len(machine.spool.names()),
        fingerprint=fingerprint(machine.state.school),
        enrolment_code=enrolment_code(machine),
    )


def try_now(machine: Machine) -> FolderFinding:
    """Try the shared folder. Slow. Raises KnownError(EXCHANGE_*) where it goes away meanwhile."""
    place = machine.home.place()
    found = probe(Path(place.exchange))
    is_foreign = found.is_usable and is_another_schools(Path(place.exchange), place.school)
    return FolderFinding.OTHER_SCHOOL if is_foreign else found


def move_to(machine: Machine, folder: Path) -> int:
    """Use another shared folder from now on. Slow: everything is copied there first. Returns how many files were.

    A folder that holds this school already is taken as it is, and gets what it lacks. Raises
    KnownError(FOLDER_REFUSED, DIRECTORY_REFUSED, EXCHANGE_*, DISK_*); then nothing has changed on this computer.
    """
    place = machine.home.place()
    if not folder.is_absolute() or not probe(folder).is_usable:
        raise KnownError(DeskFault.FOLDER_REFUSED)
    new = machine.exchange_at(folder)
    if any((folder / Area.DIRECTORY.value).glob(f"*{SUFFIX}")):
        fetch(new, place.school, (1, place.school))
    lay_out(folder)
    copied = sum(_copy(machine.exchange, new, area) for area in Area)
    machine.home.settle(msgspec.structs.replace(place, exchange=str(folder)))
    machine.refresh()
    return copied


def _copy(old: Exchange, new: Exchange, area: Area) -> int:
    """Copy what the new folder lacks. Raises KnownError(EXCHANGE_*) where either cannot be reached."""
    there = {(listed.name, listed.size) for listed in new.names(area)}
    copied = 0
    for listed in old.names(area):
        if (listed.name, listed.size) in there:
            continue
        data = old.read(area, listed.name, listed.size)
        if data is not None:
            new.put(area, listed.name, data)
            copied += 1
    return copied
