# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of handing records over, each with its own name; said as the settings' own are."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Handover(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    TITLE = QT_TRANSLATE_NOOP("settings", "Hand records over")
    FOR = QT_TRANSLATE_NOOP(
        "settings",
        "For somebody new in an office. Each record goes over whole, and says so to everyone who reads it.",
    )
    WHO = QT_TRANSLATE_NOOP("settings", "Who takes them on?")
    WHO_HINT = QT_TRANSLATE_NOOP("settings", "They need an office and a sign-in.")
    LOOKING = QT_TRANSLATE_NOOP("settings", "Looking through your records")
    FIND = QT_TRANSLATE_NOOP("settings", "Find a record by name or reference")
    OPEN = QT_TRANSLATE_NOOP("settings", "Open records")
    CONFIRM = QT_TRANSLATE_NOOP("settings", "Look at these first")
    CONFIRM_MORE = QT_TRANSLATE_NOOP(
        "settings", "Their words may speak of {name}. Read each of them before you tick it."
    )
    CLOSED = QT_TRANSLATE_NOOP("settings", "Closed records")
    TICK_OPEN = QT_TRANSLATE_NOOP("settings", "Tick all open ones")
    MORE = QT_TRANSLATE_NOOP("settings", "And {count} more. Type a name or a reference to find them.")
    RECORD = QT_TRANSLATE_NOOP("settings", "{about}, {reference}")
    NOBODY_NAMED = QT_TRANSLATE_NOOP("settings", "Nobody named")
    NOT_FOR = QT_TRANSLATE_NOOP("settings", "Not for this reader: {count}.")
    READS_IT = QT_TRANSLATE_NOOP("settings", "Can read already: {count}.")
    REASON = QT_TRANSLATE_NOOP("settings", "Why do they need them?")
    NO_REASON = QT_TRANSLATE_NOOP("settings", "Say why they need them")
    NONE_TICKED = QT_TRANSLATE_NOOP("settings", "Tick at least one record.")
    HAND_OVER = QT_TRANSLATE_NOOP("settings", "Hand over what is ticked")
    ABOUT_TO = QT_TRANSLATE_NOOP("settings", "You are about to let {name} read {count} more of your records.")
    WORKING = QT_TRANSLATE_NOOP("settings", "Handing over to {name}")
    WORKING_MORE = QT_TRANSLATE_NOOP(
        "settings", "You can stop. What has gone is whole, and next time it goes on from there."
    )
    DONE = QT_TRANSLATE_NOOP("settings", "Handed over to {name}: {done}. Left alone: {left}.")
