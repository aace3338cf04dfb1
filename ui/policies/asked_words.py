# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the page on which guidance is asked for (F33)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Asked(StrEnum):
    """Each text; what stands in braces is filled in by `ui.settings.words.say`."""

    TITLE = QT_TRANSLATE_NOOP("settings", "Guidance to read")
    TITLE_FOR = QT_TRANSLATE_NOOP(
        "settings",
        "Which edition of which guidance everybody is asked to have read. Candour has no text of it: it asks, and "
        "keeps what people say.",
    )
    TABLE = QT_TRANSLATE_NOOP("settings", "Guidance that is asked for")
    GUIDANCE = QT_TRANSLATE_NOOP("settings", "Guidance")
    EDITION = QT_TRANSLATE_NOOP("settings", "Edition")
    BY = QT_TRANSLATE_NOOP("settings", "To be read by")
    CARD = QT_TRANSLATE_NOOP("settings", "Ask for an edition")
    CARD_MORE = QT_TRANSLATE_NOOP(
        "settings",
        "Another edition takes the place of the one before and asks everybody again. Who reads which part of guidance "
        "that Candour knows goes by their role; of anything else everybody is asked for all.",
    )
    WHICH = QT_TRANSLATE_NOOP("settings", "Which guidance?")
    KNOWN = QT_TRANSLATE_NOOP("settings", "{publisher}. What Candour knows of it was looked at on {day}. {note}")
    ELSE = QT_TRANSLATE_NOOP("settings", "Something else")
    CALLED = QT_TRANSLATE_NOOP("settings", "What is it called?")
    EDITION_HINT = QT_TRANSLATE_NOOP("settings", "As it is printed, such as September 2026")
    WHERE = QT_TRANSLATE_NOOP("settings", "Where is it found? (optional)")
    NO_LONGER = QT_TRANSLATE_NOOP("settings", "Ask for it no longer")
    NOT_ASKED = QT_TRANSLATE_NOOP("settings", "Nobody is asked for it now.")
