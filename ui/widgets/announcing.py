# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Says something to a screen reader that no focus change would tell (WCAG 4.1.3)."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.visible_text import one_line, visible

_LIMIT = 500


def announce(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Say a sentence on behalf of a widget: politely, after what is being read, or assertively, at once."""
    event = QAccessibleAnnouncementEvent(widget, one_line(visible(text, _LIMIT)))
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
    QAccessible.updateAccessibility(event)
