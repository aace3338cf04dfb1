# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Step 3: how much is covered and kept, and where to save it, which is blocked while anything is undecided."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.access.answering import Answering
from ui.access.others_step import counts_words
from ui.access.words import Said, say
from ui.printing.words import Printing
from ui.printing.words import say as say_printing
from ui.reports.protect_card import ProtectCard
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.check_list import CheckBox
from ui.widgets.file_dialogs import ask_for_folder
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.text_flow import TextStyle
from ui.widgets.words import names_in_a_row

_MOST = 5


class CheckStep(QWidget):
    """The step."""

    folder_chosen = Signal(str)
    """The copy is to be made in this folder."""

    printer_wanted = Signal()
    """The copy is to be printed."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._blocked = Banner(theme, Tone.WARN, "")
        self.counts = PlainLabel(theme, "", "section", wrap=True)
        self._story = Banner(theme, Tone.INFO, "")
        what = PlainLabel(theme, say(Said.WHAT_IS_SAVED), "body", wrap=True)
        self.protect = ProtectCard(theme)
        self.looked_at = CheckBox(theme, say(Said.LOOKED_AT), say(Said.LOOKED_AT_WHY))
        self._has_files = self._is_blocked = False
        self.where = Button(theme, say(Said.WHERE), ButtonKind.PRIMARY)
        self.print = Button(theme, say_printing(Printing.PRINT), icon=Icon.PRINTER)
        self._on_paper = PlainLabel(theme, say(Said.ON_PAPER), TextStyle("small", "text.secondary"), wrap=True)
        parts = (self.counts, self._blocked, self._story, what, self.protect, self.looked_at)
        buttons = Row(theme, self.where, self.print, Stretch(), gap=3)
        self.setLayout(Column(theme, *parts, buttons, self._on_paper, gap=4))
        self.setFocusProxy(self.where)
        self.looked_at.toggled.connect(self._offer)
        self.where.clicked.connect(self.choose_place)
        self.print.clicked.connect(self.printer_wanted)

    def show_answering(self, answering: Answering) -> None:
        """Show how it stands."""
        weighed = answering.weighed
        self.counts.show_words(counts_words(weighed))
        name = weighed.gathered.person.name
        self._story.show_message(Tone.INFO, say(Said.STORY, name=name), lead=say(Said.STORY_LEAD))
        names = [item.name for item in weighed.undecided[:_MOST]]
        more = len(weighed.undecided) - len(names)
        names += [say(Said.MORE_UNDECIDED, count=str(more))] if more else []
        is_identified = answering.request.clock.is_identified
        why = say(Said.NOT_IDENTIFIED) if not is_identified else say(Said.UNDECIDED, names=names_in_a_row(names))
        self._is_blocked = bool(names) or not is_identified
        self._blocked.setVisible(self._is_blocked)
        if self._is_blocked:
            self._blocked.show_message(Tone.WARN, why)
        self._has_files = bool(weighed.files_included)
        self.looked_at.setVisible(self._has_files)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        """Let it be saved once nothing is in its way, and somebody has looked at what Candour cannot read."""
        is_looked_at = self.looked_at.value() or not self._has_files
        self.where.setEnabled(is_looked_at and not self._is_blocked)
        self.print.setEnabled(not self._has_files and not self._is_blocked)

    @Slot()
    def choose_place(self) -> None:
        """Ask where to save it."""
        if not self.where.is_busy and self.protect.check():
            ask_for_folder(self, say(Said.WHERE), self.folder_chosen.emit)
