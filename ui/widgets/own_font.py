# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notices when a widget has lost its font.

A widget that is moved to another parent gets from Qt the font that it had when it was first moved, because the
application has a style sheet: its letters would be of another text size than those around it.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget


def has_lost_font(widget: QWidget, event: QEvent, own: QFont | None) -> bool:
    """Say, in a widget's `changeEvent`, whether it must set its own font again; None while it has none yet."""
    if own is None or event.type() != QEvent.Type.FontChange:
        return False
    return widget.font().pixelSize() != own.pixelSize()
