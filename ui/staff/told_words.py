# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of what the chair of a panel hears about ties to applicants."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Told(StrEnum):
    """Each text; what stands in braces is filled in by `ui.staff.words.say`."""

    HEADING = QT_TRANSLATE_NOOP("staff", "For a panel that you chair")
    COUNT_ONE = QT_TRANSLATE_NOOP("staff", "1 answer about a tie to somebody applying")
    COUNT = QT_TRANSLATE_NOOP("staff", "{count} answers about ties to people applying")
    SHOW = QT_TRANSLATE_NOOP("staff", "Show who it is about")
    QUESTION = QT_TRANSLATE_NOOP("staff", "Is there a tie?")
    MORE = QT_TRANSLATE_NOOP("staff", "What the tie is was told to somebody else, in confidence.")
    YES = QT_TRANSLATE_NOOP("staff", "{day}: {who} and {other}: yes.")
    NO = QT_TRANSLATE_NOOP("staff", "{day}: {who} and {other}: not any more.")
    CLOSE = QT_TRANSLATE_NOOP("staff", "Close")
