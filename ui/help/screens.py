# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which page of help is for what is on the screen: a table of widgets by name (resources/help/index.toml)."""

from PySide6.QtWidgets import QWidget

from desktop.helping.pages import help_screens


def page_for(side: QWidget) -> str:
    """The page for one side of the window as it stands; "" where the table names nothing that is on it."""
    there = {kind.__name__ for widget in (side, *_shown(side)) for kind in type(widget).__mro__}
    return next((page for name, page in help_screens().items() if name in there), "")


def _shown(side: QWidget) -> list[QWidget]:
    return [widget for widget in side.findChildren(QWidget) if widget.isVisibleTo(side)]
