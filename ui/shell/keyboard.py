# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the keyboard goes when one side of the window takes the place of another."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def where_it_was(side: QWidget) -> QWidget | None:
    """Where it was left; in a side that was never used, where it begins. None where nothing takes it.

    A side that was put together before it was in a window has that only in its parts.
    """
    if _focus_in(side) is not None or side.focusProxy() is not None:
        return _focus_in(side) or side
    if side.focusPolicy() is not Qt.FocusPolicy.NoFocus:
        return side
    begun = (_focus_in(part) for part in side.findChildren(QWidget) if part.isVisibleTo(side))
    return next((inner for inner in begun if inner is not None), None)


def _focus_in(widget: QWidget) -> QWidget | None:
    return widget.focusWidget()
