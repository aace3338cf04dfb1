# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the panel in which clauses are read."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer

say = sayer("clauses")
"""Says a text of this area."""


class Clauses(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    TITLE = QT_TRANSLATE_NOOP("clauses", "What the code says")
    LINK = QT_TRANSLATE_NOOP("clauses", "What the code says")
    LINK_NAMED = QT_TRANSLATE_NOOP("clauses", "What the code says about: {what}")
    CLOSE = QT_TRANSLATE_NOOP("clauses", "Close")
    READING = QT_TRANSLATE_NOOP("clauses", "Reading it…")
    ABOUT = QT_TRANSLATE_NOOP("clauses", "About: {what}")
    FROM = QT_TRANSLATE_NOOP("clauses", "{title}, {edition}")
    TYPE_ONE = QT_TRANSLATE_NOOP("clauses", "Type the number of a clause, such as 5.3, to read it here.")
