# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the page of what was set aside, and of what has not arrived (ux.md Y3)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class AsideSaid(StrEnum):
    """The words."""

    TITLE = QT_TRANSLATE_NOOP("review", "Set aside")
    INTRO = QT_TRANSLATE_NOOP(
        "review", "Files in the shared folder that couldn’t be trusted. Nothing in them is shown or opened."
    )
    NOTHING = QT_TRANSLATE_NOOP("review", "Nothing is set aside.")
    TABLE = QT_TRANSLATE_NOOP("review", "Files that were set aside")
    SEEN = QT_TRANSLATE_NOOP("review", "Seen")
    FILE = QT_TRANSLATE_NOOP("review", "File")
    WHY = QT_TRANSLATE_NOOP("review", "Why")
    DO = QT_TRANSLATE_NOOP("review", "What to do")
    STEP_1 = QT_TRANSLATE_NOOP("review", "Nothing of yours was changed, and you can carry on.")
    STEP_2 = QT_TRANSLATE_NOOP(
        "review", "Tell whoever looks after the shared folder, and give them the list. It holds no content."
    )
    STEP_3 = QT_TRANSLATE_NOOP(
        "review", "If somebody tells you that they sent something and you can’t find it, ask them to send it again."
    )
    CHECK_AGAIN = QT_TRANSLATE_NOOP("review", "Check again")
    SAVE_LIST = QT_TRANSLATE_NOOP("review", "Save a list for IT")
    LIST_KIND = QT_TRANSLATE_NOOP("review", "Text files (*.txt)")
    LIST_FILE = QT_TRANSLATE_NOOP("review", "set-aside.txt")
    NOT_ARRIVED = QT_TRANSLATE_NOOP("review", "Not arrived")
    NOT_ARRIVED_INTRO = QT_TRANSLATE_NOOP("review", "Sent to you, and not here. It may still come, or have been lost.")
    NOT_ARRIVED_ONE = QT_TRANSLATE_NOOP("review", "One entry by {name}")
    NOT_ARRIVED_SOME = QT_TRANSLATE_NOOP("review", "{count} entries by {name}")
    SOMEBODY_UNKNOWN = QT_TRANSLATE_NOOP("review", "somebody whose key this school doesn’t know")
