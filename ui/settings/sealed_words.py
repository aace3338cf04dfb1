# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of opening what somebody sealed to whoever is signed in."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Sealed(StrEnum):
    """Each text; what stands in braces is filled in by `ui.settings.words.say`."""

    TITLE = QT_TRANSLATE_NOOP("settings", "Open a sealed file")
    FOR = QT_TRANSLATE_NOOP(
        "settings", "For a file that somebody at the school sealed to you: its name ends with “.candour”."
    )
    WHICH = QT_TRANSLATE_NOOP("settings", "Which file?")
    DROP = QT_TRANSLATE_NOOP("settings", "Choose it, or drop it here. Then say in which folder its files are to lie.")
    CHOOSE = QT_TRANSLATE_NOOP("settings", "Choose the file…")
    KIND = QT_TRANSLATE_NOOP("settings", "Sealed files (*.candour);;All files (*)")
    FOLDER = QT_TRANSLATE_NOOP("settings", "Folder for its files")
    OPENING = QT_TRANSLATE_NOOP("settings", "Opening it…")
    OPENED = QT_TRANSLATE_NOOP("settings", "{name} made it on {day}. It is as they made it.")
    FILES = QT_TRANSLATE_NOOP("settings", "Where its files are")
    REVOKED = QT_TRANSLATE_NOOP(
        "settings", "The key that signed it is not trusted any more: ask {name} whether they made it."
    )
    PLAIN = QT_TRANSLATE_NOOP("settings", "Whoever has these files can open them. Delete them when you have used them.")
