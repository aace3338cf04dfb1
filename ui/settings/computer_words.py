# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the settings that belong to one computer: its shared folder, and how it looks."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer

say = sayer("computer")
"""Says a text of this area."""


class Computer(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    TITLE = QT_TRANSLATE_NOOP("computer", "This computer")
    FOR = QT_TRANSLATE_NOOP("computer", "Where reports travel from here, and what another computer needs to join.")
    FOLDER = QT_TRANSLATE_NOOP("computer", "Shared folder")
    STATE = QT_TRANSLATE_NOOP("computer", "State")
    REACHED = QT_TRANSLATE_NOOP("computer", "Reached just now")
    NOT_REACHED = QT_TRANSLATE_NOOP("computer", "Can’t be reached now. What is sent waits here and goes by itself.")
    WAITING = QT_TRANSLATE_NOOP("computer", "Waiting to go, or to be received")
    WORDS = QT_TRANSLATE_NOOP("computer", "The school’s six words")
    CODE = QT_TRANSLATE_NOOP("computer", "Code for another computer")
    CODE_MORE = QT_TRANSLATE_NOOP("computer", "It is no secret. On that computer, choose “Join my school”.")
    TEST = QT_TRANSLATE_NOOP("computer", "Test this folder")
    MOVE = QT_TRANSLATE_NOOP("computer", "Move to another folder")
    MOVE_MORE = QT_TRANSLATE_NOOP(
        "computer",
        "Everything is copied there first. Then do the same on each other computer. The old folder is left as it is.",
    )
    NEW_FOLDER = QT_TRANSLATE_NOOP("computer", "The new folder")
    MOVE_NOW = QT_TRANSLATE_NOOP("computer", "Copy and change over")
    MOVING = QT_TRANSLATE_NOOP("computer", "Copying…")
    MOVED = QT_TRANSLATE_NOOP("computer", "This computer uses the new folder now. Files copied: {count}.")

    REMOVE = QT_TRANSLATE_NOOP("computer", "Remove my sign-in from this computer")
    REMOVE_WHAT = QT_TRANSLATE_NOOP(
        "computer",
        "Your records on this computer are destroyed, what opens them first. Nobody can bring them back from here. "
        "Your other computers, your backups and the other readers keep theirs.",
    )
    REMOVE_FIRST = QT_TRANSLATE_NOOP(
        "computer", "What only you hold is gone then. Hand your records over first, or make a backup."
    )
    REMOVE_NAME = QT_TRANSLATE_NOOP("computer", "Type your name to show that you mean it")
    REMOVE_WRONG = QT_TRANSLATE_NOOP("computer", "Write {name}, as it stands in the staff list.")
    REMOVE_NOW = QT_TRANSLATE_NOOP("computer", "Destroy my records on this computer")
    REMOVE_CONFIRM = QT_TRANSLATE_NOOP(
        "computer",
        "Records that you can read here: {count}. They are destroyed, and Candour opens again without your sign-in.",
    )

    LOOK = QT_TRANSLATE_NOOP("computer", "Appearance")
    LOOK_FOR = QT_TRANSLATE_NOOP("computer", "How Candour looks on this computer. It says nothing about anybody.")
    SCHEME = QT_TRANSLATE_NOOP("computer", "Colours")
    SYSTEM = QT_TRANSLATE_NOOP("computer", "System")
    LIGHT = QT_TRANSLATE_NOOP("computer", "Light")
    DARK = QT_TRANSLATE_NOOP("computer", "Dark")
    CONTRAST = QT_TRANSLATE_NOOP("computer", "High contrast")
    CONTRAST_MORE = QT_TRANSLATE_NOOP("computer", "The system’s own colours, with thicker lines")
    PRIVACY = QT_TRANSLATE_NOOP("computer", "Privacy")
    PRIVACY_FOR = QT_TRANSLATE_NOOP(
        "computer",
        "What this computer shows, and does with a screen that nobody touches. It holds for everybody who uses it.",
    )
    HIDE_AFTER = QT_TRANSLATE_NOOP("computer", "Hide the screen after")
    HIDE_HINT = QT_TRANSLATE_NOOP("computer", "F9 shows it again, and hides it at once.")
    LOCK_AFTER = QT_TRANSLATE_NOOP("computer", "Lock the records after")
    LOCK_HINT = QT_TRANSLATE_NOOP("computer", "Your passphrase opens them again. Ctrl+L locks at once.")
    INITIALS_FIRST = QT_TRANSLATE_NOOP("computer", "Begin in privacy mode")
    INITIALS_FIRST_MORE = QT_TRANSLATE_NOOP(
        "computer",
        "After signing in, lists show initials instead of names. Ctrl+Shift+P shows the names, and hides them again.",
    )
    NOTICE = QT_TRANSLATE_NOOP("computer", "Tell me when something new arrives")
    NOTICE_HINT = QT_TRANSLATE_NOOP(
        "computer",
        "For reviewers, while Candour is behind another window or minimised. Whoever is at the screen sees it too; no "
        "name, number or kind is ever in it.",
    )
    NOTICE_WORDS = QT_TRANSLATE_NOOP("computer", "With the words “Something new in Candour”")
    NOTICE_TASK_BAR = QT_TRANSLATE_NOOP("computer", "Only by the task bar")
    NOTICE_NONE = QT_TRANSLATE_NOOP("computer", "Not at all")
    MINUTE = QT_TRANSLATE_NOOP("computer", "{count} minute")
    MINUTES = QT_TRANSLATE_NOOP("computer", "{count} minutes")
    SIZE = QT_TRANSLATE_NOOP("computer", "Text size")
    ROWS = QT_TRANSLATE_NOOP("computer", "Compact rows")
    ROWS_MORE = QT_TRANSLATE_NOOP(
        "computer", "More fits into the inbox and into tables. Letters stay as large as they are."
    )
