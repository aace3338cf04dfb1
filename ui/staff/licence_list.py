# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The licences of what is shipped: each by its name, and whole when it is asked for."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.licences import ShippedLicence, shipped_licences
from ui.theme.source import ThemeSource
from ui.widgets.card import Card
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton
from ui.widgets.plain_view import PlainView


class LicenceList(Card):
    """A card with a link for each licence."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, gap=3)
        self.add(*(_Licence(theme, licence) for licence in shipped_licences()))


class _Licence(QWidget):
    def __init__(self, theme: ThemeSource, licence: ShippedLicence) -> None:
        super().__init__()
        self._licence = licence
        self._link = LinkButton(theme, licence.title)
        self._text = PlainView(theme, name=licence.title, role="small")
        self._text.hide()
        self.setLayout(Column(theme, self._link, self._text, gap=2))
        self._link.clicked.connect(self._turn)

    @Slot()
    def _turn(self) -> None:
        if self._text.isHidden():
            self._text.show_text(self._licence.text)
        self._text.setVisible(self._text.isHidden())
