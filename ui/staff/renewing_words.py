# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the yearly look at one's own ties (ux.md S5)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.staff.words import say


class Renew(StrEnum):
    """Each text; what stands in braces is filled in by `ui.staff.words.say`."""

    HEADING_ONE = QT_TRANSLATE_NOOP("staff", "Are these still right? 1 declaration")
    HEADING = QT_TRANSLATE_NOOP("staff", "Are these still right? {count} declarations")
    ALL_RIGHT = QT_TRANSLATE_NOOP("staff", "All still right")
    CHANGE = QT_TRANSLATE_NOOP("staff", "Change this one")
    ENDED = QT_TRANSLATE_NOOP("staff", "It has ended")
    QUESTION = QT_TRANSLATE_NOOP("staff", "Are all of these still right?")
    WHAT_HAPPENS = QT_TRANSLATE_NOOP(
        "staff", "Each is declared again as it stands. What you say is complete and true as far as you know."
    )
    CHANGED = QT_TRANSLATE_NOOP("staff", "Other people can open them now. Nothing has been sent yet.")
    GOES_TO = QT_TRANSLATE_NOOP("staff", "Declared on {day}, {reference}. Who can open it: {names}.")
    LINE_TO = QT_TRANSLATE_NOOP("staff", "Who sees one line only: {names}.")
    NOT_NOW = QT_TRANSLATE_NOOP("staff", "Not now")
    SEND_ONE = QT_TRANSLATE_NOOP("staff", "Lock and send it")
    SEND = QT_TRANSLATE_NOOP("staff", "Lock and send all {count}")
    SENT_ONE = QT_TRANSLATE_NOOP("staff", "Declared again.")
    SENT = QT_TRANSLATE_NOOP("staff", "All {count} are declared again.")


def say_count(one: Renew, some: Renew, count: int) -> str:
    """Say how many, in the singular or the plural."""
    return say(one) if count == 1 else say(some, count=str(count))
