# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Showing a folder in the system's own window."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_folder(path: str) -> None:
    """Show the folder in which a file lies."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))
