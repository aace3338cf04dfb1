# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Only what bears one category: a button beside the shelves, and the list of categories that it opens (picture 05).

Closing the list shows everything again, so that nothing is ever left out unseen.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy

from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import ButtonSize, IconButton
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.visible_text import visible

_ALL = ""
_LIMIT = 80


class CategoryFilter(ComboChoice):
    """The list, hidden at first. Put its `button` where it opens it, and give it what there is with `take`."""

    opened = Signal()
    """The list was opened: it wants the categories."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, [Choice(_ALL, say(Said.ALL_CATEGORIES))], compact=True)
        self.set_value(_ALL)
        self.setAccessibleName(say(Said.CATEGORY))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button = IconButton(theme, Icon.FUNNEL, say(Said.CATEGORY), ButtonSize.SMALL)
        self.button.clicked.connect(self._turn)
        self.hide()

    @property
    def category(self) -> str:
        """The category that is chosen; empty: all of them."""
        return self.value() or _ALL

    def take(self, categories: Sequence[str]) -> None:
        """Offer these. What is chosen stays, also where nothing bears it any more."""
        chosen = self.category
        names = categories if chosen in (*categories, _ALL) else (chosen, *categories)
        self.offer(
            [Choice(_ALL, say(Said.ALL_CATEGORIES)), *(Choice(name, visible(name, _LIMIT)) for name in names)], chosen
        )

    @Slot()
    def _turn(self) -> None:
        """Open the list, or close it."""
        is_open = self.isHidden()
        self.setVisible(is_open)
        self.button.show_name(say(Said.ALL_CATEGORIES_AGAIN if is_open else Said.CATEGORY))
        if is_open:
            self.opened.emit()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.set_value(_ALL)
