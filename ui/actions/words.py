# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the board. ux.md R7 says the final ones."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer

say = sayer("actions")


class Said(StrEnum):
    """What the page says."""

    TITLE = QT_TRANSLATE_NOOP("actions", "Actions")
    INTRO = QT_TRANSLATE_NOOP("actions", "Everything that is open in the records you read, each thing once.")
    LOADING = QT_TRANSLATE_NOOP("actions", "Reading…")
    EMPTY = QT_TRANSLATE_NOOP("actions", "No actions waiting.")
    EMPTY_HERE = QT_TRANSLATE_NOOP("actions", "Nothing of this kind.")
    EMPTY_MORE = QT_TRANSLATE_NOOP("actions", "Decisions, reviews and actions appear here by themselves.")
    GROUP = QT_TRANSLATE_NOOP("actions", "Which")
    ALL = QT_TRANSLATE_NOOP("actions", "Everything open")
    OVERDUE = QT_TRANSLATE_NOOP("actions", "Overdue")
    TODAY = QT_TRANSLATE_NOOP("actions", "Today")
    THIS_WEEK = QT_TRANSLATE_NOOP("actions", "This week")
    LATER = QT_TRANSLATE_NOOP("actions", "Later")
    DONE = QT_TRANSLATE_NOOP("actions", "Done")
    MINE = QT_TRANSLATE_NOOP("actions", "Only what I see to")
    COUNTS = QT_TRANSLATE_NOOP("actions", "{overdue} overdue, {today} due today, {week} this week, {later} later.")
    TABLE = QT_TRANSLATE_NOOP("actions", "Everything that is open")

    # Columns
    COL_WHEN = QT_TRANSLATE_NOOP("actions", "When")
    COL_WHAT = QT_TRANSLATE_NOOP("actions", "What")
    COL_ABOUT = QT_TRANSLATE_NOOP("actions", "About")
    COL_WHO = QT_TRANSLATE_NOOP("actions", "Who")
    COL_DUE = QT_TRANSLATE_NOOP("actions", "By when")
    COL_STATE = QT_TRANSLATE_NOOP("actions", "State")
    ACTION = QT_TRANSLATE_NOOP("actions", "An action")
    NO_DAY = QT_TRANSLATE_NOOP("actions", "no date")

    # The daily check
    CHECK = QT_TRANSLATE_NOOP("actions", "I’ve looked at all of it today")
    CHECKED = QT_TRANSLATE_NOOP("actions", "Today’s check is on record.")
    NOT_CHECKED = QT_TRANSLATE_NOOP("actions", "Today’s check isn’t on record yet.")
    MISSED = QT_TRANSLATE_NOOP("actions", "No check on {days}.")

    # Paper
    PRINT = QT_TRANSLATE_NOOP("actions", "Print a list for today")
    DIGEST = QT_TRANSLATE_NOOP("actions", "Print this week’s digest")
    SAVE_LIST = QT_TRANSLATE_NOOP("actions", "Save the list…")
    SAVE_DIGEST = QT_TRANSLATE_NOOP("actions", "Save the digest…")
    PDF_KIND = QT_TRANSLATE_NOOP("actions", "PDF files (*.pdf)")
    LIST_FILE = QT_TRANSLATE_NOOP("actions", "today.pdf")
    DIGEST_FILE = QT_TRANSLATE_NOOP("actions", "week.pdf")
    SAVING = QT_TRANSLATE_NOOP("actions", "Saving…")

    # Done
    OPEN = QT_TRANSLATE_NOOP("actions", "Open the record")
    GO_TO = QT_TRANSLATE_NOOP("actions", "See to it")
    CHECKED_BY = QT_TRANSLATE_NOOP("actions", "{name} checks that it was done.")
    MOVED_ONCE = QT_TRANSLATE_NOOP("actions", "Its date was moved once.")
    MOVED = QT_TRANSLATE_NOOP("actions", "Its date was moved {count} times.")
    MOVED_WHY = QT_TRANSLATE_NOOP("actions", "The last time because: {reason}")
    MARK_DONE = QT_TRANSLATE_NOOP("actions", "Done")
    WHAT_HAPPENED = QT_TRANSLATE_NOOP("actions", "What happened?")
    WHAT_SHOWS = QT_TRANSLATE_NOOP("actions", "What shows it?")
    WHAT_SHOWS_HINT = QT_TRANSLATE_NOOP("actions", "Without it the action stays amber.")
    SAY_WHAT = QT_TRANSLATE_NOOP("actions", "Say what happened")
    RECORDED = QT_TRANSLATE_NOOP("actions", "Recorded. It can’t be changed, but you can add to it.")

    # The week
    WEEK = QT_TRANSLATE_NOOP("actions", "This week")
    DECIDED = QT_TRANSLATE_NOOP("actions", "First decisions this week: {count}, of which {late} late.")
    DECIDED_NONE = QT_TRANSLATE_NOOP("actions", "No first decision was taken this week.")
    TYPICAL = QT_TRANSLATE_NOOP("actions", "Half of them took no longer than {typical}; the longest took {longest}.")
    WORST = QT_TRANSLATE_NOOP("actions", "The latest was late by {worst}.")
    HELD_UP = QT_TRANSLATE_NOOP("actions", "Held up: {reason}")
    NO_REASON_ONE = QT_TRANSLATE_NOOP("actions", "One was late without a reason on record.")
    NO_REASON = QT_TRANSLATE_NOOP("actions", "{count} were late without a reason on record.")


