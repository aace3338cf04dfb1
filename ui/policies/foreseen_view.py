# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The version that waits for a signature, to be read before anybody signs it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.policies.foreseen import Foreseen
from ui.policies.adding_words import Adding
from ui.policies.ready_view import ReadyView
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.exchanged import Exchanged
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton


class ForeseenView(QWidget):
    """A link that shows and hides the version; or that its text is not here yet."""

    def __init__(self, theme: ThemeSource, foreseen: Foreseen) -> None:
        super().__init__()
        self._theme = theme
        self._ready = foreseen.ready
        self._words = Exchanged(theme)
        self._words.hide()
        if foreseen.ready is None:
            self.setLayout(Column(theme, Banner(theme, Tone.WARN, say(Adding.UNSEEN, title=foreseen.title))))
            return
        link = LinkButton(theme, say(Adding.READ_IT, title=foreseen.title))
        self.setLayout(Column(theme, link, self._words, gap=3))
        link.clicked.connect(self._turn)

    @Slot()
    def _turn(self) -> None:
        if self._words.isHidden() and self._ready is not None:
            self._words.show_widgets(ReadyView(self._theme, self._ready))
        else:
            self._words.show_widgets()
