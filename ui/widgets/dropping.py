# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Takes a widget off the page for good."""

from PySide6.QtWidgets import QWidget


def drop(widget: QWidget) -> None:
    """Take a widget out of its layout and delete it when that is safe.

    It is hidden first: Qt shows what was just put into a layout a moment later, wherever it is by then, and one without
    a parent would appear as a window of its own.
    """
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
