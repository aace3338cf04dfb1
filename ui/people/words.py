# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the pages about people, each with its own name."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.chronology.kinds import Kind

_CONTEXT = "people"


class Said(StrEnum):
    """Every text of these pages; what stands in braces is filled in."""

    # List
    PEOPLE = QT_TRANSLATE_NOOP("people", "People")
    SEARCH = QT_TRANSLATE_NOOP("people", "Search names, jobs or classes")
    ORDER = QT_TRANSLATE_NOOP("people", "Order")
    BY_NAME = QT_TRANSLATE_NOOP("people", "By name")
    BY_RECENT = QT_TRANSLATE_NOOP("people", "Most recent")
    EVERYONE = QT_TRANSLATE_NOOP("people", "Show everyone")
    NAME = QT_TRANSLATE_NOOP("people", "Name")
    JOB = QT_TRANSLATE_NOOP("people", "Job")
    STATUS = QT_TRANSLATE_NOOP("people", "Status")
    CURRENT = QT_TRANSLATE_NOOP("people", "Current")
    LEFT = QT_TRANSLATE_NOOP("people", "Left")
    LAST_YEAR = QT_TRANSLATE_NOOP("people", "Last 12 months")
    NEWEST = QT_TRANSLATE_NOOP("people", "Most recent")
    NOTHING_LATELY = QT_TRANSLATE_NOOP("people", "Nothing in 12 months")
    NOTHING = QT_TRANSLATE_NOOP("people", "Nothing on record")
    NOBODY = QT_TRANSLATE_NOOP("people", "Nobody has anything on record.")
    NOBODY_FOUND = QT_TRANSLATE_NOOP("people", "Nobody is called that.")
    NOBODY_FOUND_MORE = QT_TRANSLATE_NOOP(
        "people", "People with nothing on record are hidden. “Show everyone” lists them."
    )
    READING = QT_TRANSLATE_NOOP("people", "Reading the records…")

    # Who a description may mean
    MAY_BE = QT_TRANSLATE_NOOP("people", "‘{words}’ may be {name}.")
    LINK = QT_TRANSLATE_NOOP("people", "Link them")
    NOT_SAME = QT_TRANSLATE_NOOP("people", "Not the same")
    SEE_RECORD = QT_TRANSLATE_NOOP("people", "Open record {reference}")
    MORE_PROPOSALS_ONE = QT_TRANSLATE_NOOP("people", "One more like this comes after it.")
    MORE_PROPOSALS = QT_TRANSLATE_NOOP("people", "{count} more like this come after it.")
    HAS_READ = QT_TRANSLATE_NOOP(
        "people",
        "{name} can open this record now, and has {entries} of it, opened first on {day}. If you link them, they are "
        "sent nothing more of it. What they have read stays with them.",
    )
    HAS_NOT_OPENED = QT_TRANSLATE_NOOP(
        "people",
        "{name} can open this record now, and has {entries} of it. Nothing shows that they have opened it. If you link "
        "them, they are sent nothing more of it; what they have stays with them.",
    )
    ENTRY = QT_TRANSLATE_NOOP("people", "one entry")
    ENTRIES = QT_TRANSLATE_NOOP("people", "{count} entries")
    LINKED = QT_TRANSLATE_NOOP("people", "Linked. The record counts as one about {name} from now on.")
    DENIED = QT_TRANSLATE_NOOP("people", "Noted. It won’t be proposed again.")

    # Page
    BACK = QT_TRANSLATE_NOOP("people", "People")
    SAVE_PDF = QT_TRANSLATE_NOOP("people", "Save as PDF")
    ADD = QT_TRANSLATE_NOOP("people", "Add to record")
    CANCEL = QT_TRANSLATE_NOOP("people", "Cancel")
    SAVING = QT_TRANSLATE_NOOP("people", "Saving…")
    EMPTY = QT_TRANSLATE_NOOP("people", "Nothing on record for {name}.")
    EMPTY_THEN = QT_TRANSLATE_NOOP("people", "Nothing was on record for {name} on that day.")
    HAS_LEFT = QT_TRANSLATE_NOOP("people", "{name} left on {day}.")
    REVIEW_ON = QT_TRANSLATE_NOOP("people", "Due for review before deletion on {day}.")
    HAS_LEFT_MORE = QT_TRANSLATE_NOOP("people", "Leaving deletes nothing.")
    RECORD = QT_TRANSLATE_NOOP("people", "Everything on record")
    FILTER = QT_TRANSLATE_NOOP("people", "Which records")
    ALL = QT_TRANSLATE_NOOP("people", "All")
    CONCERNS = QT_TRANSLATE_NOOP("people", "Concerns")
    SELF_REPORTS = QT_TRANSLATE_NOOP("people", "Self-reports")
    DECLARATIONS = QT_TRANSLATE_NOOP("people", "Declarations")
    NONE_OF_KIND = QT_TRANSLATE_NOOP("people", "Nothing of this kind.")
    WHEN = QT_TRANSLATE_NOOP("people", "Happened")
    WHAT = QT_TRANSLATE_NOOP("people", "Kind")
    WORDS = QT_TRANSLATE_NOOP("people", "What it says")
    STATE = QT_TRANSLATE_NOOP("people", "Where it stands")
    RECORDED = QT_TRANSLATE_NOOP("people", "Recorded")
    SENT_BY_YOU = QT_TRANSLATE_NOOP("people", "Sent by you")
    NOTED = QT_TRANSLATE_NOOP("people", "Noted")
    DECLARED_BY = QT_TRANSLATE_NOOP("people", "Declared by {name}. {words}")
    DESCRIBED_AS = QT_TRANSLATE_NOOP("people", "Described as ‘{words}’. {rest}")

    # Looking back
    LOOK_BACK = QT_TRANSLATE_NOOP("people", "Look back")
    LOOK_BACK_ON = QT_TRANSLATE_NOOP("people", "As it stood on")
    SHOW_DAY = QT_TRANSLATE_NOOP("people", "Show that day")
    NO_DAY = QT_TRANSLATE_NOOP("people", "Write a day that has been, such as 3 March 2026.")
    LOOKING_BACK = QT_TRANSLATE_NOOP("people", "As it stood on {day}.")
    LOOKING_BACK_MORE = QT_TRANSLATE_NOOP("people", "Nothing that was recorded later is on this page.")
    TO_TODAY = QT_TRANSLATE_NOOP("people", "Back to today")

    # Strip
    STRIP = QT_TRANSLATE_NOOP("people", "The 12 months to {day}: {counts}. Arrow keys go from record to record.")
    TO_DAY = QT_TRANSLATE_NOOP("people", "12 months to {day}")
    TODAY = QT_TRANSLATE_NOOP("people", "Today")
    THAT_DAY = QT_TRANSLATE_NOOP("people", "That day")
    AS_TABLE = QT_TRANSLATE_NOOP("people", "Show as a table")
    AS_CHART = QT_TRANSLATE_NOOP("people", "Show as a strip")
    MONTH = QT_TRANSLATE_NOOP("people", "Month")
    MARK = QT_TRANSLATE_NOOP("people", "{day}: {kind}, {state}. {words}")
    MARKS = QT_TRANSLATE_NOOP("people", "{day}: {count} records")

    # Beside it
    ABOUT = QT_TRANSLATE_NOOP("people", "About {name}")
    ROLE = QT_TRANSLATE_NOOP("people", "Role")
    WORKS_AT = QT_TRANSLATE_NOOP("people", "Works at")
    STARTED = QT_TRANSLATE_NOOP("people", "Started")
    LINE_MANAGER = QT_TRANSLATE_NOOP("people", "Line manager")
    OPEN_ACTIONS = QT_TRANSLATE_NOOP("people", "Open actions")
    NO_ACTIONS = QT_TRANSLATE_NOOP("people", "None.")
    ACTION_BY = QT_TRANSLATE_NOOP("people", "{owner}, by {day}")
    OPEN_RECORD = QT_TRANSLATE_NOOP("people", "Open the record: {what}")
    SEEN_BY = QT_TRANSLATE_NOOP("people", "Who can see this page")
    SEEN_BY_MORE = QT_TRANSLATE_NOOP("people", "Everybody sees the records that they may read, and no others.")
    SEES_ALL = QT_TRANSLATE_NOOP("people", "{name}: all of it")
    SEES_SOME = QT_TRANSLATE_NOOP("people", "{name}: {count} of {all}")
    YOU = QT_TRANSLATE_NOOP("people", "{name} (you)")

    # Patterns
    FLAGGED = QT_TRANSLATE_NOOP("people", "Why this was flagged")
    WAS_FLAGGED = QT_TRANSLATE_NOOP("people", "Why this was flagged then")
    RULE = QT_TRANSLATE_NOOP("people", "Rule: {rule} It’s a prompt to look, not a finding.")
    TO_PATTERNS = QT_TRANSLATE_NOOP("people", "Look at it in Patterns")

    # Note and PDF
    NOTE_FOR = QT_TRANSLATE_NOOP("people", "Can open this: {names}. {name} can’t.")
    NOTE_SAVED = QT_TRANSLATE_NOOP("people", "Saved, for {names}.")
    PDF_TITLE = QT_TRANSLATE_NOOP("people", "Save the chronology as PDF")
    PDF_INTRO = QT_TRANSLATE_NOOP(
        "people", "It holds what you may see about {name}. That it was made is put on record in every record in it."
    )
    PDF_WHERE = QT_TRANSLATE_NOOP("people", "Choose where to save it")
    PDF_KIND = QT_TRANSLATE_NOOP("people", "PDF files (*.pdf)")


