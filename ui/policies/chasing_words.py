# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the page that says who has confirmed which policy."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Chasing(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    CARD = QT_TRANSLATE_NOOP("chasing", "Who has read the code")
    CARD_FOR = QT_TRANSLATE_NOOP(
        "chasing", "Each policy and edition of guidance with how many have confirmed it, and who has still to."
    )
    CARD_WHO = QT_TRANSLATE_NOOP("chasing", "It stays on this screen. Everybody is told who can see theirs.")
    INTRO = QT_TRANSLATE_NOOP(
        "chasing",
        "As far as it is sent to you. Leavers and people who have not begun are in no figure. A new version asks again "
        "only those for whom one of its changed clauses holds; a year later everybody is asked again.",
    )
    NONE = QT_TRANSLATE_NOOP("chasing", "No policy is here yet")
    NONE_MORE = QT_TRANSLATE_NOOP("chasing", "“Code and policies” in the settings takes one in; two officers sign it.")
    COUNT = QT_TRANSLATE_NOOP("chasing", "{confirmed} of {of} have confirmed ({percent}%).")
    NOBODY = QT_TRANSLATE_NOOP("chasing", "It binds nobody who works here today.")
    NOT_ASKED = QT_TRANSLATE_NOOP("chasing", "Nobody is asked to confirm it.")
    WAITING = QT_TRANSLATE_NOOP("chasing", "Still to confirm: {names}.")
    AGAIN = QT_TRANSLATE_NOOP("chasing", "Asked again, because a clause that binds them has changed: {names}.")
    YEARLY = QT_TRANSLATE_NOOP("chasing", "Asked again, because a year has passed: {names}.")
    ANOTHER = QT_TRANSLATE_NOOP("chasing", "Asked again, for another edition or for more of it: {names}.")
    ELSEWHERE = QT_TRANSLATE_NOOP(
        "chasing", "{count} more are asked, whose confirmations go to others and are in none of your figures."
    )
    GUIDANCE = QT_TRANSLATE_NOOP("chasing", "{title}, {edition}")
    NEWER = QT_TRANSLATE_NOOP("chasing", "{edition} holds by now: ask for that one.")
    BY_NAME = QT_TRANSLATE_NOOP("chasing", "Confirmed under a name that nobody has checked, and in no figure: {names}.")
    OVERDUE = QT_TRANSLATE_NOOP("chasing", "Review overdue")
    AND = QT_TRANSLATE_NOOP("chasing", "and")


say = sayer("chasing")
"""Say one of these texts, its placeholders filled in."""
