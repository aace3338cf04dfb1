# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The few words that the controls say themselves, ready to be translated. Everything else is handed to them."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.saying import sayer

_CONTEXT = "widgets"

say = sayer(_CONTEXT)
"""Says a text of this area."""


class Said(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    CLEAR = QT_TRANSLATE_NOOP("widgets", "Clear")
    SHOW_PASSPHRASE = QT_TRANSLATE_NOOP("widgets", "Show passphrase")
    HIDE_PASSPHRASE = QT_TRANSLATE_NOOP("widgets", "Hide passphrase")
    CAPS_LOCK = QT_TRANSLATE_NOOP("widgets", "Caps Lock is on")
    NEEDED = QT_TRANSLATE_NOOP("widgets", "(we need this one)")
    ERROR = QT_TRANSLATE_NOOP("widgets", "Error: {message}")
    LEFT_ONE = QT_TRANSLATE_NOOP("widgets", "1 character left")
    LEFT = QT_TRANSLATE_NOOP("widgets", "{count} characters left")
    PREVIEW = QT_TRANSLATE_NOOP("widgets", "Preview")
    PREVIEW_MAKING = QT_TRANSLATE_NOOP("widgets", "Making the pages…")
    PREVIEW_PAGE = QT_TRANSLATE_NOOP("widgets", "Page {page} of {pages}")
    PREVIEW_PAIR = QT_TRANSLATE_NOOP("widgets", "Pages {page} and {next} of {pages}")
    PREVIEW_BACK = QT_TRANSLATE_NOOP("widgets", "Page before")
    PREVIEW_ON = QT_TRANSLATE_NOOP("widgets", "Next page")
    OPEN_CALENDAR = QT_TRANSLATE_NOOP("widgets", "Choose a date")
    CALENDAR = QT_TRANSLATE_NOOP("widgets", "Calendar")
    MONTH_BEFORE = QT_TRANSLATE_NOOP("widgets", "Month before")
    MONTH_AFTER = QT_TRANSLATE_NOOP("widgets", "Month after")
    EXACT_TIME = QT_TRANSLATE_NOOP("widgets", "The time")
    NOBODY_MATCHES = QT_TRANSLATE_NOOP("widgets", "Nobody matches that. Choose the last row to describe them.")
    NOBODY_LISTED = QT_TRANSLATE_NOOP("widgets", "Nobody matches that.")
    ONE_MATCHES = QT_TRANSLATE_NOOP("widgets", "1 person matches. Use the up and down arrow keys, then Enter.")
    SOME_MATCH = QT_TRANSLATE_NOOP("widgets", "{count} people match. Use the up and down arrow keys, then Enter.")
    MATCHES = QT_TRANSLATE_NOOP("widgets", "People who match")
    NOT_LISTED = QT_TRANSLATE_NOOP("widgets", "Someone who isn’t listed, or whose name I don’t know")
    NOT_LISTED_CHOSEN = QT_TRANSLATE_NOOP("widgets", "Someone who isn’t listed")
    CHOOSE_ANOTHER = QT_TRANSLATE_NOOP("widgets", "Choose someone else")
    ENTER = QT_TRANSLATE_NOOP("widgets", "Enter")
    WHO_CAN_OPEN = QT_TRANSLATE_NOOP("widgets", "Who can open this")
    GOING_TO = QT_TRANSLATE_NOOP("widgets", "Going to")
    ONLY = QT_TRANSLATE_NOOP("widgets", "Only {names}")
    CAN_OPEN = QT_TRANSLATE_NOOP("widgets", "can open this.")
    SEE_WHO = QT_TRANSLATE_NOOP("widgets", "See who can open this")
    DETAILS = QT_TRANSLATE_NOOP("widgets", "Details")
    NOW_GOES_TO_ONE = QT_TRANSLATE_NOOP("widgets", "This will now go to {names} only")
    NOW_GOES_TO = QT_TRANSLATE_NOOP("widgets", "This will now go to {names}")
    AND = QT_TRANSLATE_NOOP("widgets", "{first} and {last}")
    CHANGE = QT_TRANSLATE_NOOP("widgets", "Change")
    CHANGE_WHAT = QT_TRANSLATE_NOOP("widgets", "Change {what}")
    NO_SUCH_FILE = QT_TRANSLATE_NOOP("widgets", "There is no such file. File name:")
    NO_SUCH_FOLDER = QT_TRANSLATE_NOOP("widgets", "There is no such folder. Folder name:")
    SHOW_ALL = QT_TRANSLATE_NOOP("widgets", "Show all of it")
    READ_ALL = QT_TRANSLATE_NOOP("widgets", "Read all")
    ONE_ERROR = QT_TRANSLATE_NOOP("widgets", "One answer needs another look")
    SOME_ERRORS = QT_TRANSLATE_NOOP("widgets", "{count} answers need another look")
    COUNT_OF = QT_TRANSLATE_NOOP("widgets", "{done} of {total}")
    PERCENT = QT_TRANSLATE_NOOP("widgets", "{percent}%")
    STOP = QT_TRANSLATE_NOOP("widgets", "Stop")
    UNREAD = QT_TRANSLATE_NOOP("widgets", "Unread")
    WAITING = QT_TRANSLATE_NOOP("widgets", "{name}, {count} waiting")
    CURRENT_PAGE = QT_TRANSLATE_NOOP("widgets", "You are here")
    EMPTY_CELL = QT_TRANSLATE_NOOP("widgets", "empty")
    SORTED_UP = QT_TRANSLATE_NOOP("widgets", "sorted, first to last")
    SORTED_DOWN = QT_TRANSLATE_NOOP("widgets", "sorted, last to first")


class _Number(StrEnum):
    NO = QT_TRANSLATE_NOOP("widgets", "No")
    ONE = QT_TRANSLATE_NOOP("widgets", "One")
    TWO = QT_TRANSLATE_NOOP("widgets", "Two")
    THREE = QT_TRANSLATE_NOOP("widgets", "Three")
    FOUR = QT_TRANSLATE_NOOP("widgets", "Four")
    FIVE = QT_TRANSLATE_NOOP("widgets", "Five")
    SIX = QT_TRANSLATE_NOOP("widgets", "Six")
    SEVEN = QT_TRANSLATE_NOOP("widgets", "Seven")
    EIGHT = QT_TRANSLATE_NOOP("widgets", "Eight")
    NINE = QT_TRANSLATE_NOOP("widgets", "Nine")


def names_in_a_row(names: Sequence[str]) -> str:
    """Write names as people say them: "Priya Nair, Helen Marsh and Martin Oyelaran"."""
    if len(names) < 2:
        return "".join(names)
    return say(Said.AND, first=", ".join(names[:-1]), last=names[-1])


def number_word(number: int) -> str:
    """Write a number that begins a sentence: in words up to nine, in figures from ten (ux.md 4)."""
    words = tuple(_Number)
    return QCoreApplication.translate(_CONTEXT, str(words[number])) if 0 <= number < len(words) else str(number)
