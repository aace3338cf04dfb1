# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The note above what tells too little, because what an office holds has not all come to somebody new in it."""

from collections.abc import Callable

from desktop.offices.coming import still_coming
from desktop.session import Session
from ui.review.desk_page import DeskContext
from ui.review.records import Refused
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner


class ComingNote(Banner):
    """The note, which is there only while there is something to say."""

    def __init__(self, context: DeskContext, what: Callable[[Session], str] = still_coming) -> None:
        super().__init__(context.theme, Tone.INFO, "")
        self._records = context.records
        self._what = what
        self.hide()

    def read(self) -> None:
        """Ask anew; where nobody can say, nothing is said."""
        self._records.ask(self, self._what, self._show, self._hide)

    def _show(self, sentence: str) -> None:
        self.setVisible(bool(sentence))
        if sentence:
            self.show_message(Tone.INFO, sentence)

    def _hide(self, _refused: Refused) -> None:
        self.hide()
