# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of an invitation, for whoever has one and for whoever makes one."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer

say = sayer("invited")
"""Says a text of this area."""


class Invited(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    # Whoever has an invitation
    LINK = QT_TRANSLATE_NOOP("invited", "Set up my sign-in on this computer")
    INTRO = QT_TRANSLATE_NOOP(
        "invited",
        "You need a code: one that the head or a safeguarding lead gave you or, if you sign in on another computer "
        "already, one that you made there. Your records stay on this computer, locked with your passphrase; nobody "
        "else can open them. You don’t need a sign-in to report something.",
    )
    NAME = QT_TRANSLATE_NOOP("invited", "Your name")
    TYPE_NAME = QT_TRANSLATE_NOOP("invited", "Start typing your name")
    NAME_ERROR = QT_TRANSLATE_NOOP("invited", "Choose your name from the list")
    CODE = QT_TRANSLATE_NOOP("invited", "The code of your invitation")
    CODE_HINT = QT_TRANSLATE_NOOP("invited", "18 letters and digits; capitals, spaces and hyphens don’t matter")
    CODE_ERROR = QT_TRANSLATE_NOOP("invited", "Type the code")
    CONTINUE = QT_TRANSLATE_NOOP("invited", "Continue")
    ASKING = QT_TRANSLATE_NOOP("invited", "Asking…")
    ASKED = QT_TRANSLATE_NOOP("invited", "You’ve asked.")
    ASKED_MORE = QT_TRANSLATE_NOOP(
        "invited",
        "Tell whoever gave you the code, or approve it yourself on the computer where you made it. Then you can "
        "sign in on this computer.",
    )

    # Whoever makes one
    TITLE = QT_TRANSLATE_NOOP("invited", "Sign-ins")
    FOR = QT_TRANSLATE_NOOP(
        "invited",
        "Somebody who should sign in on their own computer gets a code from you; you approve it once they ask.",
    )
    WHO = QT_TRANSLATE_NOOP("invited", "Who is to be invited?")
    WHO_HINT = QT_TRANSLATE_NOOP("invited", "Somebody on the staff list who can’t sign in yet")
    MAKE = QT_TRANSLATE_NOOP("invited", "Make an invitation")
    CODE_FOR = QT_TRANSLATE_NOOP("invited", "For {name}, until {day}")
    BY_HAND = QT_TRANSLATE_NOOP(
        "invited",
        "Give it by hand, to nobody else: whoever has it could ask in this name. It works once.",
    )
    OPEN = QT_TRANSLATE_NOOP("invited", "Invitations that nobody has used yet")
    NONE = QT_TRANSLATE_NOOP("invited", "Nobody is invited at the moment.")
    TAKE_BACK_FROM = QT_TRANSLATE_NOOP("invited", "Take back the invitation of {name}")
    WAITING = QT_TRANSLATE_NOOP("invited", "Waiting for you")
    MATCHES = QT_TRANSLATE_NOOP("invited", "{name}, code matches")
    WRONG = QT_TRANSLATE_NOOP("invited", "{name}: the code doesn’t match")
    WRONG_MORE = QT_TRANSLATE_NOOP(
        "invited", "Speak to them. If it wasn’t them who asked, tell the head. It can’t be approved."
    )
    OVER = QT_TRANSLATE_NOOP("invited", "{name}: the invitation is over")
    OVER_MORE = QT_TRANSLATE_NOOP("invited", "Make a new one, and have them ask again with the new code.")
    APPROVE = QT_TRANSLATE_NOOP("invited", "Approve {name}")
    APPROVE_WHAT = QT_TRANSLATE_NOOP("invited", "{name} will be able to sign in, and to read what is sent to them.")
    SECOND = QT_TRANSLATE_NOOP(
        "invited", "{name} reads reports, so a second officer approves it with you, here and now."
    )
    SECOND_WHO = QT_TRANSLATE_NOOP("invited", "The second officer")
    SECOND_PASSPHRASE = QT_TRANSLATE_NOOP("invited", "Their passphrase")
    SECOND_ERROR = QT_TRANSLATE_NOOP("invited", "Choose a second officer, who types their passphrase")
    CHECK = QT_TRANSLATE_NOOP("invited", "Check for requests")


class Own(StrEnum):
    """The same for whoever invites themselves to another computer of theirs."""

    TITLE = QT_TRANSLATE_NOOP("invited", "Another computer")
    FOR = QT_TRANSLATE_NOOP("invited", "Sign in on a second computer too, and use both. Each shows the same.")
    ON_ONE = QT_TRANSLATE_NOOP("invited", "You sign in on one computer now.")
    ON_SEVERAL = QT_TRANSLATE_NOOP("invited", "You sign in on {count} computers now.")
    HOW = QT_TRANSLATE_NOOP("invited", "How to add one")
    JOIN = QT_TRANSLATE_NOOP(
        "invited",
        "1. If the other computer doesn’t show your school yet, choose “Join my school” there. The code for that is in "
        "these settings, under “This computer”.",
    )
    ASK = QT_TRANSLATE_NOOP(
        "invited",
        "2. Make a code for yourself here. There, follow “Set up my sign-in on this computer”, choose your name and "
        "type the code.",
    )
    COME_BACK = QT_TRANSLATE_NOOP("invited", "3. Come back to this page, check for requests, and approve your own.")
    KNOW = QT_TRANSLATE_NOOP("invited", "What to know")
    COMES = QT_TRANSLATE_NOOP(
        "invited",
        "Once you’ve approved it, what you can open here and what you’ve sent in your name goes to the other computer, "
        "whenever both reach the shared folder. Nobody else has to do anything.",
    )
    STAYS = QT_TRANSLATE_NOOP("invited", "Drafts stay on the computer where you began them.")
    KIT = QT_TRANSLATE_NOOP(
        "invited",
        "The passphrase, the recovery kit and the backups of each computer are its own. Make a kit there too: the "
        "sheet of this one doesn’t open the other.",
    )
    MAKE = QT_TRANSLATE_NOOP("invited", "Make a code for myself")
    CODE_FOR = QT_TRANSLATE_NOOP("invited", "Your code, until {day}")
    BY_HAND = QT_TRANSLATE_NOOP(
        "invited", "Type it on the other computer, and show it to nobody. It works once, and only you can approve it."
    )
    OPEN = QT_TRANSLATE_NOOP("invited", "A code that you haven’t used yet")
    NONE = QT_TRANSLATE_NOOP("invited", "You have no unused code.")
    TAKE_BACK_FROM = QT_TRANSLATE_NOOP("invited", "Take back my code")
    MATCHES = QT_TRANSLATE_NOOP("invited", "Your other computer has asked, and the code matches.")
    WRONG = QT_TRANSLATE_NOOP("invited", "Somebody asked in your name, and the code doesn’t match.")
    WRONG_MORE = QT_TRANSLATE_NOOP(
        "invited", "If it was you, ask again with the right code. If it wasn’t, tell the head. It can’t be approved."
    )
    OVER = QT_TRANSLATE_NOOP("invited", "Your code is over.")
    OVER_MORE = QT_TRANSLATE_NOOP("invited", "Make a new one, and ask again with it.")
    APPROVE = QT_TRANSLATE_NOOP("invited", "Approve my other computer")
    APPROVE_WHAT = QT_TRANSLATE_NOOP("invited", "Your other computer will open what you can open here.")
    SECOND = QT_TRANSLATE_NOOP(
        "invited",
        "You read reports, so a second officer approves it with you: here and now, or on their own computer.",
    )
    ASK_OFFICERS = QT_TRANSLATE_NOOP("invited", "Ask the other officers")
    ASKED_OFFICERS = QT_TRANSLATE_NOOP(
        "invited",
        "Asked: {names}. Once one of them has signed, in their settings under “Roles and routing”, you can sign in on "
        "the other computer.",
    )
