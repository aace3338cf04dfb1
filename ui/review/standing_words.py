# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of a decision that needs a second person (ux.md R3)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Stand(StrEnum):
    """The words."""

    NEEDS = QT_TRANSLATE_NOOP("review", "Needs {names}’s agreement")
    NEEDS_SOMEBODY = QT_TRANSLATE_NOOP("review", "Needs a second person, and nobody who reads this can be that")
    BRING_IN = QT_TRANSLATE_NOOP("review", "{name} decides next: share the record with them.")
    YOURS = QT_TRANSLATE_NOOP("review", "Needs your agreement")
    LOOK = QT_TRANSLATE_NOOP("review", "Agree or not")
    SEND_TO = QT_TRANSLATE_NOOP("review", "Send to {name}")
    REFUSED = QT_TRANSLATE_NOOP("review", "{name} doesn’t agree. It has to be decided again.")
    DISAGREE = QT_TRANSLATE_NOOP("review", "I don’t agree with this decision")
    LEAVE_OUT = QT_TRANSLATE_NOOP("review", "Close without it")
    LOWERED = QT_TRANSLATE_NOOP("review", "It lowers what its author had set. Until then, what was set before stands.")
    IN_PLACE = QT_TRANSLATE_NOOP("review", "It was taken in the place of the person who decides.")
    OWN_REPORT = QT_TRANSLATE_NOOP("review", "Whoever decided had reported it.")
    WITHOUT_ADVICE = QT_TRANSLATE_NOOP("review", "It goes on below the threshold without the LADO’s advice.")
    DISAGREED = QT_TRANSLATE_NOOP("review", "Somebody who reads it disagrees. A third person settles it.")
