# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the page on which the chair lands (ux.md R14)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Said(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    NAME = QT_TRANSLATE_NOOP("overseeing", "Since last time")
    SINCE = QT_TRANSLATE_NOOP("overseeing", "Since you were last here, on {day}")
    FIRST = QT_TRANSLATE_NOOP("overseeing", "You are here for the first time")
    READING = QT_TRANSLATE_NOOP("overseeing", "Reading what has come…")
    NOTHING = QT_TRANSLATE_NOOP("overseeing", "Nothing has been sent to you.")
    WAITS = QT_TRANSLATE_NOOP("overseeing", "What waits for you")
    OURS = QT_TRANSLATE_NOOP("overseeing", "What no head reads")
    OTHERS = QT_TRANSLATE_NOOP("overseeing", "What you read with others")
    NEW = QT_TRANSLATE_NOOP("overseeing", "New")
    NO_HEAD = QT_TRANSLATE_NOOP("overseeing", "No head reads it")
    SENT = QT_TRANSLATE_NOOP("overseeing", "Sent {when}. {names} can open it, too.")
    SENT_ALONE = QT_TRANSLATE_NOOP("overseeing", "Sent {when}. Only you can open it.")
    OPEN = QT_TRANSLATE_NOOP("overseeing", "Open")
    OPEN_NAME = QT_TRANSLATE_NOOP("overseeing", "Open {title}")
    MORE = QT_TRANSLATE_NOOP("overseeing", "{count} more stand in the inbox")
    TO_SIGN = QT_TRANSLATE_NOOP("overseeing", "Changes that wait for your signature: {count}")
    DUE = QT_TRANSLATE_NOOP("overseeing", "Things that are yours to do by today: {count}")
    REPORTS = QT_TRANSLATE_NOOP("overseeing", "The latest governors’ report")
    NO_REPORT = QT_TRANSLATE_NOOP("overseeing", "No report was issued yet.")
    ACCESS = QT_TRANSLATE_NOOP("overseeing", "Your access")
    WORKS = QT_TRANSLATE_NOOP("overseeing", "Your access works. You’ll be asked to check again in {month}.")
    RING = QT_TRANSLATE_NOOP("overseeing", "If something is wrong, ring {name}, {purpose}: {phone}")


say = sayer("overseeing")
"""Says one of the texts above."""


def title() -> str:
    """What the page is called in the navigation."""
    return say(Said.NAME)
