# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the pages about training. How it stands is data: resources/training/words.toml."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Said(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    TITLE = QT_TRANSLATE_NOOP("training", "Training and induction")
    CARD_FOR = QT_TRANSLATE_NOOP("training", "Who was trained in what, what is due again, and who is new.")
    CARD_WHO = QT_TRANSLATE_NOOP("training", "It stays on this screen. Everybody can see their own.")
    INTRO = QT_TRANSLATE_NOOP(
        "training",
        "As far as it is sent to you. Leavers are in no figure; people who are new are from their first day. "
        "What somebody recorded for themselves counts once it is agreed.",
    )
    READING = QT_TRANSLATE_NOOP("training", "Reading the register…")
    EMPTY = QT_TRANSLATE_NOOP("training", "Nothing that is recorded needs doing.")
    EMPTY_MORE = QT_TRANSLATE_NOOP("training", "Choose “Everything” for everybody and every course.")
    ELSEWHERE = QT_TRANSLATE_NOOP(
        "training", "The training of {count} more people is sent to others and is in none of these figures."
    )
    RATES = QT_TRANSLATE_NOOP("training", "How many are up to date")
    OVERDUE = QT_TRANSLATE_NOOP("training", "{count} overdue")
    SHOW = QT_TRANSLATE_NOOP("training", "Show")
    NEEDED = QT_TRANSLATE_NOOP("training", "What needs doing")
    EVERYTHING = QT_TRANSLATE_NOOP("training", "Everything")
    RECORD = QT_TRANSLATE_NOOP("training", "Record training…")
    TABLE = QT_TRANSLATE_NOOP("training", "Training")
    COL_STATE = QT_TRANSLATE_NOOP("training", "State")
    COL_WHO = QT_TRANSLATE_NOOP("training", "Who")
    COL_WHAT = QT_TRANSLATE_NOOP("training", "Training")
    COL_HELD = QT_TRANSLATE_NOOP("training", "On record")
    BY = QT_TRANSLATE_NOOP("training", "Recorded by {name} on {day}.")
    AGREED_BY = QT_TRANSLATE_NOOP("training", "Agreed by {name}.")
    PROVIDER = QT_TRANSLATE_NOOP("training", "Given by {words}.")
    LEVEL = QT_TRANSLATE_NOOP("training", "Level: {words}.")
    EVIDENCE = QT_TRANSLATE_NOOP("training", "Shown by: {words}.")
    NO_RECORD = QT_TRANSLATE_NOOP(
        "training", "Candour has no record of it. That is no proof that they were not trained."
    )
    SOURCE = QT_TRANSLATE_NOOP("training", "Why it is asked: {source}")
    CHECK = QT_TRANSLATE_NOOP("training", "Why it is asked (check your current edition): {source}")
    AGREE = QT_TRANSLATE_NOOP("training", "Agree to it")
    TURN_DOWN = QT_TRANSLATE_NOOP("training", "Don’t agree")
    WITHDRAW = QT_TRANSLATE_NOOP("training", "Take it out")
    WHY = QT_TRANSLATE_NOOP("training", "Why? It is kept with the record")
    SAY_WHY = QT_TRANSLATE_NOOP("training", "Give the reason")
    SAVING = QT_TRANSLATE_NOOP("training", "Saving…")
    RECORDED = QT_TRANSLATE_NOOP("training", "Recorded")
    OWN = QT_TRANSLATE_NOOP("training", "Your training")
    OWN_INTRO = QT_TRANSLATE_NOOP(
        "training",
        "What is on record of you. Record what is missing: the head, the safeguarding lead or the business manager "
        "then agrees to it.",
    )
    OWN_NONE = QT_TRANSLATE_NOOP("training", "Nothing is on record yet.")
    OWN_RECORDED = QT_TRANSLATE_NOOP("training", "Recorded. Somebody has to agree to it.")
    OWN_DUE = QT_TRANSLATE_NOOP("training", "{title}: please do it again by {day}")
    OWN_OVERDUE = QT_TRANSLATE_NOOP("training", "{title}: it was to be done again by {day}")
    OWN_HEAD = QT_TRANSLATE_NOOP("training", "Training to do again")
    OWN_LINK = QT_TRANSLATE_NOOP("training", "Look at it")
    TURNED_DOWN = QT_TRANSLATE_NOOP("training", "{title}, {day}: not agreed. {reason}")


say = sayer("training")
"""Says one of the texts above."""
