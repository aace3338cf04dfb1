# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Draws every control in its states, to be looked at: `python -m tests.ui.gallery OUT_DIR`.

Two sheets, each in light, dark, high contrast and at 150 % text size. The first shows what picture 14 of the design
shows. Nothing here is a test; the same sheets are walked by tests/ui/widgets/test_gallery.py.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from tests.ui.sheets import Sheet, components, more
from ui.theme.fonts import load_fonts
from ui.theme.source import Appearance, ThemeSource
from ui.theme.tokens import Scheme
from ui.widgets.focus_ring import FocusRing

LOOKS = {
    "light": Appearance(scheme=Scheme.LIGHT),
    "dark": Appearance(scheme=Scheme.DARK),
    "high-contrast": Appearance(high_contrast=True),
    "150": Appearance(scheme=Scheme.LIGHT, text_scale=1.5),
}


class BlackContrast(ThemeSource):
    """A source whose system has something like the "High contrast black" of Windows."""

    @override
    def _system_palette(self) -> QPalette:
        return _black()


def _black() -> QPalette:
    roles = QPalette.ColorRole
    black, white, yellow, cyan = (QColor(name) for name in ("black", "white", "yellow", "cyan"))
    palette = QPalette(black)
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.PlaceholderText):
        palette.setColor(role, white)
    palette.setColor(roles.Base, black)
    palette.setColor(roles.Window, black)
    palette.setColor(roles.Link, yellow)
    palette.setColor(roles.Highlight, cyan)
    palette.setColor(roles.HighlightedText, black)
    return palette


def main(out: Path) -> None:
    """Draw all sheets into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    QLocale.setDefault(QLocale("en_GB"))
    app = QApplication([])
    load_fonts()
    for look, appearance in LOOKS.items():
        theme = BlackContrast(app, appearance)
        for sheet in (components, more):
            _photograph(app, theme, sheet(theme), out / f"{sheet.__name__}-{look}.png")
        theme.deleteLater()


def _photograph(app: QApplication, theme: ThemeSource, sheet: Sheet, file: Path) -> None:
    window = sheet.window
    window.show()
    window.setFocus()
    _settle(app)
    for widget in sheet.circled:
        FocusRing(theme, window).surround(widget)
    _settle(app)
    window.grab().save(str(file))
    window.close()
    window.deleteLater()


def _settle(app: QApplication) -> None:
    for _ in range(3):
        app.sendPostedEvents()
        app.processEvents()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
