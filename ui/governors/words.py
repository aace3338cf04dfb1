# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the page for a report to governors (ux.md R9, R10)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Said(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    TITLE = QT_TRANSLATE_NOOP("governors", "Report to governors")
    FOR = QT_TRANSLATE_NOOP("governors", "Figures and words for the board, with nobody named. About 10 minutes.")
    WHO = QT_TRANSLATE_NOOP(
        "governors", "Whoever has the file can open it. You, the safeguarding lead and the chair keep it."
    )
    INTRO = QT_TRANSLATE_NOOP(
        "governors", "The preview is the file itself. That it is issued is put on record, with the file."
    )
    SUPPLEMENT = QT_TRANSLATE_NOOP("governors", "The chair’s supplement for governors")
    SUPPLEMENT_FOR = QT_TRANSLATE_NOOP(
        "governors", "Concerns that the chair alone holds, in figures. It never tells none from few: give it each time."
    )
    SUPPLEMENT_WHO = QT_TRANSLATE_NOOP("governors", "Whoever has the file can open it. You and the vice-chair keep it.")
    PERIOD = QT_TRANSLATE_NOOP("governors", "Period")
    THIS_YEAR = QT_TRANSLATE_NOOP("governors", "This school year to date")
    LAST_YEAR = QT_TRANSLATE_NOOP("governors", "Last school year")
    TWELVE_MONTHS = QT_TRANSLATE_NOOP("governors", "The last 12 months")
    INCLUDE = QT_TRANSLATE_NOOP("governors", "Include")
    SMALL = QT_TRANSLATE_NOOP(
        "governors", "Numbers of a part smaller than {threshold} are shown as “fewer than {threshold}”."
    )
    RECIPIENT = QT_TRANSLATE_NOOP("governors", "Who is it for?")
    RECIPIENT_HINT = QT_TRANSLATE_NOOP("governors", "For example: Full governing board, 25 March")
    SUMMARY = QT_TRANSLATE_NOOP("governors", "Summary")
    SUMMARY_HINT = QT_TRANSLATE_NOOP("governors", "Drafted from the figures. You can write it yourself.")
    DRAFT_AGAIN = QT_TRANSLATE_NOOP("governors", "Draft it from the figures again")
    ACTIONS = QT_TRANSLATE_NOOP("governors", "What was done for the whole school")
    ACTIONS_HINT = QT_TRANSLATE_NOOP("governors", "Training given, policy changed. Nothing about one person.")
    COMMENTARY = QT_TRANSLATE_NOOP("governors", "What you add")
    REVIEWED = QT_TRANSLATE_NOOP("governors", "I have read through the records of this period, and considered patterns")
    NO_NAMES = QT_TRANSLATE_NOOP("governors", "No names found.")
    CHECKED = QT_TRANSLATE_NOOP(
        "governors",
        "We checked your words against all {people} people on your list and every child’s initials on record.",
    )
    TAKE_OUT = QT_TRANSLATE_NOOP("governors", "Take it out")
    SHOW_ME = QT_TRANSLATE_NOOP("governors", "Show me")
    NO_RECORDS = QT_TRANSLATE_NOOP("governors", "It tells nothing of records")
    NUMBERS = QT_TRANSLATE_NOOP(
        "governors",
        "If it tells how many concerns, declarations or decisions there were, take it out: it could undo what the "
        "report keeps back.",
    )
    NUMBERED = QT_TRANSLATE_NOOP(
        "governors", "It can’t be saved while you have not looked at the numbers that you typed."
    )
    COARSE = QT_TRANSLATE_NOOP(
        "governors", "{count} figures are shown roughly, so that nobody can be worked out, also from earlier reports."
    )
    EMPTY = QT_TRANSLATE_NOOP(
        "governors",
        "There were no concerns in this period. Governors can still be told that: the report says so, and how staff "
        "are told about Candour.",
    )
    SAVE = QT_TRANSLATE_NOOP("governors", "Save as PDF")
    SAVING = QT_TRANSLATE_NOOP("governors", "Saving…")
    NAMED = QT_TRANSLATE_NOOP("governors", "It can’t be saved while it names somebody.")
    ISSUED = QT_TRANSLATE_NOOP("governors", "The latest governors’ report")
    ISSUED_FOR = QT_TRANSLATE_NOOP("governors", "What the board was given, as it was issued, and those before.")
    ISSUED_WHO = QT_TRANSLATE_NOOP("governors", "Head, safeguarding lead, chair and vice-chair keep every report.")
    ISSUED_WHICH = QT_TRANSLATE_NOOP("governors", "Which report?")
    ISSUED_NONE = QT_TRANSLATE_NOOP("governors", "No report was issued yet.")
    ISSUED_LINE = QT_TRANSLATE_NOOP("governors", "Issued on {day}: {period}")
    ISSUED_SUPPLEMENT = QT_TRANSLATE_NOOP("governors", "Supplement, issued on {day}: {period}")
    PDF_KIND = QT_TRANSLATE_NOOP("governors", "PDF (*.pdf)")


say = sayer("governors")
"""Says one of the texts above."""
