# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the page on which policies come in, are given new versions and are withdrawn (ux.md A5)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.policies.comparing import Change


class Adding(StrEnum):
    """Each text; what stands in braces is filled in by `ui.settings.words.say`."""

    # The list
    TITLE = QT_TRANSLATE_NOOP("settings", "Code and policies")
    TITLE_FOR = QT_TRANSLATE_NOOP(
        "settings", "Which code of conduct and policies hold here, who approved them, and when each is to be reviewed."
    )
    TABLE = QT_TRANSLATE_NOOP("settings", "Policies that hold")
    NONE = QT_TRANSLATE_NOOP("settings", "No policy is here yet")
    NONE_MORE = QT_TRANSLATE_NOOP(
        "settings", "Add your staff code of conduct first. If you have none, start from Candour’s model."
    )
    POLICY = QT_TRANSLATE_NOOP("settings", "Policy")
    VERSION = QT_TRANSLATE_NOOP("settings", "Version")
    APPROVED = QT_TRANSLATE_NOOP("settings", "Approved")
    REVIEW = QT_TRANSLATE_NOOP("settings", "Review due")
    CONFIRMED = QT_TRANSLATE_NOOP("settings", "Confirmed")
    APPROVED_BY = QT_TRANSLATE_NOOP("settings", "{approver}, {day}")
    OVERDUE = QT_TRANSLATE_NOOP("settings", "Overdue: {day}")
    COUNT = QT_TRANSLATE_NOOP("settings", "{confirmed} of {of}")
    NOT_ASKED = QT_TRANSLATE_NOOP("settings", "Nobody is asked")
    NOT_HERE = QT_TRANSLATE_NOOP("settings", "Its text has not come yet")
    MODEL = QT_TRANSLATE_NOOP("settings", "{edition}, to be adapted")
    ADD = QT_TRANSLATE_NOOP("settings", "Add a policy or a new version…")
    NEXT = QT_TRANSLATE_NOOP("settings", "Start the next version from this one")
    WORD = QT_TRANSLATE_NOOP("settings", "Save its text as a Word file…")
    WORD_SAVED = QT_TRANSLATE_NOOP(
        "settings",
        "Saved: {file}. Change it in your word processor and add it here as a new version. Clauses are known again "
        "even under other numbers and words.",
    )
    VERSIONS = QT_TRANSLATE_NOOP("settings", "Compare two versions")
    VERSIONS_OF = QT_TRANSLATE_NOOP("settings", "Two versions of “{title}”")
    VERSION_AT = QT_TRANSLATE_NOOP("settings", "{number}. {edition}")
    SINCE = QT_TRANSLATE_NOOP("settings", "From")
    UNTIL = QT_TRANSLATE_NOOP("settings", "To")
    ONE_VERSION = QT_TRANSLATE_NOOP("settings", "This computer has one version of it only.")
    CLOSE = QT_TRANSLATE_NOOP("settings", "Close the comparison")
    WITHDRAW = QT_TRANSLATE_NOOP("settings", "Withdraw the chosen one")
    WITHDRAW_HINT = QT_TRANSLATE_NOOP(
        "settings",
        "Two officers sign a new version or a withdrawal. What people confirmed, and the texts of old versions, stay.",
    )
    CHOOSE_FIRST = QT_TRANSLATE_NOOP("settings", "Choose a policy in the table first.")
    KEPT = QT_TRANSLATE_NOOP("settings", "“{title}” isn’t finished. It is kept on this computer, for you only.")
    KEPT_UNNAMED = QT_TRANSLATE_NOOP("settings", "the policy from {file}")
    KEPT_PROPOSED = QT_TRANSLATE_NOOP(
        "settings", "“{title}” waits for a second signature. What you prepared is kept until it holds."
    )
    GO_ON_WITH = QT_TRANSLATE_NOOP("settings", "Go on with it")
    DROP = QT_TRANSLATE_NOOP("settings", "Drop it")

    # Where it comes from
    SOURCE = QT_TRANSLATE_NOOP("settings", "Add a policy or a new version")
    WHICH = QT_TRANSLATE_NOOP("settings", "What is it?")
    NEW = QT_TRANSLATE_NOOP("settings", "A policy that isn’t here yet")
    NEW_VERSION = QT_TRANSLATE_NOOP("settings", "A new version of “{title}”")
    FILE = QT_TRANSLATE_NOOP("settings", "Choose the file")
    FILE_HINT = QT_TRANSLATE_NOOP(
        "settings",
        "A Word document (.docx), a PDF with text, or a text file (.txt, .md). You can drop it here too. It is only "
        "read: nothing in it is run, and the file stays as it is.",
    )
    FILE_KIND = QT_TRANSLATE_NOOP("settings", "Documents (*.docx *.pdf *.md *.txt);;All files (*)")
    START_MODEL = QT_TRANSLATE_NOOP("settings", "Start from Candour’s model code")
    MODEL_WORD = QT_TRANSLATE_NOOP("settings", "Save the model code for Word…")
    WORD_KIND = QT_TRANSLATE_NOOP("settings", "Word documents (*.docx)")
    READING = QT_TRANSLATE_NOOP("settings", "Reading the document")
    READING_MORE = QT_TRANSLATE_NOOP("settings", "A handbook of some hundred pages takes a few seconds.")

    # Its clauses
    CLAUSES = QT_TRANSLATE_NOOP("settings", "1 of 3. The clauses that were found in {file}: {count}")
    MODEL_NAME = QT_TRANSLATE_NOOP("settings", "Candour’s model code")
    VERSION_NAME = QT_TRANSLATE_NOOP("settings", "the version that holds")
    LOOK = QT_TRANSLATE_NOOP("settings", "Please look at these first: {count}")
    LOOK_NONE = QT_TRANSLATE_NOOP("settings", "Nothing looks odd.")
    LOOK_HINT = QT_TRANSLATE_NOOP(
        "settings", "Nothing is put right by itself. What is so in your document may stay as it is."
    )
    LOOK_MORE = QT_TRANSLATE_NOOP("settings", "And {count} more, which are shown once some of these are settled.")
    WHERE = QT_TRANSLATE_NOOP("settings", "Where")
    WHAT = QT_TRANSLATE_NOOP("settings", "What is odd")
    WHOLE = QT_TRANSLATE_NOOP("settings", "The whole document")
    GO_TO = QT_TRANSLATE_NOOP("settings", "Go to it")
    FRONT = QT_TRANSLATE_NOOP("settings", "Before the first clause, and left out: {words}")
    KEEP_FRONT = QT_TRANSLATE_NOOP("settings", "Keep it as the first clause")
    LIST = QT_TRANSLATE_NOOP("settings", "Clauses")
    NUMBER = QT_TRANSLATE_NOOP("settings", "Number")
    HEADING = QT_TRANSLATE_NOOP("settings", "Heading")
    PARAGRAPHS_MORE = QT_TRANSLATE_NOOP("settings", "And {count} more paragraphs.")
    NO_PARAGRAPHS = QT_TRANSLATE_NOOP("settings", "No text of its own.")
    JOIN = QT_TRANSLATE_NOOP("settings", "Join it with the one before")
    PART = QT_TRANSLATE_NOOP("settings", "Begin a new clause here")
    PART_AT = QT_TRANSLATE_NOOP("settings", "Begin a new clause at: {words}")
    UNDO = QT_TRANSLATE_NOOP("settings", "Undo the last change")
    UNDONE = QT_TRANSLATE_NOOP("settings", "Undone. {count} clauses.")
    CLAUSES_NOW = QT_TRANSLATE_NOOP("settings", "Done. {count} clauses now.")
    NUMBERED = QT_TRANSLATE_NOOP("settings", "Numbered in order.")
    ADD_AFTER = QT_TRANSLATE_NOOP("settings", "Add a clause after it")
    REMOVE = QT_TRANSLATE_NOOP("settings", "Take this clause out")
    NUMBER_ANEW = QT_TRANSLATE_NOOP("settings", "Number the clauses in order")
    REWORD = QT_TRANSLATE_NOOP("settings", "Re-word it")
    REWORD_DONE = QT_TRANSLATE_NOOP("settings", "Done with the words")
    TEXT = QT_TRANSLATE_NOOP("settings", "Text of this clause")
    TEXT_HINT = QT_TRANSLATE_NOOP("settings", "One paragraph on each line. What you type is kept as you go.")
    TOO_LONG = QT_TRANSLATE_NOOP(
        "settings", "It is too long to be re-worded here. Begin new clauses in it first, or change it in its file."
    )
    BINDS = QT_TRANSLATE_NOOP("settings", "Whom this clause binds")
    BINDS_HINT = QT_TRANSLATE_NOOP("settings", "None ticked: everybody for whom the policy is.")
    SHORT = QT_TRANSLATE_NOOP("settings", "In the short version for visitors, supply staff and volunteers")

    # What is said of it
    FACTS = QT_TRANSLATE_NOOP("settings", "2 of 3. About this version")
    NAME = QT_TRANSLATE_NOOP("settings", "Title")
    EDITION = QT_TRANSLATE_NOOP("settings", "What this version is called")
    EDITION_HINT = QT_TRANSLATE_NOOP("settings", "Such as October 2026.")
    LAYER = QT_TRANSLATE_NOOP("settings", "Whose policy it is")
    LAYER_SCHOOL = QT_TRANSLATE_NOOP("settings", "This school’s")
    LAYER_GROUP = QT_TRANSLATE_NOOP("settings", "The group’s or trust’s")
    APPROVER = QT_TRANSLATE_NOOP("settings", "Approved by")
    APPROVER_HINT = QT_TRANSLATE_NOOP("settings", "Such as the governing body.")
    APPROVER_MODEL = QT_TRANSLATE_NOOP(
        "settings", "Until somebody has approved it as your own, everybody reads that it is Candour’s model."
    )
    APPROVED_ON = QT_TRANSLATE_NOOP("settings", "Approved on")
    REVIEW_HINT = QT_TRANSLATE_NOOP("settings", "A day, or a month such as March 2028.")
    BY = QT_TRANSLATE_NOOP("settings", "Ask everyone to confirm by")
    BY_HINT = QT_TRANSLATE_NOOP(
        "settings",
        "Only those are asked whom a new or changed clause binds. Leave it empty if nobody is to confirm it.",
    )
    FOR = QT_TRANSLATE_NOOP("settings", "Whom the policy is for")
    FOR_HINT = QT_TRANSLATE_NOOP("settings", "None ticked: everybody.")
    COMPANIONS = QT_TRANSLATE_NOOP("settings", "To be read together with")
    COMPANIONS_HINT = QT_TRANSLATE_NOOP("settings", "One title on each line.")
    NEEDED = QT_TRANSLATE_NOOP("settings", "This is needed.")
    NO_DAY = QT_TRANSLATE_NOOP("settings", "Write a day, such as 1 September 2026, or leave it empty.")
    NO_MONTH = QT_TRANSLATE_NOOP("settings", "Write a day or a month, such as March 2028, or leave it empty.")

    # Before it is proposed
    COMPARE = QT_TRANSLATE_NOOP("settings", "3 of 3. What would hold")
    SUMMARY = QT_TRANSLATE_NOOP(
        "settings", "{title}, {edition}: {count} clauses, {short} of them in the short version."
    )
    SUMMARY_BY = QT_TRANSLATE_NOOP("settings", "Those whom it binds are asked to confirm by {day}.")
    SUMMARY_NOBODY = QT_TRANSLATE_NOOP("settings", "Nobody is asked to confirm it.")
    BLANKS = QT_TRANSLATE_NOOP("settings", "Still to fill in before it is your own: {places}.")
    BLANKS_MORE = QT_TRANSLATE_NOOP("settings", "Still to fill in before it is your own: {places}, and {count} more.")
    FIRST = QT_TRANSLATE_NOOP("settings", "It is new here, so there is no version to compare it with.")
    SAME = QT_TRANSLATE_NOOP("settings", "No clause is otherwise than in {edition}.")
    AGAINST = QT_TRANSLATE_NOOP("settings", "Against {edition}: {counts}.")
    CHANGES = QT_TRANSLATE_NOOP("settings", "Clauses that changed")
    CLAUSE = QT_TRANSLATE_NOOP("settings", "Clause")
    BECAME = QT_TRANSLATE_NOOP("settings", "Change")
    ALL = QT_TRANSLATE_NOOP("settings", "All clauses")
    IS_SHORT = QT_TRANSLATE_NOOP("settings", "In the short version.")
    READ_IT = QT_TRANSLATE_NOOP("settings", "Read “{title}” as it would hold")
    UNSEEN = QT_TRANSLATE_NOOP(
        "settings", "The text of “{title}” has not reached this computer yet. Read it before you sign."
    )
    PROPOSE = QT_TRANSLATE_NOOP("settings", "Propose this version")
    GO_ON = QT_TRANSLATE_NOOP("settings", "Go on")
    BACK = QT_TRANSLATE_NOOP("settings", "Back")
    LEAVE = QT_TRANSLATE_NOOP("settings", "Leave it for now")

    # Leaving
    LEAVE_TITLE = QT_TRANSLATE_NOOP("settings", "Candour")
    LEAVE_ASK = QT_TRANSLATE_NOOP("settings", "Keep what you prepared?")
    LEAVE_MORE = QT_TRANSLATE_NOOP("settings", "Nothing of it holds yet. You can go on with it here later.")
    LEAVE_KEEP = QT_TRANSLATE_NOOP("settings", "Keep it")


class Counted(StrEnum):
    """How many clauses became what."""

    SAME = QT_TRANSLATE_NOOP("settings", "{count} the same")
    RENUMBERED = QT_TRANSLATE_NOOP("settings", "{count} with another number")
    REWORDED = QT_TRANSLATE_NOOP("settings", "{count} reworded")
    BINDS_OTHERS = QT_TRANSLATE_NOOP("settings", "{count} that bind others now")
    ADDED = QT_TRANSLATE_NOOP("settings", "{count} new")
    REMOVED = QT_TRANSLATE_NOOP("settings", "{count} taken out")


COUNTED = {
    Change.ADDED: Counted.ADDED,
    Change.REWORDED: Counted.REWORDED,
    Change.REMOVED: Counted.REMOVED,
    Change.BINDS_OTHERS: Counted.BINDS_OTHERS,
    Change.RENUMBERED: Counted.RENUMBERED,
    Change.SAME: Counted.SAME,
}
"""In the order in which they are told."""
