# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of what comes after sending: coming back with a return phrase, and saying more (ux.md S8, S8b)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Return(StrEnum):
    """Each text; what stands in braces is filled in by `ui.staff.words.say`."""

    # The phrase
    TYPE_PHRASE = QT_TRANSLATE_NOOP("staff", "Type your return phrase")
    PHRASE_HINT = QT_TRANSLATE_NOOP(
        "staff", "Five words, with spaces or hyphens between them. Capitals don’t matter. You see what you type."
    )
    YOUR_PHRASE = QT_TRANSLATE_NOOP("staff", "Your return phrase")
    PHRASE_MISSING = QT_TRANSLATE_NOOP("staff", "Type the five words that you were given")
    SHOW_IT = QT_TRANSLATE_NOOP("staff", "Come back to it")
    LOOKING = QT_TRANSLATE_NOOP("staff", "Looking…")
    LOOKING_FOR = QT_TRANSLATE_NOOP("staff", "Looking for what your words open")
    LOOKING_MORE = QT_TRANSLATE_NOOP("staff", "Nothing is kept of this, on this computer or in the shared folder.")
    ANY_COMPUTER = QT_TRANSLATE_NOOP("staff", "From any computer at school")
    ANY_COMPUTER_MORE = QT_TRANSLATE_NOOP(
        "staff", "It need not be the one that you sent it from. Replies may take a few minutes to arrive."
    )
    CANT_REOPEN = QT_TRANSLATE_NOOP("staff", "What you sent stays locked")
    CANT_REOPEN_MORE = QT_TRANSLATE_NOOP(
        "staff",
        "The phrase opens replies. It doesn’t open your report, or what you add to it. So someone who finds your words "
        "can’t read what you said, or who it was about.",
    )

    # What it leads to
    YOUR_REPORT = QT_TRANSLATE_NOOP("staff", "Your report {reference}")
    SENT_DAY = QT_TRANSLATE_NOOP("staff", "Sent {day}")
    NO_REPLY_YET = QT_TRANSLATE_NOOP("staff", "Nobody has replied yet.")
    NO_REPLY_UNTIL = QT_TRANSLATE_NOOP("staff", "Nobody has replied yet. {lead} has until {day}.")
    NOT_VOUCHED = QT_TRANSLATE_NOOP(
        "staff",
        "{name} wasn’t one of the people your report first went to. Someone who reads it may have shared it with them.",
    )
    KEY_WITHDRAWN = QT_TRANSLATE_NOOP(
        "staff", "This was written with a key that is no longer trusted. If it surprises you, ask {lead} in person."
    )
    ADDED = QT_TRANSLATE_NOOP("staff", "What you added has been sent.")
    ADDED_WAITING = QT_TRANSLATE_NOOP("staff", "What you added is locked and waiting to go.")
    ADDED_MORE = QT_TRANSLATE_NOOP("staff", "{names} can open it. You can’t reopen it here.")
    ADD = QT_TRANSLATE_NOOP("staff", "Add something")
    CORRECT = QT_TRANSLATE_NOOP("staff", "Add a correction")
    TAKE_BACK = QT_TRANSLATE_NOOP("staff", "Take back what I said")
    FINISH = QT_TRANSLATE_NOOP("staff", "Finish and clear this screen")

    # Saying more
    TAKING_BACK_NOTE = QT_TRANSLATE_NOOP(
        "staff", "Taking it back doesn’t delete it. It tells {names} you no longer stand by it, and why."
    )
    WHY_THEY = QT_TRANSLATE_NOOP("staff", "Your report went to them, or a reply to it did.")
    BOTH_SHOWN = QT_TRANSLATE_NOOP("staff", "The first version stays, and both are shown.")
    YOU_ADDED = QT_TRANSLATE_NOOP("staff", "What you added")
    ADDED_ON = QT_TRANSLATE_NOOP("staff", "You added this {day} at {time}")
    CORRECTED_ON = QT_TRANSLATE_NOOP("staff", "You corrected it {day} at {time}")
    TAKEN_BACK_ON = QT_TRANSLATE_NOOP("staff", "You took it back {day} at {time}")
    ADDED_TOAST = QT_TRANSLATE_NOOP("staff", "Sent. {names} can open it.")

    # A receipt on paper
    PRINT = QT_TRANSLATE_NOOP("staff", "Print")
    PRINT_RECEIPT = QT_TRANSLATE_NOOP("staff", "Print a receipt")
    PRINTER_SHARED = QT_TRANSLATE_NOOP("staff", "This printer may be shared.")
    PRINT_MORE = QT_TRANSLATE_NOOP(
        "staff", "The receipt has your reference and the date. It never says who it is about, or what you wrote."
    )
    PRINT_WITH_PHRASE = QT_TRANSLATE_NOOP(
        "staff",
        "The receipt has your reference, your return phrase and the date. It never says who it is about, or what you "
        "wrote. Fetch it at once: whoever has the phrase can read replies to you.",
    )
    PRINT_IT = QT_TRANSLATE_NOOP("staff", "Print the receipt")
    DONT_PRINT = QT_TRANSLATE_NOOP("staff", "Don’t print")
    NO_PRINTER = QT_TRANSLATE_NOOP("staff", "No printer is set up on this computer.")
    NO_PRINTER_MORE = QT_TRANSLATE_NOOP("staff", "Write your reference down instead, and the phrase if you have one.")
