# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The only way to give something a tooltip: escaped, cut to a sensible length, with its shortcut behind it."""

from PySide6.QtWidgets import QWidget

from ui.widgets.visible_text import tooltip_markup, visible

_LIMIT = 300


def set_tooltip(widget: QWidget, text: str, shortcut: str = "") -> None:
    """Give a widget a tooltip of plain words; none for "". A shortcut is named behind them: "Print (Ctrl+P)".

    It describes the widget to a screen reader too, unless that has a description of its own: Qt would read out the
    mark-up.
    """
    words = visible(f"{text} ({shortcut})" if shortcut else text, _LIMIT) if text else ""
    markup = tooltip_markup(words) if words else ""
    described = widget.accessibleDescription()
    if described != words and (not described or tooltip_markup(described) == widget.toolTip()):
        widget.setAccessibleDescription(words)
    if markup != widget.toolTip():
        widget.setToolTip(markup)
