# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the settings, each with its own name, so that they can be read, tested and translated together."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "settings"


class Settings(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    # Frame
    TITLE = QT_TRANSLATE_NOOP("settings", "Settings")
    BACK = QT_TRANSLATE_NOOP("settings", "Back")
    SAVED = QT_TRANSLATE_NOOP("settings", "Saved")
    NOT_DONE = QT_TRANSLATE_NOOP("settings", "Nothing was changed.")

    # The passphrase again
    AGAIN = QT_TRANSLATE_NOOP("settings", "Your passphrase again")
    AGAIN_WHY = QT_TRANSLATE_NOOP(
        "settings", "This affects who can read what, so Candour makes sure that it’s still you."
    )
    PASSPHRASE = QT_TRANSLATE_NOOP("settings", "Passphrase")
    CONFIRM = QT_TRANSLATE_NOOP("settings", "Confirm")
    CONFIRMING = QT_TRANSLATE_NOOP("settings", "Checking…")
    CANCEL = QT_TRANSLATE_NOOP("settings", "Cancel")

    # Staff list
    STAFF = QT_TRANSLATE_NOOP("settings", "Staff list")
    STAFF_FOR = QT_TRANSLATE_NOOP(
        "settings", "Everyone who works here, so that reports name the right person. Leaving never deletes records."
    )
    STAFF_TABLE = QT_TRANSLATE_NOOP("settings", "Everyone who is listed")
    NAME = QT_TRANSLATE_NOOP("settings", "Name")
    JOB = QT_TRANSLATE_NOOP("settings", "Job")
    ROLES = QT_TRANSLATE_NOOP("settings", "Roles")
    SIGN_IN = QT_TRANSLATE_NOOP("settings", "Sign-in")
    LEAVES = QT_TRANSLATE_NOOP("settings", "Leaving on")
    HAS_SIGN_IN = QT_TRANSLATE_NOOP("settings", "Yes")
    NO_SIGN_IN = QT_TRANSLATE_NOOP("settings", "No")
    LEFT = QT_TRANSLATE_NOOP("settings", "Left {day}")
    IMPORT = QT_TRANSLATE_NOOP("settings", "Import a list")
    IMPORT_KIND = QT_TRANSLATE_NOOP("settings", "Lists (*.csv *.txt *.tsv);;All files (*)")
    READING = QT_TRANSLATE_NOOP("settings", "Reading…")
    FOUND_TITLE = QT_TRANSLATE_NOOP("settings", "What this file would change")
    FOUND = QT_TRANSLATE_NOOP(
        "settings", "{added} to add, {changed} changed, {unchanged} as they are, {refused} refused."
    )
    FOUND_NONE = QT_TRANSLATE_NOOP("settings", "Nothing to save.")
    FOUND_MORE = QT_TRANSLATE_NOOP("settings", "And {count} more.")
    SAVE_PEOPLE = QT_TRANSLATE_NOOP("settings", "Save these people")
    SAVING = QT_TRANSLATE_NOOP("settings", "Saving…")

    # Roles and routing
    ROUTING = QT_TRANSLATE_NOOP("settings", "Roles and routing")
    ROUTING_FOR = QT_TRANSLATE_NOOP(
        "settings",
        "Each report is locked so that only the people on the right can open it, by the rules and the roles.",
    )
    ROUTING_TABLE = QT_TRANSLATE_NOOP("settings", "Who can open what")
    REPORT_ABOUT = QT_TRANSLATE_NOOP("settings", "A report about…")
    OPENED_BY = QT_TRANSLATE_NOOP("settings", "…can be opened only by")
    DECIDES = QT_TRANSLATE_NOOP("settings", "Decides")
    ANYBODY = QT_TRANSLATE_NOOP("settings", "A member of staff, volunteer, supply or contractor")
    WITH_ROLE = QT_TRANSLATE_NOOP("settings", "{name} ({role})")
    OUTSIDE = QT_TRANSLATE_NOOP("settings", "Nobody at the school: somebody outside is told")


def say(text: StrEnum, **parts: str) -> str:
    """Say a text in the language of the program, with its parts filled in."""
    said = QCoreApplication.translate(_CONTEXT, str(text))
    return said.format(**parts) if parts else said
