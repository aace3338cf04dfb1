# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The contents of a policy beside its text: a line for each clause, of a long one for each chapter."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from desktop.policies.version import Clause
from ui.policies.clause_view import clause_title
from ui.policies.words import Policy
from ui.staff.words import say
from ui.theme.source import ThemeSource
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

_ALL, _MOST = 80, 200
_SMALL = TextStyle("small", "text.secondary")


class ContentsCard(Card):
    """The card."""

    asked = Signal(int)
    """The clause at this place is wanted."""

    def __init__(self, theme: ThemeSource, clauses: Sequence[Clause]) -> None:
        super().__init__(theme, say(Policy.CONTENTS), gap=1)
        places = [place for place, clause in enumerate(clauses) if clause_title(clause)]
        if len(places) > _ALL:
            places = [place for place in places if clauses[place].is_chapter]
        for place in places[:_MOST]:
            link = LinkButton(theme, clause_title(clauses[place]), "small")
            link.clicked.connect(partial(self.asked.emit, place))
            self.add(link)
        more = len(places) - _MOST
        if more > 0:
            self.add(PlainLabel(theme, say(Policy.CONTENTS_MORE, count=str(more)), _SMALL, wrap=True))
