# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the staff side, each with its own name, so that they can be read, tested and translated together."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer

say = sayer("staff")
"""Says a text of this area."""


class Staff(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    # Bars
    CANDOUR = QT_TRANSLATE_NOOP("staff", "Candour")
    BACK = QT_TRANSLATE_NOOP("staff", "Back")
    HELP = QT_TRANSLATE_NOOP("staff", "Help")
    HIDE_SCREEN = QT_TRANSLATE_NOOP("staff", "Hide screen")
    HIDE = QT_TRANSLATE_NOOP("staff", "Hide")
    NOT_SAVED = QT_TRANSLATE_NOOP("staff", "Not saved until you send it")
    SAVED_AT = QT_TRANSLATE_NOOP("staff", "Draft saved at {time}")
    DRAFT_SOON = QT_TRANSLATE_NOOP("staff", "Saved as you go, for you only")
    SETTINGS = QT_TRANSLATE_NOOP("staff", "Settings")
    TEXT_SIZE = QT_TRANSLATE_NOOP("staff", "Text size")
    CONTINUE = QT_TRANSLATE_NOOP("staff", "Continue")
    SIGN_IN_LATER = QT_TRANSLATE_NOOP("staff", "Sign in and finish later")
    SAVE_LATER = QT_TRANSLATE_NOOP("staff", "Save and finish later")
    LEAVE = QT_TRANSLATE_NOOP("staff", "Leave without sending")
    QUESTION_OF = QT_TRANSLATE_NOOP("staff", "{form} · question {number} of {total}")
    QUESTION_SHORT = QT_TRANSLATE_NOOP("staff", "Question {number} of {total}")
    CHECK_AND_SEND = QT_TRANSLATE_NOOP("staff", "{form} · check and send")
    CHECK_SHORT = QT_TRANSLATE_NOOP("staff", "Check and send")

    # Who can open it
    HOW_THIS_WORKS = QT_TRANSLATE_NOOP("staff", "How this works")
    SEE_WHO = QT_TRANSLATE_NOOP("staff", "See who can open this")
    WHO_CAN_OPEN = QT_TRANSLATE_NOOP("staff", "Who can open this")
    CARRY_ON = QT_TRANSLATE_NOOP("staff", "Carry on")
    NEVER = QT_TRANSLATE_NOOP(
        "staff",
        "Once it’s sent: not the person it’s about, not the office, not IT staff, and nobody using this computer after "
        "you.",
    )
    NEVER_THEM = QT_TRANSLATE_NOOP(
        "staff", "Once it’s sent: {names}, not the office, not IT staff, and nobody using this computer after you."
    )
    ONE_LINE_ONLY = QT_TRANSLATE_NOOP("staff", "{role}: can see one line only")
    TECHNICAL_ONLY = QT_TRANSLATE_NOOP("staff", "{role}: can see the technical part only")
    YES_OR_NO_ONLY = QT_TRANSLATE_NOOP("staff", "{role}: hears yes or no only")
    NOT_THEM = QT_TRANSLATE_NOOP("staff", "not {name}")
    NEVER_SELF = QT_TRANSLATE_NOOP(
        "staff", "Once it’s sent: not the office, not IT staff, and nobody using this computer after you."
    )
    NOBODY_AT_SCHOOL = QT_TRANSLATE_NOOP("staff", "Nobody at the school can open it.")
    ELSEWHERE = QT_TRANSLATE_NOOP("staff", "If your report was about {names}, it would go to someone else instead.")
    OR = QT_TRANSLATE_NOOP("staff", "or")
    AND = QT_TRANSLATE_NOOP("staff", "and")
    NO_KEY_YET = QT_TRANSLATE_NOOP("staff", "{names} can’t open it yet: their sign-in isn’t set up.")
    NO_KEYS_AT_ALL = QT_TRANSLATE_NOOP(
        "staff", "This can’t be sent yet, because nobody is set up to open it. Please tell {names} in person."
    )
    CHANGED_LATELY = QT_TRANSLATE_NOOP("staff", "Who reads reports has changed")
    CAME = QT_TRANSLATE_NOOP("staff", "{name} became {role} on {day}.")
    WENT = QT_TRANSLATE_NOOP("staff", "{name} stopped being {role} on {day}.")
    APPROVED = QT_TRANSLATE_NOOP("staff", "Approved by {names}.")
    FORCED = QT_TRANSLATE_NOOP(
        "staff", "Nobody had to approve this: the school’s paper key was used. If you didn’t know, ask before you send."
    )
    LIST_STALE = QT_TRANSLATE_NOOP("staff", "Reader list last confirmed {days} days ago.")
    LIST_STALE_MORE = QT_TRANSLATE_NOOP("staff", "You can still send. It goes to the people named here.")
    CHANGES_SOON = QT_TRANSLATE_NOOP("staff", "This panel changes as soon as you choose a person.")

    # Leaving, sending
    LEAVE_ASKED = QT_TRANSLATE_NOOP("staff", "Leave without sending?")
    LEAVE_CLEARS = QT_TRANSLATE_NOOP(
        "staff",
        "What you’ve written will be cleared from this screen and can’t be brought back. Nothing has been sent.",
    )
    LEAVE_CLEARS_DRAFT = QT_TRANSLATE_NOOP(
        "staff", "What you’ve written will be cleared, and so will the draft of it. Nothing has been sent."
    )
    KEEP_WRITING = QT_TRANSLATE_NOOP("staff", "Keep writing")
    CLEAR_AND_LEAVE = QT_TRANSLATE_NOOP("staff", "Clear and leave")
    CHILD_ASKED = QT_TRANSLATE_NOOP("staff", "Is it about a child only?")
    CHILD_CLEARS = QT_TRANSLATE_NOOP(
        "staff", "Then what you’ve written here will be cleared, and we’ll show you where to take it."
    )
    CLEAR_AND_SHOW = QT_TRANSLATE_NOOP("staff", "Clear it and show me")
    LOCKING = QT_TRANSLATE_NOOP("staff", "Locking…")
    ROUTE_CHANGED = QT_TRANSLATE_NOOP("staff", "Since you started, who reads this has changed.")
    ROUTE_NOW = QT_TRANSLATE_NOOP("staff", "It will now go to {names}. Press again to send.")
    NO_ROOM = QT_TRANSLATE_NOOP("staff", "There’s no room to keep your report on this computer.")
    NO_ROOM_MORE = QT_TRANSLATE_NOOP("staff", "Don’t close this page. Tell {names} in person, or print it now.")
    NO_ROOM_NO_PRINTER = QT_TRANSLATE_NOOP(
        "staff", "Don’t close this page. No printer is set up on this computer: tell {names} in person now."
    )
    NO_ROOM_PRINTED = QT_TRANSLATE_NOOP("staff", "{printed} Give it to {names} in person. It has not been sent.")
    TRY_AGAIN = QT_TRANSLATE_NOOP("staff", "Try again")
    DRAFT_NOT_SAVED = QT_TRANSLATE_NOOP("staff", "Draft not saved")

    # Whom to turn to
    EMERGENCY = QT_TRANSLATE_NOOP("staff", "Police, ambulance, fire")
    EMERGENCY_WHEN = QT_TRANSLATE_NOOP("staff", "If a child is in danger")
    EMERGENCY_NUMBER = QT_TRANSLATE_NOOP("staff", "999")

    # Sent
    THANKS_SENT = QT_TRANSLATE_NOOP("staff", "Thank you. Your report has been sent.")
    THANKS_WAITING = QT_TRANSLATE_NOOP("staff", "Thank you. Your report is locked and waiting to go.")
    SENT_AT = QT_TRANSLATE_NOOP("staff", "Sent {day} at {time}")
    SENT_ON = QT_TRANSLATE_NOOP("staff", "Sent {day}")
    LOCKED_AT = QT_TRANSLATE_NOOP("staff", "Locked {day} at {time}")
    LOCKED_ON = QT_TRANSLATE_NOOP("staff", "Locked {day}")
    YOUR_REFERENCE = QT_TRANSLATE_NOOP("staff", "Your reference")
    YOUR_PHRASE = QT_TRANSLATE_NOOP("staff", "Your return phrase")
    PHRASE_LETS = QT_TRANSLATE_NOOP(
        "staff", "The phrase lets you read a reply or add more. We can’t look it up for you."
    )
    LISTED_FOR_YOU = QT_TRANSLATE_NOOP("staff", "It’s listed under what you’ve sent, for you only.")
    NOT_LISTED = QT_TRANSLATE_NOOP("staff", "This won’t appear in what you’ve sent, because you left your name off.")
    COPY_BOTH = QT_TRANSLATE_NOOP("staff", "Copy both")
    COPY = QT_TRANSLATE_NOOP("staff", "Copy")
    COPIED = QT_TRANSLATE_NOOP("staff", "Copied. The clipboard clears in one minute.")
    NEXT = QT_TRANSLATE_NOOP("staff", "What happens next")
    DELIVERED = QT_TRANSLATE_NOOP("staff", "Locked and delivered")
    DELIVERED_TO = QT_TRANSLATE_NOOP("staff", "Only {whose} keys can open it now. You can’t reopen it here.")
    DELIVERED_TO_ONE = QT_TRANSLATE_NOOP("staff", "Only {whose} key can open it now. You can’t reopen it here.")
    DELIVERED_MEMBER = QT_TRANSLATE_NOOP("staff", "Only {whose} keys and your own can open it now.")
    WHOSE = QT_TRANSLATE_NOOP("staff", "{name}’s")
    WAITING = QT_TRANSLATE_NOOP("staff", "Locked and kept on this computer")
    WAITING_MORE = QT_TRANSLATE_NOOP(
        "staff", "It goes as soon as the shared folder is back. Note your reference. You can’t reopen it here."
    )
    READS_IT = QT_TRANSLATE_NOOP("staff", "{readers} reads it and decides what to do")
    READS_ONLY = QT_TRANSLATE_NOOP("staff", "{readers} reads it")
    DECIDES_BY = QT_TRANSLATE_NOOP("staff", "By {time} on {day}. They write down what they decided and why.")
    DECIDES_BY_END = QT_TRANSLATE_NOOP("staff", "By the end of {day}. They write down what they decided and why.")
    DECIDES_ALONE = QT_TRANSLATE_NOOP("staff", "They write down what they decided and why.")
    TELLS_DECISION = QT_TRANSLATE_NOOP("staff", "{name} lets you know what was decided")
    DECISION_LISTED = QT_TRANSLATE_NOOP("staff", "You’ll find it with what you’ve sent.")
    DECISION_TOLD = QT_TRANSLATE_NOOP("staff", "In person, or as a reply that your return phrase opens.")
    IF_CHANGED = QT_TRANSLATE_NOOP("staff", "If anything about it changes, send it again and give this reference.")
    ASK_ABOUT = QT_TRANSLATE_NOOP("staff", "If you have a question, ask {lead}.")
    LETS_YOU_KNOW = QT_TRANSLATE_NOOP("staff", "{lead} lets you know it has been dealt with")
    MAY_NOT_TELL = QT_TRANSLATE_NOOP(
        "staff", "They may not be able to tell you the detail. That protects everyone involved."
    )
    LOOK_FROM = QT_TRANSLATE_NOOP("staff", "Look for a reply with your return phrase, from {day}.")
    RECEIVED_BY = QT_TRANSLATE_NOOP("staff", "Received by {name} at {time}")
    RECEIVED_ON = QT_TRANSLATE_NOOP("staff", "Received by {name} on {day} at {time}")
    UNTIL_THEN = QT_TRANSLATE_NOOP("staff", "Until you hear back")
    KEEP_BETWEEN = QT_TRANSLATE_NOOP("staff", "Please keep this between you and the people it went to.")
    DONT_ASK = QT_TRANSLATE_NOOP("staff", "Don’t ask the child or colleague about it.")
    IF_AGAIN = QT_TRANSLATE_NOOP("staff", "If it happens again, or you’re more worried, tell {lead} straight away.")
    SUPPORT = QT_TRANSLATE_NOOP("staff", "Support for you")
    SUPPORT_WHY = QT_TRANSLATE_NOOP("staff", "Speaking up can weigh on you, even when it’s the right thing to do.")
    NOT_SERIOUS = QT_TRANSLATE_NOOP("staff", "If you don’t feel this was taken seriously")
    FINISH = QT_TRANSLATE_NOOP("staff", "Finish and clear this screen")
    SOMETHING_ELSE = QT_TRANSLATE_NOOP("staff", "Send something else")

    # Start
    START_TITLE = QT_TRANSLATE_NOOP("staff", "What would you like to tell us?")
    START_INTRO = QT_TRANSLATE_NOOP(
        "staff",
        "You don’t need an account, and you don’t need proof. What you write is locked before it leaves this computer. "
        "Only the people named beside each form can open it.",
    )
    DOOR_CONCERN = QT_TRANSLATE_NOOP("staff", "Share a concern about an adult")
    SOMETHING_MORE = QT_TRANSLATE_NOOP("staff", "Something else: lost data, other work, or something legal")
    SENT_BEFORE = QT_TRANSLATE_NOOP("staff", "Sent something before?")
    USE_PHRASE = QT_TRANSLATE_NOOP("staff", "Use your return phrase to read a reply or add to it.")
    COME_BACK = QT_TRANSLATE_NOOP("staff", "Come back to it")
    OUT_OF_REACH = QT_TRANSLATE_NOOP("staff", "The shared folder can’t be reached.")
    OUT_OF_REACH_MORE = QT_TRANSLATE_NOOP(
        "staff", "You can still send: your report is locked now and goes as soon as the folder is back."
    )
    AFTER_TITLE = QT_TRANSLATE_NOOP("staff", "After you send it")
    AFTER = QT_TRANSLATE_NOOP(
        "staff",
        "Once sent, a report can’t be opened by IT staff or the office, even if they use this computer. "
        "You can’t reopen it here either.",
    )

    # Sign in
    SIGN_IN = QT_TRANSLATE_NOOP("staff", "Sign in")
    SIGN_IN_WHY = QT_TRANSLATE_NOOP("staff", "To see what you’ve sent, or to review records.")
    SIGN_IN_KEEPS = QT_TRANSLATE_NOOP(
        "staff",
        "Sign in, and what you’ve written is kept as a draft for you only. Until then it’s only on this screen.",
    )
    YOUR_NAME = QT_TRANSLATE_NOOP("staff", "Your name")
    TYPE_NAME = QT_TRANSLATE_NOOP("staff", "Start typing your name")
    NAME_MISSING = QT_TRANSLATE_NOOP("staff", "Type three letters of your name, then choose it")
    PASSPHRASE = QT_TRANSLATE_NOOP("staff", "Passphrase")
    PASSPHRASE_MISSING = QT_TRANSLATE_NOOP("staff", "Type your passphrase")
    SIGNING_IN = QT_TRANSLATE_NOOP("staff", "Opening…")
    TRY_AGAIN_IN = QT_TRANSLATE_NOOP("staff", "Try again in {seconds} seconds.")

    # Plain pages
    NO_READERS = QT_TRANSLATE_NOOP(
        "staff", "This computer can’t take reports yet, because nobody is set up to open them."
    )
    NO_READERS_MORE = QT_TRANSLATE_NOOP("staff", "Please tell {dsl} in person.")
    CLOCK_WRONG = QT_TRANSLATE_NOOP("staff", "This computer’s clock says {day}.")
    CLOCK_WRONG_MORE = QT_TRANSLATE_NOOP(
        "staff",
        "Something of the school was signed on a later day, so one of two clocks is wrong. Deadlines would be wrong: "
        "ask IT to set it.",
    )
    HOW_TO_FIX = QT_TRANSLATE_NOOP("staff", "How to fix")
    TELL_NAMED = QT_TRANSLATE_NOOP("staff", "First: {name}")
    TELL_WHERE = QT_TRANSLATE_NOOP("staff", "Where are you?")
    AT_SITE = QT_TRANSLATE_NOOP("staff", "{purpose}, {site}")
    SEARCH_ALL = QT_TRANSLATE_NOOP("staff", "Search policies, help and contacts")
    POLICIES = QT_TRANSLATE_NOOP("staff", "Code of conduct and policies")
    CHILD_TELLS = QT_TRANSLATE_NOOP("staff", "When a child tells you something")
    WHO_TELL = QT_TRANSLATE_NOOP("staff", "Who do I tell?")
    WHO_TELL_INTRO = QT_TRANSLATE_NOOP(
        "staff", "Two or three questions, and a name. Nothing that you choose here is kept or sent."
    )
    TELL_ABOUT = QT_TRANSLATE_NOOP("staff", "Who is it about?")
    TELL_WHAT = QT_TRANSLATE_NOOP("staff", "What is it?")
    TELL_FIRST = QT_TRANSLATE_NOOP("staff", "Answer both questions, and the names stand here.")
    TELL_WHOM = QT_TRANSLATE_NOOP("staff", "Whom to tell")
    OTHER_WAYS = QT_TRANSLATE_NOOP("staff", "Other ways to raise a concern")
    OTHER_WAYS_INTRO = QT_TRANSLATE_NOOP(
        "staff",
        "You don’t have to use this computer. You can speak to any of these people, and you don’t have to ask us "
        "first.",
    )
    AT_SCHOOL = QT_TRANSLATE_NOOP("staff", "At school")
    OUTSIDE = QT_TRANSLATE_NOOP("staff", "Outside school")
    WHO_SEES = QT_TRANSLATE_NOOP("staff", "Who sees what")
    WHO_SEES_INTRO = QT_TRANSLATE_NOOP(
        "staff",
        "Each report is locked so that only some people can open it. This is who they would be today. Each form shows "
        "them by name, and shows it when they change.",
    )
    CONCERN_ABOUT_STAFF = QT_TRANSLATE_NOOP("staff", "A concern about someone who works here")
    CONCERN_ABOUT_ROLE = QT_TRANSLATE_NOOP("staff", "A concern about {name}")
    CONCERN_ABOUT = QT_TRANSLATE_NOOP("staff", "A concern about {name}, {role}")
    NOBODY_HERE = QT_TRANSLATE_NOOP("staff", "Nobody at school: the form shows who can help")
    WHO_NEVER = QT_TRANSLATE_NOOP(
        "staff",
        "Nobody can open a report about themselves. Once a report is sent, the office, IT staff and the makers of "
        "Candour can’t open it.",
    )
    WHO_CHANGES = QT_TRANSLATE_NOOP(
        "staff",
        "A report that says it may be about one of these people goes to someone else. If one of them is away, the next "
        "in line can open it.",
    )
    PRIVACY = QT_TRANSLATE_NOOP("staff", "Privacy notice")
    PRIVACY_LOCKED = QT_TRANSLATE_NOOP(
        "staff",
        "What you write is locked on this computer before it leaves it. Only the keys of the people named beside the "
        "form can open it. If you aren’t signed in, nothing you type is saved here.",
    )
    PRIVACY_NO_RECORD = QT_TRANSLATE_NOOP(
        "staff", "We don’t record who is signed in to Windows or which computer you used."
    )
    PRIVACY_CANNOT = QT_TRANSLATE_NOOP("staff", "What we can’t promise")
    PRIVACY_WATCH = QT_TRANSLATE_NOOP(
        "staff",
        "Anyone who can run programs as this Windows user could watch you type. If you worry about that, use a "
        "different "
        "computer or tell a person.",
    )
    PRIVACY_SCREEN = QT_TRANSLATE_NOOP(
        "staff",
        "School monitoring software may record this screen. To report without it, speak to someone, or ring from your "
        "own phone.",
    )
    PRIVACY_IT = QT_TRANSLATE_NOOP(
        "staff",
        "IT can see that this computer, and whoever is signed in to Windows on it, sent something: not what, not about "
        "whom, not to whom.",
    )
    PRIVACY_LAW = QT_TRANSLATE_NOOP(
        "staff",
        "What you write may point to you: a place, a time, something only you saw. And sometimes the law means that "
        "what "
        "you say, or your name, must be shared.",
    )
    PRIVACY_KEPT = QT_TRANSLATE_NOOP("staff", "What is kept")
    PRIVACY_RECORD = QT_TRANSLATE_NOOP(
        "staff", "Nothing sent is ever overwritten. If a record is taken away one day, a note that it was there stays."
    )
    PRIVACY_RIGHTS = QT_TRANSLATE_NOOP(
        "staff", "Anyone may ask the school what it holds about them. Names of others may then be covered."
    )
    PRIVACY_PASSPHRASE = QT_TRANSLATE_NOOP(
        "staff", "If you sign in, your drafts can be opened with your passphrase only. We can’t reset it."
    )
    ABOUT_CANDOUR = QT_TRANSLATE_NOOP("staff", "About Candour")
    ACCESSIBILITY = QT_TRANSLATE_NOOP("staff", "Accessibility")
    ACCESS_INTRO = QT_TRANSLATE_NOOP(
        "staff", "Everyone should be able to use these pages. We aim for WCAG 2.2, level AA."
    )
    ACCESS_KEYS = QT_TRANSLATE_NOOP(
        "staff",
        "You can do all of it with the keyboard. Tab goes on to the next thing, and Enter or Space presses it. In a "
        "box "
        "for more than one line, Ctrl and Enter means Continue. Alt and the left arrow goes back. F9 hides the screen.",
    )
    ACCESS_SIZE = QT_TRANSLATE_NOOP(
        "staff", "Text size, at the top of the start page, makes all of it larger. Colours follow those of Windows."
    )
    ACCESS_READER = QT_TRANSLATE_NOOP(
        "staff", "A screen reader hears each page’s heading, each mistake, and each change to who can open a report."
    )
    ACCESS_NOT_YET = QT_TRANSLATE_NOOP("staff", "What doesn’t work yet")
    ACCESS_LIMITS = QT_TRANSLATE_NOOP(
        "staff", "Languages that are written from right to left. And no one from outside has tested it all yet."
    )
    ACCESS_HELP = QT_TRANSLATE_NOOP(
        "staff",
        "If something here is in your way, tell a person instead. The page “Other ways to raise a concern” lists whom.",
    )

    # About a child
    FINISH_CLEARED = QT_TRANSLATE_NOOP("staff", "Back to the start")
    ADULT_TOO = QT_TRANSLATE_NOOP("staff", "It’s about an adult as well")

    # Home
    HOME_TITLE = QT_TRANSLATE_NOOP("staff", "Tell us something")
    LOCK = QT_TRANSLATE_NOOP("staff", "Lock")
    TO_INBOX = QT_TRANSLATE_NOOP("staff", "Back to the inbox")
    STARTED = QT_TRANSLATE_NOOP("staff", "What you’ve started")
    STARTED_AT = QT_TRANSLATE_NOOP("staff", "Saved {day} at {time}")
    CARRY_ON_WHICH = QT_TRANSLATE_NOOP("staff", "Carry on with {form}, saved {day} at {time}")
    TIE_DECLARED = QT_TRANSLATE_NOOP("staff", "A relationship that you declared on {day}, {reference}")
    SECOND_PART = QT_TRANSLATE_NOOP("staff", "One part is still to be sent.")
    SECOND_PART_MORE = QT_TRANSLATE_NOOP(
        "staff", "You said that someone should look at it as more than a gift. What you wrote is in the next form."
    )
    GO_ON_TELLING = QT_TRANSLATE_NOOP("staff", "Go on to the second part")
    SENT_TITLE = QT_TRANSLATE_NOOP("staff", "What you’ve sent")
    SENT_NOTHING = QT_TRANSLATE_NOOP("staff", "You haven’t sent anything yet.")
    SENT_NOTHING_MORE = QT_TRANSLATE_NOOP("staff", "What you send while signed in is listed here, for you only.")
    SHOW_DETAILS = QT_TRANSLATE_NOOP("staff", "Show details")
    SHOW_DETAILS_OF = QT_TRANSLATE_NOOP("staff", "Show details of {reference}, {form}")
    STATE_SENT = QT_TRANSLATE_NOOP("staff", "Sent")
    STATE_RECEIVED = QT_TRANSLATE_NOOP("staff", "Received by {names}")
    STATE_ASKED = QT_TRANSLATE_NOOP("staff", "{name} asked you something")
    STATE_DEALT = QT_TRANSLATE_NOOP("staff", "Dealt with")
    STATE_DECIDED = QT_TRANSLATE_NOOP("staff", "Decided")
    STATE_APPROVED = QT_TRANSLATE_NOOP("staff", "Approved")
    STATE_EXPIRED = QT_TRANSLATE_NOOP("staff", "Approved, now over")
    STATE_TURNED_DOWN = QT_TRANSLATE_NOOP("staff", "Turned down")
    REPLIES = QT_TRANSLATE_NOOP("staff", "What came back")
    NO_REPLIES = QT_TRANSLATE_NOOP("staff", "Nobody has replied yet.")
    REPLIED = QT_TRANSLATE_NOOP("staff", "{name} wrote, {day} at {time}")
    ASKED = QT_TRANSLATE_NOOP("staff", "{name} asked, {day} at {time}")
    YOUR_WORDS = QT_TRANSLATE_NOOP("staff", "What you wrote")
    SOMEONE = QT_TRANSLATE_NOOP("staff", "Someone who reads it")
    UNHEARD = QT_TRANSLATE_NOOP("staff", "Nobody has received {references} yet.")
    UNHEARD_MORE = QT_TRANSLATE_NOOP("staff", "More than a day has passed. Tell {name}{place} in person.")
    CANNOT_READ = QT_TRANSLATE_NOOP("staff", "What you’ve sent can’t be shown now.")
