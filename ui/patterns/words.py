# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the pages on patterns. What a prompt says comes from the rules (resources/patterns/kinds.toml).

Never "suspicious", "high" or "risk"; the school is compared with itself only (ux.md R6).
"""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer
from ui.widgets.words import number_word

say = sayer("patterns")


class Said(StrEnum):
    """Every text of these pages; what stands in braces is filled in."""

    PATTERNS = QT_TRANSLATE_NOOP("patterns", "Patterns")
    ONE_NEEDS_A_LOOK = QT_TRANSLATE_NOOP(
        "patterns",
        "One thing needs a look. A pattern is a prompt, not a finding: the rules only count what is on record.",
    )
    SOME_NEED_A_LOOK = QT_TRANSLATE_NOOP(
        "patterns",
        "{count} things need a look. A pattern is a prompt, not a finding: the rules only count what is on record.",
    )
    NOTHING = QT_TRANSLATE_NOOP("patterns", "Nothing stands out.")
    NOTHING_MORE = QT_TRANSLATE_NOOP(
        "patterns", "The rules look at people, places, times and classes whenever you open this page."
    )
    PROMPT = QT_TRANSLATE_NOOP(
        "patterns", "A pattern is a prompt, not a finding: the rules only count what is on record."
    )
    READING = QT_TRANSLATE_NOOP("patterns", "Reading the records…")
    WORKING_OUT = QT_TRANSLATE_NOOP("patterns", "Working out how often chance alone shows such things here")
    WORKING_OUT_MORE = QT_TRANSLATE_NOOP(
        "patterns", "Once a term, for some seconds. Until then it goes by what is usual in any school."
    )
    RULES = QT_TRANSLATE_NOOP("patterns", "Rules")

    # What a card is about
    ONE_PERSON = QT_TRANSLATE_NOOP("patterns", "One person")
    ONE_CHILD = QT_TRANSLATE_NOOP("patterns", "One child")
    ONE_PLACE = QT_TRANSLATE_NOOP("patterns", "One place")
    ONE_TIME = QT_TRANSLATE_NOOP("patterns", "One time of day")
    ONE_ACTIVITY = QT_TRANSLATE_NOOP("patterns", "One activity")
    ONE_DEPARTMENT = QT_TRANSLATE_NOOP("patterns", "One team")
    ONE_SITE = QT_TRANSLATE_NOOP("patterns", "A quiet area")
    ONE_VOICE = QT_TRANSLATE_NOOP("patterns", "One person’s reports")

    # A card
    BEAR_IN_MIND = QT_TRANSLATE_NOOP("patterns", "What to bear in mind")
    RULE = QT_TRANSLATE_NOOP("patterns", "Rule: {rule}")
    LOOK = QT_TRANSLATE_NOOP("patterns", "Look at the records")
    HIDE_RECORDS = QT_TRANSLATE_NOOP("patterns", "Hide the records")
    LOOKED = QT_TRANSLATE_NOOP("patterns", "I’ve looked at this")
    OPEN_RECORD = QT_TRANSLATE_NOOP("patterns", "Open {reference}, {day}")
    RECORD_LINE = QT_TRANSLATE_NOOP("patterns", "{day} · {title}")
    DOTS = QT_TRANSLATE_NOOP("patterns", "Recorded on {days}")
    SAVING = QT_TRANSLATE_NOOP("patterns", "Saving…")
    CANCEL = QT_TRANSLATE_NOOP("patterns", "Cancel")
    KEPT = QT_TRANSLATE_NOOP("patterns", "Kept. This prompt stays quiet until something new comes.")
    FAIRNESS = QT_TRANSLATE_NOOP("patterns", "How prompts fall on roles and hours")
    FAIRNESS_MORE = QT_TRANSLATE_NOOP(
        "patterns",
        "Every prompt about a person that came up, counted over many people and never about one. "
        "Groups of fewer than ten go together.",
    )
    FAIRNESS_BY = QT_TRANSLATE_NOOP("patterns", "Prompts by {what}")
    PEOPLE = QT_TRANSLATE_NOOP("patterns", "People")
    PROMPTS = QT_TRANSLATE_NOOP("patterns", "Prompts")
    A_HUNDRED_YEARS = QT_TRANSLATE_NOOP("patterns", "In 100 staff-years")
    EARLIER = QT_TRANSLATE_NOOP("patterns", "Earlier: nothing new in twelve months")
    LOOKED_AT = QT_TRANSLATE_NOOP("patterns", "Looked at, and quiet until something new comes")
    LOOKED_AT_BY = QT_TRANSLATE_NOOP("patterns", "{name} looked at this on {day}: {answer}.")

    # Charts
    PERIOD = QT_TRANSLATE_NOOP("patterns", "Twelve months that the charts show")
    LAST_YEAR = QT_TRANSLATE_NOOP("patterns", "Last 12 months")
    YEAR_TO = QT_TRANSLATE_NOOP("patterns", "12 months to {month}")
    EACH_MONTH = QT_TRANSLATE_NOOP("patterns", "Concerns received each month")
    MONTH_NOT_OVER = QT_TRANSLATE_NOOP("patterns", "Month not over")
    MORE_THAN_BEFORE = QT_TRANSLATE_NOOP(
        "patterns",
        "{count} in twelve months, up from {before} in the twelve before. A rise often means that people speak up.",
    )
    FEWER_THAN_BEFORE = QT_TRANSLATE_NOOP(
        "patterns",
        "{count} in twelve months, down from {before} in the twelve before. Ask why before taking it as good news.",
    )
    AS_BEFORE = QT_TRANSLATE_NOOP("patterns", "{count} in twelve months, as many as in the twelve before.")
    TOO_FEW = QT_TRANSLATE_NOOP("patterns", "Too few to draw anything from.")
    WHAT_ABOUT = QT_TRANSLATE_NOOP("patterns", "What they were about")
    MOST_ABOUT = QT_TRANSLATE_NOOP(
        "patterns",
        "{count} of {total} were about: {topic}. A reminder to all staff may do more than single conversations.",
    )
    NO_TOPICS = QT_TRANSLATE_NOOP("patterns", "Nobody has said yet what they were about.")
    ELSE = QT_TRANSLATE_NOOP("patterns", "Something else")
    AS_TABLE = QT_TRANSLATE_NOOP("patterns", "Show as a table")
    AS_CHART = QT_TRANSLATE_NOOP("patterns", "Show as a chart")
    MONTH = QT_TRANSLATE_NOOP("patterns", "Month")
    CONCERNS = QT_TRANSLATE_NOOP("patterns", "Concerns")
    SO_FAR = QT_TRANSLATE_NOOP("patterns", "{month}, so far")


def in_words(number: int) -> str:
    """A number at the beginning of a sentence: in words up to nine (ux.md 4)."""
    return number_word(number)
