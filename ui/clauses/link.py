# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The link that opens the clauses that something rests on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.policies.citing import Citation
from ui.clauses.words import Clauses, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.link_button import LinkButton

ShowClauses = Callable[[QWidget, Sequence[Citation]], None]
"""Opens clauses beside the page: for what asked for them, which has the keyboard back afterwards, and which."""


class CitedLink(LinkButton):
    """The link. `cited` says what it opens, at the moment when it is pressed; `what` is what that is about."""

    def __init__(
        self, theme: ThemeSource, show: ShowClauses, cited: Callable[[], tuple[Citation, ...]], what: str
    ) -> None:
        name = say(Clauses.LINK_NAMED, what=what)
        super().__init__(theme, say(Clauses.LINK), "small", icon=Icon.BOOK_OPEN, name=name)
        self._show = show
        self._cited = cited
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        self._show(self, self._cited())
