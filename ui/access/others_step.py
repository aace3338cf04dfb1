# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Step 2: each record's text, and beside it everybody else in it with what becomes of them (ux.md R12)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from desktop.access.answering import Answering
from desktop.access.gathered import Record
from desktop.access.third_parties import Item
from desktop.access.weighing import Weighed
from desktop.access.work import Verdict
from ui.access.also_cover import AlsoCover
from ui.access.record_text import marked_text
from ui.access.records_step import record_words
from ui.access.suggestion import Suggestion
from ui.access.text_pane import TextPane
from ui.access.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize, IconButton
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.dropping import drop
from ui.widgets.flow import Flow
from ui.widgets.keys import add_keys
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row, Stretch
from ui.widgets.text_flow import TextStyle

_BESIDE = 760  # pixels at 100 % from which the suggestions stand beside the text


class OthersStep(QWidget):
    """The step. It shows one record at a time."""

    decided = Signal(str, object)
    """A decision: the item's id, and the Decision or None."""
    cover_asked = Signal(str)
    """Words are to be covered wherever they stand."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._answering: Answering | None = None
        self._peeks = False
        self.which = ComboChoice(theme, (), compact=True)
        self.which.setAccessibleName(say(Said.RECORD))
        self.previous = IconButton(theme, Icon.ARROW_LEFT, say(Said.PREVIOUS))
        self.following = IconButton(theme, Icon.ARROW_RIGHT, say(Said.FOLLOWING))
        self.text = TextPane(theme)
        self.cover = Button(theme, say(Said.COVER_SELECTION), size=ButtonSize.SMALL)
        self.cover.show_key("Ctrl+R")
        self.peek = Button(theme, say(Said.PEEK), ButtonKind.QUIET, ButtonSize.SMALL, icon=Icon.EYE)
        self._hint = Banner(theme, Tone.INFO, say(Said.SELECT_FIRST))
        self._hint.hide()
        self.also = AlsoCover(theme)
        self._counts = PlainLabel(theme, "", TextStyle("body", "text.secondary"), wrap=True)
        self.suggestions: tuple[Suggestion, ...] = ()
        self._list = Column(theme, gap=3)
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._theme
        tools = QWidget()
        tools.setLayout(Flow(theme, (self.cover, self.peek), gap=3))
        page = Card(theme, "", self._hint, tools, self.text, Stretch(), gap=3)
        beside = QWidget()
        title = PlainLabel(theme, say(Said.SUGGESTIONS), "cardTitle", wrap=True)
        beside.setLayout(Column(theme, title, self._list, self.also, Stretch(), gap=3))
        self._panes = Row(theme, Growing(page, 3), Growing(beside, 2), gap=4)
        choosing = Row(theme, self.previous, Growing(self.which), self.following, gap=2)
        self.setLayout(Column(theme, choosing, self._counts, self._panes, gap=3))
        self.setFocusProxy(self.which)

    def _connect(self) -> None:
        self.which.edited.connect(self._show_record)
        self.previous.clicked.connect(self._go_back)
        self.following.clicked.connect(self._go_on)
        self.cover.clicked.connect(self.text.cover_selection)
        self.peek.clicked.connect(self.toggle_peek)
        self.text.cover_asked.connect(self._cover)
        self.also.asked.connect(self.cover_asked)
        self.text.peek_asked.connect(self.toggle_peek)
        add_keys(self, {"J": self.go_to_next, "K": self.keep_current})

    def show_answering(self, answering: Answering) -> None:
        """Show what was gathered and decided, at the record that stood here before."""
        self._answering = answering
        records = answering.weighed.records
        before = self.which.value()
        chosen = before if any(record.key == before for record in records) else next((r.key for r in records), None)
        self.which.offer([Choice(record.key, record_words(record)) for record in records], chosen)
        self._show_record()
        self.also.tell(answering.weighed)

    @property
    def record(self) -> Record | None:
        """The record that is shown."""
        key = self.which.value()
        return self._answering.weighed.gathered.record(key) if self._answering and key else None

    @Slot()
    def toggle_peek(self) -> None:
        """Show the words under the covers, or cover them again."""
        self._peeks = not self._peeks
        self.peek.show_text(say(Said.HIDE if self._peeks else Said.PEEK))
        self._show_record()

    @Slot()
    def go_to_next(self) -> None:
        """Put the keyboard on the next suggestion that is undecided, in this record or a later one."""
        waiting = self._waiting()
        if waiting is None:
            return
        shown = next((each for each in self.suggestions if each.item.item_id == waiting), None)
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def keep_current(self) -> None:
        """Ask for the reason why the suggestion with the keyboard may stay."""
        here = self._here()
        if here is not None:
            here.keep()

    def _here(self) -> Suggestion | None:
        """The suggestion that the keyboard is on."""
        focus = self.window().focusWidget()
        return next((each for each in self.suggestions if each.isAncestorOf(focus)), None)

    def _stay_at(self, item_id: str) -> None:
        """Put the keyboard where it was before the suggestions were made anew."""
        same = next((each for each in self.suggestions if each.item.item_id == item_id), None)
        if same is not None:
            same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _waiting(self) -> str | None:
        """The first item that is undecided from this record on; its record is shown."""
        if self._answering is None:
            return None
        weighed = self._answering.weighed
        keys = [record.key for record in weighed.records]
        start = keys.index(self.which.value() or keys[0]) if keys else 0
        for key in (*keys[start:], *keys[:start]):
            record = next(record for record in weighed.records if record.key == key)
            found = [item for item in weighed.undecided if stands_in(item, record)]
            if found:
                self._choose(key)
                return found[0].item_id
        return None

    @Slot()
    def _show_record(self) -> None:
        answering = self._answering
        records = answering.weighed.records if answering else ()
        record = next((each for each in records if each.key == self.which.value()), None)
        before = self._here()
        for old in self.suggestions:
            drop(old)
        self._hint.hide()
        if answering is None or record is None:
            self.suggestions = ()
            return
        self.text.show_marked(marked_text(answering.weighed, record, peeks=self._peeks))
        self._counts.show_words(counts_words(answering.weighed))
        self._show_suggestions(answering.weighed, record)
        self._stay_at(before.item.item_id if before else "")
        place = records.index(record)
        self.previous.setEnabled(place > 0)
        self.following.setEnabled(place < len(records) - 1)

    def _show_suggestions(self, weighed: Weighed, record: Record) -> None:
        mine = [item for item in weighed.items if stands_in(item, record)]
        self.suggestions = tuple(Suggestion(self._theme, item, weighed.decision(item)) for item in mine)
        for each in self.suggestions:
            each.decided.connect(self.decided)
        self._list.add(*self.suggestions)

    @Slot(str)
    def _cover(self, words: str) -> None:
        self._hint.setVisible(not words)
        if words:
            self.cover_asked.emit(words)

    @Slot()
    def _go_back(self) -> None:
        self._step(-1)

    @Slot()
    def _go_on(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        keys = [record.key for record in self._answering.weighed.records] if self._answering else []
        place = keys.index(self.which.value() or "") + by
        if 0 <= place < len(keys):
            self._choose(keys[place])

    def _choose(self, key: str) -> None:
        if key != self.which.value():
            self.which.set_value(key)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self._theme.now.px(_BESIDE)
        self._panes.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)


def stands_in(item: Item, record: Record) -> bool:
    """Say whether an item has a place in a record."""
    return any(place.key == record.key or place.key.startswith(f"{record.key}/") for place in item.places)


def counts_words(weighed: Weighed) -> str:
    """How many places are covered, undecided and kept."""
    counts = weighed.counts
    kept = counts.get(Verdict.AGREED, 0) + counts.get(Verdict.REASONABLE, 0)
    return say(
        Said.COUNTS, covered=str(counts.get(Verdict.COVER, 0)), undecided=str(counts.get(None, 0)), kept=str(kept)
    )
