# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the calendar of duties. What is said of a duty is data: resources/casework/duty_words.toml."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Said(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    TITLE = QT_TRANSLATE_NOOP("duties", "Calendar of duties")
    CARD_FOR = QT_TRANSLATE_NOOP("duties", "What the school does each year and each term, by when, and who did it.")
    CARD_WHO = QT_TRANSLATE_NOOP("duties", "It stays on this screen. What is overdue stands under Actions too.")
    INTRO = QT_TRANSLATE_NOOP(
        "duties",
        "This school year. The terms that your school has set drive the days; the head and the chair are shown all "
        "duties, others those of their own offices.",
    )
    NO_TERMS = QT_TRANSLATE_NOOP(
        "duties", "No terms are set for this school year, so only reviews of policies are known. Set them in Settings."
    )
    READING = QT_TRANSLATE_NOOP("duties", "Reading the calendar…")
    EMPTY = QT_TRANSLATE_NOOP("duties", "No duty of yours is known this year.")
    TABLE = QT_TRANSLATE_NOOP("duties", "Duties")
    COL_DUE = QT_TRANSLATE_NOOP("duties", "By")
    COL_WHAT = QT_TRANSLATE_NOOP("duties", "What")
    COL_WHO = QT_TRANSLATE_NOOP("duties", "Who sees to it")
    COL_STATE = QT_TRANSLATE_NOOP("duties", "State")
    SOURCE = QT_TRANSLATE_NOOP("duties", "Source: {source}")
    CHECK = QT_TRANSLATE_NOOP("duties", "Check your current edition. Source: {source}")
    REVIEW = QT_TRANSLATE_NOOP("duties", "A new version of the policy, with its next review, does it.")
    SHOWN_BY = QT_TRANSLATE_NOOP("duties", "Shown by: {words}.")
    NOTE = QT_TRANSLATE_NOOP("duties", "What shows it? (optional)")
    SHOW_ME = QT_TRANSLATE_NOOP("duties", "See what the records show")
    DONE = QT_TRANSLATE_NOOP("duties", "It was done")
    UNDO = QT_TRANSLATE_NOOP("duties", "It was not done after all")
    SAVING = QT_TRANSLATE_NOOP("duties", "Saving…")
    RECORDED = QT_TRANSLATE_NOOP("duties", "Recorded")


say = sayer("duties")
"""Says one of the texts above."""
