# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the settings' page on which a question is published for everybody, or taken back."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Publishing(StrEnum):
    """Each text; what stands in braces is filled in by `ui.settings.words.say`."""

    TITLE = QT_TRANSLATE_NOOP("settings", "Questions for everyone")
    FOR = QT_TRANSLATE_NOOP(
        "settings",
        "A question that somebody asked before acting can help others. Write it anew, as anybody could have asked it. "
        "Everyone at the school can read it, without a sign-in. Two of you sign it.",
    )
    NEW = QT_TRANSLATE_NOOP("settings", "A question and its answer")
    FROM = QT_TRANSLATE_NOOP("settings", "Which question does it come of?")
    FROM_HINT = QT_TRANSLATE_NOOP(
        "settings", "Questions with an answer that you can open. Only you see it beside what you write."
    )
    FROM_NONE = QT_TRANSLATE_NOOP("settings", "None of them")
    AS_ASKED = QT_TRANSLATE_NOOP("settings", "As it was asked and answered")
    QUESTION = QT_TRANSLATE_NOOP("settings", "The question, in your own words")
    ANSWER = QT_TRANSLATE_NOOP("settings", "The answer")
    CLAUSE = QT_TRANSLATE_NOOP("settings", "Which part of the code does it rest on?")
    NAMED = QT_TRANSLATE_NOOP(
        "settings", "This says who it is about: {names}. Put it in words that could be about anybody."
    )
    READ_OVER = QT_TRANSLATE_NOOP(
        "settings", "I’ve read it as the people in it would. Nobody could tell who it was about."
    )
    READ_OVER_FIRST = QT_TRANSLATE_NOOP("settings", "Read it over once more, then tick this")
    NEEDS = QT_TRANSLATE_NOOP("settings", "Write this first")
    PROPOSE = QT_TRANSLATE_NOOP("settings", "Publish it for everyone")
    PUBLISHED = QT_TRANSLATE_NOOP("settings", "What everyone can read now")
    NOTHING = QT_TRANSLATE_NOOP("settings", "No question is published yet.")
    TAKE_BACK = QT_TRANSLATE_NOOP("settings", "Take it back")
    TAKE_BACK_NAMED = QT_TRANSLATE_NOOP("settings", "Take it back: {question}")
    NOT_HERE = QT_TRANSLATE_NOOP("settings", "A question whose text has not reached this computer yet.")
