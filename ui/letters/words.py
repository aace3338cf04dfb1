# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of writing a letter. What stands in the letters is data: resources/letters."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Said(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    TITLE = QT_TRANSLATE_NOOP("letters", "Write a letter")
    WHICH = QT_TRANSLATE_NOOP("letters", "Which letter or sheet?")
    CHOOSE = QT_TRANSLATE_NOOP("letters", "Choose one")
    WHOM = QT_TRANSLATE_NOOP("letters", "To or about whom?")
    ALL_OF_THEM = QT_TRANSLATE_NOOP("letters", "All of them together")
    OF = QT_TRANSLATE_NOOP("letters", "Which of what was shared?")
    INTRO = QT_TRANSLATE_NOOP(
        "letters",
        "It is drafted from what is on record, and from nothing else. What is not on record is left as a blank. "
        "Read it, change what you like, and look at it before you issue it.",
    )
    MARKS = QT_TRANSLATE_NOOP(
        "letters", "A line that begins with # is a heading, with - a point, with > somebody’s own words."
    )
    SERVES = QT_TRANSLATE_NOOP("letters", "Serves: {sources}. Check your current edition.")
    AGAIN = QT_TRANSLATE_NOOP("letters", "Draft it again from what is on record")
    CHECKED = QT_TRANSLATE_NOOP("letters", "What we noticed")
    NOTHING = QT_TRANSLATE_NOOP("letters", "No blanks left, nobody named who must not be, and nothing in its way.")
    BLANKS = QT_TRANSLATE_NOOP("letters", "To fill in: {blanks}.")
    NAMED = QT_TRANSLATE_NOOP("letters", "Named: {names}.")
    INSTEAD = QT_TRANSLATE_NOOP("letters", "“{words}”: perhaps {instead}.")
    REASON_HELPS = QT_TRANSLATE_NOOP("letters", "{sentence} A reason given above lets it pass, and stays on record.")
    LOOK = QT_TRANSLATE_NOOP("letters", "Look at it")
    LOOKING = QT_TRANSLATE_NOOP("letters", "Setting it in type…")
    ISSUE = QT_TRANSLATE_NOOP("letters", "Issue and save…")
    PRINT = QT_TRANSLATE_NOOP("letters", "Issue on paper…")
    ISSUING = QT_TRANSLATE_NOOP("letters", "Issuing…")
    CANCEL = QT_TRANSLATE_NOOP("letters", "Cancel")
    WHERE = QT_TRANSLATE_NOOP("letters", "Save the letter")
    KIND = QT_TRANSLATE_NOOP("letters", "PDF files (*.pdf)")
    PLAIN = QT_TRANSLATE_NOOP(
        "letters",
        "Issuing puts the text on record for everybody who reads this record, and saves a PDF or prints it.",
    )


say = sayer("letters")
"""Says one of the texts above."""
