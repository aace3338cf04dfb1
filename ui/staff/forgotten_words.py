# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the page for a forgotten passphrase (ux.md Y9)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Forgotten(StrEnum):
    """Each text; what stands in braces is filled in by `ui.staff.words.say`."""

    LINK = QT_TRANSLATE_NOOP("staff", "I’ve forgotten my passphrase")
    NOBODY = QT_TRANSLATE_NOOP("staff", "Candour’s makers can’t open it either.")
    KIT = QT_TRANSLATE_NOOP("staff", "Use my recovery kit")
    NAME = QT_TRANSLATE_NOOP("staff", "Your name")
    NAME_MISSING = QT_TRANSLATE_NOOP("staff", "Choose your name.")
    CODE = QT_TRANSLATE_NOOP("staff", "Recovery code")
    CODE_HINT = QT_TRANSLATE_NOOP("staff", "The eight groups on your sheet. Capitals and spaces don’t matter.")
    CODE_MISSING = QT_TRANSLATE_NOOP("staff", "Type the code on your sheet.")
    NEW = QT_TRANSLATE_NOOP("staff", "New passphrase")
    ONCE_MORE = QT_TRANSLATE_NOOP("staff", "New passphrase, once more")
    DIFFERS = QT_TRANSLATE_NOOP("staff", "The two are not the same. Type it again.")
    OPEN = QT_TRANSLATE_NOOP("staff", "Open my records")
    OPENING = QT_TRANSLATE_NOOP("staff", "Opening…")
    BACKUP = QT_TRANSLATE_NOOP("staff", "Restore from backup…")
    BACKUP_KIND = QT_TRANSLATE_NOOP("staff", "Backups (*.cbak)")
    BACKUP_WHEN = QT_TRANSLATE_NOOP(
        "staff", "If your records were on another computer, or can’t be opened here, choose a backup too."
    )
    BACKUP_CHOSEN = QT_TRANSLATE_NOOP("staff", "If nothing here opens: {file}")
    ASK = QT_TRANSLATE_NOOP("staff", "Ask {head} to let me back in")
    ASK_WHAT = QT_TRANSLATE_NOOP(
        "staff",
        "You get a new sign-in. What another reader can open, they can hand on to you. Records routed only to you and "
        "not to them stay closed.",
    )
    AGAIN = QT_TRANSLATE_NOOP("staff", "Start again without my old records")
    AGAIN_WHAT = QT_TRANSLATE_NOOP(
        "staff",
        "That’s a new sign-in too, from {head}, without anything handed on. What you sent is safe with its readers; "
        "your drafts and own copies stay closed.",
    )
    HEAD = QT_TRANSLATE_NOOP("staff", "the headteacher")
