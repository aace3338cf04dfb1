# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words for codes that come from below: shelves, outcomes, oddities, reasons. `coded` says them.

A test holds every table against the codes that there are.
"""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.review.words import say


class ShelfWords(StrEnum):
    """The names of the shelves (desktop.cases.rows.Shelf)."""

    NEEDS_YOU = QT_TRANSLATE_NOOP("review", "Needs you")
    IN_PROGRESS = QT_TRANSLATE_NOOP("review", "In progress")
    CLOSED = QT_TRANSLATE_NOOP("review", "Closed")
    MINE = QT_TRANSLATE_NOOP("review", "Sent by you")


class KindWords(StrEnum):
    """What kinds of reports are, in a word or two (ui.review.looks says which form is which)."""

    CONCERN = QT_TRANSLATE_NOOP("review", "Concern")
    SELF = QT_TRANSLATE_NOOP("review", "About themselves")
    LEGAL = QT_TRANSLATE_NOOP("review", "Something legal")
    GIFT = QT_TRANSLATE_NOOP("review", "Gift")
    REDIRECT = QT_TRANSLATE_NOOP("review", "Shown another way")
    RELATIONSHIP = QT_TRANSLATE_NOOP("review", "Relationship")
    CHILDCARE = QT_TRANSLATE_NOOP("review", "Childcare rules")
    WORK = QT_TRANSLATE_NOOP("review", "Other work")
    SENT_ON = QT_TRANSLATE_NOOP("review", "Sent to the safeguarding lead")
    PERMISSION = QT_TRANSLATE_NOOP("review", "Permission")
    ADVICE = QT_TRANSLATE_NOOP("review", "Question before acting")
    BREACH = QT_TRANSLATE_NOOP("review", "Lost data")
    NOTE = QT_TRANSLATE_NOOP("review", "Note")
    REQUEST = QT_TRANSLATE_NOOP("review", "Own data")
    PATTERN = QT_TRANSLATE_NOOP("review", "Pattern")


class GroupWords(StrEnum):
    """The headings of a shelf (desktop.cases.rows.Group)."""

    RISK_NOW = QT_TRANSLATE_NOOP("review", "A child may be at risk now")
    TO_DECIDE = QT_TRANSLATE_NOOP("review", "To decide")
    TO_DO = QT_TRANSLATE_NOOP("review", "To do")
    REPLIES = QT_TRANSLATE_NOOP("review", "Replies")
    NOTED = QT_TRANSLATE_NOOP("review", "To note")
    OTHER = QT_TRANSLATE_NOOP("review", "Others")


class OutcomeWords(StrEnum):
    """The outcomes of decisions that say neither yes nor no, in a word or two, for tags."""

    T0 = QT_TRANSLATE_NOOP("review", "In danger now")
    T1 = QT_TRANSLATE_NOOP("review", "May meet the threshold")
    T2 = QT_TRANSLATE_NOOP("review", "Handled in school")
    T3 = QT_TRANSLATE_NOOP("review", "Low-level")
    T4 = QT_TRANSLATE_NOOP("review", "Conduct matter")
    T5 = QT_TRANSLATE_NOOP("review", "Goes elsewhere")
    T6 = QT_TRANSLATE_NOOP("review", "No concern")
    T7 = QT_TRANSLATE_NOOP("review", "More to find out")
    T8 = QT_TRANSLATE_NOOP("review", "Same event")
    NOTHING_NEEDED = QT_TRANSLATE_NOOP("review", "Nothing has to change")
    SAFEGUARDS = QT_TRANSLATE_NOOP("review", "Safeguards")
    NOT_AGREED = QT_TRANSLATE_NOOP("review", "Not agreed yet")
    TOLD = QT_TRANSLATE_NOOP("review", "Regulator told")
    NOT_TOLD = QT_TRANSLATE_NOOP("review", "Regulator need not be told")
    STILL_OPEN = QT_TRANSLATE_NOOP("review", "Regulator: not decided")
    GIVEN = QT_TRANSLATE_NOOP("review", "Copy given")
    GIVEN_IN_PART = QT_TRANSLATE_NOOP("review", "Copy given in part")
    NOTHING = QT_TRANSLATE_NOOP("review", "Nothing to give")
    REFUSED = QT_TRANSLATE_NOOP("review", "Request refused")
    TELL = QT_TRANSLATE_NOOP("review", "To be told as a report")
    CAME = QT_TRANSLATE_NOOP("review", "They came")
    FOUND = QT_TRANSLATE_NOOP("review", "Spoken to since")
    NOT_COME = QT_TRANSLATE_NOOP("review", "Not reached")
    WITHDRAWN = QT_TRANSLATE_NOOP("review", "Request taken back")
    UPHELD = QT_TRANSLATE_NOOP("review", "Complaint upheld")
    UPHELD_IN_PART = QT_TRANSLATE_NOOP("review", "Complaint upheld in part")
    NOT_UPHELD = QT_TRANSLATE_NOOP("review", "Complaint not upheld")
    COMPLAINT_WITHDRAWN = QT_TRANSLATE_NOOP("review", "Complaint taken back")


class VerdictWords(StrEnum):
    """What a decision says to whoever asked (desktop.cases.tracks.Verdict)."""

    APPROVED = QT_TRANSLATE_NOOP("review", "Approved")
    TURNED_DOWN = QT_TRANSLATE_NOOP("review", "Turned down")


class MissingWords(StrEnum):
    """What a case may lack (desktop.cases.case.Missing)."""

    DECISION = QT_TRANSLATE_NOOP("review", "The decision")
    FINAL_DECISION = QT_TRANSLATE_NOOP("review", "The final decision")
    LADO = QT_TRANSLATE_NOOP("review", "The LADO’s advice")
    LADO_REFERENCE = QT_TRANSLATE_NOOP("review", "The LADO’s reference")
    SIGN_OFF = QT_TRANSLATE_NOOP("review", "A second person")
    EMPLOYER = QT_TRANSLATE_NOOP("review", "Their employer told")
    OUTCOME = QT_TRANSLATE_NOOP("review", "What came of it")
    FEEDBACK = QT_TRANSLATE_NOOP("review", "The reporter told")
    LEARNING = QT_TRANSLATE_NOOP("review", "What was learnt")
    ACTIONS = QT_TRANSLATE_NOOP("review", "Open actions")


class FlagWords(StrEnum):
    """What is odd about an entry (storage.judge.Flag, desktop.cases.oddity), and what that means."""

    UNKNOWN_AUTHOR = QT_TRANSLATE_NOOP(
        "review", "It is signed with a key that this school doesn’t know. Ask who sent it before you rely on it."
    )
    REVOKED_KEY = QT_TRANSLATE_NOOP(
        "review", "It is signed with a key that was withdrawn. Ask its author whether they wrote it."
    )
    CLOCK_AHEAD = QT_TRANSLATE_NOOP(
        "review", "The computer it came from had its clock ahead. Its time can’t be relied on; it counts from arrival."
    )
    CLOCK_OLD = QT_TRANSLATE_NOOP("review", "It arrived more than a week after the time that it gives.")
    CLOCK_BEFORE_PREVIOUS = QT_TRANSLATE_NOOP(
        "review", "It gives a time before its author’s previous entry. Its time can’t be relied on."
    )
    FORKED_CHAIN = QT_TRANSLATE_NOOP(
        "review", "Two entries of this author claim the same place. An old copy of their records may be in use."
    )
    BROKEN_CHAIN = QT_TRANSLATE_NOOP(
        "review",
        "It does not follow on from its author’s previous entry as it should. Keep it, and tell whoever "
        "looks after Candour.",
    )
    OTHER_DIRECTORY = QT_TRANSLATE_NOOP(
        "review",
        "Its author’s computer went by a list of people and roles that isn’t this school’s. Tell whoever looks after "
        "Candour.",
    )
    SENT_TO_OTHERS = QT_TRANSLATE_NOOP(
        "review",
        "It was locked for other people than those the school’s rules name for these answers. Somebody may have it "
        "who shouldn’t, or lack it who should.",
    )
    BROKEN_GRANT = QT_TRANSLATE_NOOP("review", "What it was to hand on could not be read.")


class ReasonWords(StrEnum):
    """Why a file was set aside (storage.ingest.Reason)."""

    TOO_LARGE = QT_TRANSLATE_NOOP("review", "It’s too big")
    NOT_AN_ENVELOPE = QT_TRANSLATE_NOOP("review", "It isn’t a Candour file")
    ALTERED = QT_TRANSLATE_NOOP("review", "It was changed after it was locked")
    MALFORMED = QT_TRANSLATE_NOOP("review", "It isn’t made as a Candour file should be")
    TOO_NEW = QT_TRANSLATE_NOOP("review", "It was made by a newer Candour")
    BAD_SIGNATURE = QT_TRANSLATE_NOOP("review", "Its signature doesn’t fit what is in it")
    OTHER_SCHOOL = QT_TRANSLATE_NOOP("review", "It belongs to another school")
    NOT_ADDRESSED_TO_US = QT_TRANSLATE_NOOP("review", "It was locked for someone else")
    UNEXPECTED = QT_TRANSLATE_NOOP("review", "Something about it was not as expected")


class DoubtWords(StrEnum):
    """Why a clock runs from arrival (desktop.clocks.Doubt)."""

    AFTER_ARRIVAL = QT_TRANSLATE_NOOP("review", "The time in it can’t be right, so the clock runs from its arrival.")
    BEFORE_PREDECESSOR = QT_TRANSLATE_NOOP(
        "review", "The time in it lies before its author’s last entry, so the clock runs from its arrival."
    )


class WishWords(StrEnum):
    """What a reporter said about their name (field name_to_person)."""

    YES = QT_TRANSLATE_NOOP("review", "May be shared with {name}")
    NO = QT_TRANSLATE_NOOP("review", "Not to be shared with {name}")
    ASK_ME = QT_TRANSLATE_NOOP("review", "Ask first before sharing it with {name}")


class NewerWords(StrEnum):
    """What stands over a record in which something is of a newer Candour (ux.md Y6)."""

    HERE = QT_TRANSLATE_NOOP("review", "Something here was recorded with a newer Candour.")
    MORE = QT_TRANSLATE_NOOP("review", "You can read it; update to review.")


class AlarmWords(StrEnum):
    """What has to be told at once (desktop.session.Alarm)."""

    DIRECTORY_FORK = QT_TRANSLATE_NOOP("review", "The school’s list of people and keys says two different things.")
    DIRECTORY_ROLLED_BACK = QT_TRANSLATE_NOOP(
        "review", "The school’s list of people and keys is older than one you have seen."
    )
    OLDER_VAULT = QT_TRANSLATE_NOOP("review", "These are older records than you have had before.")
    RESTORED_BEHIND = QT_TRANSLATE_NOOP(
        "review", "These records come from a backup, and newer ones were in use after it was made."
    )
    NEWER_CANDOUR = QT_TRANSLATE_NOOP("review", "This school uses a newer Candour.")
    CLOCK_BEHIND = QT_TRANSLATE_NOOP("review", "This computer’s clock is behind another one.")
    CLOCK_AHEAD = QT_TRANSLATE_NOOP("review", "This computer’s clock seems to be ahead.")


class AlarmAdvice(StrEnum):
    """What to do about it."""

    DIRECTORY_FORK = QT_TRANSLATE_NOOP(
        "review", "Record nothing new until the head and the chair have compared the school’s six words."
    )
    DIRECTORY_ROLLED_BACK = QT_TRANSLATE_NOOP(
        "review", "An old copy may have been put back. Tell the head before you record anything."
    )
    OLDER_VAULT = QT_TRANSLATE_NOOP(
        "review", "An old copy was put back on this computer. Tell whoever looks after Candour."
    )
    RESTORED_BEHIND = QT_TRANSLATE_NOOP(
        "review",
        "What was sent to you since comes again. Ask the other readers of a record for what you wrote in it.",
    )
    NEWER_CANDOUR = QT_TRANSLATE_NOOP("review", "You can read and send; update to review.")
    CLOCK_BEHIND = QT_TRANSLATE_NOOP(
        "review",
        "Something of the school was signed on a later day. Deadlines would be wrong: ask IT to set the clock.",
    )
    CLOCK_AHEAD = QT_TRANSLATE_NOOP(
        "review",
        "The shared folder says an earlier day, and nobody else has signed anything as late. Deadlines would be wrong: "
        "ask IT to set the clock.",
    )


class KeyWords(StrEnum):
    """What each key does."""

    CHECK = QT_TRANSLATE_NOOP("review", "Check for new reports")
    NEXT_PANE = QT_TRANSLATE_NOOP("review", "Next part of the window")
    INBOX = QT_TRANSLATE_NOOP("review", "Inbox")
    SEARCH = QT_TRANSLATE_NOOP("review", "Search, and go to a person or a page")
    NEW_RECORD = QT_TRANSLATE_NOOP("review", "New record")
    PDF = QT_TRANSLATE_NOOP("review", "Save the record as PDF")
    PRIVACY = QT_TRANSLATE_NOOP("review", "Privacy mode: the list shows initials")
    LOCK = QT_TRANSLATE_NOOP("review", "Lock")
    HIDE = QT_TRANSLATE_NOOP("review", "Hide the screen; again to carry on")
    MESSAGE = QT_TRANSLATE_NOOP("review", "Go to the newest message")
    HELP = QT_TRANSLATE_NOOP("review", "Help for this screen, and back")
    READ = QT_TRANSLATE_NOOP("review", "In the list: read. In the story: read all of it")
    BACK = QT_TRANSLATE_NOOP("review", "Back")
    DECIDE = QT_TRANSLATE_NOOP("review", "Start the decision")
    NOTE = QT_TRANSLATE_NOOP("review", "Add a note")
    ACTION = QT_TRANSLATE_NOOP("review", "Add an action")
    QUESTION = QT_TRANSLATE_NOOP("review", "Ask a question")
    LARGER = QT_TRANSLATE_NOOP("review", "Larger letters")
    SMALLER = QT_TRANSLATE_NOOP("review", "Smaller letters")
    USUAL = QT_TRANSLATE_NOOP("review", "Letters of the usual size")
    CLOSE = QT_TRANSLATE_NOOP("review", "Close Candour")
    SAVE = QT_TRANSLATE_NOOP("review", "Save the note, or go on")


KEYS: tuple[tuple[str, KeyWords], ...] = (
    ("F5", KeyWords.CHECK),
    ("F6", KeyWords.NEXT_PANE),
    ("Ctrl+1", KeyWords.INBOX),
    ("Ctrl+K", KeyWords.SEARCH),
    ("Ctrl+N", KeyWords.NEW_RECORD),
    ("Ctrl+P", KeyWords.PDF),
    ("Ctrl+Shift+P", KeyWords.PRIVACY),
    ("Ctrl+L", KeyWords.LOCK),
    ("F9", KeyWords.HIDE),
    ("Ctrl+Q", KeyWords.CLOSE),
    ("F8", KeyWords.MESSAGE),
    ("F1", KeyWords.HELP),
    ("Ctrl++", KeyWords.LARGER),
    ("Ctrl+-", KeyWords.SMALLER),
    ("Ctrl+0", KeyWords.USUAL),
    ("Enter", KeyWords.READ),
    ("Esc", KeyWords.BACK),
    ("D", KeyWords.DECIDE),
    ("N", KeyWords.NOTE),
    ("A", KeyWords.ACTION),
    ("Q", KeyWords.QUESTION),
    ("Ctrl+Enter", KeyWords.SAVE),
)
"""The keys, in the order of the page that lists them."""


def coded(table: type[StrEnum], code: str) -> str:
    """Say the word of a code, as it stands in its table; a code of a newer Candour is said as it is."""
    known = table.__members__.get(code.upper())
    return code if known is None else say(known)
