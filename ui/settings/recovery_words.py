# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of backup, the recovery kit and the passphrase (ux.md A2, A3, A5)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Recovery(StrEnum):
    """Each text; what stands in braces is filled in by `ui.settings.words.say`."""

    TITLE = QT_TRANSLATE_NOOP("settings", "Backup and recovery kit")
    TITLE_FOR = QT_TRANSLATE_NOOP(
        "settings", "So that a lost computer loses nothing, and a forgotten passphrase locks nobody out."
    )

    # Backup
    BACKUP = QT_TRANSLATE_NOOP("settings", "Backup of your records")
    BACKUP_WHAT = QT_TRANSLATE_NOOP(
        "settings",
        "Candour makes one a day in the shared folder, locked so that only your kit opens it. Once a month, keep one "
        "away from the network too.",
    )
    LAST = QT_TRANSLATE_NOOP("settings", "Last backup: {day}, {time}.")
    NEVER = QT_TRANSLATE_NOOP("settings", "There is no backup yet.")
    NEEDS_KIT = QT_TRANSLATE_NOOP("settings", "Make a recovery kit first: a backup is locked to it.")
    BACK_UP = QT_TRANSLATE_NOOP("settings", "Back up now")
    BACK_UP_TO = QT_TRANSLATE_NOOP("settings", "Back up to another folder…")
    BACKING_UP = QT_TRANSLATE_NOOP("settings", "Backing up…")
    BACKED_UP = QT_TRANSLATE_NOOP("settings", "{entries} entries are backed up and were read back whole: {file}")

    # The kit in use
    KIT = QT_TRANSLATE_NOOP("settings", "Your recovery kit")
    KIT_STANDS = QT_TRANSLATE_NOOP("settings", "Made on {made}. Sheet last checked on {checked}.")
    KIT_NONE = QT_TRANSLATE_NOOP(
        "settings", "You have none yet. Without it nobody can open your records if you forget your passphrase."
    )
    CHECK = QT_TRANSLATE_NOOP("settings", "Check my kit")
    CHECK_WHAT = QT_TRANSLATE_NOOP("settings", "Type two groups of your sheet. Do it once a year.")
    CHECKED = QT_TRANSLATE_NOOP("settings", "That’s your sheet. It’s still good.")
    MAKE = QT_TRANSLATE_NOOP("settings", "Make a recovery kit")
    MAKE_NEW = QT_TRANSLATE_NOOP("settings", "Make a new kit")

    # A drill
    DRILL = QT_TRANSLATE_NOOP("settings", "Test a restore")
    DRILL_WHAT = QT_TRANSLATE_NOOP(
        "settings",
        "Once a term: fetch your sheet and see that a backup opens with it. It is opened, compared whole and let go "
        "again; nothing here changes.",
    )
    DRILL_NEWEST = QT_TRANSLATE_NOOP("settings", "Your newest backup in the shared folder is tried.")
    DRILL_OF = QT_TRANSLATE_NOOP("settings", "This one is tried: {file}")
    DRILL_CODE = QT_TRANSLATE_NOOP("settings", "Recovery code")
    DRILL_CODE_HINT = QT_TRANSLATE_NOOP("settings", "The eight groups on your sheet. Capitals and spaces don’t matter.")
    DRILL_CODE_MISSING = QT_TRANSLATE_NOOP("settings", "Type the code on your sheet.")
    DRILL_TRY = QT_TRANSLATE_NOOP("settings", "Test it")
    DRILL_CHOOSE = QT_TRANSLATE_NOOP("settings", "Choose another backup…")
    DRILL_KIND = QT_TRANSLATE_NOOP("settings", "Backups (*.cbak)")
    DRILLING = QT_TRANSLATE_NOOP("settings", "Opening…")
    DRILLED = QT_TRANSLATE_NOOP(
        "settings", "The backup of {day}, {time} is whole: {entries} entries. Your records can be restored from it."
    )

    # Making one
    KIT_USE = QT_TRANSLATE_NOOP(
        "settings",
        "Print this and lock it away. With it, and only with it, your records can be opened if your passphrase is "
        "lost.",
    )
    KIT_WHERE = QT_TRANSLATE_NOOP(
        "settings",
        "Printed from here it is in no file of Candour’s; use a printer that waits for you and keeps nothing. Where "
        "you must save it, save it to a USB stick. Keep it in two places, not in the IT office.",
    )
    KIT_ENDS = QT_TRANSLATE_NOOP("settings", "A new kit makes the sheet before it useless.")
    PRINT_SHEET = QT_TRANSLATE_NOOP("settings", "Print the sheet…")
    SHEET_PRINTED = QT_TRANSLATE_NOOP("settings", "The sheet was sent to the printer. Look at the print.")
    SAVE_SHEET = QT_TRANSLATE_NOOP("settings", "Save the sheet…")
    SAVING_SHEET = QT_TRANSLATE_NOOP("settings", "Saving…")
    SHEET_KIND = QT_TRANSLATE_NOOP("settings", "PDF (*.pdf)")
    SHEET_FILE = QT_TRANSLATE_NOOP("settings", "recovery-kit.pdf")
    SHEET_SAVED = QT_TRANSLATE_NOOP(
        "settings", "The sheet is in {file}. Print it, look at the print, and delete the file."
    )
    TYPE_BACK = QT_TRANSLATE_NOOP("settings", "Type two groups of the print to show you have it.")
    GROUP = QT_TRANSLATE_NOOP("settings", "Group {number}")
    GROUP_MISSING = QT_TRANSLATE_NOOP("settings", "Type the five letters and digits of this group.")
    PASSPHRASE = QT_TRANSLATE_NOOP("settings", "Your passphrase")
    PASSPHRASE_MISSING = QT_TRANSLATE_NOOP("settings", "Type your passphrase.")
    TAKE_INTO_USE = QT_TRANSLATE_NOOP("settings", "Use this kit")
    TAKING = QT_TRANSLATE_NOOP("settings", "Checking…")
    CANCEL = QT_TRANSLATE_NOOP("settings", "Not now")

    # Another passphrase
    CHANGE = QT_TRANSLATE_NOOP("settings", "Change your passphrase")
    CHANGE_FOR = QT_TRANSLATE_NOOP("settings", "The one of now, then a new one, twice.")
    NOW = QT_TRANSLATE_NOOP("settings", "Your passphrase now")
    CHANGING = QT_TRANSLATE_NOOP("settings", "Changing…")
    CHANGED = QT_TRANSLATE_NOOP("settings", "Your new passphrase opens your records from now on.")
    OLD_COPIES = QT_TRANSLATE_NOOP(
        "settings",
        "Copies of your records made before still open with the old one. If somebody may have seen it, tell whoever "
        "looks after Candour.",
    )
    NO_RESET = QT_TRANSLATE_NOOP(
        "settings",
        "There is no “reset by email”. If you lose it, your recovery kit or {head} can let you back in.",
    )
