# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the settings, each with its own name, so that they can be read, tested and translated together."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer

say = sayer("settings")
"""Says a text of this area."""


class Settings(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    # Frame
    TITLE = QT_TRANSLATE_NOOP("settings", "Settings")
    BACK = QT_TRANSLATE_NOOP("settings", "Back")
    SAVED = QT_TRANSLATE_NOOP("settings", "Saved")

    # The passphrase again
    AGAIN = QT_TRANSLATE_NOOP("settings", "Your passphrase again")
    AGAIN_WHY = QT_TRANSLATE_NOOP(
        "settings", "This affects who can read what, so Candour makes sure that it’s still you."
    )
    PASSPHRASE = QT_TRANSLATE_NOOP("settings", "Passphrase")
    CONFIRM = QT_TRANSLATE_NOOP("settings", "Confirm")
    CONFIRMING = QT_TRANSLATE_NOOP("settings", "Checking…")
    CANCEL = QT_TRANSLATE_NOOP("settings", "Cancel")

    # Staff list
    STAFF = QT_TRANSLATE_NOOP("settings", "Staff list")
    STAFF_FOR = QT_TRANSLATE_NOOP(
        "settings", "Everyone who works here, so that reports name the right person. Leaving never deletes records."
    )
    STAFF_TABLE = QT_TRANSLATE_NOOP("settings", "Everyone who is listed")
    NAME = QT_TRANSLATE_NOOP("settings", "Name")
    JOB = QT_TRANSLATE_NOOP("settings", "Job")
    ROLES = QT_TRANSLATE_NOOP("settings", "Roles")
    HOURS = QT_TRANSLATE_NOOP("settings", "Hours with children")
    SIGN_IN = QT_TRANSLATE_NOOP("settings", "Sign-in")
    LEAVES = QT_TRANSLATE_NOOP("settings", "Leaving on")
    HAS_SIGN_IN = QT_TRANSLATE_NOOP("settings", "Yes")
    NO_SIGN_IN = QT_TRANSLATE_NOOP("settings", "No")
    LEFT = QT_TRANSLATE_NOOP("settings", "Left {day}")
    IMPORT = QT_TRANSLATE_NOOP("settings", "Import a list")
    IMPORT_KIND = QT_TRANSLATE_NOOP("settings", "Lists (*.csv *.txt *.tsv);;All files (*)")
    FOUND_TITLE = QT_TRANSLATE_NOOP("settings", "What this file would change")
    FOUND = QT_TRANSLATE_NOOP(
        "settings", "{added} to add, {changed} changed, {unchanged} as they are, {refused} refused."
    )
    FOUND_MORE = QT_TRANSLATE_NOOP("settings", "And {count} more.")
    SAVE_PEOPLE = QT_TRANSLATE_NOOP("settings", "Save these people")

    # Roles and routing
    ROUTING = QT_TRANSLATE_NOOP("settings", "Roles and routing")
    ROUTING_FOR = QT_TRANSLATE_NOOP(
        "settings",
        "Each report is locked so that only the people on the right can open it, by the rules and the roles.",
    )
    ROUTING_TABLE = QT_TRANSLATE_NOOP("settings", "Who can open what")
    REPORT_ABOUT = QT_TRANSLATE_NOOP("settings", "A report about…")
    OPENED_BY = QT_TRANSLATE_NOOP("settings", "…can be opened only by")
    AS_TABLE = QT_TRANSLATE_NOOP("settings", "Show as a table")
    AS_LINES = QT_TRANSLATE_NOOP("settings", "Show as lines")
    DECIDES = QT_TRANSLATE_NOOP("settings", "Decides")
    ANYBODY = QT_TRANSLATE_NOOP("settings", "A member of staff, volunteer, supply or contractor")
    WITH_ROLE = QT_TRANSLATE_NOOP("settings", "{name} ({role})")
    OUTSIDE = QT_TRANSLATE_NOOP("settings", "Nobody at the school: somebody outside is told")

    WAITING = QT_TRANSLATE_NOOP("settings", "Waiting for you")
    WAITING_OTHERS = QT_TRANSLATE_NOOP("settings", "Waiting for others")
    OVERTAKEN = QT_TRANSLATE_NOOP("settings", "Overtaken")
    OVERTAKEN_MORE = QT_TRANSLATE_NOOP(
        "settings", "The list of people and roles has changed since, so nobody’s signature counts any more."
    )
    TURNED_DOWN = QT_TRANSLATE_NOOP("settings", "Turned down")
    TURNED_DOWN_BY = QT_TRANSLATE_NOOP("settings", "{name} turned it down.")
    TURNED_DOWN_WHY = QT_TRANSLATE_NOOP("settings", "{name} turned it down: {reason}")
    PROPOSED_BY = QT_TRANSLATE_NOOP("settings", "Proposed by {name} on {day}")
    SIGNED_BY = QT_TRANSLATE_NOOP("settings", "Signed by {names}.")
    WAITS_FOR = QT_TRANSLATE_NOOP("settings", "Waits for {names}.")
    SIGN = QT_TRANSLATE_NOOP("settings", "Sign it")
    SIGN_WHAT = QT_TRANSLATE_NOOP("settings", "You are about to sign: {what}")
    SIGN_HERE = QT_TRANSLATE_NOOP("settings", "{name} signs here")
    SIGN_HERE_TITLE = QT_TRANSLATE_NOOP("settings", "{name}’s passphrase")
    TURN_DOWN = QT_TRANSLATE_NOOP("settings", "Turn it down")
    TAKE_BACK = QT_TRANSLATE_NOOP("settings", "Take it back")
    AGAIN_PROPOSE = QT_TRANSLATE_NOOP("settings", "Propose it again")
    REASON = QT_TRANSLATE_NOOP("settings", "Reason, for those who asked")
    PROPOSED = QT_TRANSLATE_NOOP("settings", "Nothing has changed yet. {names} also signs it.")
    PROPOSED_SOME = QT_TRANSLATE_NOOP(
        "settings", "Nothing has changed yet. {names} also sign it, as many as are needed."
    )
    PROPOSED_LEAD = QT_TRANSLATE_NOOP("settings", "Proposed.")
    CHANGE_ROLE = QT_TRANSLATE_NOOP("settings", "Change a role")
    CHANGE_ROLE_MORE = QT_TRANSLATE_NOOP("settings", "Two officers sign, and whoever comes into the role.")
    PERSON = QT_TRANSLATE_NOOP("settings", "Person")
    ROLE = QT_TRANSLATE_NOOP("settings", "Role")
    CHOOSE_ROLE = QT_TRANSLATE_NOOP("settings", "Choose a role")
    WHAT_HAPPENS = QT_TRANSLATE_NOOP("settings", "What happens")
    COMES = QT_TRANSLATE_NOOP("settings", "Comes into it")
    GOES = QT_TRANSLATE_NOOP("settings", "Leaves it")
    FROM = QT_TRANSLATE_NOOP("settings", "From")
    UNTIL = QT_TRANSLATE_NOOP("settings", "Until (included)")
    PROPOSE = QT_TRANSLATE_NOOP("settings", "Propose")
    NEEDS_PERSON = QT_TRANSLATE_NOOP("settings", "Choose somebody from the list.")
    NEEDS_ROLE = QT_TRANSLATE_NOOP("settings", "Choose a role.")
    NEEDS_DAY = QT_TRANSLATE_NOOP("settings", "Write a day, such as 1 September 2026, or leave it empty.")

    # Who comes first
    ORDER = QT_TRANSLATE_NOOP("settings", "Who comes first")
    ORDER_MORE = QT_TRANSLATE_NOOP(
        "settings",
        "Where several hold one role, the first is asked first, and the next stands in. Two officers sign, and "
        "everybody whose place changes.",
    )
    ORDER_PLACE = QT_TRANSLATE_NOOP("settings", "{place}. {name}")
    ORDER_UP = QT_TRANSLATE_NOOP("settings", "Move {name} up")
    ORDER_PROPOSE = QT_TRANSLATE_NOOP("settings", "Propose this order")

    # Names on the forms
    NAMED = QT_TRANSLATE_NOOP("settings", "Names on the forms")
    NAMED_BOX = QT_TRANSLATE_NOOP("settings", "Show readers’ names to staff on every form")
    NAMED_MORE = QT_TRANSLATE_NOOP(
        "settings",
        "People are more likely to speak up when they can see exactly who will read it. Without this, forms say “the "
        "headteacher” and no name.",
    )
    NAMED_PROPOSE = QT_TRANSLATE_NOOP("settings", "Propose this change")

    # Kept apart
    APART = QT_TRANSLATE_NOOP("settings", "Not for each other")
    APART_MORE = QT_TRANSLATE_NOOP(
        "settings", "A reader stands aside at once; for anybody else, and to end it, two officers sign. Never say why."
    )
    APART_READER = QT_TRANSLATE_NOOP("settings", "Reader")
    APART_ABOUT = QT_TRANSLATE_NOOP("settings", "Reads nothing about")
    APART_EMPLOYER = QT_TRANSLATE_NOOP("settings", "Or about anybody of this employer")
    APART_HINT = QT_TRANSLATE_NOOP("settings", "As it stands in the staff list: an agency or a contractor.")
    APART_UNKNOWN = QT_TRANSLATE_NOOP("settings", "Nobody on the staff list works for this employer.")
    APART_ONE = QT_TRANSLATE_NOOP("settings", "Choose a person above or write an employer, not both.")
    APART_KEEP = QT_TRANSLATE_NOOP("settings", "Is kept away")
    APART_END = QT_TRANSLATE_NOOP("settings", "May read again")
    APART_PAIR = QT_TRANSLATE_NOOP("settings", "{reader} does not read anything about {about}.")

    # Cover and absence
    AWAY = QT_TRANSLATE_NOOP("settings", "Cover and absence")
    AWAY_FOR = QT_TRANSLATE_NOOP(
        "settings", "Who is away reads nothing new meanwhile; whoever covers reads in their place."
    )
    AWAY_TABLE = QT_TRANSLATE_NOOP("settings", "Who is away")
    NOBODY_AWAY = QT_TRANSLATE_NOOP("settings", "Nobody is away")
    COVER = QT_TRANSLATE_NOOP("settings", "Who covers")
    COVER_HINT = QT_TRANSLATE_NOOP("settings", "A deputy may at once; anybody else needs two officers.")
    MARK_AWAY = QT_TRANSLATE_NOOP("settings", "Mark somebody away")
    MARK_BACK = QT_TRANSLATE_NOOP("settings", "Mark {name} back")
    SAVE = QT_TRANSLATE_NOOP("settings", "Save")

    # Deadlines
    DEADLINES = QT_TRANSLATE_NOOP("settings", "Deadlines")
    DEADLINES_TITLE = QT_TRANSLATE_NOOP("settings", "Deadlines, terms and closed days")
    DEADLINES_FOR = QT_TRANSLATE_NOOP(
        "settings",
        "How long a first decision may take, and when the school has term or is closed. Two officers sign changes.",
    )
    DECISION_HOURS = QT_TRANSLATE_NOOP("settings", "Hours until the first decision")
    DECISION_HINT = QT_TRANSLATE_NOOP("settings", "Real hours, weekends and holidays included.")
    LADO_DAYS = QT_TRANSLATE_NOOP("settings", "Working days until the LADO is told")
    LADO_HINT = QT_TRANSLATE_NOOP("settings", "The guidance says one. Your local authority may be stricter.")
    LADO_HOURS = QT_TRANSLATE_NOOP("settings", "Your local authority’s own limit for the LADO, in hours")
    LADO_HOURS_HINT = QT_TRANSLATE_NOOP(
        "settings", "Leave it empty if there is none. Both limits are shown, and the stricter one counts."
    )
    TERMS = QT_TRANSLATE_NOOP("settings", "Terms, from their first day to their last")
    TERMS_HINT = QT_TRANSLATE_NOOP("settings", "A term on each line, such as 2 September 2026 to 18 December 2026.")
    NEEDS_TERMS = QT_TRANSLATE_NOOP(
        "settings", "“{line}” is not a term. Write each as 2 September 2026 to 18 December 2026."
    )
    CLOSED_DAYS = QT_TRANSLATE_NOOP("settings", "Days from today on when the school is closed")
    CLOSED_HINT = QT_TRANSLATE_NOOP(
        "settings", "A day on each line, such as 26 October 2026. Weekends and bank holidays are known."
    )
    REPORT_LEAST = QT_TRANSLATE_NOOP("settings", "Smallest number of a part in reports to governors")
    REPORT_LEAST_HINT = QT_TRANSLATE_NOOP("settings", "Five at least. Smaller ones are shown as “fewer than” it.")
    NEEDS_NUMBER = QT_TRANSLATE_NOOP("settings", "Write a whole number.")
    NEEDS_DAYS = QT_TRANSLATE_NOOP("settings", "“{line}” is not a day. Write each as 26 October 2026.")
    NOTHING_NEW = QT_TRANSLATE_NOOP("settings", "Nothing is different from what holds now.")

    # Contacts
    CONTACTS = QT_TRANSLATE_NOOP("settings", "Contacts")
    CONTACTS_FOR = QT_TRANSLATE_NOOP(
        "settings",
        "Whom anyone may turn to outside, shown under “Other ways to raise a concern”. Two officers sign changes.",
    )
    CONTACTS_DUE_ONE = QT_TRANSLATE_NOOP("settings", "Nobody has checked one contact for a year.")
    CONTACTS_DUE = QT_TRANSLATE_NOOP("settings", "Nobody has checked {count} contacts for a year.")
    CONTACTS_DUE_MORE = QT_TRANSLATE_NOOP(
        "settings", "Ring or look each up, open it below, and press “I have checked it today”."
    )
    CHECKED_TODAY = QT_TRANSLATE_NOOP("settings", "I have checked it today")
    SITE = QT_TRANSLATE_NOOP("settings", "Site")
    SITE_HINT = QT_TRANSLATE_NOOP("settings", "Empty where it holds for the whole school.")
    AT_SITE = QT_TRANSLATE_NOOP("settings", "{purpose}, {site}")
    NEVER_VERIFIED = QT_TRANSLATE_NOOP("settings", "Never")
    VERIFIED_BY = QT_TRANSLATE_NOOP("settings", "{day}, {name}")
    VERIFIED_LONG_AGO = QT_TRANSLATE_NOOP("settings", "{day}, over a year ago")
    CONTACTS_TABLE = QT_TRANSLATE_NOOP("settings", "Contacts outside the school")
    PURPOSE = QT_TRANSLATE_NOOP("settings", "What for")
    PHONE = QT_TRANSLATE_NOOP("settings", "Phone")
    VERIFIED = QT_TRANSLATE_NOOP("settings", "Verified on")
    CHANGE_CONTACT = QT_TRANSLATE_NOOP("settings", "Add a contact, or change one")
    CHANGE_CONTACT_MORE = QT_TRANSLATE_NOOP(
        "settings",
        "Open one above, with Enter or two clicks, to change it. One for the same purpose and site is replaced.",
    )
    REMOVE_CONTACT = QT_TRANSLATE_NOOP("settings", "Propose to remove it")
    NO_SUCH_CONTACT = QT_TRANSLATE_NOOP("settings", "There is no contact for this purpose and site.")
    NEEDS_WORDS = QT_TRANSLATE_NOOP("settings", "This is needed.")

    # Leaving
    LEAVER = QT_TRANSLATE_NOOP("settings", "When {name} leaves")
    LEAVER_HINT = QT_TRANSLATE_NOOP(
        "settings", "Open somebody in the list, with Enter or two clicks, to see what is to be done when they leave."
    )
    SAVE_LAST_DAY = QT_TRANSLATE_NOOP("settings", "Save the last day")
    WITHDRAW = QT_TRANSLATE_NOOP("settings", "Stop trusting their keys")
    STEP_DONE = QT_TRANSLATE_NOOP("settings", "Done: {step}")
    ADD = QT_TRANSLATE_NOOP("settings", "Add somebody")
    ADD_SAVE = QT_TRANSLATE_NOOP("settings", "Add them")
    NAME_TAKEN = QT_TRANSLATE_NOOP(
        "settings", "Somebody of this name is listed already. Write what tells the two apart, such as a middle name."
    )
