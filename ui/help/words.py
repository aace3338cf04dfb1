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

    BACK = QT_TRANSLATE_NOOP("help", "Back to where you were")
    SEARCH = QT_TRANSLATE_NOOP("help", "Search policies, help and contacts")
    LOOKING = QT_TRANSLATE_NOOP("help", "Getting ready to search…")
    FOUND_ONE = QT_TRANSLATE_NOOP("help", "1 found")
    FOUND = QT_TRANSLATE_NOOP("help", "{count} found")
    FOUND_MOST = QT_TRANSLATE_NOOP("help", "The {count} best. More words find fewer.")
    NOTHING = QT_TRANSLATE_NOOP("help", "Nothing has words that begin like that.")
    NOTHING_MORE = QT_TRANSLATE_NOOP("help", "Try fewer words, or look through all pages below.")
    FROM_HELP = QT_TRANSLATE_NOOP("help", "Help")
    FROM_GLOSSARY = QT_TRANSLATE_NOOP("help", "Glossary")
    FROM_CONTACTS = QT_TRANSLATE_NOOP("help", "Whom to turn to")
    FROM_POLICIES = QT_TRANSLATE_NOOP("help", "Policy")
    FROM_POLICY = QT_TRANSLATE_NOOP("help", "Policy: {title}")
    FROM_QUESTIONS = QT_TRANSLATE_NOOP("help", "A question that others have asked")
    FROM_CARD = QT_TRANSLATE_NOOP("help", "Card")
    BACK_TO_FOUND = QT_TRANSLATE_NOOP("help", "Back to what was found for “{words}”")
    WHOLE_POLICY = QT_TRANSLATE_NOOP("help", "Read the whole policy")
    GLOSSARY = QT_TRANSLATE_NOOP("help", "What the words mean")
    TERM_SOURCE = QT_TRANSLATE_NOOP("help", "Source: {source}")
    GLOSSARY_INTRO = QT_TRANSLATE_NOOP(
        "help",
        "In Candour’s own words. Paragraph numbers of guidance differ between editions: look at your current one.",
    )
    NEXT = QT_TRANSLATE_NOOP("help", "See also")
    ALL = QT_TRANSLATE_NOOP("help", "All pages")
    STEP = QT_TRANSLATE_NOOP("help", "{number}. {words}")
