# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands under every window: the application itself, and whether there is a display to open one on."""

import sys
from collections.abc import Mapping

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import load_fonts

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def make_application() -> QApplication:
    """The application, in British English and with the fonts that Candour ships."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    application = QApplication(["candour"])
    application.setApplicationName("Candour")
    load_fonts()
    return application


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Say whether a window can be opened. Qt would end the process where it can't."""
    return platform in {"win32", "darwin"} or any(environment.get(name) for name in _DISPLAYS)
