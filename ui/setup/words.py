# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of first run, each with its own name, so that they can be read, tested and translated together."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer

say = sayer("setup")
"""Says a text of this area."""


class Setup(StrEnum):
    """Every text of first run; what stands in braces is filled in."""

    # Welcome
    WELCOME = QT_TRANSLATE_NOOP("setup", "Welcome to Candour")
    WELCOME_MORE = QT_TRANSLATE_NOOP(
        "setup",
        "A place for anyone who works in a school to say something about an adult’s conduct, to the right person. "
        "This computer belongs to no school yet.",
    )
    WELCOME_DANGER = QT_TRANSLATE_NOOP(
        "setup", "If a child is in danger, don’t wait for this. Tell the safeguarding lead in person, or call 999."
    )
    SET_UP = QT_TRANSLATE_NOOP("setup", "Set up a school")
    SET_UP_MORE = QT_TRANSLATE_NOOP(
        "setup",
        "The first computer of a school. Have the head, the safeguarding lead and the chair with you at the end.",
    )
    SET_UP_TIME = QT_TRANSLATE_NOOP("setup", "About 20 minutes")
    JOIN = QT_TRANSLATE_NOOP("setup", "Join my school")
    JOIN_MORE = QT_TRANSLATE_NOOP("setup", "Your school has Candour already, and this is another computer.")
    JOIN_TIME = QT_TRANSLATE_NOOP("setup", "About 2 minutes")
    LOOK = QT_TRANSLATE_NOOP("setup", "Look around with made-up data")
    LOOK_MORE = QT_TRANSLATE_NOOP("setup", "A made-up school with two years of records. Nothing here is real.")
    LOOK_TIME = QT_TRANSLATE_NOOP("setup", "Half a minute to make")
    MAKING_DEMO = QT_TRANSLATE_NOOP("setup", "Making the made-up school…")
    NOT_MADE = QT_TRANSLATE_NOOP("setup", "It could not be made.")

    # The frame of the wizard
    WIZARD = QT_TRANSLATE_NOOP("setup", "Set up Candour")
    NEW_SCHOOL = QT_TRANSLATE_NOOP("setup", "A new school")
    STEP_OF = QT_TRANSLATE_NOOP("setup", "Step {number} of 6")
    STEP_NOTE = QT_TRANSLATE_NOOP("setup", "Step {number} of 6 · you can change this later in Settings")
    STEP_LAST_NOTE = QT_TRANSLATE_NOOP("setup", "Step {number} of 6 · the school is made at the end of this one")
    STEP_STATE_DONE = QT_TRANSLATE_NOOP("setup", "{step}, done")
    STEP_STATE_NOW = QT_TRANSLATE_NOOP("setup", "{step}, this step")
    STEPS = QT_TRANSLATE_NOOP("setup", "Steps")
    CONTINUE = QT_TRANSLATE_NOOP("setup", "Save and continue")
    SKIP = QT_TRANSLATE_NOOP("setup", "Skip for now")
    BACK = QT_TRANSLATE_NOOP("setup", "Back")
    STOP = QT_TRANSLATE_NOOP("setup", "Stop setting up")
    STOP_QUESTION = QT_TRANSLATE_NOOP("setup", "Stop setting up, and lose what you’ve typed?")
    STOP_MORE = QT_TRANSLATE_NOOP(
        "setup",
        "Nothing is written to this computer before the last step, because there is no key yet to lock it with. "
        "To come back to it, leave this window open.",
    )
    GO_ON = QT_TRANSLATE_NOOP("setup", "Go on setting up")
    CLOSE_ALL_THE_SAME = QT_TRANSLATE_NOOP("setup", "Close all the same")
    KEY_LOST = QT_TRANSLATE_NOOP("setup", "Close before the paper key is locked away?")
    KEY_LOST_MORE = QT_TRANSLATE_NOOP(
        "setup", "The school is made and works. But the paper key is shown on this page only; once closed, it is gone."
    )
    CLEAR = QT_TRANSLATE_NOOP("setup", "Clear it and stop")

    # 1 School
    SCHOOL = QT_TRANSLATE_NOOP("setup", "School")
    SCHOOL_TITLE = QT_TRANSLATE_NOOP("setup", "Your school")
    SCHOOL_INTRO = QT_TRANSLATE_NOOP(
        "setup",
        "You can go back and forth, and stop while this window stays open. What you type is kept in this window only, "
        "until the last step.",
    )
    SCHOOL_NAME = QT_TRANSLATE_NOOP("setup", "What is your school called?")
    NAME_ERROR = QT_TRANSLATE_NOOP("setup", "Write the school’s name")
    PHASE = QT_TRANSLATE_NOOP("setup", "What kind of school is it?")
    YEAR_START = QT_TRANSLATE_NOOP("setup", "When does the school year start?")
    CHOOSE = QT_TRANSLATE_NOOP("setup", "Choose one")
    CONTACTS = QT_TRANSLATE_NOOP("setup", "Who can help outside the school?")
    CONTACTS_HINT = QT_TRANSLATE_NOOP(
        "setup",
        "Shown to everybody, without signing in, and when nobody in the school may receive a report. Leave out what "
        "you don’t have at hand.",
    )
    CONTACT_NAME = QT_TRANSLATE_NOOP("setup", "{purpose}: name")
    CONTACT_PHONE = QT_TRANSLATE_NOOP("setup", "{purpose}: telephone")
    SUPPORT_LINE = QT_TRANSLATE_NOOP("setup", "Staff support line")
    SUPPORT_LINE_HINT = QT_TRANSLATE_NOOP("setup", "Name and number, if your school has one")

    # 2 People
    PEOPLE = QT_TRANSLATE_NOOP("setup", "People")
    PEOPLE_TITLE = QT_TRANSLATE_NOOP("setup", "Everybody who works with you")
    PEOPLE_INTRO = QT_TRANSLATE_NOOP(
        "setup",
        "Staff, supply, volunteers, contractors and governors. With a list, people can choose a name, and nobody reads "
        "about themselves.",
    )
    PASTE = QT_TRANSLATE_NOOP("setup", "Paste your staff list")
    PASTE_HINT = QT_TRANSLATE_NOOP(
        "setup", "From a spreadsheet, with its headings: Name, Job title, Class. Other columns are left alone."
    )
    READ_LIST = QT_TRANSLATE_NOOP("setup", "Read this list")
    OPEN_FILE = QT_TRANSLATE_NOOP("setup", "Choose a CSV file…")
    CSV_KIND = QT_TRANSLATE_NOOP("setup", "Staff lists (*.csv *.txt *.tsv)")
    NOTHING_PASTED = QT_TRANSLATE_NOOP("setup", "Paste a list with its headings first, or choose a file")
    PASTE_TOO_LONG = QT_TRANSLATE_NOOP("setup", "That is too long to paste. Save it as a CSV file and choose the file")
    GROUP = QT_TRANSLATE_NOOP("setup", "Class or team")
    FOUND = QT_TRANSLATE_NOOP("setup", "We found {people}, {without} without a job.")
    FOUND_ALL = QT_TRANSLATE_NOOP("setup", "We found {people}.")
    ONE_PERSON = QT_TRANSLATE_NOOP("setup", "1 person")
    SOME_PEOPLE = QT_TRANSLATE_NOOP("setup", "{count} people")
    READ_COLUMNS = QT_TRANSLATE_NOOP("setup", "Columns that were not read: {columns}.")
    LEFT_OUT = QT_TRANSLATE_NOOP("setup", "Nobody was taken in yet. These rows need another look:")
    TAKE_OTHERS = QT_TRANSLATE_NOOP("setup", "Take in the others ({count}), without these rows")
    ADD_ONE = QT_TRANSLATE_NOOP("setup", "Add somebody")
    ADD_NAME = QT_TRANSLATE_NOOP("setup", "Name")
    ADD_JOB = QT_TRANSLATE_NOOP("setup", "Job")
    ADD_JOB_HINT = QT_TRANSLATE_NOOP("setup", "For example: Chair of governors")
    ADD = QT_TRANSLATE_NOOP("setup", "Add to the list")
    ADD_ERROR = QT_TRANSLATE_NOOP("setup", "Write a name first")
    PEOPLE_ERROR = QT_TRANSLATE_NOOP("setup", "List at least the people who will read reports")
    ON_LIST = QT_TRANSLATE_NOOP("setup", "On the list: {people}")
    PEOPLE_TABLE = QT_TRANSLATE_NOOP("setup", "People on the list")
    REMOVE = QT_TRANSLATE_NOOP("setup", "Take {name} off the list")
    NOBODY_LISTED = QT_TRANSLATE_NOOP("setup", "Nobody is on the list yet.")

    # 3 Who sees what
    READERS = QT_TRANSLATE_NOOP("setup", "Who sees what")
    READERS_INTRO = QT_TRANSLATE_NOOP(
        "setup",
        "Each report is locked so that only the people on the right can open it. Choose the people now; the lines "
        "follow the rules in your code of conduct.",
    )
    REPORT_ABOUT = QT_TRANSLATE_NOOP("setup", "A report about…")
    OPENED_BY = QT_TRANSLATE_NOOP("setup", "…can be opened only by")
    ABOUT_WORKER = QT_TRANSLATE_NOOP("setup", "A member of staff, volunteer, supply or contractor")
    ABOUT_DSL = QT_TRANSLATE_NOOP("setup", "The designated safeguarding lead")
    ABOUT_HEAD = QT_TRANSLATE_NOOP("setup", "The headteacher")
    ABOUT_GOVERNOR = QT_TRANSLATE_NOOP("setup", "A governor")
    ABOUT_CHAIR = QT_TRANSLATE_NOOP("setup", "The chair of governors")
    ROLE_DSL = QT_TRANSLATE_NOOP("setup", "Safeguarding lead (DSL)")
    ROLE_DEPUTY_DSL = QT_TRANSLATE_NOOP("setup", "Deputy safeguarding lead")
    ROLE_HEAD = QT_TRANSLATE_NOOP("setup", "Headteacher")
    ROLE_DEPUTY_HEAD = QT_TRANSLATE_NOOP("setup", "Deputy headteacher")
    ROLE_CHAIR = QT_TRANSLATE_NOOP("setup", "Chair of governors")
    ROLE_VICE_CHAIR = QT_TRANSLATE_NOOP("setup", "Vice-chair of governors")
    NOBODY_YET = QT_TRANSLATE_NOOP("setup", "Nobody yet")
    CHOOSE_ROLE = QT_TRANSLATE_NOOP("setup", "Choose the {role}")
    CHANGE_ROLE = QT_TRANSLATE_NOOP("setup", "Change the {role}, now {name}")
    WHO_IS = QT_TRANSLATE_NOOP("setup", "Who is the {role}?")
    WHO_IS_MORE = QT_TRANSLATE_NOOP("setup", "Somebody from the list of step 2. One person may hold several roles.")
    PERSON = QT_TRANSLATE_NOOP("setup", "Person")
    LEAVE_AS_IT_IS = QT_TRANSLATE_NOOP("setup", "Leave it as it is")
    GIVE_ROLE = QT_TRANSLATE_NOOP("setup", "Give them this role")
    NO_LONGER = QT_TRANSLATE_NOOP("setup", "Nobody holds it")
    CHECKED = QT_TRANSLATE_NOOP("setup", "Checked")
    CHECK_THEMSELVES = QT_TRANSLATE_NOOP("setup", "Nobody can open a report about themselves.")
    CHECK_REACHES = QT_TRANSLATE_NOOP("setup", "Every kind of report reaches at least one person.")
    CHECK_REACHES_NOT = QT_TRANSLATE_NOOP("setup", "A report about {about} reaches nobody yet.")
    CHECK_ALONE = QT_TRANSLATE_NOOP(
        "setup", "Only {name} can open a report about {about}. Add someone else in case they’re away."
    )
    ADD_SUGGESTED = QT_TRANSLATE_NOOP("setup", "Add {name}")
    SHOW_NAMES = QT_TRANSLATE_NOOP("setup", "Show these names to staff on every form")
    SHOW_NAMES_MORE = QT_TRANSLATE_NOOP(
        "setup",
        "People are more likely to speak up when they can see exactly who will read it. Without this, forms say “the "
        "headteacher” and no name.",
    )
    WHO_NEVER = QT_TRANSLATE_NOOP("setup", "Who never can")
    WHO_NEVER_MORE = QT_TRANSLATE_NOOP(
        "setup",
        "Once a report is sent: the office, IT staff, the person setting this up (unless shown here) and the makers of "
        "Candour.",
    )
    AS_TABLE = QT_TRANSLATE_NOOP("setup", "Show as a table")
    AS_LINES = QT_TRANSLATE_NOOP("setup", "Show as lines")
    TABLE_ABOUT = QT_TRANSLATE_NOOP("setup", "A report about")
    TABLE_READERS = QT_TRANSLATE_NOOP("setup", "Can be opened only by")
    DSL_ERROR = QT_TRANSLATE_NOOP("setup", "Choose the safeguarding lead")
    HEAD_ERROR = QT_TRANSLATE_NOOP("setup", "Choose the headteacher")
    CHAIR_ERROR = QT_TRANSLATE_NOOP("setup", "Choose the chair of governors")
    SECOND_ERROR = QT_TRANSLATE_NOOP(
        "setup",
        "Choose two different people among head, safeguarding lead and chair: no one person may change who reads",
    )

    # 4 Code and policies
    POLICIES = QT_TRANSLATE_NOOP("setup", "Code and policies")
    POLICIES_INTRO = QT_TRANSLATE_NOOP("setup", "You can skip this step, and come back to it in Settings.")
    CODE = QT_TRANSLATE_NOOP("setup", "Your code of conduct")
    CODE_HINT = QT_TRANSLATE_NOOP(
        "setup", "Candour remembers the file’s name and its fingerprint, so that everybody can see which edition holds."
    )
    CODE_CHOOSE = QT_TRANSLATE_NOOP("setup", "Choose the file…")
    CODE_NONE = QT_TRANSLATE_NOOP("setup", "No file chosen")
    CODE_CHOSEN = QT_TRANSLATE_NOOP("setup", "{name}, fingerprint {digest}")
    CLOCK = QT_TRANSLATE_NOOP("setup", "How soon does somebody decide about a report?")
    CLOCK_HINT = QT_TRANSLATE_NOOP(
        "setup", "Hours of the day and night, from when it was sent. Closed days are shown beside it, never taken off."
    )
    CLOCK_24 = QT_TRANSLATE_NOOP("setup", "Within 24 hours")
    CLOCK_24_MORE = QT_TRANSLATE_NOOP("setup", "What most codes of conduct say")
    CLOCK_12 = QT_TRANSLATE_NOOP("setup", "Within 12 hours")
    CLOCK_12_MORE = QT_TRANSLATE_NOOP("setup", "By the evening of the same day, or the next morning")
    GIFT_LIMIT = QT_TRANSLATE_NOOP("setup", "From which worth on does somebody decide about a gift?")
    GIFT_LIMIT_HINT = QT_TRANSLATE_NOOP(
        "setup", "In pounds. With £0 somebody decides about every gift; below the limit a gift is only noted."
    )
    GIFT_LIMIT_ERROR = QT_TRANSLATE_NOOP("setup", "Write the gift limit as an amount like 25 or 12.50, or 0")
    CLOSING = QT_TRANSLATE_NOOP("setup", "Who decides about low-level concerns?")
    HEAD_DECIDES = QT_TRANSLATE_NOOP("setup", "The headteacher decides")
    HEAD_DECIDES_MORE = QT_TRANSLATE_NOOP(
        "setup", "The safeguarding lead prepares it, as the statutory guidance has it"
    )
    DSL_DECIDES = QT_TRANSLATE_NOOP("setup", "The safeguarding lead may decide")
    DSL_DECIDES_MORE = QT_TRANSLATE_NOOP("setup", "The headteacher is shown each one. For schools whose policy says so")

    # 5 Shared folder
    FOLDER = QT_TRANSLATE_NOOP("setup", "Shared folder")
    FOLDER_INTRO = QT_TRANSLATE_NOOP(
        "setup",
        "Reports travel between computers as locked files in one folder. Whoever looks after that folder can’t read "
        "them.",
    )
    FOLDER_WHERE = QT_TRANSLATE_NOOP("setup", "Where do people use Candour?")
    ONLY_HERE = QT_TRANSLATE_NOOP("setup", "Only this computer")
    ONLY_HERE_MORE = QT_TRANSLATE_NOOP("setup", "Everybody comes to it. You can move to a folder later")
    ON_NETWORK = QT_TRANSLATE_NOOP("setup", "A folder on the school network")
    ON_NETWORK_MORE = QT_TRANSLATE_NOOP("setup", "Staff report from any computer that sees that folder")
    FOLDER_PATH = QT_TRANSLATE_NOOP("setup", "The folder")
    FOLDER_PATH_HINT = QT_TRANSLATE_NOOP("setup", "An empty folder that all these computers can see")
    BROWSE = QT_TRANSLATE_NOOP("setup", "Choose…")
    TEST = QT_TRANSLATE_NOOP("setup", "Test this folder")
    FOLDER_TEST_WHY = QT_TRANSLATE_NOOP("setup", "Writes a file there, reads it and removes it")
    TESTING = QT_TRANSLATE_NOOP("setup", "Testing…")
    FOLDER_ERROR = QT_TRANSLATE_NOOP("setup", "Choose where Candour is used, and test the folder")
    NOTE_TITLE = QT_TRANSLATE_NOOP("setup", "For your IT team")
    NOTE = QT_TRANSLATE_NOOP(
        "setup",
        "Please set the rights of this folder so that everybody who uses Candour can list it, read files and create "
        "files, but not change or delete any (on Windows, remove CREATOR OWNER). Leave it out of tools that rewrite or "
        "clean up files. Everything in it is locked: nobody who looks after it can read a report. Folder: {folder}",
    )
    NOTE_COPY = QT_TRANSLATE_NOOP("setup", "Copy this note")
    NOTE_COPIED = QT_TRANSLATE_NOOP("setup", "Copied. The clipboard clears in one minute.")

    # 6 Keys
    KEYS = QT_TRANSLATE_NOOP("setup", "Recovery kit")
    KEYS_TITLE = QT_TRANSLATE_NOOP("setup", "Passphrases and the paper key")
    KEYS_INTRO = QT_TRANSLATE_NOOP(
        "setup",
        "Now each of these people sits down here in turn and chooses a passphrase. Look away while they type: nobody "
        "else should know it.",
    )
    KEYS_WHO = QT_TRANSLATE_NOOP("setup", "Who has chosen one")
    KEY_READY = QT_TRANSLATE_NOOP("setup", "Key ready")
    KEY_WAITING = QT_TRANSLATE_NOOP("setup", "Waiting for {name} to set their passphrase")
    KEY_CHOOSE = QT_TRANSLATE_NOOP("setup", "{name} chooses now")
    KEY_AGAIN = QT_TRANSLATE_NOOP("setup", "{name} chooses again")
    KEYS_LATER = QT_TRANSLATE_NOOP(
        "setup",
        "Whoever isn’t here can be invited later. Until then their reports go only to the other readers on that line.",
    )
    CHOOSE_PASSPHRASE = QT_TRANSLATE_NOOP("setup", "Choose a passphrase")
    FOR_NAME = QT_TRANSLATE_NOOP("setup", "For {name}")
    PASSPHRASE_ADVICE = QT_TRANSLATE_NOOP(
        "setup",
        "Three or four unrelated words are easier to remember and harder to guess than a short password.",
    )
    SUGGEST = QT_TRANSLATE_NOOP("setup", "Suggest one")
    SUGGESTED = QT_TRANSLATE_NOOP("setup", "Suggested: {phrase}")
    PASSPHRASE = QT_TRANSLATE_NOOP("setup", "Passphrase")
    ONCE_MORE = QT_TRANSLATE_NOOP("setup", "The same once more")
    TOO_EASY = QT_TRANSLATE_NOOP("setup", "Too easy to guess")
    GOOD = QT_TRANSLATE_NOOP("setup", "Good")
    STRONG = QT_TRANSLATE_NOOP("setup", "Strong")
    DO_LONGER = QT_TRANSLATE_NOOP("setup", "Add another word: it needs 15 letters or more.")
    DO_NAMES = QT_TRANSLATE_NOOP("setup", "Leave out names that are known here, and add a word.")
    DO_COMMON = QT_TRANSLATE_NOOP("setup", "Add words that others would not think of.")
    DO_GOOD = QT_TRANSLATE_NOOP("setup", "One more word would make it strong.")
    NOT_THE_SAME = QT_TRANSLATE_NOOP("setup", "The two are not the same. Type the second one again.")
    NO_RESET = QT_TRANSLATE_NOOP(
        "setup",
        "There is no “reset by email”. Nobody can look it up or change it for you, the makers of Candour included.",
    )
    USE_PASSPHRASE = QT_TRANSLATE_NOOP("setup", "Use this passphrase")
    OFFICERS_ERROR = QT_TRANSLATE_NOOP(
        "setup", "Two of head, safeguarding lead, chair and vice-chair have to choose a passphrase here"
    )
    READERS_ERROR = QT_TRANSLATE_NOOP(
        "setup", "A report about {about} could be opened by nobody yet: {names} has to choose a passphrase"
    )
    FOUND_SCHOOL = QT_TRANSLATE_NOOP("setup", "Make the school")
    FOUNDING = QT_TRANSLATE_NOOP("setup", "Making the school…")

    # Done
    DONE = QT_TRANSLATE_NOOP("setup", "{school} is set up")
    DONE_INTRO = QT_TRANSLATE_NOOP(
        "setup",
        "Four things are left to do. The first one can’t be done later: the paper key is shown now, and never again.",
    )
    PAPER_KEY = QT_TRANSLATE_NOOP("setup", "1. Lock the paper key away")
    PAPER_KEY_MORE = QT_TRANSLATE_NOOP(
        "setup",
        "Print it twice, put each into a sealed envelope, and keep them in two places: the school safe, and with the "
        "chair. Whoever holds it can replace the officers, which every computer then shows for ever.",
    )
    SAVE_PAPER_KEY = QT_TRANSLATE_NOOP("setup", "Save the paper key as PDF to print…")
    PRINT_PAPER_KEY = QT_TRANSLATE_NOOP("setup", "Print the paper key…")
    LAST_GROUP = QT_TRANSLATE_NOOP("setup", "Type the last group to show you have it")
    LAST_GROUP_WRONG = QT_TRANSLATE_NOOP("setup", "That is not the last group. Look at the printed sheet.")
    POSTER = QT_TRANSLATE_NOOP("setup", "2. Put up the poster")
    POSTER_MORE = QT_TRANSLATE_NOOP(
        "setup", "It says where Candour is and who reads, with the school’s six words: {words}"
    )
    PRINT_POSTER = QT_TRANSLATE_NOOP("setup", "Print the poster")
    SAVE_POSTER = QT_TRANSLATE_NOOP("setup", "Save the poster as PDF…")
    OTHERS = QT_TRANSLATE_NOOP("setup", "3. Join the other computers")
    OTHERS_MORE = QT_TRANSLATE_NOOP(
        "setup", "On each of them choose “Join my school”, with this code. It is no secret: {code}"
    )
    KITS = QT_TRANSLATE_NOOP("setup", "4. Sign in once, each of you, and make your recovery kit")
    KITS_MORE = QT_TRANSLATE_NOOP(
        "setup",
        "So that you know your passphrase works while the others are still here, and that a forgotten one locks "
        "nobody out. Whoever has to go can make it later, in Settings.",
    )
    KIT_MADE = QT_TRANSLATE_NOOP("setup", "Kit made, and its sheet checked")
    KIT_MISSING = QT_TRANSLATE_NOOP("setup", "No recovery kit yet")
    KIT_NOW = QT_TRANSLATE_NOOP("setup", "{name} makes theirs now")
    PASSPHRASE_OF = QT_TRANSLATE_NOOP("setup", "Passphrase of {name}")
    KIT_SIGN_IN = QT_TRANSLATE_NOOP("setup", "Sign in")
    KIT_SIGNING_IN = QT_TRANSLATE_NOOP("setup", "Opening…")
    START = QT_TRANSLATE_NOOP("setup", "Start using Candour")
    SAVED_AS = QT_TRANSLATE_NOOP("setup", "Saved as {file}. Delete the file when it is printed.")
    POSTER_SAVED = QT_TRANSLATE_NOOP("setup", "Saved as {file}.")
    SAVE_TITLE = QT_TRANSLATE_NOOP("setup", "Save as PDF")
    PDF_KIND = QT_TRANSLATE_NOOP("setup", "PDF (*.pdf)")
    KEY_FILE = QT_TRANSLATE_NOOP("setup", "paper-key.pdf")
    POSTER_FILE = QT_TRANSLATE_NOOP("setup", "poster.pdf")

    # Join
    JOIN_TITLE = QT_TRANSLATE_NOOP("setup", "Find your school’s folder")
    JOIN_INTRO = QT_TRANSLATE_NOOP(
        "setup", "Whoever looks after Candour has the code. It stands in Settings, and names your school."
    )
    JOIN_CODE = QT_TRANSLATE_NOOP("setup", "The code")
    JOIN_CODE_HINT = QT_TRANSLATE_NOOP("setup", "29 letters and digits; capitals, spaces and hyphens don’t matter")
    JOIN_FOLDER_HINT = QT_TRANSLATE_NOOP("setup", "The folder on the school network that your school uses")
    JOIN_FIND = QT_TRANSLATE_NOOP("setup", "Find my school")
    JOINING = QT_TRANSLATE_NOOP("setup", "Looking…")
    JOIN_CODE_ERROR = QT_TRANSLATE_NOOP("setup", "Type the code")
    JOIN_FOLDER_ERROR = QT_TRANSLATE_NOOP("setup", "Choose the folder")
    JOIN_FOUND = QT_TRANSLATE_NOOP("setup", "You’re joining {school}")
    JOIN_FINGERPRINT = QT_TRANSLATE_NOOP(
        "setup", "Fingerprint: {words}. Check it matches the poster in the staff room or ask {name}."
    )
    JOIN_ASK = QT_TRANSLATE_NOOP("setup", "the headteacher")
    MATCHES = QT_TRANSLATE_NOOP("setup", "It matches")
    DIFFERENT = QT_TRANSLATE_NOOP("setup", "It’s different")
    JOINED = QT_TRANSLATE_NOOP("setup", "This computer belongs to {school} now.")
    USE_FOR_ANYONE = QT_TRANSLATE_NOOP("setup", "Use this computer for anyone to report from")
    AND_MY_SIGN_IN = QT_TRANSLATE_NOOP("setup", "and set up my own sign-in")
    DONT_GO_ON = QT_TRANSLATE_NOOP("setup", "Don’t go on. Tell {name}: this folder may not be the real one.")
    NOTHING_JOINED = QT_TRANSLATE_NOOP("setup", "Nothing on this computer was changed.")


def say_people(count: int) -> str:
    """Say how many people there are."""
    return say(Setup.ONE_PERSON) if count == 1 else say(Setup.SOME_PEOPLE, count=f"{count:,}")
