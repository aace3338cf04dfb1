# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What trying a folder found, in words."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.shared_folder import FolderFinding

_CONTEXT = "folder"


class FolderWords(StrEnum):
    """One sentence or two for each finding."""

    GOOD = QT_TRANSLATE_NOOP("folder", "Candour wrote, read and removed a test file.")
    KEEPS_ALL = QT_TRANSLATE_NOOP(
        "folder",
        "Candour wrote and read a test file. This folder doesn’t let it remove one, which is as it should be for "
        "staff. The test file stays, and does no harm.",
    )
    NOT_WHOLE = QT_TRANSLATE_NOOP("folder", "Write the whole path of the folder, from its drive or its server on.")
    MISSING = QT_TRANSLATE_NOOP("folder", "There is no such folder. Make it first, or choose another.")
    NO_FOLDER = QT_TRANSLATE_NOOP("folder", "That is a file, not a folder. Choose the folder it is in, or another.")
    READ_ONLY = QT_TRANSLATE_NOOP(
        "folder", "This folder can be read but not written to. Ask IT for the right to create files in it."
    )
    FULL = QT_TRANSLATE_NOOP("folder", "There is no room left in this folder. Ask IT to make some, or choose another.")
    OUT_OF_REACH = QT_TRANSLATE_NOOP(
        "folder",
        "This folder can’t be reached now. Check the network, and whether you can open it, then test it again.",
    )
    OTHER_SCHOOL = QT_TRANSLATE_NOOP(
        "folder",
        "Another school’s Candour is in this folder. Its drive letter or link may lead to the wrong place: ask IT. "
        "Nothing of your school is put there; what you send waits on this computer.",
    )
    HAS_A_SCHOOL = QT_TRANSLATE_NOOP(
        "folder",
        "Another school’s Candour is in this folder already. Choose an empty one. If it is your own school, go back "
        "and choose “Join my school”.",
    )


_WORDS: Mapping[FolderFinding, FolderWords] = {finding: FolderWords[finding.name] for finding in FolderFinding}


def say_finding(finding: FolderFinding) -> str:
    """Say what was found, in the language of the program."""
    return QCoreApplication.translate(_CONTEXT, str(_WORDS[finding]))
