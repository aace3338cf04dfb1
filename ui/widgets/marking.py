# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Marks on a control that are drawn: an answer that needs another look, a choice that has not been made."""

from PySide6.QtWidgets import QWidget

_INVALID = "invalid"
_EMPTY = "empty"


def mark_invalid(widget: QWidget, *, invalid: bool) -> None:
    """Mark a control whose answer needs another look, or take the mark away."""
    _mark(widget, _INVALID, on=invalid)


def is_invalid(widget: QWidget) -> bool:
    """Whether the answer needs another look."""
    return bool(widget.property(_INVALID))


def mark_empty(widget: QWidget, *, empty: bool) -> None:
    """Mark a list whose choice has not been made, or take the mark away."""
    _mark(widget, _EMPTY, on=empty)


def _mark(widget: QWidget, name: str, *, on: bool) -> None:
    if bool(widget.property(name)) == on:
        return
    widget.setProperty(name, on)
    # The style sheet reads properties only when it dresses a widget anew.
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
