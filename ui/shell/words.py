# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the shell, each with its own name, so that they can be read, tested and translated together."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer

say = sayer("shell")
"""Says a text of this area."""


class Shell(StrEnum):
    """Every text of the window around the pages; what stands in braces is filled in."""

    TITLE = QT_TRANSLATE_NOOP("shell", "Candour")
    SOMETHING_NEW = QT_TRANSLATE_NOOP("shell", "Something new in Candour")
    LOCKED = QT_TRANSLATE_NOOP("shell", "Locked")
    PASSPHRASE = QT_TRANSLATE_NOOP("shell", "Passphrase")
    UNLOCK = QT_TRANSLATE_NOOP("shell", "Unlock")
    UNLOCKING = QT_TRANSLATE_NOOP("shell", "Unlocking…")
    NOT_ME = QT_TRANSLATE_NOOP("shell", "Not {name}? Go to the start screen")
    TRY_AGAIN_IN = QT_TRANSLATE_NOOP("shell", "Try again in {seconds} seconds.")
    PAUSED = QT_TRANSLATE_NOOP("shell", "Paused. Press F9 to carry on.")
    STILL_THERE = QT_TRANSLATE_NOOP("shell", "Still there?")
    CLEARED_SOON = QT_TRANSLATE_NOOP("shell", "What you’ve written will be cleared from this screen in two minutes.")
    KEEP_IT = QT_TRANSLATE_NOOP("shell", "Keep it")
    MEANWHILE = QT_TRANSLATE_NOOP("shell", "Meanwhile, these people can help")
    CANNOT_OPEN = QT_TRANSLATE_NOOP("shell", "Candour can’t open the school on this computer")
    NO_DISPLAY = QT_TRANSLATE_NOOP(
        "shell", "There is no display here to open a window on. To see it all the same: candour tour --out FOLDER"
    )
    TOUR_STOPPED = QT_TRANSLATE_NOOP(
        "shell", "The tour stopped, because this did not come: {wanted}. The pictures until then are in {out}"
    )
    OPENING = QT_TRANSLATE_NOOP("shell", "Opening…")
    BUG = QT_TRANSLATE_NOOP("shell", "Something went wrong in Candour")
    BUG_SAFE = QT_TRANSLATE_NOOP(
        "shell", "What you’d written is still on the page behind this message, or in your drafts."
    )
    CARRY_ON = QT_TRANSLATE_NOOP("shell", "Carry on")
    CLOSE = QT_TRANSLATE_NOOP("shell", "Close Candour")
    COPY_DETAILS = QT_TRANSLATE_NOOP("shell", "Copy details")
    DETAILS = QT_TRANSLATE_NOOP("shell", "Details, without anything that anybody wrote")
    WONT_OPEN = QT_TRANSLATE_NOOP("shell", "Your records can’t be opened")
    WONT_OPEN_WHY = QT_TRANSLATE_NOOP(
        "shell", "The file may be damaged or from a newer version of Candour. Nothing has been deleted."
    )
    WONT_OPEN_READ = QT_TRANSLATE_NOOP(
        "shell",
        "Opened read-only, what can still be read is shown. Nothing can be sent, recorded or changed then, nothing new "
        "is taken in, and opening a record leaves no entry.",
    )
    WORDS_WAIT = QT_TRANSLATE_NOOP(
        "shell", "What you’d written is still on the page behind this one. Go back and send it, or leave it, first."
    )
    RESTORE = QT_TRANSLATE_NOOP("shell", "Restore from backup")
    OPEN_READ_ONLY = QT_TRANSLATE_NOOP("shell", "Open read-only")
    SHOW_DETAILS = QT_TRANSLATE_NOOP("shell", "Details")
    DETAILS_WHY = QT_TRANSLATE_NOOP(
        "shell", "For whoever looks after Candour. Nobody is named in them, and nothing that anybody wrote is in them."
    )
    CLOSE_DETAILS = QT_TRANSLATE_NOOP("shell", "Close")
    TO_START = QT_TRANSLATE_NOOP("shell", "Go to the start screen")
    READ_ONLY = QT_TRANSLATE_NOOP("shell", "Open read-only.")
    READ_ONLY_MORE = QT_TRANSLATE_NOOP(
        "shell", "Nothing can be sent, recorded or changed, and nothing new is taken in. Lock to leave."
    )
    LEAVE = QT_TRANSLATE_NOOP("shell", "Close without sending?")
    LEAVE_MORE = QT_TRANSLATE_NOOP(
        "shell", "What you’ve written will be cleared and can’t be brought back. Nothing has been sent."
    )
    KEEP_WRITING = QT_TRANSLATE_NOOP("shell", "Keep writing")
    CLEAR_AND_LEAVE = QT_TRANSLATE_NOOP("shell", "Clear and leave")
    MADE_UP = QT_TRANSLATE_NOOP("shell", "Made-up school.")
    MADE_UP_MORE = QT_TRANSLATE_NOOP("shell", "Nothing here is real, and nothing is secret.")
    SIGN_IN_AS = QT_TRANSLATE_NOOP("shell", "Sign in as")
    EVERYBODY = QT_TRANSLATE_NOOP("shell", "Everybody’s passphrases")
    WHO_CAN_SIGN_IN = QT_TRANSLATE_NOOP("shell", "Who can sign in here?")
    COME_BACK_WITH = QT_TRANSLATE_NOOP("shell", "A return phrase, to come back to a report with: {phrase}")
    WHO_CAN_SIGN_IN_MORE = QT_TRANSLATE_NOOP("shell", "These people are made up, and so is everything on record.")
    NAME = QT_TRANSLATE_NOOP("shell", "Name")
    JOB = QT_TRANSLATE_NOOP("shell", "Job")
    CLOSE_LIST = QT_TRANSLATE_NOOP("shell", "Close this list")
    USE_THIS = QT_TRANSLATE_NOOP("shell", "{name}, {job}: sign in with “{passphrase}”")
