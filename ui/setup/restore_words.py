# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of coming back on a computer without a school, with a backup and the printed sheet."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Restore(StrEnum):
    """Each text; what stands in braces is filled in by `ui.setup.words.say`."""

    LEAD = QT_TRANSLATE_NOOP("setup", "Was your computer lost, or is it broken?")
    TITLE = QT_TRANSLATE_NOOP("setup", "Restore from backup")
    INTRO = QT_TRANSLATE_NOOP(
        "setup",
        "For a computer that was lost, broken or replaced. You need a backup of your records and your printed sheet, "
        "and nothing else.",
    )
    BACKUP = QT_TRANSLATE_NOOP("setup", "The backup")
    BACKUP_HINT = QT_TRANSLATE_NOOP(
        "setup",
        "A file that ends in .cbak, from “backup” in the shared folder or from wherever you keep one. Or a folder of "
        "them: the newest that your sheet opens is taken.",
    )
    BACKUP_MISSING = QT_TRANSLATE_NOOP("setup", "Choose your backup, or the folder that it is in")
    BACKUP_KIND = QT_TRANSLATE_NOOP("setup", "Backups (*.cbak)")
    CHOOSE_FILE = QT_TRANSLATE_NOOP("setup", "Choose a backup…")
    CHOOSE_FOLDER = QT_TRANSLATE_NOOP("setup", "Choose a folder…")
    CODE = QT_TRANSLATE_NOOP("setup", "Recovery code")
    CODE_HINT = QT_TRANSLATE_NOOP("setup", "The eight groups on your sheet. Capitals and spaces don’t matter.")
    CODE_MISSING = QT_TRANSLATE_NOOP("setup", "Type the code on your sheet")
    NEW = QT_TRANSLATE_NOOP("setup", "New passphrase")
    ONCE_MORE = QT_TRANSLATE_NOOP("setup", "New passphrase, once more")
    DIFFERS = QT_TRANSLATE_NOOP("setup", "The two are not the same. Type it again")
    OPEN = QT_TRANSLATE_NOOP("setup", "Open my records")
    OPENING = QT_TRANSLATE_NOOP("setup", "Opening…")
    MADE = QT_TRANSLATE_NOOP("setup", "The records of {name} are on this computer")
    MADE_OF = QT_TRANSLATE_NOOP("setup", "They are of {day}, {time}: {entries} entries.")
    CAME_SINCE = QT_TRANSLATE_NOOP("setup", "{entries} entries that came since have been taken in.")
    OUT_OF_REACH = QT_TRANSLATE_NOOP(
        "setup",
        "The shared folder can’t be reached from here: what came since waits there. If it has another place now, sign "
        "in and choose it under “This computer” in Settings.",
    )
    NEWER = QT_TRANSLATE_NOOP(
        "setup", "Newer records than these were in use. What only they held is with the other readers: ask them."
    )
    KEEP_SHEET = QT_TRANSLATE_NOOP(
        "setup", "The new passphrase opens them from now on. The sheet stays good: lock it away."
    )
    OTHER_KEYS = QT_TRANSLATE_NOOP(
        "setup",
        "If the computer may have been stolen, tell another officer: they can have its keys withdrawn under “Staff "
        "list”.",
    )
    FINISH = QT_TRANSLATE_NOOP("setup", "Go to the start screen")
