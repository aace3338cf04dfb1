# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, appearance: colours, contrast, text size and compact rows, shown at once and kept by the window."""

import msgspec
from PySide6.QtCore import QLocale, QSignalBlocker, Slot

from ui.settings.computer_words import Computer, say
from ui.settings.context import SettingsContext
from ui.settings.page import SettingsPage
from ui.theme.theme import TEXT_SCALES
from ui.theme.tokens import Scheme
from ui.widgets.card import Card
from ui.widgets.check_list import CheckBox
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.radio_list import RadioList

_SYSTEM = "system"


class AppearancePage(SettingsPage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Computer.LOOK), say(Computer.LOOK_FOR))
        theme = self.theme
        schemes = ((_SYSTEM, Computer.SYSTEM), (Scheme.LIGHT.value, Computer.LIGHT), (Scheme.DARK.value, Computer.DARK))
        self._scheme = RadioList(theme, [Choice(each, say(words)) for each, words in schemes])
        self._contrast = CheckBox(theme, say(Computer.CONTRAST), say(Computer.CONTRAST_MORE))
        percents = [Choice(str(scale), f"{QLocale().toString(round(scale * 100))} %") for scale in TEXT_SCALES]
        self._size = RadioList(theme, percents)
        self._rows = CheckBox(theme, say(Computer.ROWS), say(Computer.ROWS_MORE))
        self.body.add(
            Card(theme, "", Field(theme, say(Computer.SCHEME), self._scheme), self._contrast, gap=3),
            Card(theme, "", Field(theme, say(Computer.SIZE), self._size), self._rows, gap=3),
        )
        self.setFocusProxy(self._scheme)
        self._show()
        self._connect()

    def _connect(self) -> None:
        self._scheme.edited.connect(self._choose)
        self._contrast.toggled.connect(self._choose)
        self._size.edited.connect(self._choose)
        self._rows.toggled.connect(self._choose)
        # Letters change with Ctrl++ on this page too.
        self.theme.changed.connect(self._show)

    @Slot()
    def _show(self) -> None:
        chosen = self.theme.appearance
        # What is only shown is no choice: half of it would take the place of all that was chosen.
        with (
            QSignalBlocker(self._scheme),
            QSignalBlocker(self._contrast),
            QSignalBlocker(self._size),
            QSignalBlocker(self._rows),
        ):
            self._scheme.set_value(chosen.scheme.value if chosen.scheme else _SYSTEM)
            self._contrast.setChecked(chosen.high_contrast)
            self._size.set_value(str(chosen.text_scale))
            self._rows.setChecked(chosen.compact_rows)

    @Slot()
    def _choose(self) -> None:
        scheme, scale = self._scheme.value(), self._size.value()
        self.theme.choose(
            msgspec.structs.replace(
                self.theme.appearance,
                scheme=None if scheme in {None, _SYSTEM} else Scheme(scheme),
                high_contrast=self._contrast.value(),
                compact_rows=self._rows.value(),
                text_scale=float(scale) if scale else self.theme.appearance.text_scale,
            )
        )
