# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keeps the look that somebody chooses in the window, and changes the size of its letters with three keys."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.appearance import TEXT_SCALES, keep_appearance
from desktop.faults import KnownError
from ui.theme.source import ThemeSource


class KeptAppearance(QObject):
    """Keeps what is chosen, and makes letters larger or smaller with Ctrl++, Ctrl+- and Ctrl+0."""

    def __init__(self, theme: ThemeSource, window: QWidget, home: Path) -> None:
        super().__init__(window)
        self._theme = theme
        self._home = home
        for key, act in (
            ("Ctrl++", self.larger),
            ("Ctrl+=", self.larger),
            ("Ctrl+-", self.smaller),
            ("Ctrl+0", self.usual),
        ):
            QShortcut(QKeySequence(key), window).activated.connect(act)
        theme.changed.connect(self._keep)

    @Slot()
    def larger(self) -> None:
        """The next larger letters."""
        self._choose(next((scale for scale in TEXT_SCALES if scale > self._scale), TEXT_SCALES[-1]))

    @Slot()
    def smaller(self) -> None:
        """The next smaller letters."""
        self._choose(next((scale for scale in reversed(TEXT_SCALES) if scale < self._scale), TEXT_SCALES[0]))

    @Slot()
    def usual(self) -> None:
        """Letters at 100 %."""
        self._choose(TEXT_SCALES[0])

    @property
    def _scale(self) -> float:
        return self._theme.appearance.text_scale

    def _choose(self, scale: float) -> None:
        self._theme.choose(msgspec.structs.replace(self._theme.appearance, text_scale=scale))

    @Slot()
    def _keep(self) -> None:
        if not self._home.is_dir():
            return
        try:
            keep_appearance(self._home, self._theme.appearance)
        except KnownError:
            # A look that is not kept is chosen again next time; nothing else depends on it.
            return
