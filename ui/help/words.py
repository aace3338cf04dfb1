# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words around the pages of help; the pages themselves are data (resources/help)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer

say = sayer("help")
"""Says a text of this area."""


class Help(StrEnum):
    """Every text around help; what stands in braces is filled in."""

    TITLE = QT_TRANSLATE_NOOP("help", "Help")
    BACK = QT_TRANSLATE_NOOP("help", "Back to where you were")
    SEARCH = QT_TRANSLATE_NOOP("help", "Search help")
    FOUND_ONE = QT_TRANSLATE_NOOP("help", "1 page found")
    FOUND = QT_TRANSLATE_NOOP("help", "{count} pages found")
    NOTHING = QT_TRANSLATE_NOOP("help", "No page says anything about that.")
    NOTHING_MORE = QT_TRANSLATE_NOOP("help", "Try fewer words, or look through all pages below.")
    NEXT = QT_TRANSLATE_NOOP("help", "See also")
    ALL = QT_TRANSLATE_NOOP("help", "All pages")
    STEP = QT_TRANSLATE_NOOP("help", "{number}. {words}")
