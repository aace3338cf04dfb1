# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the settings about how long records are kept."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Kept(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    TITLE = QT_TRANSLATE_NOOP("kept", "How long records are kept")
    HINT = QT_TRANSLATE_NOOP(
        "kept", "By your school’s own schedule, where guidance leaves it to you. Nothing is destroyed by itself."
    )
    FROM_REPORT = QT_TRANSLATE_NOOP("kept", "Years from the report")
    FROM_LEAVING = QT_TRANSLATE_NOOP("kept", "Years after the person left")
    FROM_END = QT_TRANSLATE_NOOP("kept", "Years after it ended, or the person left")
    FROM_DECISION = QT_TRANSLATE_NOOP("kept", "Years from the decision")
    FROM_LAST = QT_TRANSLATE_NOOP("kept", "Years from the last entry")
    SOURCE = QT_TRANSLATE_NOOP("kept", "Source: {source}.")
    CHECK = QT_TRANSLATE_NOOP("kept", "Check your current edition. Source: {source}.")
    STAYS = QT_TRANSLATE_NOOP("kept", "What stays for good, and why")
    NEEDS = QT_TRANSLATE_NOOP("kept", "Write a whole number of years, {least} at least.")


say = sayer("kept")
"""Says one of the texts above."""
