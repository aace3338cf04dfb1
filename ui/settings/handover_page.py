# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, hand records over: who takes them on, which ones, why; then one after the other (architecture, decision 7).

The worker is asked for a few records at a time, so that the rest of the window goes on and Stop is heard at once.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.cases.handover import Handed, Offer, hand_over, in_order, look_through, readable
from desktop.finding import PeopleIndex
from desktop.people import PersonId, School
from desktop.routing.day import Day
from desktop.session import Session
from ui.settings.context import SettingsContext
from ui.settings.handover_list import HandoverList
from ui.settings.handover_words import Handover
from ui.settings.page import SettingsPage
from ui.settings.words import say
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.dropping import drop
from ui.widgets.field import Field
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.person_picker import PersonPicker, Picked
from ui.widgets.person_rows import PersonRow
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.text_area import TextArea

_LOOKED_AT_ONCE = 25
_HANDED_AT_ONCE = 3


class HandoverPage(SettingsPage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Handover.TITLE), say(Handover.FOR))
        self._people = PeopleIndex(())
        self._new: PersonRow | None = None
        self._found: list[Offer] = []
        self._handed = Handed()
        self._list: HandoverList | None = None
        self._progress: ProgressPanel | None = None
        self._who = PersonPicker(self.theme, self._search, pinned="")
        self._done = Banner(self.theme, Tone.OK, "")
        self._done.hide()
        self._place = Column(self.theme, gap=4)
        self._reason = Field(self.theme, say(Handover.REASON), TextArea(self.theme, lines=(3, 8)))
        self._none = Banner(self.theme, Tone.WARN, say(Handover.NONE_TICKED))
        self._none.hide()
        self._go = Button(self.theme, say(Handover.HAND_OVER), ButtonKind.PRIMARY)
        self._rest = QWidget()
        self._rest.setLayout(Column(self.theme, self._reason, self._none, Row(self.theme, self._go, Stretch()), gap=4))
        self._rest.hide()
        self.body.add(self._done, Field(self.theme, say(Handover.WHO), self._who, hint=say(Handover.WHO_HINT)))
        self.body.addLayout(self._place)
        self.body.add(self._rest)
        self.setFocusProxy(self._who)
        self._who.edited.connect(self._choose)
        self._go.clicked.connect(self._ask)

    @override
    def show_school(self, school: School) -> None:
        day = Day(school, self.context.today())
        others = (person for person in school.people.values() if person.person_id != self.context.me)
        self._people = PeopleIndex(person for person in others if day.roles(person.person_id))

    def _search(self, typed: str) -> Sequence[PersonRow]:
        return [PersonRow(each.person_id, each.name, each.job, each.group) for each in self._people.find(typed)]

    # Looking

    @Slot(object)
    def _choose(self, picked: Picked) -> None:
        self._clear()
        self._new = picked if isinstance(picked, PersonRow) else None
        if self._new is not None:
            self._done.hide()
            self._found = []
            new = PersonId(self._new.id)
            self.ask(partial(readable, self.context.session, new), partial(self._look, self._new, 0))

    def _look(self, new: PersonRow, start: int, ids: tuple[str, ...]) -> None:
        """Look at the next few, as long as nobody else is chosen meanwhile."""
        if new is not self._new:
            return
        self._work(say(Handover.LOOKING), "", start, len(ids))
        some = ids[start : start + _LOOKED_AT_ONCE]
        then = partial(self._took, new, start, ids)
        self.ask(partial(look_through, self.context.session, PersonId(new.id), some), then)

    def _took(self, new: PersonRow, start: int, ids: tuple[str, ...], offers: tuple[Offer, ...]) -> None:
        if new is not self._new:
            return
        self._found += offers
        if start + _LOOKED_AT_ONCE < len(ids):
            self._look(new, start + _LOOKED_AT_ONCE, ids)
        else:
            self._show(new)

    def _show(self, new: PersonRow) -> None:
        self._stop_working()
        self._list = HandoverList(self.theme, in_order(self._found), new.name)
        self._place.add(self._list)
        self._rest.show()

    # Handing over

    @Slot()
    def _ask(self) -> None:
        if self._list is None or self._new is None:
            return
        ticked, reason = self._list.ticked, self._words
        self._none.setVisible(not ticked)
        self._reason.show_error("" if reason else say(Handover.NO_REASON))
        if ticked and reason:
            what = say(Handover.ABOUT_TO, name=self._new.name, count=f"{len(ticked):,}")
            self.confirm(what, partial(self._begin, self._new, ticked, reason))

    @property
    def _words(self) -> str:
        control = self._reason.control
        return control.value().strip() if isinstance(control, TextArea) else ""

    def _begin(self, new: PersonRow, ticked: dict[str, bool], reason: str) -> None:
        self._clear()
        self._handed = Handed()
        self._go_on(new, ticked, reason, 0)

    def _go_on(self, new: PersonRow, ticked: dict[str, bool], reason: str, start: int) -> None:
        some = dict(list(ticked.items())[start : start + _HANDED_AT_ONCE])
        if not some or (start and self._progress is None):
            self._finish(new)
            return
        self._work(say(Handover.WORKING, name=new.name), say(Handover.WORKING_MORE), start, len(ticked))
        then = partial(self._add, new, ticked, reason, start + len(some))
        self.ask(partial(_hand_over, self.context.session, PersonId(new.id), some, reason), then)

    def _add(self, new: PersonRow, ticked: dict[str, bool], reason: str, done: int, handed: Handed) -> None:
        self._handed = Handed(done=self._handed.done + handed.done, left=self._handed.left + handed.left)
        self._go_on(new, ticked, reason, done)

    def _finish(self, new: PersonRow) -> None:
        self._clear()
        self._who.set_value(None)
        self._new = None
        done, left = len(self._handed.done), len(self._handed.left)
        self._done.show_message(Tone.OK, say(Handover.DONE, name=new.name, done=f"{done:,}", left=f"{left:,}"))
        self._done.show()
        self._who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.saved.emit()

    # Inside

    def _work(self, title: str, sentence: str, done: int, total: int) -> None:
        if self._progress is None:
            self._progress = ProgressPanel(self.theme, title, sentence, stoppable=bool(sentence))
            self._progress.stop_asked.connect(self._stop_working)
            self._place.add(self._progress)
        self._progress.show_progress(done, total)

    @Slot()
    def _stop_working(self) -> None:
        if self._progress is not None:
            drop(self._progress)
            self._progress = None

    def _clear(self) -> None:
        self._stop_working()
        if self._list is not None:
            drop(self._list)
            self._list = None
        self._rest.hide()

    @override
    def show_error(self, error: Exception) -> None:
        self._stop_working()
        super().show_error(error)


def _hand_over(session: Session, new: PersonId, some: dict[str, bool], reason: str) -> Handed:
    return hand_over(session, new, some, reason, _unheard)


def _unheard(_done: int, _all: int) -> None:
    """The page counts by itself."""
