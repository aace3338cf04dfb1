# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An answer of any number of the same thing: one below the other, a link to add one more, and always at least one."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGroupBox, QWidget

from ui.forms.kit import Answer, FormKit, items_of
from ui.widgets.dropping import drop
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton


class One(QWidget):
    """One of them: questions of its own, whose answers make one value."""

    edited = Signal()
    """Its answers have changed."""
    submitted = Signal()
    """Enter was pressed in it."""
    taken_out = Signal(object)
    """It is to go: this widget. The only one there is stays."""

    def value(self) -> object:
        """What was said, or nothing."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Replace what was said."""
        raise NotImplementedError

    def show_place(self, number: int, *, is_only: bool) -> None:
        """Say which of them this is, from 1."""
        raise NotImplementedError


class Several(QGroupBox):
    """All of them. `add` is the link to one more, `make` makes it; `one_at_a_time` once the last has been answered."""

    edited = Signal()
    """The answer has changed."""
    submitted = Signal()
    """Enter was pressed in one of them."""

    def __init__(
        self, kit: FormKit, add: LinkButton, make: Callable[[], One], *, most: int, one_at_a_time: bool = False
    ) -> None:
        super().__init__()
        self._add = add
        self._make = make
        self._most = most
        self._one_at_a_time = one_at_a_time
        self._all: list[One] = []
        self._rows = Column(kit.theme, gap=4)
        column = Column(kit.theme, gap=3)
        column.addLayout(self._rows)
        column.add(self._add)
        self.setLayout(column)
        self._add.clicked.connect(self._add_one)
        self._append()

    @property
    def answer(self) -> Answer:
        """As the answer of a field."""
        return Answer(self, self.value, self.set_value, self.edited, self.submitted)

    def value(self) -> list[object]:
        """What was said, in order."""
        return [said for one in self._all if (said := one.value())]

    def set_value(self, value: object) -> None:
        """Replace the answer."""
        with QSignalBlocker(self):
            while self._all:
                drop(self._all.pop())
            for item in items_of(value) or [None]:
                self._append().set_value(item)
        self._show()

    @Slot()
    def _add_one(self) -> None:
        self._append().setFocus()

    def _append(self) -> One:
        one = self._make()
        one.edited.connect(self._tell)
        one.submitted.connect(self.submitted)
        one.taken_out.connect(self._take_out)
        self._all.append(one)
        self._rows.add(one)
        self._show()
        return one

    @Slot(object)
    def _take_out(self, one: One) -> None:
        if len(self._all) > 1:
            self._all.remove(one)
            drop(one)
            self._all[-1].setFocus()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self.setFocusProxy(self._all[0])
        is_ready = not self._one_at_a_time or bool(self._all[-1].value())
        self._add.setVisible(is_ready and len(self._all) < self._most)
        for number, one in enumerate(self._all, 1):
            one.show_place(number, is_only=len(self._all) == 1)
