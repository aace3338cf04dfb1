# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the page that answers a request for somebody's own data (ux.md R12)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Said(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    CARD = QT_TRANSLATE_NOOP("access", "Answer a request for someone’s own data")
    CARD_FOR = QT_TRANSLATE_NOOP(
        "access", "A copy of what is kept about them, with everybody else taken out; and complaints about data."
    )
    CARD_WHO = QT_TRANSLATE_NOOP("access", "They get the copy themselves. What was withheld, and why, stays here.")
    INTRO = QT_TRANSLATE_NOOP(
        "access",
        "You answer for what you can open. Others may hold more and answer for their part: "
        "nothing here tells whether they do.",
    )
    REQUESTS = QT_TRANSLATE_NOOP("access", "Requests")
    WHOSE = QT_TRANSLATE_NOOP("access", "Whose data")
    WHAT = QT_TRANSLATE_NOOP("access", "What")
    A_COPY = QT_TRANSLATE_NOOP("access", "A copy")
    A_COMPLAINT = QT_TRANSLATE_NOOP("access", "A complaint")
    LOG_COMPLAINT = QT_TRANSLATE_NOOP("access", "Log a complaint")
    ACKNOWLEDGE_BY = QT_TRANSLATE_NOOP("access", "Acknowledge by {day}")
    ACKNOWLEDGED = QT_TRANSLATE_NOOP("access", "Acknowledged on {day}")
    COMPLAINS = QT_TRANSLATE_NOOP("access", "{name} complains about their data")
    COMPLAINT_CAME = QT_TRANSLATE_NOOP("access", "Came on {came}. {standing}.")
    COMPLAINT_SOURCE = QT_TRANSLATE_NOOP("access", "Source: {source}")
    COMPLAINT_LETTER = QT_TRANSLATE_NOOP(
        "access", "The letter that acknowledges it is among the letters of its record. Issuing it is acknowledgement."
    )
    NOT_CLEAR_WHO = QT_TRANSLATE_NOOP(
        "access",
        "It is not on record how it is clear who they are. Acknowledge it all the same; tell nothing of anybody’s data "
        "before.",
    )
    OPEN_COMPLAINT = QT_TRANSLATE_NOOP("access", "Open the complaint")
    CAME = QT_TRANSLATE_NOOP("access", "Came on")
    STATE = QT_TRANSLATE_NOOP("access", "State")
    REFERENCE = QT_TRANSLATE_NOOP("access", "Reference")
    ANSWERED = QT_TRANSLATE_NOOP("access", "Answered")
    DUE = QT_TRANSLATE_NOOP("access", "Due by {day}")
    NONE = QT_TRANSLATE_NOOP("access", "No requests to answer.")
    NONE_MORE = QT_TRANSLATE_NOOP(
        "access", "Log one as soon as somebody asks, however they do: the time limit runs from that day."
    )
    READING = QT_TRANSLATE_NOOP("access", "Reading…")
    LOG = QT_TRANSLATE_NOOP("access", "Log a request")
    CANCEL = QT_TRANSLATE_NOOP("access", "Cancel")
    SAVING = QT_TRANSLATE_NOOP("access", "Saving…")
    LOGGED = QT_TRANSLATE_NOOP("access", "The request is logged as {reference}.")
    LOGGED_ELSEWHERE = QT_TRANSLATE_NOOP("access", "The request is logged as {reference}. Somebody else answers it.")
    COMPLAINT_LOGGED = QT_TRANSLATE_NOOP("access", "The complaint is logged as {reference}.")
    COMPLAINT_LOGGED_ELSEWHERE = QT_TRANSLATE_NOOP(
        "access", "The complaint is logged as {reference}. Somebody else answers it."
    )
    ALL_REQUESTS = QT_TRANSLATE_NOOP("access", "All requests")
    ABOUT = QT_TRANSLATE_NOOP("access", "{name}’s own data")
    CLOCK = QT_TRANSLATE_NOOP("access", "Came on {came}. Answer by {due}.")
    EXTENDED = QT_TRANSLATE_NOOP("access", "Two months longer, which they were told.")
    WAITS_IDENTITY = QT_TRANSLATE_NOOP("access", "The clock waits until it is clear who asks.")
    WAITS_MEANING = QT_TRANSLATE_NOOP("access", "The clock waits until they say what they mean.")
    NOT_IDENTIFIED = QT_TRANSLATE_NOOP("access", "No copy is made before it is on record how it is clear who asks.")
    STEP = QT_TRANSLATE_NOOP("access", "Record a step")
    ANSWER = QT_TRANSLATE_NOOP("access", "Record the answer")
    OPEN = QT_TRANSLATE_NOOP("access", "Open the request")
    RECORDED = QT_TRANSLATE_NOOP("access", "It is on record.")
    STEPS = QT_TRANSLATE_NOOP("access", "Step {number} of 3")
    RECORDS = QT_TRANSLATE_NOOP("access", "Records found")
    OTHERS = QT_TRANSLATE_NOOP("access", "Other people")
    CHECK = QT_TRANSLATE_NOOP("access", "Check and save")
    NEXT = QT_TRANSLATE_NOOP("access", "Next")
    BACK = QT_TRANSLATE_NOOP("access", "Back")
    RECORDS_INTRO = QT_TRANSLATE_NOOP(
        "access",
        "What is ticked goes into the copy. Leave something out only on a ground that the law gives.",
    )
    RECORD_ABOUT = QT_TRANSLATE_NOOP("access", "It is about them")
    RECORD_SENT = QT_TRANSLATE_NOOP("access", "They sent it: only what they wrote, and what names them")
    RECORD_MENTIONS = QT_TRANSLATE_NOOP("access", "It names them: only what does")
    RECORD_DIRECTORY = QT_TRANSLATE_NOOP("access", "The staff list’s line about them")
    RECORD_DAY = QT_TRANSLATE_NOOP("access", "{title}, {day}")
    GROUND = QT_TRANSLATE_NOOP("access", "On which ground is it left out?")
    WHY_OUT = QT_TRANSLATE_NOOP("access", "Why does that hold here?")
    LEAVE_OUT = QT_TRANSLATE_NOOP("access", "Leave it out")
    LEFT_OUT = QT_TRANSLATE_NOOP("access", "Left out: {ground}. {why}")
    CHOOSE_GROUND = QT_TRANSLATE_NOOP("access", "Choose a ground")
    CHECK_ACT = QT_TRANSLATE_NOOP("access", "Grounds as of {edition}: check your current edition.")
    RECORD = QT_TRANSLATE_NOOP("access", "Record")
    PREVIOUS = QT_TRANSLATE_NOOP("access", "Previous record")
    FOLLOWING = QT_TRANSLATE_NOOP("access", "Next record")
    TEXT = QT_TRANSLATE_NOOP("access", "The text as it will be given")
    COVER_SELECTION = QT_TRANSLATE_NOOP("access", "Cover what is selected")
    PEEK = QT_TRANSLATE_NOOP("access", "Show what is covered")
    HIDE = QT_TRANSLATE_NOOP("access", "Cover it again")
    SELECT_FIRST = QT_TRANSLATE_NOOP("access", "Select the words in the text first.")
    SUGGESTIONS = QT_TRANSLATE_NOOP("access", "Other people in this record")
    NOBODY = QT_TRANSLATE_NOOP("access", "Nobody else was found in this record. Read it once all the same.")
    SUGGESTION = QT_TRANSLATE_NOOP("access", "{name}, {places}: {part}")
    ALSO = QT_TRANSLATE_NOOP("access", "Also take out")
    ALSO_BUTTON = QT_TRANSLATE_NOOP("access", "Take it out everywhere")
    ALSO_WHY = QT_TRANSLATE_NOOP(
        "access",
        "A first name alone (“his mum Kelly”), or a name in small letters, is found only where the school lists "
        "somebody by it. Read every record, and take out here what was missed.",
    )
    ALSO_DONE = QT_TRANSLATE_NOOP("access", "“{words}” is taken out in {count} places.")
    ALSO_ONE = QT_TRANSLATE_NOOP("access", "“{words}” is taken out in 1 place.")
    ALSO_NOWHERE = QT_TRANSLATE_NOOP("access", "“{words}” stands nowhere in what goes into the copy.")
    ONE_PLACE = QT_TRANSLATE_NOOP("access", "1 place")
    PLACES = QT_TRANSLATE_NOOP("access", "{count} places")
    COVER = QT_TRANSLATE_NOOP("access", "Cover")
    KEEP = QT_TRANSLATE_NOOP("access", "Keep")
    LATER = QT_TRANSLATE_NOOP("access", "Decide later")
    INCLUDE = QT_TRANSLATE_NOOP("access", "Include")
    LEAVE = QT_TRANSLATE_NOOP("access", "Leave out")
    DECISION_ON = QT_TRANSLATE_NOOP("access", "What becomes of {name}")
    AGREED = QT_TRANSLATE_NOOP("access", "They agreed")
    REASONABLE = QT_TRANSLATE_NOOP("access", "Reasonable without asking")
    WHY_KEPT = QT_TRANSLATE_NOOP("access", "Why may it stay?")
    WHY_FIELD = QT_TRANSLATE_NOOP("access", "Reason")
    KEEP_IT = QT_TRANSLATE_NOOP("access", "Keep with this reason")
    KEPT_WHY = QT_TRANSLATE_NOOP("access", "Kept: {why}")
    UNCOVER = QT_TRANSLATE_NOOP("access", "Take the cover off")
    COUNTS = QT_TRANSLATE_NOOP("access", "{covered} covered, {undecided} undecided, {kept} kept with a reason")
    STORY_LEAD = QT_TRANSLATE_NOOP("access", "Covering a name may not be enough if the story gives it away.")
    STORY = QT_TRANSLATE_NOOP("access", "Read it once as {name} would.")
    UNDECIDED = QT_TRANSLATE_NOOP("access", "It can’t be saved yet: {names}.")
    MORE_UNDECIDED = QT_TRANSLATE_NOOP("access", "{count} more")
    LOOKED_AT = QT_TRANSLATE_NOOP("access", "I have looked at each file that goes with it")
    LOOKED_AT_WHY = QT_TRANSLATE_NOOP(
        "access", "Pictures, sound and most documents are not read by Candour: it cannot tell who is in them."
    )
    WHAT_IS_SAVED = QT_TRANSLATE_NOOP(
        "access",
        "Two folders are saved. “to-hand-over” holds the copy, the letter and any files: only that leaves the school. "
        "“to-keep” holds the record of what was withheld and why, with every name: keep it with your own papers. "
        "With a password the copy opens with that only, and any files are attached to it.",
    )
    WHERE = QT_TRANSLATE_NOOP("access", "Choose where to save it…")
    ON_PAPER = QT_TRANSLATE_NOOP(
        "access",
        "Printed are the copy and the letter, and nothing is saved. What was withheld and why stands in each record. "
        "A copy with which files go can only be saved.",
    )
    PRINTED = QT_TRANSLATE_NOOP("access", "Printed, {pages} pages. Record the answer once it is handed over.")
    SAVED = QT_TRANSLATE_NOOP("access", "Saved, {pages} pages. Record the answer once it is handed over.")
    PART_REPORTER = QT_TRANSLATE_NOOP("access", "person who reported it")
    PART_CHILD = QT_TRANSLATE_NOOP("access", "a child")
    PART_COLLEAGUE = QT_TRANSLATE_NOOP("access", "somebody who works here")
    PART_HANDLER = QT_TRANSLATE_NOOP("access", "wrote or decided something in it")
    PART_OTHER = QT_TRANSLATE_NOOP("access", "somebody else")
    PART_CONTACT = QT_TRANSLATE_NOOP("access", "a way to reach somebody")
    PART_BY_HAND = QT_TRANSLATE_NOOP("access", "covered by you")
    PART_FILE = QT_TRANSLATE_NOOP("access", "a file, given whole or not at all")


say = sayer("access")
"""Says one of the texts above."""
