# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the page with questions that others have asked (requirements.md F44)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Asked(StrEnum):
    """Each text; what stands in braces is filled in by `ui.staff.words.say`."""

    TITLE = QT_TRANSLATE_NOOP("staff", "Questions others have asked")
    INTRO = QT_TRANSLATE_NOOP(
        "staff", "Somebody here wasn’t sure, and asked first. The answers are for everyone. Nobody is told who asked."
    )
    LEAD = QT_TRANSLATE_NOOP("staff", "Not sure whether something is all right? Somebody may have asked already.")
    RESTS_ON = QT_TRANSLATE_NOOP("staff", "Part of the code: {clause}")
    NOT_HERE = QT_TRANSLATE_NOOP("staff", "One more question has not reached this computer yet.")
    NOT_HERE_SOME = QT_TRANSLATE_NOOP("staff", "{count} more questions have not reached this computer yet.")
    NONE = QT_TRANSLATE_NOOP("staff", "Nobody’s question is here yet")
    NONE_MORE = QT_TRANSLATE_NOOP("staff", "When a question is worth sharing, it stands here with its answer.")
    NOT_ANSWERED = QT_TRANSLATE_NOOP("staff", "Is yours not here? Ask it before you act.")
    ASK = QT_TRANSLATE_NOOP("staff", "Ask “May I…?”")
