# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What whoever is signed in has still to do for themselves and for the school: a recovery kit, signatures, contacts.

Nobody has to remember either (security.md 3.11: a reminder until it is done, and a check once a year).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.changing.asking import may_sign
from desktop.changing.proposals import read_proposals
from desktop.changing.setting import change_settings
from desktop.contacting import unverified
from desktop.recovery import KitState, kit_state
from desktop.retention.everything import read_one
from desktop.retention.tags import DISPOSING
from desktop.session import Session

CHECK_EVERY = timedelta(days=365)
"""How long a sheet that was typed back is taken to be there (security.md 3.11, "yearly drill")."""


class KitReminder(StrEnum):
    """What there is to do about a recovery kit."""

    MAKE = "make"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Reminders:
    """What is to be done: about the kit, if anything, and how many changes wait for this person's signature.

    `to_check` are contacts that nobody has verified for a year, for those who may change them (F64).
    `to_destroy` counts the records that somebody else proposed to destroy.
    """

    kit: KitReminder | None = None
    to_sign: int = 0
    to_check: int = 0
    to_destroy: int = 0


def reminders_of(session: Session) -> Reminders:
    """Read what whoever is signed in has still to do."""
    to_sign = sum(each.waits_for(session.me) for each in read_proposals(session))
    today = session.machine.today()
    records = (read_one(session, case_id) for case_id in session.views.tagged(DISPOSING))
    to_destroy = sum(each.can_sign(session.me) for each in records if each)
    return Reminders(kit_reminder(kit_state(session), today), to_sign, contacts_to_check(session), to_destroy)


def contacts_to_check(session: Session) -> int:
    """How many contacts nobody has verified for a year, for somebody who may change them; for others none."""
    machine, today = session.machine, session.machine.today()
    officers = may_sign(machine.state, machine.school, [change_settings({})], today)
    return len(unverified(machine.school, today)) if session.me in officers else 0


def kit_reminder(kit: KitState | None, today: date) -> KitReminder | None:
    """Say what there is to do about a kit today. Pure."""
    if kit is None:
        return KitReminder.MAKE
    return KitReminder.CHECK if kit.checked_on + CHECK_EVERY <= today else None
