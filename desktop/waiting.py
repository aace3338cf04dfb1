# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What this computer has locked and could not hand over yet: offered again until the exchange has it.

A vault does that for its owner at every look; a walk-up has none, so it is done for whoever sits here.
"""

from enum import StrEnum

from desktop.machine import Machine
from storage.compose import Composed
from storage.exchange import envelope_name


def offer_waiting(machine: Machine) -> StrEnum | None:
    """Read the directory again and offer everything that waits. Says why the exchange can't be reached, if it can't.

    Raises KnownError(NO_SCHOOL, DIRECTORY_REFUSED, DISK_*).
    """
    news = machine.refresh()
    machine.spool.offer(machine.exchange, machine.today())
    return news.fault


def still_waits(machine: Machine, watched: Composed) -> bool:
    """Offer everything that waits, and say whether this one still does. Raises KnownError(NO_SCHOOL, DISK_*)."""
    offered = machine.spool.offer(machine.exchange, machine.today())
    return envelope_name(watched.envelope) in offered.waiting
