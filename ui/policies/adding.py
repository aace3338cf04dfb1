# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The steps of adding a version: where it comes from, its clauses, what is said of it, what changes, the proposal.

Whatever is typed or put right is kept in the vault of whoever prepares it, until the version holds or they drop it.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.changing.change import Said
from desktop.policies.draft import Odd
from desktop.policies.preparing import Prepared, Preparing, drop_preparing, keep_preparing, missing, what_is_odd
from desktop.policies.proposing import Begun, Ready, begin, put_up, ready
from ui.policies.adding_words import Adding
from ui.policies.clauses_card import ClausesCard, Undo
from ui.policies.compare_card import CompareCard
from ui.policies.facts_card import FactsCard
from ui.policies.source_card import SourceCard
from ui.settings.change_page import ChangePage
from ui.settings.words import say
from ui.widgets.button import ButtonKind
from ui.widgets.dialog import Answer, Dialog
from ui.widgets.exchanged import Exchanged
from ui.widgets.layouts import Column
from ui.widgets.progress_panel import ProgressPanel

_KEEP_AFTER_MS = 2_000
_KEEP, _DROP = "keep", "drop"


class AddingSteps(QWidget):
    """One step at a time. It shows nothing until somebody starts."""

    ended = Signal()
    """It was left, dropped or proposed."""
    model_wanted = Signal(str)
    """Candour's model is to be saved as a Word file: this one."""

    def __init__(self, page: ChangePage) -> None:
        super().__init__()
        self._page = page
        self._titles: Mapping[str, str] = {}
        self._preparing: Preparing | None = None
        self._undo: Undo = []
        self._facts: FactsCard | None = None
        self._place = Exchanged(page.theme)
        self._place.hide()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_KEEP_AFTER_MS)
        self._clock.timeout.connect(self._take_facts)
        self.setLayout(Column(page.theme, self._place))

    @property
    def is_on(self) -> bool:
        """Whether somebody is at it."""
        return not self._place.isHidden()

    @property
    def _now(self) -> Preparing:
        assert self._preparing is not None  # noqa: S101 - every step but the first has it
        return self._preparing

    def _show(self, card: QWidget) -> None:
        self._place.show_widgets(card)
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    # Where it comes from

    def start(self, titles: Mapping[str, str]) -> None:
        """Ask where it comes from; `titles`: the policies that there are, by their ids."""
        self._titles = titles
        self._preparing = None
        card = SourceCard(self._page.theme, titles)
        card.chosen.connect(self.read)
        card.word_asked.connect(self.model_wanted)
        card.left.connect(self._end)
        self._show(card)

    @Slot(str, object)
    def read(self, policy_id: str, path: Path | None) -> None:
        """Read a file, or Candour's model."""
        words = say(Adding.READING), say(Adding.READING_MORE)
        self._place.show_widgets(ProgressPanel(self._page.theme, *words, stoppable=False))
        self._page.ask(partial(begin, self._page.context.session.machine, policy_id, path), self.take)

    def fail(self) -> None:
        """Something was refused: a file that was being read is to be chosen anew; every other step stays."""
        if self.is_on and self._preparing is None:
            self.start(self._titles)

    def take(self, begun: Begun) -> None:
        """Go on with something new, and keep it."""
        self.go_on(begun)
        self._keep()

    def go_on(self, begun: Begun) -> None:
        """Go on with something that is prepared already."""
        self._preparing = begun.preparing
        self._undo = []
        self._show_clauses(begun.odd)

    # Its clauses

    def _show_clauses(self, odd: tuple[Odd, ...]) -> None:
        card = ClausesCard(self._page.theme, self._now.prepared, self._undo)
        card.show_odd(odd)
        card.edited.connect(partial(self._take_clauses, card))
        card.done.connect(self._show_facts)
        card.left.connect(self.ask_to_leave)
        self._show(card)

    def _take_clauses(self, card: ClausesCard, prepared: Prepared) -> None:
        self._preparing = msgspec.structs.replace(self._now, prepared=prepared)
        self._keep()
        show, fail = partial(self._show_odd, card, prepared), self._page.show_error
        self._page.context.tasks.run(card, partial(what_is_odd, prepared), show, fail)

    def _show_odd(self, card: ClausesCard, prepared: Prepared, odd: tuple[Odd, ...]) -> None:
        if self._preparing is not None and self._preparing.prepared is prepared:
            card.show_odd(odd)

    # What is said of it

    @Slot()
    def _show_facts(self) -> None:
        card = self._facts = FactsCard(self._page, self._now.facts, is_model=self._now.prepared.is_model)
        card.edited.connect(self._clock.start)
        card.done.connect(self._check_facts)
        card.back.connect(self._back_to_clauses)
        card.left.connect(self.ask_to_leave)
        self._show(card)

    @Slot()
    def _take_facts(self) -> None:
        self._clock.stop()
        if self._facts is not None:
            self._preparing = msgspec.structs.replace(self._now, facts=self._facts.facts())
            self._keep()

    @Slot()
    def _back_to_clauses(self) -> None:
        self._take_facts()
        self._facts = None
        self._page.ask(partial(what_is_odd, self._now.prepared), self._show_clauses)

    @Slot()
    def _check_facts(self) -> None:
        self._take_facts()
        wrong = missing(self._now.facts, self._page.context.today())
        if self._facts is not None:
            self._facts.show_missing(wrong)
        if not wrong:
            self._page.ask(partial(ready, self._page.context.session.machine, self._now), self._show_ready)

    # What would hold

    def _show_ready(self, made: Ready) -> None:
        self._facts = None
        card = CompareCard(self._page.theme, made)
        card.asked.connect(partial(self._put_up, made))
        card.back.connect(self._show_facts)
        card.left.connect(self.ask_to_leave)
        self._show(card)

    def _put_up(self, made: Ready) -> None:
        self._page.ask(
            partial(put_up, self._page.context.session.machine, made.version, made.confirm_by), self._propose
        )

    def _propose(self, put: tuple[str, Said]) -> None:
        name, said = put
        self._page.change([said], partial(self._proposed, name))

    def _proposed(self, name: str) -> None:
        self._preparing = msgspec.structs.replace(self._now, proposed=name)
        self._keep()
        self._end()

    # Keeping and leaving

    def _keep(self) -> None:
        self._page.ask(partial(keep_preparing, self._page.context.session, self._now), _nothing)

    @Slot()
    def ask_to_leave(self) -> None:
        """Ask whether what was prepared is to be kept."""
        self._take_facts()
        answers = (
            Answer(_KEEP, say(Adding.LEAVE_KEEP)),
            Answer(_DROP, say(Adding.DROP), ButtonKind.DESTRUCTIVE_OUTLINE),
        )
        texts = say(Adding.LEAVE_TITLE), say(Adding.LEAVE_ASK), say(Adding.LEAVE_MORE)
        dialog = Dialog(self._page.theme, self, *texts, answers)
        dialog.answered.connect(self._leave)
        dialog.ask()

    @Slot(str)
    def _leave(self, answer: str) -> None:
        if answer == _DROP:
            self.drop()
        else:
            self._end()

    def drop(self) -> None:
        """Let go what is prepared."""
        self._page.ask(partial(drop_preparing, self._page.context.session), _nothing)
        self._end()

    @Slot()
    def _end(self) -> None:
        self._facts = None
        self._preparing = None
        self._place.show_widgets()
        self.ended.emit()


def _nothing(_: None) -> None:
    """It is kept, or gone: nobody needs to be told."""
