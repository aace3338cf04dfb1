# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the paper key, and of what a key has signed."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Paper(StrEnum):
    """Each text; what stands in braces is filled in by `ui.settings.words.say`."""

    TITLE = QT_TRANSLATE_NOOP("settings", "The paper key")
    FOR = QT_TRANSLATE_NOOP(
        "settings", "For when too few officers are left to sign. Otherwise, propose it under Roles and routing."
    )
    WARNING = QT_TRANSLATE_NOOP(
        "settings", "Nobody has to approve it, so every computer of the school shows it in red, for ever."
    )
    WHAT = QT_TRANSLATE_NOOP("settings", "Set an officer without approval")
    KEY = QT_TRANSLATE_NOOP("settings", "The paper key, from its envelope")
    KEY_HINT = QT_TRANSLATE_NOOP("settings", "52 letters and digits; capitals, spaces and hyphens don’t matter.")
    NEEDS_KEY = QT_TRANSLATE_NOOP("settings", "Type the paper key.")
    USE = QT_TRANSLATE_NOOP("settings", "Use the paper key")
    CONFIRM = QT_TRANSLATE_NOOP("settings", "{what} Every computer shows this in red, for ever.")

    # What a key has signed
    SIGNED = QT_TRANSLATE_NOOP("settings", "What their keys have signed")
    SIGNED_OF = QT_TRANSLATE_NOOP("settings", "What the keys of {name} have signed")
    SIGNED_MORE = QT_TRANSLATE_NOOP(
        "settings",
        "Of all that you can open, to be looked through after a theft. Go by when it came to you: whoever took a key "
        "writes the date that they like.",
    )
    SIGNED_SINCE = QT_TRANSLATE_NOOP("settings", "Came on or after")
    SIGNED_SHOW = QT_TRANSLATE_NOOP("settings", "Show them")
    SIGNED_NONE = QT_TRANSLATE_NOOP("settings", "You hold nothing that their keys have signed since then.")
    REFERENCE = QT_TRANSLATE_NOOP("settings", "Reference")
    KIND = QT_TRANSLATE_NOOP("settings", "What it is")
    WRITTEN = QT_TRANSLATE_NOOP("settings", "Dated")
    CAME = QT_TRANSLATE_NOOP("settings", "Came")
    AFTER = QT_TRANSLATE_NOOP("settings", "After the key was withdrawn")
    YES = QT_TRANSLATE_NOOP("settings", "Yes")
