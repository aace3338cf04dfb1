# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The few words that the renderer says itself. Everything else stands in the form."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer

say = sayer("forms")
"""Says a text of this area."""


class Form(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    OR = QT_TRANSLATE_NOOP("forms", "or")
    SHOWN = QT_TRANSLATE_NOOP("forms", "Open. Press to close it.")
    HIDDEN = QT_TRANSLATE_NOOP("forms", "Closed. Press to open it.")
    TICKED = QT_TRANSLATE_NOOP("forms", "{group} ({count} ticked)")
    NUMBERED = QT_TRANSLATE_NOOP("forms", "{label}, {number}")
    CHOOSE = QT_TRANSLATE_NOOP("forms", "Choose one")
    YES = QT_TRANSLATE_NOOP("forms", "Yes")
    NO = QT_TRANSLATE_NOOP("forms", "No")
    FILE_LIMITS = QT_TRANSLATE_NOOP("forms", "Up to {most} files, {megabytes} MB each.")
    CHOOSE_FILES = QT_TRANSLATE_NOOP("forms", "Choose files to add")
    ADDING = QT_TRANSLATE_NOOP("forms", "Adding…")
    ADDED = QT_TRANSLATE_NOOP("forms", "Added: {name}")
    REMOVE = QT_TRANSLATE_NOOP("forms", "Remove")
    REMOVE_FILE = QT_TRANSLATE_NOOP("forms", "Remove {name}")
    REMOVED = QT_TRANSLATE_NOOP("forms", "Removed: {name}")
    KEEP_DETAILS = QT_TRANSLATE_NOOP("forms", "Keep where and when photos were taken")
    DETAILS_GO = QT_TRANSLATE_NOOP("forms", "Unless you tick this, we take it out before they are sent.")
    TELLS_PLACE = QT_TRANSLATE_NOOP("forms", "It may say where and when it was made. We can’t take that out.")
    TELLS_AUTHOR = QT_TRANSLATE_NOOP("forms", "It may say who made it. We can’t take that out.")
    FILES_NOT_IN_DRAFT = QT_TRANSLATE_NOOP(
        "forms", "Files are not kept with a draft. If you finish later, add them again."
    )
    FILES = QT_TRANSLATE_NOOP("forms", "Files")
    SAVING = QT_TRANSLATE_NOOP("forms", "Saving…")
    LEAVE_OFF = QT_TRANSLATE_NOOP("forms", "Don’t record it")
    THE_FILES = QT_TRANSLATE_NOOP("forms", "the files")
    NOT_SURE = QT_TRANSLATE_NOOP("forms", "Not sure")


def numbered(label: str, number: int) -> str:
    """Name one of several parts that have the same label; the first needs no number."""
    return label if number == 1 else say(Form.NUMBERED, label=label, number=str(number))
