# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The link under a question whose answers rest on the code: it opens those of what is chosen, or of everything."""

from collections.abc import Callable

from PySide6.QtCore import Slot

from desktop.forms import Field
from desktop.policies.citing import Citation
from desktop.policies.reasons import cites, of_choices, of_field
from ui.clauses.words import Clauses, say
from ui.forms.kit import FormKit, ShowClauses
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.link_button import LinkButton


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


def link_of(kit: FormKit, field: Field, value: Callable[[], object]) -> list[CitedLink]:
    """The link of a question, where its answers can rest on a clause and this page leads to the code."""
    if kit.show_clauses is None or not cites(field):
        return []
    return [CitedLink(kit.theme, kit.show_clauses, lambda: of_field(field, value()) or of_choices(field), field.label)]
