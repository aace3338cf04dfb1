# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the audit page (ux.md R13). The sentences in it are data: resources/auditing/deeds.toml."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Said(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    TITLE = QT_TRANSLATE_NOOP("auditing", "Audit")
    FOR = QT_TRANSLATE_NOOP(
        "auditing", "Who opened, searched, printed, saved, shared or imported what you may read. No content is shown."
    )
    LOADING = QT_TRANSLATE_NOOP("auditing", "Reading who did what")
    PERSON = QT_TRANSLATE_NOOP("auditing", "Person")
    KIND = QT_TRANSLATE_NOOP("auditing", "What was done")
    DATES = QT_TRANSLATE_NOOP("auditing", "When")
    EVERYBODY = QT_TRANSLATE_NOOP("auditing", "Everybody")
    EVERYTHING = QT_TRANSLATE_NOOP("auditing", "Everything")
    ALL_TIME = QT_TRANSLATE_NOOP("auditing", "At any time")
    TODAY = QT_TRANSLATE_NOOP("auditing", "Today")
    WEEK = QT_TRANSLATE_NOOP("auditing", "In the last 7 days")
    MONTH = QT_TRANSLATE_NOOP("auditing", "In the last 31 days")
    YEAR = QT_TRANSLATE_NOOP("auditing", "In the last year")
    SAVE = QT_TRANSLATE_NOOP("auditing", "Save or print…")
    CHECK = QT_TRANSLATE_NOOP("auditing", "Check all entries")
    CHECKING = QT_TRANSLATE_NOOP("auditing", "Checking")
    INTACT = QT_TRANSLATE_NOOP("auditing", "All {count} entries are intact. Checked at {time}.")
    NOT_INTACT = QT_TRANSLATE_NOOP(
        "auditing",
        "Something doesn’t add up in your records. Record nothing more for now and tell whoever looks after your "
        "computers: “candour check” says what it is.",
    )
    ONE = QT_TRANSLATE_NOOP("auditing", "1 line")
    SOME = QT_TRANSLATE_NOOP("auditing", "{count} lines")
    MORE = QT_TRANSLATE_NOOP(
        "auditing", "{count} lines, of which the latest {shown} are shown. Narrow it down, or save it."
    )
    TABLE = QT_TRANSLATE_NOOP("auditing", "Who did what")
    WHEN = QT_TRANSLATE_NOOP("auditing", "When")
    WHAT = QT_TRANSLATE_NOOP("auditing", "Who did what")
    EMPTY = QT_TRANSLATE_NOOP("auditing", "Nothing was done")
    EMPTY_MORE = QT_TRANSLATE_NOOP("auditing", "Nobody did this with a record that you may read.")


say = sayer("auditing")
"""Says one of the texts above."""


def title() -> str:
    """What the page is called."""
    return say(Said.TITLE)
