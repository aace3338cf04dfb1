# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the registers' page (ux.md R8). What stands in the rows is data: resources/registers/words.toml."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Said(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    TITLE = QT_TRANSLATE_NOOP("registers", "Registers")
    WHICH = QT_TRANSLATE_NOOP("registers", "Which register")
    GIFTS = QT_TRANSLATE_NOOP("registers", "Gifts and hospitality")
    TIES = QT_TRANSLATE_NOOP("registers", "Relationships and interests")
    PERMISSIONS = QT_TRANSLATE_NOOP("registers", "Permissions")
    NOTICES = QT_TRANSLATE_NOOP("registers", "Own-wrongdoing notices")
    SHARED = QT_TRANSLATE_NOOP("registers", "Information shared, or not")
    BREACHES = QT_TRANSLATE_NOOP("registers", "Lost or leaked data")
    VIEW = QT_TRANSLATE_NOOP("registers", "What is shown")
    ROWS = QT_TRANSLATE_NOOP("registers", "List")
    TOTALS = QT_TRANSLATE_NOOP("registers", "Totals")
    RETURNS = QT_TRANSLATE_NOOP("registers", "Who has answered")
    PUBLISHED = QT_TRANSLATE_NOOP("registers", "For publishing")
    YEAR = QT_TRANSLATE_NOOP("registers", "School year")
    ALL_YEARS = QT_TRANSLATE_NOOP("registers", "All years")
    STATE = QT_TRANSLATE_NOOP("registers", "State")
    ALL_STATES = QT_TRANSLATE_NOOP("registers", "Any state")
    SEARCH = QT_TRANSLATE_NOOP("registers", "Search this register")
    JOBS = QT_TRANSLATE_NOOP("registers", "Show job titles instead of names")
    SAVE = QT_TRANSLATE_NOOP("registers", "Save or print…")
    LOADING = QT_TRANSLATE_NOOP("registers", "Reading the registers…")
    EMPTY_YEAR = QT_TRANSLATE_NOOP("registers", "Nothing declared this year.")
    EMPTY = QT_TRANSLATE_NOOP("registers", "Nothing declared.")
    EMPTY_MORE = QT_TRANSLATE_NOOP("registers", "Staff declare from the start screen.")
    NO_MATCH = QT_TRANSLATE_NOOP("registers", "Nothing fits what you chose.")
    NO_MATCH_MORE = QT_TRANSLATE_NOOP("registers", "Choose another year or state, or search for fewer words.")
    COUNT_ONE = QT_TRANSLATE_NOOP("registers", "1 declaration, as far as you can open it.")
    COUNT = QT_TRANSLATE_NOOP("registers", "{count} declarations, as far as you can open them.")
    WORTH = QT_TRANSLATE_NOOP("registers", "Offered to people of the school: {pounds} in all.")
    UNKNOWN_ONE = QT_TRANSLATE_NOOP("registers", "For 1 of them nobody gave a worth.")
    UNKNOWN = QT_TRANSLATE_NOOP("registers", "For {count} of them nobody gave a worth.")
    DUE_ONE = QT_TRANSLATE_NOOP("registers", "1 is due for renewal.")
    DUE = QT_TRANSLATE_NOOP("registers", "{count} are due for renewal.")
    ANSWERED = QT_TRANSLATE_NOOP("registers", "{answered} of {count} people have answered for {year}.")
    PUBLISH_NOTE = QT_TRANSLATE_NOOP(
        "registers", "Only what was settled. No pupil and no private person is named; firms and organisations are."
    )
    PERSON = QT_TRANSLATE_NOOP("registers", "Person")
    ANSWER = QT_TRANSLATE_NOOP("registers", "Answer")
    GIVER = QT_TRANSLATE_NOOP("registers", "School year, or giver")
    HOW_MANY = QT_TRANSLATE_NOOP("registers", "How many")
    POUNDS = QT_TRANSLATE_NOOP("registers", "Worth")
    NO_WORTH = QT_TRANSLATE_NOOP("registers", "Without a worth")
    ONE_LINE = QT_TRANSLATE_NOOP("registers", "Of this one you can see no more than this line.")


say = sayer("registers")
"""Says one of the texts above."""


def say_count(one: Said, some: Said, count: int) -> str:
    """Say how many, in the singular or the plural."""
    return say(one) if count == 1 else say(some, count=f"{count:,}")


def title() -> str:
    """What the page is called."""
    return say(Said.TITLE)