class KindWords(StrEnum):
    """What is open (desktop.cases.items.ItemKind); an action is said in its author's words."""

    DECISION = QT_TRANSLATE_NOOP("actions", "Decide")
    BREACH = QT_TRANSLATE_NOOP("actions", "Tell the regulator, or say why not")
    ACCESS = QT_TRANSLATE_NOOP("actions", "Answer the request for someone’s own data")
    COMPLAINT = QT_TRANSLATE_NOOP("actions", "Acknowledge and answer the complaint about someone’s data")
    LADO = QT_TRANSLATE_NOOP("actions", "Tell the LADO")
    ENQUIRY = QT_TRANSLATE_NOOP("actions", "Finish the first enquiry")
    FEEDBACK = QT_TRANSLATE_NOOP("actions", "Tell the reporter")
    REVIEW = QT_TRANSLATE_NOOP("actions", "Look at it again")
    RENEWAL = QT_TRANSLATE_NOOP("actions", "To be declared again")
    REPLY = QT_TRANSLATE_NOOP("actions", "Read what the reporter added")
    CLOSING = QT_TRANSLATE_NOOP("actions", "Still missing: {missing}")
    SIGN_OFF = QT_TRANSLATE_NOOP("actions", "Agree to a decision, or not")
    SHARING = QT_TRANSLATE_NOOP("actions", "Look again at what is not shared")
    DUTY = QT_TRANSLATE_NOOP("actions", "{what}")
    POLICY_REVIEW = QT_TRANSLATE_NOOP("actions", "Review the policy “{what}”")
    TRAINING = QT_TRANSLATE_NOOP("actions", "To be done again: {what}")
    DISPOSAL = QT_TRANSLATE_NOOP("actions", "Sign that it is destroyed, or have it kept")


class WhyWords(StrEnum):
    """How an item stands, and why (desktop.board.colour.Why)."""

    OVERDUE = QT_TRANSLATE_NOOP("actions", "Overdue by {long}")
    DUE_SOON = QT_TRANSLATE_NOOP("actions", "Due soon")
    MOVED_OFTEN = QT_TRANSLATE_NOOP("actions", "Moved {count} times")
    OPEN_LONG = QT_TRANSLATE_NOOP("actions", "Open for {long}")
    ON_TRACK = QT_TRANSLATE_NOOP("actions", "On track")
    NO_EVIDENCE = QT_TRANSLATE_NOOP("actions", "Done, not shown yet")
    SHOWN = QT_TRANSLATE_NOOP("actions", "Done")
    DROPPED = QT_TRANSLATE_NOOP("actions", "No longer needed")


def title() -> str:
    """The page's name in the navigation."""
    return say(Said.TITLE)
