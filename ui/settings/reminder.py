# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody is reminded of, in words, with the page of the settings where it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.reminding import KitReminder, Reminders
from ui.settings.words import say


class Reminding(StrEnum):
    """Each text."""

    SIGN_ONE = QT_TRANSLATE_NOOP("settings", "A change waits for your signature.")
    SIGN_SOME = QT_TRANSLATE_NOOP("settings", "{count} changes wait for your signature.")
    SIGN_MORE = QT_TRANSLATE_NOOP("settings", "Look at it before you sign.")
    SIGN_LINK = QT_TRANSLATE_NOOP("settings", "Look at it now")
    DESTROY_ONE = QT_TRANSLATE_NOOP("settings", "Somebody proposed to destroy a record, and you can sign that.")
    DESTROY_SOME = QT_TRANSLATE_NOOP("settings", "{count} records wait for a second signature to be destroyed.")
    DESTROY_MORE = QT_TRANSLATE_NOOP("settings", "You find them under Reports, “Keeping and deleting”.")
    DESTROY_LINK = QT_TRANSLATE_NOOP("settings", "Go to the inbox")
    MAKE = QT_TRANSLATE_NOOP("settings", "You haven’t printed your recovery kit yet.")
    MAKE_MORE = QT_TRANSLATE_NOOP("settings", "Without it a lost passphrase can’t be helped.")
    MAKE_LINK = QT_TRANSLATE_NOOP("settings", "Print it now")
    CHECK = QT_TRANSLATE_NOOP("settings", "You last checked your recovery kit over a year ago.")
    CHECK_MORE = QT_TRANSLATE_NOOP("settings", "Two groups of its sheet are enough.")
    CHECK_LINK = QT_TRANSLATE_NOOP("settings", "Check it now")
    CONTACT_ONE = QT_TRANSLATE_NOOP("settings", "Nobody has checked one of the school’s contacts for a year.")
    CONTACT_SOME = QT_TRANSLATE_NOOP("settings", "Nobody has checked {count} of the school’s contacts for a year.")
    CONTACT_MORE = QT_TRANSLATE_NOOP("settings", "Somebody in need may ring a number that has changed.")
    CONTACT_LINK = QT_TRANSLATE_NOOP("settings", "Check them now")


_KIT: Mapping[KitReminder, tuple[Reminding, Reminding, Reminding]] = {
    KitReminder.MAKE: (Reminding.MAKE, Reminding.MAKE_MORE, Reminding.MAKE_LINK),
    KitReminder.CHECK: (Reminding.CHECK, Reminding.CHECK_MORE, Reminding.CHECK_LINK),
}


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder: a bold first clause, what it means, the link's words, and the page that the link leads to.

    The page is one of the settings; "" leads to the reviewers' side.
    """

    lead: str
    text: str
    link: str
    page: str


def reminder_of(reminders: Reminders) -> Reminder | None:
    """The one that is shown first, if there is any: a signature, then one's own kit, then contacts."""
    if reminders.to_sign:
        words = Reminding.SIGN_ONE if reminders.to_sign == 1 else Reminding.SIGN_SOME
        lead = say(words, count=str(reminders.to_sign))
        return Reminder(lead, say(Reminding.SIGN_MORE), say(Reminding.SIGN_LINK), "roles")
    if reminders.to_destroy:
        words = Reminding.DESTROY_ONE if reminders.to_destroy == 1 else Reminding.DESTROY_SOME
        lead = say(words, count=str(reminders.to_destroy))
        return Reminder(lead, say(Reminding.DESTROY_MORE), say(Reminding.DESTROY_LINK), "")
    return kit_words(reminders.kit) or contact_words(reminders.to_check)


def contact_words(to_check: int) -> Reminder | None:
    """What is said about contacts that nobody has checked, if there are any."""
    if not to_check:
        return None
    words = Reminding.CONTACT_ONE if to_check == 1 else Reminding.CONTACT_SOME
    lead = say(words, count=str(to_check))
    return Reminder(lead, say(Reminding.CONTACT_MORE), say(Reminding.CONTACT_LINK), "contacts")


def kit_words(kit: KitReminder | None) -> Reminder | None:
    """What is said about a recovery kit, if anything is."""
    if kit is None:
        return None
    lead, text, link = _KIT[kit]
    return Reminder(say(lead), say(text), say(link), "recovery")
