# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the reviewers' side, each with its own name, so that they can be read, tested and translated together.

Titles of acts, questions and answers are not here: they come with the forms.
"""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer
from ui.widgets.words import number_word

say = sayer("review")
"""Says a text of this area."""


class Said(StrEnum):
    """Every text of these pages but those of the other modules of words here; what stands in braces is filled in."""

    # Frame
    PRODUCT = QT_TRANSLATE_NOOP("review", "Candour")
    NAVIGATION = QT_TRANSLATE_NOOP("review", "Pages")
    INBOX = QT_TRANSLATE_NOOP("review", "Inbox")
    SET_ASIDE = QT_TRANSLATE_NOOP("review", "Set aside")
    KEYS = QT_TRANSLATE_NOOP("review", "Keys")
    SETTINGS = QT_TRANSLATE_NOOP("review", "Settings")
    NEW_RECORD = QT_TRANSLATE_NOOP("review", "New record")
    LOCK = QT_TRANSLATE_NOOP("review", "Lock")
    MORE_PLACES = QT_TRANSLATE_NOOP("review", "More places")
    HELP = QT_TRANSLATE_NOOP("review", "Help")
    HIDE = QT_TRANSLATE_NOOP("review", "Hide the screen")

    # Inbox
    SEARCH = QT_TRANSLATE_NOOP("review", "Search names, words, references")
    GO_TO = QT_TRANSLATE_NOOP("review", "Go to")
    GO_TO_NAMED = QT_TRANSLATE_NOOP("review", "Go to {name}")
    SEARCH_SHORT = QT_TRANSLATE_NOOP("review", "Search")
    SHELVES = QT_TRANSLATE_NOOP("review", "Which records")
    CATEGORY = QT_TRANSLATE_NOOP("review", "Filter by category")
    ALL_CATEGORIES = QT_TRANSLATE_NOOP("review", "Every category")
    ALL_CATEGORIES_AGAIN = QT_TRANSLATE_NOOP("review", "Show every category")
    WITH_COUNT = QT_TRANSLATE_NOOP("review", "{name} {count}")
    CHECKED_AT = QT_TRANSLATE_NOOP("review", "Checked at {time}")
    CHECKED_AT_SPOKEN = QT_TRANSLATE_NOOP("review", "Last checked for new reports at {time}")
    INCOMING = QT_TRANSLATE_NOOP("review", "Taking in what has come")
    INCOMING_MORE = QT_TRANSLATE_NOOP("review", "Records open once this is done, or stopped. What is in already stays.")
    INCOMING_STOPPED = QT_TRANSLATE_NOOP("review", "Stopped. The rest comes in at the next look at the shared folder.")
    CHECKING = QT_TRANSLATE_NOOP("review", "Checking…")
    CHECK_NOW = QT_TRANSLATE_NOOP("review", "Check for new reports")
    NOT_CHECKED = QT_TRANSLATE_NOOP("review", "Not checked")
    LIST_NAME = QT_TRANSLATE_NOOP("review", "Records: {shelf}")
    FOUND_NAME = QT_TRANSLATE_NOOP("review", "Records with “{typed}”")
    LOADING = QT_TRANSLATE_NOOP("review", "Loading")
    ANONYMOUS = QT_TRANSLATE_NOOP("review", "Anonymous")
    NOBODY_NAMED = QT_TRANSLATE_NOOP("review", "Someone who isn’t named")
    QUOTED = QT_TRANSLATE_NOOP("review", "“{words}”")
    DRAFT = QT_TRANSLATE_NOOP("review", "Draft")
    ODD = QT_TRANSLATE_NOOP("review", "Something odd")
    OVERDUE = QT_TRANSLATE_NOOP("review", "Overdue")
    TO_DECIDE = QT_TRANSLATE_NOOP("review", "To decide")
    TO_NOTE = QT_TRANSLATE_NOOP("review", "To note")
    IN_PROGRESS = QT_TRANSLATE_NOOP("review", "In progress")
    WITH_LADO = QT_TRANSLATE_NOOP("review", "With the LADO")
    CLOSED = QT_TRANSLATE_NOOP("review", "Closed")
    RISK_NOW = QT_TRANSLATE_NOOP("review", "A child may be at risk now")
    EMPTY = QT_TRANSLATE_NOOP("review", "Nothing needs you.")
    EMPTY_MORE = QT_TRANSLATE_NOOP("review", "New reports appear here. Checked at {time}.")
    EMPTY_UNCHECKED = QT_TRANSLATE_NOOP("review", "New reports appear here.")
    EMPTY_PROGRESS = QT_TRANSLATE_NOOP("review", "Nothing is in progress.")
    EMPTY_PROGRESS_MORE = QT_TRANSLATE_NOOP("review", "What somebody else has to take further stands here.")
    EMPTY_CLOSED = QT_TRANSLATE_NOOP("review", "Nothing is closed yet.")
    EMPTY_CLOSED_MORE = QT_TRANSLATE_NOOP("review", "A record closes by itself once nothing is missing from it.")
    EMPTY_EVER = QT_TRANSLATE_NOOP("review", "No reports yet.")
    EMPTY_EVER_MORE = QT_TRANSLATE_NOOP("review", "Tell staff where to find Candour. New reports appear here.")
    NONE_OF_CATEGORY = QT_TRANSLATE_NOOP("review", "Nothing here has the category “{category}”.")
    NONE_OF_CATEGORY_MORE = QT_TRANSLATE_NOOP("review", "The funnel shows every category again.")
    NOT_IN_CATEGORY = QT_TRANSLATE_NOOP("review", "Only what has the category “{category}” was looked at.")
    NOT_FOUND = QT_TRANSLATE_NOOP("review", "Nothing matches “{typed}”.")
    NOT_FOUND_MORE = QT_TRANSLATE_NOOP(
        "review", "The search looks at names, references, and every word of the records that you may read."
    )
    NOT_READ = QT_TRANSLATE_NOOP("review", "Your records can’t be read.")
    TRY_AGAIN = QT_TRANSLATE_NOOP("review", "Try again")
    CHOOSE = QT_TRANSLATE_NOOP("review", "Choose a record to read it.")
    CHOOSE_MORE = QT_TRANSLATE_NOOP("review", "Opening one is noted in the record, with your name and the time.")
    NEW_ONE = QT_TRANSLATE_NOOP("review", "New {kind}. {by}")
    NEW_ONE_PLAIN = QT_TRANSLATE_NOOP("review", "New {kind}.")
    NEW_SOME = QT_TRANSLATE_NOOP("review", "{count} new reports.")
    PRIVATE_ON = QT_TRANSLATE_NOOP("review", "Privacy mode is on: the list shows initials.")
    PRIVATE_OFF = QT_TRANSLATE_NOOP("review", "Privacy mode is off.")

    # Banners
    OUT_OF_REACH = QT_TRANSLATE_NOOP("review", "The shared folder can’t be reached.")
    OUT_OF_REACH_MORE = QT_TRANSLATE_NOOP(
        "review", "This is what was here at {time}. What you record now goes out as soon as the folder is back."
    )
    OUT_OF_REACH_NEVER = QT_TRANSLATE_NOOP(
        "review", "This is what is on this computer. What you record now goes out as soon as the folder is back."
    )
    CARRY_ON = QT_TRANSLATE_NOOP("review", "Carry on")
    HOW_TO_FIX = QT_TRANSLATE_NOOP("review", "How to fix")
    LIST_IS_OLD = QT_TRANSLATE_NOOP("review", "Reader list last confirmed {count} days ago.")
    LIST_IS_OLD_MORE = QT_TRANSLATE_NOOP(
        "review", "No other reader has looked at the shared folder since: roles may have changed unseen."
    )
    ASIDE_ONE = QT_TRANSLATE_NOOP("review", "One file couldn’t be trusted.")
    ASIDE_SOME = QT_TRANSLATE_NOOP("review", "{count} files couldn’t be trusted.")
    ASIDE_ONE_MORE = QT_TRANSLATE_NOOP("review", "It’s been set aside and nothing was changed.")
    ASIDE_SOME_MORE = QT_TRANSLATE_NOOP("review", "They’ve been set aside and nothing was changed.")
    MISSING_LEAD = QT_TRANSLATE_NOOP("review", "Something that was sent to you has not arrived.")
    MISSING_MORE = QT_TRANSLATE_NOOP("review", "It may still come.")
    WHAT_TO_DO = QT_TRANSLATE_NOOP("review", "What to do")

    # A record
    REDIRECT = QT_TRANSLATE_NOOP("review", "Somebody with a worry about a child")
    REDIRECT_MORE = QT_TRANSLATE_NOOP(
        "review", "They were shown the school’s child-protection route. Nothing that they typed was kept."
    )
    A_CONCERN = QT_TRANSLATE_NOOP("review", "A concern about {name}")
    ABOUT_SELF = QT_TRANSLATE_NOOP("review", "{name}, about themselves")
    A_GIFT = QT_TRANSLATE_NOOP("review", "{name}, about a gift")
    A_TIE = QT_TRANSLATE_NOOP("review", "{name}, about a relationship")
    OTHER_WORK = QT_TRANSLATE_NOOP("review", "{name}, about other work")
    CHILDCARE_RULES = QT_TRANSLATE_NOOP("review", "{name}, about the childcare rules")
    A_BREACH = QT_TRANSLATE_NOOP("review", "Lost or leaked data")
    A_BREACH_BY = QT_TRANSLATE_NOOP("review", "Lost or leaked data: {name}")
    A_PERMISSION = QT_TRANSLATE_NOOP("review", "{name}, asking for permission")
    A_QUESTION = QT_TRANSLATE_NOOP("review", "A question before acting")
    PUBLISH = QT_TRANSLATE_NOOP("review", "Make it a question for everyone")
    RAISE = QT_TRANSLATE_NOOP("review", "Raise it as a concern")
    WHO_IT_IS = QT_TRANSLATE_NOOP("review", "Say who it is, or isn’t")
    A_NOTE = QT_TRANSLATE_NOOP("review", "A note about {name}")
    A_PATTERN = QT_TRANSLATE_NOOP("review", "A pattern about {name} was looked at")
    A_PATTERN_OF_SEVERAL = QT_TRANSLATE_NOOP("review", "A pattern was looked at")
    A_REQUEST = QT_TRANSLATE_NOOP("review", "{name} asks for their own data")
    A_COMPLAINT = QT_TRANSLATE_NOOP("review", "{name} complains about their data")
    NOTHING_DECLARED = QT_TRANSLATE_NOOP("review", "Nothing to declare this year")
    LATE = QT_TRANSLATE_NOOP("review", "Declared late")
    WORKED_OUT = QT_TRANSLATE_NOOP("review", "Worked out by Candour")
    SOMETHING_LEGAL = QT_TRANSLATE_NOOP("review", "{name}, about something legal")
    OTHER_FORM = QT_TRANSLATE_NOOP("review", "{form}: {name}")
    REFERENCE = QT_TRANSLATE_NOOP("review", "Reference {reference}")
    SENT_ON = QT_TRANSLATE_NOOP("review", "Sent {when}")
    EARLIER_TAG_ONE = QT_TRANSLATE_NOOP("review", "1 earlier record")
    EARLIER_TAG = QT_TRANSLATE_NOOP("review", "{count} earlier records")
    WHAT_WROTE = QT_TRANSLATE_NOOP("review", "What {name} wrote")
    WHAT_REPORTER_WROTE = QT_TRANSLATE_NOOP("review", "What the reporter wrote")
    NO_WORDS = QT_TRANSLATE_NOOP("review", "The report itself has not arrived.")
    ALSO_ANSWERED = QT_TRANSLATE_NOOP("review", "Also answered, as it was asked")
    SENT_BY = QT_TRANSLATE_NOOP("review", "Sent by ")
    SAYS_THEY_ARE = QT_TRANSLATE_NOOP("review", "Says they are ")
    NOT_CHECKED_NAME = QT_TRANSLATE_NOOP("review", ". Not checked.")
    SENT_WITHOUT = QT_TRANSLATE_NOOP("review", "Sent without a name. Only the day is known.")
    NOTICED_MORE = QT_TRANSLATE_NOOP("review", "The page “Audit” says what was opened.")
    OLD_CONCERN = QT_TRANSLATE_NOOP("review", "A concern about {name}, from an old log")
    OLD_GIFT = QT_TRANSLATE_NOOP("review", "A gift declared by {name}, from an old register")
    OLD_TIE = QT_TRANSLATE_NOOP("review", "A relationship declared by {name}, from an old register")
    IMPORTED_AT = QT_TRANSLATE_NOOP("review", "{day}, imported {when}")
    IMPORTED_BY = QT_TRANSLATE_NOOP("review", "Imported from an old log by ")
    SENT_UNKNOWN = QT_TRANSLATE_NOOP("review", "Sent with a key that this school doesn’t know.")
    NAME = QT_TRANSLATE_NOOP("review", "Name ")
    KEEP_FROM = QT_TRANSLATE_NOOP("review", "Who they don’t want told ")
    REACH = QT_TRANSLATE_NOOP("review", "Safe way to reach them ")
    EARLIER = QT_TRANSLATE_NOOP("review", "Earlier records about {name}")
    EARLIER_SEVERAL = QT_TRANSLATE_NOOP("review", "Earlier records about them")
    EARLIER_TITLE = QT_TRANSLATE_NOOP("review", "Earlier records")
    ALL_EARLIER = QT_TRANSLATE_NOOP("review", "All earlier records")
    EARLIER_NOTE = QT_TRANSLATE_NOOP("review", "Only those that you can open. Opening one is noted.")
    NO_EARLIER = QT_TRANSLATE_NOOP("review", "No earlier records about {name} that you can open.")
    NOT_OPENED = QT_TRANSLATE_NOOP("review", "Not opened yet")
    UNDECIDED = QT_TRANSLATE_NOOP("review", "Not decided yet")
    EARLIER_WHEN = QT_TRANSLATE_NOOP("review", "Sent")
    EARLIER_WHAT = QT_TRANSLATE_NOOP("review", "What")
    EARLIER_OUTCOME = QT_TRANSLATE_NOOP("review", "Outcome")
    HAS_NOT_OPENED = QT_TRANSLATE_NOOP("review", "{name} hasn’t opened it yet.")
    HAS_OPENED = QT_TRANSLATE_NOOP("review", "{name} opened it {when}.")
    ONLY_YOU = QT_TRANSLATE_NOOP("review", "Only you can open it.")
    READERS = QT_TRANSLATE_NOOP("review", "Who can open this: {names}")
    START_DECISION = QT_TRANSLATE_NOOP("review", "Start the decision")
    GO_ON_DECISION = QT_TRANSLATE_NOOP("review", "Go on with the decision")
    OPEN_RECORD = QT_TRANSLATE_NOOP("review", "Open the record")
    ADD_NOTE = QT_TRANSLATE_NOOP("review", "Add a note")
    ASK_NAME = QT_TRANSLATE_NOOP("review", "Ask {name} a question")
    ASK_REPORTER = QT_TRANSLATE_NOOP("review", "Ask the reporter a question")
    SAVE_PDF = QT_TRANSLATE_NOOP("review", "Save as PDF")
    MORE = QT_TRANSLATE_NOOP("review", "More")
    ADD_ACTION = QT_TRANSLATE_NOOP("review", "Add an action")
    COPY_REFERENCE = QT_TRANSLATE_NOOP("review", "Copy the reference")
    COPIED = QT_TRANSLATE_NOOP("review", "Copied.")
    SHARE = QT_TRANSLATE_NOOP("review", "Share with someone else")
    WRITE_LETTER = QT_TRANSLATE_NOOP("review", "Write a letter…")
    SHARED_OUTSIDE = QT_TRANSLATE_NOOP("review", "Information shared outside…")
    NOT_SHARED = QT_TRANSLATE_NOOP("review", "Decide not to share…")
    STAND_ASIDE = QT_TRANSLATE_NOOP("review", "Stand aside")
    BACK_TO_INBOX = QT_TRANSLATE_NOOP("review", "Inbox")
    WHAT_HAPPENED = QT_TRANSLATE_NOOP("review", "What has happened")
    SHOW_EARLIER_ONE = QT_TRANSLATE_NOOP("review", "Show 1 earlier record about {name}")
    SHOW_EARLIER = QT_TRANSLATE_NOOP("review", "Show {count} earlier records about {name}")
    APART = QT_TRANSLATE_NOOP("review", "From people who have no say in this record")
    APART_MORE = QT_TRANSLATE_NOOP("review", "These are shown as they came. They change nothing here.")
    TABS = QT_TRANSLATE_NOOP("review", "Parts of the record")
    DECISION = QT_TRANSLATE_NOOP("review", "Decision")
    SCHOOL_CLOSED_ON = QT_TRANSLATE_NOOP("review", "School is closed on {days}. The time runs on.")
    WHICH_LIMIT = QT_TRANSLATE_NOOP("review", "Where this limit comes from")
    WHICH_LIMITS = QT_TRANSLATE_NOOP("review", "{count} limits hold, and the earliest counts: where they come from")
    HIDE_LIMIT = QT_TRANSLATE_NOOP("review", "Hide where it comes from")
    DECIDE = QT_TRANSLATE_NOOP("review", "Decide")
    ANSWER_REQUEST = QT_TRANSLATE_NOOP("review", "Answer the request")
    TELL_REGULATOR = QT_TRANSLATE_NOOP("review", "Tell the regulator, or say why not")
    NO_LONGER = QT_TRANSLATE_NOOP("review", "The law gives no longer, also when school is closed.")
    TELL_LADO = QT_TRANSLATE_NOOP("review", "Tell the LADO")
    NOT_BEFORE = QT_TRANSLATE_NOOP("review", "Nobody speaks to {name} about this until then.")

    # Story
    NEW = QT_TRANSLATE_NOOP("review", "New")
    WHEN_IT_HAPPENED = QT_TRANSLATE_NOOP("review", "When it happened")
    RECORDED_SAME_DAY = QT_TRANSLATE_NOOP("review", "Recorded the same day.")
    RECORDED_NEXT_DAY = QT_TRANSLATE_NOOP("review", "Recorded the next day.")
    RECORDED_LATER = QT_TRANSLATE_NOOP("review", "Recorded {count} days later.")
    WROTE_NO_NAME = QT_TRANSLATE_NOOP("review", "Somebody sent this without a name")
    WROTE_UNKNOWN = QT_TRANSLATE_NOOP("review", "Sent with a key that this school doesn’t know")
    UNKNOWN_ACT = QT_TRANSLATE_NOOP("review", "Something that a newer Candour recorded")
    AND_AGAIN_ONE = QT_TRANSLATE_NOOP("review", "{when} and once more, {last}")
    AND_AGAIN = QT_TRANSLATE_NOOP("review", "{when} and {count} more times, last {last}")
    CORRECTED = QT_TRANSLATE_NOOP("review", "Corrected {when}")
    CORRECTED_SHOW = QT_TRANSLATE_NOOP("review", "Corrected {when}. Show the first version")
    ACTION_BY = QT_TRANSLATE_NOOP("review", "{name}, by {day}")
    ACTION_NOBODY = QT_TRANSLATE_NOOP("review", "by {day}")
    ACTION_MOVED_ONE = QT_TRANSLATE_NOOP("review", "{what}. Moved once.")
    ACTION_MOVED = QT_TRANSLATE_NOOP("review", "{what}. Moved {count} times.")
    DUE_TODAY = QT_TRANSLATE_NOOP("review", "Due today")
    DUE_TOMORROW = QT_TRANSLATE_NOOP("review", "Due tomorrow")
    DUE_ON = QT_TRANSLATE_NOOP("review", "Due {day}")
    ACTION_OVERDUE = QT_TRANSLATE_NOOP("review", "Overdue")
    HANDED_ON = QT_TRANSLATE_NOOP("review", "It was handed on to you when the record was shared.")
    SIGNATURE_GOOD = QT_TRANSLATE_NOOP("review", "Its signature was checked just now. It is as it was written.")
    RECORDED_AT = QT_TRANSLATE_NOOP("review", "Recorded {when}")
    ADD_CORRECTION = QT_TRANSLATE_NOOP("review", "Add a correction")
    FIRST_VERSION = QT_TRANSLATE_NOOP("review", "The first version")
    CORRECTION_OF_IT = QT_TRANSLATE_NOOP("review", "The correction")
    CLOSE_PANEL = QT_TRANSLATE_NOOP("review", "Close")

    APART_ONE = QT_TRANSLATE_NOOP("review", "Its author has no say in this record. It changes nothing here.")

    # Composer
    WRITE_NOTE = QT_TRANSLATE_NOOP("review", "Write a note. Notes can’t be edited once saved.")
    NOTE = QT_TRANSLATE_NOOP("review", "Note")
    SAVE_NOTE = QT_TRANSLATE_NOOP("review", "Save the note")
    CONVERSATION = QT_TRANSLATE_NOOP("review", "A conversation")
    ADVICE = QT_TRANSLATE_NOOP("review", "Advice taken")
    WITH_FILE = QT_TRANSLATE_NOOP("review", "With a file")
    ACTION = QT_TRANSLATE_NOOP("review", "Action")
    SAVING = QT_TRANSLATE_NOOP("review", "Saving…")
    FILES = QT_TRANSLATE_NOOP("review", "Files sent with it")
    SHOW_PICTURE = QT_TRANSLATE_NOOP("review", "Show picture")
    HIDE_PICTURE = QT_TRANSLATE_NOOP("review", "Hide picture")
    SHOW_PICTURE_OF = QT_TRANSLATE_NOOP("review", "Show the picture {name}")
    PICTURE_OF = QT_TRANSLATE_NOOP("review", "Picture: {name}")
    SHOWING = QT_TRANSLATE_NOOP("review", "Reading…")
    NO_PICTURE = QT_TRANSLATE_NOOP(
        "review", "This is no picture that can be shown safely. You can save a copy; open it with care."
    )
    SAVE_COPY = QT_TRANSLATE_NOOP("review", "Save a copy…")
    SAVE_COPY_OF = QT_TRANSLATE_NOOP("review", "Save a copy of {name}")
    COPY_SAVED = QT_TRANSLATE_NOOP("review", "Saved as {file}. Anybody who can use that folder may be able to open it.")
    FILE_ARRIVING = QT_TRANSLATE_NOOP("review", "Still arriving from the computer that sent it.")
    FILE_SET_ASIDE = QT_TRANSLATE_NOOP("review", "Set aside: it is not the file that the report says.")
    FILE_NOT_HANDED_ON = QT_TRANSLATE_NOOP("review", "Not here: it has not been handed on to you.")
    RECORDED = QT_TRANSLATE_NOOP("review", "Recorded. It can’t be changed, but you can add to it.")

    # Decision
    STEP_OF = QT_TRANSLATE_NOOP("review", "Step {done} of {total}")
    STEP_TITLE = QT_TRANSLATE_NOOP("review", "Step {done} of {total} · {title}")
    YOU_PREPARE = QT_TRANSLATE_NOOP("review", "You’re preparing this. {name} makes the decision.")
    YOU_PREPARE_NOBODY = QT_TRANSLATE_NOOP("review", "You’re preparing this. Somebody else makes the decision.")
    YOU_MAY_DECIDE = QT_TRANSLATE_NOOP(
        "review", "You may decide this if it is low-level, and {name} is shown it. Otherwise {name} decides."
    )
    YOU_DECIDE = QT_TRANSLATE_NOOP("review", "You make this decision.")
    REASON_ADDED = QT_TRANSLATE_NOOP("review", "Reason added")
    CONTINUE = QT_TRANSLATE_NOOP("review", "Continue")
    BACK = QT_TRANSLATE_NOOP("review", "Back")
    SAVE_LATER = QT_TRANSLATE_NOOP("review", "Save for later")
    RECORD_LADO = QT_TRANSLATE_NOOP("review", "Record the LADO’s advice")
    RECORD_REFERRAL = QT_TRANSLATE_NOOP("review", "You gave the name? Record a referral instead")
    RECORD_CONSULTATION = QT_TRANSLATE_NOOP("review", "You gave no name? Record advice without names instead")
    WITHOUT_ADVICE = QT_TRANSLATE_NOOP("review", "Go on without advice")
    RECORDING = QT_TRANSLATE_NOOP("review", "Recording…")
    LOOK_EARLIER_ONE = QT_TRANSLATE_NOOP("review", "Look at the earlier record first.")
    LOOK_EARLIER = QT_TRANSLATE_NOOP("review", "Look at the {count} earlier records first.")
    SHOW_THEM = QT_TRANSLATE_NOOP("review", "Show them")
    SHOW_IT = QT_TRANSLATE_NOOP("review", "Show it")
    NEEDS_SECOND = QT_TRANSLATE_NOOP("review", "{name} needs to agree before this is lowered.")
    LATE_LEAD = QT_TRANSLATE_NOOP("review", "This is overdue.")
    LATE_MORE = QT_TRANSLATE_NOOP("review", "You can say what held it up. It appears in the figures.")
    LATE_LINK = QT_TRANSLATE_NOOP("review", "Say what held this up")
    PREPARED_BY = QT_TRANSLATE_NOOP("review", "{name} prepared this: {outcome}")
    READ_TRIAGE = QT_TRANSLATE_NOOP("review", "Read it")

    # What is still to do
    STILL_TO_DO = QT_TRANSLATE_NOOP("review", "Still to do")
    DECIDES = QT_TRANSLATE_NOOP("review", "This is for {names} to decide.")
    WAITING_FOR = QT_TRANSLATE_NOOP("review", "Prepared. {name} makes the decision.")
    WAITING_FOR_MORE = QT_TRANSLATE_NOOP("review", "You can add to it, or prepare it again.")
    PREPARE_AGAIN = QT_TRANSLATE_NOOP("review", "Prepare it again")
    DECIDED_BY = QT_TRANSLATE_NOOP("review", "Decided by {name} {when}")
    CLOSES_ITSELF = QT_TRANSLATE_NOOP("review", "The record closes by itself when nothing is missing.")
    IS_CLOSED = QT_TRANSLATE_NOOP("review", "Nothing is missing. This record is closed.")
    IS_CLOSED_MORE = QT_TRANSLATE_NOOP("review", "It closed by itself. You can still add to it.")
    NOTHING_TO_DECIDE = QT_TRANSLATE_NOOP("review", "Nothing has to be decided here. You can add to it.")
    READ_ONLY = QT_TRANSLATE_NOOP("review", "You sent this. Somebody else decides it.")
    STOOD_ASIDE = QT_TRANSLATE_NOOP(
        "review", "You stood aside from this record. What you had read stays here, and nothing new comes."
    )
    DO_IT = QT_TRANSLATE_NOOP("review", "Record it")
    ACTION_OPEN = QT_TRANSLATE_NOOP("review", "Action: {what}")
    REVIEW_ON = QT_TRANSLATE_NOOP("review", "Look at it again on {day}")
    REVIEW_NOW = QT_TRANSLATE_NOOP("review", "Say what you found")
    UPDATE_ACTION = QT_TRANSLATE_NOOP("review", "Say what became of it")

    # Acts
    CANCEL = QT_TRANSLATE_NOOP("review", "Not now")
    ABOUT_ENTRY = QT_TRANSLATE_NOOP("review", "About: {title}")

    # Share
    ROLE_BEGUN = QT_TRANSLATE_NOOP("review", "{name} became {role} on {day}, approved by {names}.")
    ROLE_ENDED = QT_TRANSLATE_NOOP("review", "{name} stopped being {role} on {day}, approved by {names}.")
    ROLE_FORCED = QT_TRANSLATE_NOOP(
        "review", "{name} was made {role} on {day} with the school’s paper key. Nobody had to approve it."
    )
    ROLE_FORCED_END = QT_TRANSLATE_NOOP(
        "review", "{name} stopped being {role} on {day} with the school’s paper key. Nobody had to approve it."
    )

    # Save as PDF
    PDF_TITLE = QT_TRANSLATE_NOOP("review", "Save a case file")
    PDF_INTRO = QT_TRANSLATE_NOOP("review", "A PDF of this record. Its cover says what was left out of it.")
    PDF_NAMES = QT_TRANSLATE_NOOP("review", "This contains the name of the person who reported it.")
    PDF_PLAIN = QT_TRANSLATE_NOOP("review", "Anybody who has the file can read it. That it was made is noted here.")
    PDF_WHERE = QT_TRANSLATE_NOOP("review", "Choose where to save it")
    PDF_SAVED = QT_TRANSLATE_NOOP("review", "Saved. {count} pages.")
    PDF_SAVED_ONE = QT_TRANSLATE_NOOP("review", "Saved. One page.")
    PDF_KIND = QT_TRANSLATE_NOOP("review", "PDF files (*.pdf)")
    PDF_FILE = QT_TRANSLATE_NOOP("review", "CF-{reference}.pdf")
    OPEN_FOLDER = QT_TRANSLATE_NOOP("review", "Open the folder")
    LIST_SAVED = QT_TRANSLATE_NOOP("review", "Saved. The list holds no content.")

    # Keys
    KEYS_TITLE = QT_TRANSLATE_NOOP("review", "Keys")
    KEYS_INTRO = QT_TRANSLATE_NOOP("review", "Everything here can be done without a mouse.")
    SINGLE_KEYS = QT_TRANSLATE_NOOP("review", "Use the single keys D, N, A and Q")
    SINGLE_KEYS_MORE = QT_TRANSLATE_NOOP(
        "review",
        "They work only in the list and beside it, never while you type. Without them, letters jump to names.",
    )


def say_count(one: StrEnum, some: StrEnum, count: int, **parts: str) -> str:
    """Say something of one thing, or of some."""
    return say(one, **parts) if count == 1 else say(some, count=f"{count:,}", **parts)


def in_words(number: int) -> str:
    """A number inside a sentence: in words up to nine (ux.md 4)."""
    return number_word(number).lower()
