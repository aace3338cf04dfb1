# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the page about Candour (ux.md Y10): both halves of what it can and can’t promise."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class About(StrEnum):
    """Each text; what stands in braces is filled in by `ui.staff.words.say`."""

    VERSION = QT_TRANSLATE_NOOP("staff", "This is Candour {version}.")
    SIX_WORDS = QT_TRANSLATE_NOOP("staff", "This school’s six words: {words}. They stand on its poster too.")
    CAN = QT_TRANSLATE_NOOP("staff", "What Candour can promise")
    CAN_LOCK = QT_TRANSLATE_NOOP("staff", "What you send is locked here. Only its readers’ keys can open it.")
    CAN_NAME = QT_TRANSLATE_NOOP("staff", "You see who they are before you send it.")
    CAN_NEVER = QT_TRANSLATE_NOOP("staff", "Nobody is sent a report about themselves.")
    CAN_KEEP = QT_TRANSLATE_NOOP("staff", "What is sent is never changed. What is added later stands beside it.")
    CAN_STAY = QT_TRANSLATE_NOOP("staff", "Candour itself sends nothing over the internet, and nothing to its makers.")
    CANNOT = QT_TRANSLATE_NOOP("staff", "What it can’t promise")
    CANNOT_SCREEN = QT_TRANSLATE_NOOP("staff", "Somebody who watches this screen sees what you type.")
    CANNOT_SENT = QT_TRANSLATE_NOOP("staff", "IT can see that this computer sent something, and when.")
    CANNOT_READER = QT_TRANSLATE_NOOP("staff", "A reader can tell somebody else what they read.")
    CANNOT_HIDE = QT_TRANSLATE_NOOP("staff", "Your words may show who you are, and the law may ask for them.")
    CANNOT_LOST = QT_TRANSLATE_NOOP("staff", "Without passphrase and recovery kit, nobody can open your records.")
    FAULT = QT_TRANSLATE_NOOP("staff", "When something goes wrong")
    FAULT_HOW = QT_TRANSLATE_NOOP(
        "staff",
        "Tell whoever looks after computers at school what the message said. “Copy details” puts it on the clipboard; "
        "no names are in it.",
    )
    LICENCES = QT_TRANSLATE_NOOP("staff", "Licences")
    LICENCE = QT_TRANSLATE_NOOP(
        "staff", "Candour is free software: GNU Affero General Public License, version 3 or later. It comes with:"
    )
