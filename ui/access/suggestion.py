# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One suggestion beside the text: who it is, in how many places, and what becomes of them (ux.md R12)."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.access.third_parties import Item, Part
from desktop.access.work import Decision, Verdict
from ui.access.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput, Width
from ui.widgets.segmented import Segmented
from ui.widgets.text_flow import Span, TextStyle

_COVER, _KEEP, _LATER = "cover", "keep", "later"
_PARTS: Mapping[Part, Said] = {
    Part.REPORTER: Said.PART_REPORTER,
    Part.CHILD: Said.PART_CHILD,
    Part.COLLEAGUE: Said.PART_COLLEAGUE,
    Part.HANDLER: Said.PART_HANDLER,
    Part.OTHER: Said.PART_OTHER,
    Part.CONTACT: Said.PART_CONTACT,
    Part.BY_HAND: Said.PART_BY_HAND,
    Part.FILE: Said.PART_FILE,
}


def suggestion_words(item: Item) -> str:
    """An item in words: "Beth Collier, 6 places: person who reported it"."""
    count = len(item.places)
    places = say(Said.ONE_PLACE) if count == 1 else say(Said.PLACES, count=str(count))
    return say(Said.SUGGESTION, name=item.name, places=places, part=say(_PARTS[item.part]))


class Suggestion(Card):
    """The card of one item."""

    decided = Signal(str, object)
    """A decision: the item's id, and the Decision or None."""

    def __init__(self, theme: ThemeSource, item: Item, decision: Decision | None) -> None:
        super().__init__(theme, margins=(4, 3, 4, 3))
        self.item = item
        self._kept = decision if decision is not None and decision.is_kept else None
        name, _, rest = suggestion_words(item).partition(item.name)
        words = [Span(name), Span(item.name, strong=True), Span(rest)]
        self.add(PlainLabel(theme, words, "body", wrap=True))
        if item.part is Part.BY_HAND:
            self._add_uncover(theme)
        else:
            self._add_choice(theme, decision)

    def _add_uncover(self, theme: ThemeSource) -> None:
        self.uncover = Button(theme, say(Said.UNCOVER), ButtonKind.QUIET, ButtonSize.SMALL)
        self.uncover.clicked.connect(self._let_go)
        self.add(self.uncover)
        self.setFocusProxy(self.uncover)

    def _add_choice(self, theme: ThemeSource, decision: Decision | None) -> None:
        is_file = self.item.part is Part.FILE
        choices = (
            Choice(_COVER, say(Said.LEAVE if is_file else Said.COVER)),
            Choice(_KEEP, say(Said.INCLUDE if is_file else Said.KEEP)),
            Choice(_LATER, say(Said.LATER)),
        )
        self.choice = Segmented(theme, choices)
        self.choice.setAccessibleName(say(Said.DECISION_ON, name=self.item.name))
        self.choice.set_value(_LATER if decision is None else _KEEP if decision.is_kept else _COVER)
        self.reason = _Reason(theme, self.item, self._kept)
        self.reason.setVisible(False)
        self.add(self.choice)
        if self._kept is not None:
            told = say(Said.KEPT_WHY, why=self._kept.why)
            self.add(PlainLabel(theme, told, TextStyle("small", "text.secondary"), wrap=True))
        self.add(self.reason)
        self.setFocusProxy(self.choice)
        self.choice.edited.connect(self._choose)
        self.reason.given.connect(self._keep)

    @Slot(object)
    def _choose(self, chosen: str | None) -> None:
        self.reason.setVisible(chosen == _KEEP)
        if chosen == _KEEP:
            self.reason.focus_first()
        elif chosen is not None:
            decision = Decision(verdict=Verdict.COVER) if chosen == _COVER else None
            self.decided.emit(self.item.item_id, decision)

    @Slot()
    def keep(self) -> None:
        """Ask for the reason why it may stay."""
        if self.item.part is not Part.BY_HAND:
            keep = next(button for button in self.choice.buttons if button.choice.id == _KEEP)
            keep.click()
            self._choose(_KEEP)

    @Slot(object)
    def _keep(self, decision: Decision) -> None:
        self.decided.emit(self.item.item_id, decision)

    @Slot()
    def _let_go(self) -> None:
        self.decided.emit(self.item.item_id, None)


class _Reason(QWidget):
    """Why somebody may stay: whether they agreed, and a sentence. Whoever reported stays only where they agreed."""

    given = Signal(object)
    """The reason was given: the Decision."""

    def __init__(self, theme: ThemeSource, item: Item, kept: Decision | None) -> None:
        super().__init__()
        both = (Choice(Verdict.AGREED, say(Said.AGREED)), Choice(Verdict.REASONABLE, say(Said.REASONABLE)))
        self.basis = Segmented(theme, both[:1] if item.part is Part.REPORTER else both)
        self.basis.setAccessibleName(say(Said.WHY_KEPT))
        self.basis.set_value(kept.verdict if kept else Verdict.AGREED)
        self.why = LineInput(theme, compact=True, width=Width.FULL)
        self.why.setMaxLength(500)
        if kept is not None:
            self.why.set_value(kept.why)
        self.save = Button(theme, say(Said.KEEP_IT), size=ButtonSize.SMALL)
        self.setLayout(Column(theme, self.basis, Field(theme, say(Said.WHY_FIELD), self.why), self.save, gap=2))
        self.save.clicked.connect(self._give)
        self.why.returnPressed.connect(self._give)

    def focus_first(self) -> None:
        """Put the keyboard into the sentence."""
        self.why.setFocus()

    @Slot()
    def _give(self) -> None:
        verdict = Verdict(self.basis.value() or Verdict.AGREED)
        self.given.emit(Decision(verdict=verdict, why=self.why.text().strip()))
