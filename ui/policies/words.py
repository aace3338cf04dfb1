# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the pages on which policies are read and confirmed (ux.md S9)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Policy(StrEnum):
    """Each text; what stands in braces is filled in by `ui.staff.words.say`."""

    INTRO = QT_TRANSLATE_NOOP(
        "staff", "What everybody who works here has agreed to. Read it here at any time, with or without a sign-in."
    )
    NONE = QT_TRANSLATE_NOOP("staff", "No policy is here yet")
    NONE_MORE = QT_TRANSLATE_NOOP(
        "staff", "Ask the head for the staff code of conduct. Once it is in Candour, it can be read from here."
    )
    NOT_HERE = QT_TRANSLATE_NOOP("staff", "Its text has not reached this computer yet.")
    READ = QT_TRANSLATE_NOOP("staff", "Read it")
    SHORT = QT_TRANSLATE_NOOP("staff", "Short version for visitors")
    READ_NAMED = QT_TRANSLATE_NOOP("staff", "Read {title}")
    SHORT_NAMED = QT_TRANSLATE_NOOP("staff", "Short version of {title}")
    EDITION = QT_TRANSLATE_NOOP("staff", "{edition}. Approved by {approver} on {day}.")
    EDITION_ONLY = QT_TRANSLATE_NOOP("staff", "{edition}.")
    REVIEW_DUE = QT_TRANSLATE_NOOP("staff", "To be reviewed by {day}.")
    OVERDUE = QT_TRANSLATE_NOOP("staff", "Review overdue")
    TO_CONFIRM = QT_TRANSLATE_NOOP("staff", "Please read and confirm")
    CONFIRM_BY = QT_TRANSLATE_NOOP("staff", "{title}: please confirm by {day}")
    CHANGED_SINCE = QT_TRANSLATE_NOOP("staff", "{title}: {count} clauses have changed. Please confirm by {day}")
    CHANGED_SINCE_ONE = QT_TRANSLATE_NOOP("staff", "{title}: one clause has changed. Please confirm by {day}")
    YEAR_SINCE = QT_TRANSLATE_NOOP("staff", "{title}: it is a year since you confirmed it. Please read it again")
    GUIDANCE_BY = QT_TRANSLATE_NOOP("staff", "{title}, {edition}: please read {part} by {day}")
    GUIDANCE_AGAIN = QT_TRANSLATE_NOOP(
        "staff", "{title}: there is another edition, or more to read. Please read {part} of {edition} by {day}"
    )
    GUIDANCE_TITLE = QT_TRANSLATE_NOOP("staff", "{title}, {edition}")
    GUIDANCE_SAY = QT_TRANSLATE_NOOP("staff", "Say that you have read it")
    GUIDANCE_SAY_NAMED = QT_TRANSLATE_NOOP("staff", "Say that you have read {title}")
    GUIDANCE_ASKED = QT_TRANSLATE_NOOP("staff", "You are asked to read {part} by {day}.")
    GUIDANCE_READ = QT_TRANSLATE_NOOP("staff", "You said on {day} that you have read {edition}.")
    GUIDANCE_NO_TEXT = QT_TRANSLATE_NOOP(
        "staff", "Candour doesn’t have its text and can’t tell whether you have read it. It keeps what you say here."
    )
    GUIDANCE_WHICH = QT_TRANSLATE_NOOP("staff", "I’ve read this of it, and I know where to find it")
    CONFIRMED_ON = QT_TRANSLATE_NOOP("staff", "You confirmed it on {day}.")
    MODEL = QT_TRANSLATE_NOOP(
        "staff", "This is Candour’s model code, which the school has still to adapt and approve as its own."
    )
    CONTENTS = QT_TRANSLATE_NOOP("staff", "Contents")
    CONTENTS_MORE = QT_TRANSLATE_NOOP("staff", "And {count} more: find them by their words.")
    FROM_BEGINNING = QT_TRANSLATE_NOOP("staff", "Show it from the beginning")
    READ_ON = QT_TRANSLATE_NOOP("staff", "Read on")
    PRINT = QT_TRANSLATE_NOOP("staff", "Print…")
    SAVE = QT_TRANSLATE_NOOP("staff", "Save as PDF…")
    SAVE_KIND = QT_TRANSLATE_NOOP("staff", "PDF documents (*.pdf)")
    SAVED = QT_TRANSLATE_NOOP("staff", "Saved: {file}.")
    PRINTED = QT_TRANSLATE_NOOP("staff", "Sent to the printer: {title}.")
    NO_PRINTER = QT_TRANSLATE_NOOP("staff", "No printer is set up on this computer. Save it as a PDF instead.")
    READ_COMPANION = QT_TRANSLATE_NOOP("staff", "Read {title}")
    FIND = QT_TRANSLATE_NOOP("staff", "Find in this policy")
    FOUND = QT_TRANSLATE_NOOP("staff", "{count} clauses have these words")
    FOUND_ONE = QT_TRANSLATE_NOOP("staff", "One clause has these words")
    FOUND_NONE = QT_TRANSLATE_NOOP("staff", "No clause has these words")
    CHANGES_MORE = QT_TRANSLATE_NOOP("staff", "And {count} more clauses. Please read it as a whole.")
    CHANGES = QT_TRANSLATE_NOOP("staff", "What changed since you last read it")
    COMPANIONS = QT_TRANSLATE_NOOP("staff", "Read it together with: {titles}.")
    EMPLOYEES = QT_TRANSLATE_NOOP("staff", "For: {types}.")
    CONFIRM_INTRO = QT_TRANSLATE_NOOP("staff", "I’ve read this and I know where to find it.")
    CONFIRM = QT_TRANSLATE_NOOP("staff", "Confirm")
    CONFIRMING = QT_TRANSLATE_NOOP("staff", "Confirming")
    QUESTION = QT_TRANSLATE_NOOP("staff", "I have a question")
    NOT_NOW = QT_TRANSLATE_NOOP("staff", "Not now")
    CONFIRMED_TOAST = QT_TRANSLATE_NOOP("staff", "Confirmed: {title}.")
    WHO_SEES = QT_TRANSLATE_NOOP("staff", "That you confirmed can be seen by {names}.")
    YOUR_NAME = QT_TRANSLATE_NOOP("staff", "Your name")
    NAME_HINT = QT_TRANSLATE_NOOP(
        "staff", "Visitors, supply staff and volunteers confirm with their name, without a sign-in."
    )
    NAME_MISSING = QT_TRANSLATE_NOOP("staff", "Type your name, so that the school knows who has read it")
