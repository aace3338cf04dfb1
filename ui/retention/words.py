# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the page “Keeping and deleting”. What is said of a record is data: resources/retention/words.toml."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Said(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    TITLE = QT_TRANSLATE_NOOP("retention", "Keeping and deleting")
    CARD_FOR = QT_TRANSLATE_NOOP(
        "retention", "What is due for review and why, what is kept, and what has been destroyed."
    )
    CARD_WHO = QT_TRANSLATE_NOOP(
        "retention", "It takes two people to destroy a record. That it was there stays on record."
    )
    INTRO = QT_TRANSLATE_NOOP(
        "retention",
        "Nothing is deleted because a day has come. Two people who read a record decide, a week later it goes, and "
        "anybody who reads it can have it kept until then.",
    )
    READING = QT_TRANSLATE_NOOP("retention", "Looking through the records…")
    EMPTY = QT_TRANSLATE_NOOP("retention", "Nothing is due for review.")
    EMPTY_MORE = QT_TRANSLATE_NOOP("retention", "What is due within a year, kept or destroyed is listed here.")
    TABLE = QT_TRANSLATE_NOOP("retention", "Records")
    COL_STATE = QT_TRANSLATE_NOOP("retention", "State")
    COL_ABOUT = QT_TRANSLATE_NOOP("retention", "About")
    COL_KIND = QT_TRANSLATE_NOOP("retention", "What it is")
    COL_REFERENCE = QT_TRANSLATE_NOOP("retention", "Reference")
    ENTRIES = QT_TRANSLATE_NOOP("retention", "{kind} · entries: {count}")
    MORE = QT_TRANSLATE_NOOP("retention", "and {count} more")
    WHY = QT_TRANSLATE_NOOP("retention", "Source: {source}")
    CHECK = QT_TRANSLATE_NOOP("retention", "Check your current edition. Source: {source}")
    OPEN = QT_TRANSLATE_NOOP("retention", "Open the record")
    KEEP = QT_TRANSLATE_NOOP("retention", "Have it kept…")
    PENSION = QT_TRANSLATE_NOOP("retention", "Say when they reach pension age…")
    DONE_PENSION = QT_TRANSLATE_NOOP("retention", "Recorded: when they reach pension age")
    PROPOSE = QT_TRANSLATE_NOOP("retention", "Propose to destroy it")
    EARLY = QT_TRANSLATE_NOOP("retention", "Propose to destroy it before its time…")
    ANOTHER = QT_TRANSLATE_NOOP("retention", "Another record’s reference")
    SHOW = QT_TRANSLATE_NOOP("retention", "Show it")
    SIGN = QT_TRANSLATE_NOOP("retention", "Sign: destroy it")
    SAVING = QT_TRANSLATE_NOOP("retention", "Saving…")
    PROPOSED_BY = QT_TRANSLATE_NOOP("retention", "{name} proposed to destroy it on {day}.")
    SIGNED_BY = QT_TRANSLATE_NOOP("retention", "{name} signed that as well.")
    REACH = QT_TRANSLATE_NOOP("retention", "What this reaches, and what it does not")
    HELD_BY = QT_TRANSLATE_NOOP("retention", "{basis}: {reason} ({name}, {day}).")
    LOOK_AGAIN = QT_TRANSLATE_NOOP("retention", "To be looked at again on {day}.")
    END = QT_TRANSLATE_NOOP("retention", "No longer keep it")
    END_WHY = QT_TRANSLATE_NOOP("retention", "Why need it not be kept any more?")
    SAY_WHY = QT_TRANSLATE_NOOP("retention", "Give the reason")
    DONE_KEPT = QT_TRANSLATE_NOOP("retention", "Recorded: it is kept")
    DONE_ENDED = QT_TRANSLATE_NOOP("retention", "Recorded: that reason to keep it has ended")
    DONE_PROPOSED = QT_TRANSLATE_NOOP("retention", "Proposed. Another reader has to sign")
    DONE_SIGNED = QT_TRANSLATE_NOOP("retention", "Signed. It goes in a week unless somebody has it kept")


say = sayer("retention")
"""Says one of the texts above."""