class KindWords(StrEnum):
    """One record of a kind."""

    CONCERN = QT_TRANSLATE_NOOP("people", "Concern")
    ABOUT_SELF = QT_TRANSLATE_NOOP("people", "About themselves")
    DECLARATION = QT_TRANSLATE_NOOP("people", "Declaration")
    NOTE = QT_TRANSLATE_NOOP("people", "Note")


class LegendWords(StrEnum):
    """What a mark of the strip stands for."""

    CONCERN = QT_TRANSLATE_NOOP("people", "Concern, decided")
    OPEN_CONCERN = QT_TRANSLATE_NOOP("people", "Concern, to decide")
    ABOUT_SELF = QT_TRANSLATE_NOOP("people", "About themselves")
    DECLARATION = QT_TRANSLATE_NOOP("people", "Declaration")
    NOTE = QT_TRANSLATE_NOOP("people", "Note")


class _One(StrEnum):
    CONCERN = QT_TRANSLATE_NOOP("people", "concern")
    ABOUT_SELF = QT_TRANSLATE_NOOP("people", "self-report")
    DECLARATION = QT_TRANSLATE_NOOP("people", "declaration")
    NOTE = QT_TRANSLATE_NOOP("people", "note")


class _Some(StrEnum):
    CONCERN = QT_TRANSLATE_NOOP("people", "concerns")
    ABOUT_SELF = QT_TRANSLATE_NOOP("people", "self-reports")
    DECLARATION = QT_TRANSLATE_NOOP("people", "declarations")
    NOTE = QT_TRANSLATE_NOOP("people", "notes")


def say(text: StrEnum, **parts: str) -> str:
    """Say a text in the language of the program, with its parts filled in."""
    said = QCoreApplication.translate(_CONTEXT, text.value)
    return said.format(**parts) if parts else said


def say_count(one: Said, some: Said, count: int, **parts: str) -> str:
    """Say something of one thing, or of some."""
    return say(one, **parts) if count == 1 else say(some, count=f"{count:,}", **parts)


def noun(kind: Kind, count: int) -> str:
    """What so many records of a kind are called: "concern", "concerns"."""
    return say((_One if count == 1 else _Some)[kind.name])
