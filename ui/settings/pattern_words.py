# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the rules about patterns (ux.md R6, "Rules"). What each rule counts is resources/patterns/kinds.toml."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Patterns(StrEnum):
    """Each text; what stands in braces is filled in by `ui.settings.words.say`."""

    TITLE = QT_TRANSLATE_NOOP("settings", "Patterns")
    TITLE_FOR = QT_TRANSLATE_NOOP(
        "settings", "What Candour points to when several records stand side by side. A person looks and decides."
    )
    ON = QT_TRANSLATE_NOOP("settings", "Look for patterns")
    DIAL = QT_TRANSLATE_NOOP("settings", "How much do you want to be told?")
    QUIET = QT_TRANSLATE_NOOP("settings", "Quiet")
    QUIET_COST = QT_TRANSLATE_NOOP(
        "settings", "With 45 staff about one prompt a year means nothing, with 180 two or three. More is missed."
    )
    STANDARD = QT_TRANSLATE_NOOP("settings", "Standard")
    STANDARD_COST = QT_TRANSLATE_NOOP(
        "settings", "With 45 staff one or two prompts a year mean nothing, with 180 four or five."
    )
    SENSITIVE = QT_TRANSLATE_NOOP("settings", "Sensitive")
    SENSITIVE_COST = QT_TRANSLATE_NOOP(
        "settings", "With 45 staff about two prompts a year mean nothing, with 180 about seven. Less is missed."
    )
    DAYS = QT_TRANSLATE_NOOP("settings", "Within so many days")
    LEAST = QT_TRANSLATE_NOOP("settings", "At least so many")
    OF_RULE = QT_TRANSLATE_NOOP("settings", "{rule}: {number}")
    NEEDS_DAYS = QT_TRANSLATE_NOOP("settings", "Write a number of days from 14 to 1100.")
    NEEDS_LEAST = QT_TRANSLATE_NOOP("settings", "Write a number from 2 to 20.")
