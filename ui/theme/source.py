# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The current theme of a running application, and who hears when it changes.

Every widget of `ui.widgets` is handed the `ThemeSource` as its first argument and reads `source.now` when it measures
or paints itself. It is passed in rather than found by walking up to the window, because a widget is measured before it
has a window, and because whoever builds a page sees where its look comes from. There is one for each application; the
program makes it at start, a test makes its own.
"""

from PySide6.QtCore import QObject, QOperatingSystemVersion, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from desktop.appearance import Appearance
from ui.theme.qss import style_sheet
from ui.theme.theme import Theme, make_theme
from ui.theme.tokens import Scheme

__all__ = ["Appearance", "ThemeSource"]


class ThemeSource(QObject):
    """Holds the theme of one application and applies it; follows the system where the choice leaves that open."""

    changed = Signal()
    """Something about the look is different: read `now` again. Palette and style sheet are already in place."""

    def __init__(self, application: QApplication, appearance: Appearance | None = None) -> None:
        super().__init__()
        self.application = application
        self._appearance = appearance or Appearance()
        application.setStyle("Fusion")
        self._hints = application.styleHints()
        # Qt deletes the object behind a temporary wrapper too early: keep it.
        self._accessibility = self._hints.accessibility()
        self._now = self._wanted()
        _apply(application, self._now)
        self._connect()

    def _connect(self) -> None:
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._accessibility.contrastPreferenceChanged.connect(self._follow_system)

    @property
    def now(self) -> Theme:
        """The theme to paint with."""
        return self._now

    @property
    def appearance(self) -> Appearance:
        """The choice that is in force."""
        return self._appearance

    def choose(self, appearance: Appearance) -> None:
        """Take another choice and show it at once."""
        is_other, self._appearance = appearance != self._appearance, appearance
        # It is kept even where it looks as before: "as the system" may be what was chosen already.
        if not self._refresh() and is_other:
            self.changed.emit()

    @Slot()
    def _follow_system(self) -> None:
        self._refresh()

    def _refresh(self) -> bool:
        """Take the look that is wanted now. Says whether it is another one."""
        wanted = self._wanted()
        if wanted == self._now:
            return False
        self._now = wanted
        _apply(self.application, wanted)
        self.changed.emit()
        return True

    def _wanted(self) -> Theme:
        return make_theme(
            self._appearance.scheme or self._system_scheme(),
            self._appearance.text_scale,
            system=self._system_palette() if self._wants_high_contrast() else None,
            compact_rows=self._appearance.compact_rows,
            reduced_motion=self._system_stands_still(),
        )

    def _wants_high_contrast(self) -> bool:
        preference = self._accessibility.contrastPreference()
        return self._appearance.high_contrast or preference == Qt.ContrastPreference.HighContrast

    def _system_stands_still(self) -> bool:
        # Only Windows tells Qt whether "Animation effects" are on; elsewhere Qt says no without having asked.
        effects = self.application.isEffectEnabled(Qt.UIEffect.UI_General)
        return QOperatingSystemVersion.currentType() == QOperatingSystemVersion.OSType.Windows and not effects

    def _system_scheme(self) -> Scheme:
        return Scheme.DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else Scheme.LIGHT

    def _system_palette(self) -> QPalette:
        # An empty palette gives the application back to the system; what it then has is the system's own.
        self.application.setPalette(QPalette())
        return QPalette(self.application.palette())


def _apply(app: QApplication, theme: Theme) -> None:
    """Give the whole application a look: palette, font and style sheet. `load_fonts` has been called before."""
    app.setPalette(theme.palette())
    app.setFont(theme.font("body"))
    app.setStyleSheet(style_sheet(theme))
