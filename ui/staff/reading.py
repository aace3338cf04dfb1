# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the staff side reads in the worker: the school, and what stands on somebody's first page."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.drafts import KeptDraft, drafts_of
from desktop.people import School
from desktop.policies.guidance import ToRead
from desktop.policies.reading_list import read_list
from desktop.policies.shelf import OnShelf, read_shelf
from desktop.registers.listing import RegisterRow
from desktop.registers.reading import told_for_panels
from desktop.reminding import Reminders, reminders_of
from desktop.sent import SentItem, sent_by
from desktop.services import Candour
from desktop.session import Session
from desktop.training.acting import own_training
from desktop.training.register import TrainingRow
from desktop.waiting import offer_waiting

ReadSchool = tuple[School, StrEnum | None, date | None]
"""The school, why the shared folder can't be reached if it can't, and when its directory was last confirmed."""


@dataclass(frozen=True, slots=True)
class HomeItems:
    """What somebody has started and sent, is reminded of, was told for a panel, and is to read; their training due."""

    drafts: tuple[KeptDraft, ...]
    sent: tuple[SentItem, ...]
    reminders: Reminders
    told: tuple[RegisterRow, ...] = ()
    policies: tuple[OnShelf, ...] = ()
    guidance: tuple[ToRead, ...] = ()
    training: tuple[TrainingRow, ...] = ()


def read_school(candour: Candour) -> ReadSchool:
    """Read the directory again, and offer what still waits to go."""
    fault = offer_waiting(candour.machine)
    return candour.school, fault, candour.machine.confirmed_on()


def read_items(session: Session) -> HomeItems:
    """Read what is in the vault."""
    return HomeItems(
        drafts_of(session),
        sent_by(session),
        reminders_of(session),
        told_for_panels(session),
        read_shelf(session.machine, session),
        read_list(session),
        own_training(session).due,
    )


def fetch_items(session: Session) -> HomeItems:
    """Look at the shared folder, and read again."""
    session.sync()
    return read_items(session)
