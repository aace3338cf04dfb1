# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The only way to give something a tooltip: escaped, cut to a sensible length, with its shortcut behind it."""

from PySide6.QtWidgets import QWidget

from ui.widgets.visible_text import tooltip_markup, visible

_LIMIT = 300


def set_tooltip(widget: QWidget, text: str, shortcut: str = "") -> None:
    """Give a widget a tooltip of plain words; none for "". A shortcut is named behind them: "Print (Ctrl+P)"."""
    words = f"{text} ({shortcut})" if shortcut else text
    markup = tooltip_markup(visible(words, _LIMIT)) if text else ""
    if markup != widget.toolTip():
        widget.setToolTip(markup)
