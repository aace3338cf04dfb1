# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the limits for gifts (requirements.md section 11.4)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Gifts(StrEnum):
    """Each text; what stands in braces is filled in by `ui.settings.words.say`."""

    TITLE = QT_TRANSLATE_NOOP("settings", "Gifts")
    TITLE_FOR = QT_TRANSLATE_NOOP(
        "settings", "What your policy says about gifts. Without a limit, somebody decides about every gift."
    )
    DECLARE = QT_TRANSLATE_NOOP("settings", "Ask to hear about gifts from")
    DECLARE_HINT = QT_TRANSLATE_NOOP(
        "settings", "In pounds; 0 asks about every gift. Schools that have a limit often choose £10 to £50."
    )
    HEAD = QT_TRANSLATE_NOOP("settings", "Somebody decides from")
    HEAD_HINT = QT_TRANSLATE_NOOP(
        "settings",
        "Below it a gift is only noted, but not money, a present to a pupil, or one with business in view.",
    )
    GROUP = QT_TRANSLATE_NOOP("settings", "For a gift from a whole class or group, from")
    GROUP_HINT = QT_TRANSLATE_NOOP("settings", "The worth of all of it together.")
    BOARD = QT_TRANSLATE_NOOP("settings", "The governing board says yes too from")
    BOARD_HINT = QT_TRANSLATE_NOOP("settings", "0 never asks the board.")
    TOTAL = QT_TRANSLATE_NOOP("settings", "Ask for a decision on more than this from one giver in a school year")
    TOTAL_HINT = QT_TRANSLATE_NOOP("settings", "0 asks for none; the sum is shown all the same.")
    CASH = QT_TRANSLATE_NOOP("settings", "Money may be kept, if whoever decides says so")
    NEEDS_AMOUNT = QT_TRANSLATE_NOOP("settings", "Write an amount like 25 or 12.50, or 0.")
