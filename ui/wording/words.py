# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the note below a box."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer

say = sayer("wording")
"""Says a text of this area."""


class Said(StrEnum):
    """Each text; what stands in braces is filled in."""

    NOTE = QT_TRANSLATE_NOOP("wording", "Instead of “{words}” you could say: {instead}. {why}")
    USE = QT_TRANSLATE_NOOP("wording", "Use “{use}” instead")
    USE_FOR = QT_TRANSLATE_NOOP("wording", "Use “{use}” instead of “{words}”")
    KEEP = QT_TRANSLATE_NOOP("wording", "This is a thought, no more. You can leave it as it is.")
