# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Find a person by typing; or say that they are not listed.

The keyboard stays in the field: Up and Down move in the list, Enter chooses, Escape closes it, End goes to the last
row. A screen reader hears, after a moment, how many match, and each row as it is reached (ux.md 7).
"""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.avatar import Avatar
from ui.widgets.card import Card
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Column, Gap, Row
from ui.widgets.line_input import LineInput
from ui.widgets.link_button import LinkButton
from ui.widgets.person_rows import PeopleModel, PersonDelegate, PersonRow
from ui.widgets.text_flow import TextStyle
from ui.widgets.words import Said, say

_MOST = 6
_SPEAK_AFTER_MS = 400


class Unlisted(Enum):
    """The answer of the pinned last row."""

    UNLISTED = "unlisted"


Picked = PersonRow | Unlisted | None


class _People(QListView):
    """The list under the field, as high as its rows. The keyboard never comes here."""

    def __init__(self, theme: ThemeSource, model: PeopleModel) -> None:
        super().__init__()
        self._theme = theme
        self._delegate = PersonDelegate(theme, model)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("ground", "framed")
        self.setAccessibleName(say(Said.MATCHES))
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme.now
        rows = self.model().rowCount()
        return QSize(theme.size.field_width, rows * theme.size.person_row + 2 * theme.border.control)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.now.size.field_short, self.sizeHint().height())


class PersonPicker(QWidget):
    """A field that finds people with `search`, of whom it shows six.

    `min_letters` have to be typed before it looks. `pinned` is the last row, for somebody who is not listed; "" leaves
    it out.
    """

    edited = Signal(object)
    """Another answer: a `PersonRow`, `Unlisted.UNLISTED`, or None when the choice is open again."""
    submitted = Signal()
    """Enter was pressed while there was nothing to choose from."""

    def __init__(
        self,
        theme: ThemeSource,
        search: Callable[[str], Sequence[PersonRow]],
        *,
        min_letters: int = 1,
        pinned: str | None = None,
        icon: Icon = Icon.SEARCH,
    ) -> None:
        super().__init__()
        self._icon = icon
        self._search = search
        self._min_letters = min_letters
        self._pinned = say(Said.NOT_LISTED) if pinned is None else pinned
        self._picked: Picked = None
        self._build(theme)
        self._speaker = QTimer(self)
        self._speaker.setSingleShot(True)
        self._speaker.setInterval(_SPEAK_AFTER_MS)
        self._connect()

    def _build(self, theme: ThemeSource) -> None:
        self._model = PeopleModel(self._pinned)
        self.input = LineInput(theme, icon=self._icon, clearable=True)
        self._list = _People(theme, self._model)
        self._status = PlainLabel(theme, "", TextStyle("small", "text.tertiary"), wrap=True)
        self._card = _ChosenCard(theme)
        self.setFocusProxy(self.input)
        self.setLayout(Column(theme, self.input, self._list, self._status, self._card, gap=2))
        for part in (self._list, self._status, self._card):
            part.hide()

    def _connect(self) -> None:
        self.input.edited.connect(self._look)
        self.input.installEventFilter(self)
        self._list.clicked.connect(self._take)
        self._list.entered.connect(self._list.setCurrentIndex)
        self._speaker.timeout.connect(self._speak)
        self._card.reopened.connect(self._reopen)

    def value(self) -> Picked:
        """The answer: a person, `Unlisted.UNLISTED`, or None."""
        return self._picked

    def set_value(self, picked: Picked) -> None:
        """Replace the answer."""
        self._picked = picked
        self._close()
        self.input.clear()
        self.input.setVisible(picked is None)
        self._card.setVisible(picked is not None)
        self._card.show_picked(picked)
        self.setFocusProxy(self.input if picked is None else self._card.change)

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return not self._list.isHidden()

    @Slot(str)
    def _look(self, typed: str) -> None:
        if len(typed.strip()) < self._min_letters:
            self._close()
            return
        people = list(self._search(typed))[:_MOST]
        self._model.show_rows(people, typed)
        self._status.show_words(_found(len(people), pinned=bool(self._pinned)))
        self._list.setVisible(self._model.rowCount() > 0)
        self._list.updateGeometry()
        self._status.show()
        self._list.setCurrentIndex(self._model.index(0))
        self._speaker.start()

    def _close(self) -> None:
        self._speaker.stop()
        self._list.hide()
        self._status.hide()

    @Slot()
    def _speak(self) -> None:
        announce(self.input, self._status.words)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Handle a key that belongs to the list; anything else goes on to the field."""
        if not self.is_open:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.submitted.emit()
                return True
            return False
        here, last = self._list.currentIndex().row(), self._model.rowCount() - 1
        match event.key():
            case Qt.Key.Key_Down:
                self._go(min(here + 1, last))
            case Qt.Key.Key_Up:
                self._go(max(here - 1, 0))
            case Qt.Key.Key_End:
                self._go(last)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take(self._list.currentIndex())
            case Qt.Key.Key_Escape:
                self._close()
            case _:
                return False
        return True

    def _go(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row))
        announce(self.input, self._model.index(row).data())

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        self.set_value(self._model.row(index.row()) or Unlisted.UNLISTED)
        self._card.change.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._card.spoken)
        self.edited.emit(self._picked)

    @Slot()
    def _reopen(self) -> None:
        self.set_value(None)
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit(None)


class _ChosenCard(Card):
    """Who was chosen, and the way back."""

    reopened = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, margins=(4, 3, 4, 3))
        self._avatar = Avatar(theme, "")
        self._plus = IconLabel(theme, Icon.USER_ROUND)
        self._name = PlainLabel(theme, "", "label", wrap=True)
        self._about = PlainLabel(theme, "", TextStyle("caption", "text.secondary"), wrap=True)
        self.change = LinkButton(theme, say(Said.CHOOSE_ANOTHER))
        # Below the name, which has all the width that there is: it may be long.
        words = Column(theme, self._name, self._about, Gap(1), self.change)
        row = Row(theme, gap=3)
        row.add(*(Aligned(each, Qt.AlignmentFlag.AlignTop) for each in (self._avatar, self._plus)))
        row.addLayout(words, 1)
        self.add(row)
        self.change.clicked.connect(self.reopened)

    @property
    def spoken(self) -> str:
        return self._name.words

    def show_picked(self, picked: Picked) -> None:
        person = picked if isinstance(picked, PersonRow) else None
        self._avatar.show_name(person.name if person else "")
        self._avatar.setVisible(person is not None)
        self._plus.setVisible(person is None)
        self._name.show_words(person.name if person else say(Said.NOT_LISTED_CHOSEN))
        self._about.show_words(person.about if person else "")
        self._about.setVisible(bool(person and person.about))


def _found(count: int, *, pinned: bool) -> str:
    if count == 1:
        return say(Said.ONE_MATCHES)
    if count:
        return say(Said.SOME_MATCH, count=str(count))
    return say(Said.NOBODY_MATCHES if pinned else Said.NOBODY_LISTED)
