# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tab goes by the order of reading, not by that of making."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget, QWidgetItem
from typing_extensions import override

from ui.widgets.tab_order import tab_on


class Page(QWidget):
    """Five fields, the second made last; the fourth can't be written in."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.fields = {number: QLineEdit() for number in (1, 3, 4, 5, 2)}
        for number in sorted(self.fields):
            self.column.addWidget(self.fields[number])
        self.fields[4].setEnabled(False)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return tab_on(self.window(), forward=next)

    @property
    def here(self) -> int:
        return next((number for number, field in self.fields.items() if field is self.focusWidget()), 0)


@pytest.fixture
def page(shown: Callable[[Page], Page]) -> Page:
    page = shown(Page())
    page.fields[1].setFocus()
    return page


def walk(page: Page, key: Qt.Key, steps: int = 4) -> list[int]:
    stops = []
    for _ in range(steps):
        QTest.keyClick(page.fields[page.here], key)
        stops.append(page.here)
    return stops


def test_tab_goes_down_the_page_and_round(page: Page) -> None:
    assert walk(page, Qt.Key.Key_Tab) == [2, 3, 5, 1]


def test_back_goes_up_and_round(page: Page) -> None:
    assert walk(page, Qt.Key.Key_Backtab) == [5, 3, 2, 1]


def test_what_is_hidden_hands_on_to_what_follows_it(page: Page) -> None:
    page.fields[2].setFocus()
    page.fields[2].hide()
    assert page.here == 3


def test_a_page_without_a_stop_keeps_the_keyboard(page: Page) -> None:
    for field in page.fields.values():
        field.setEnabled(False)
    assert not tab_on(page, forward=True)


def test_no_item_of_a_layout_is_held_on_to(page: Page) -> None:
    # PySide isn't told when Qt deletes one, and would take the next thing at its place in memory for it.
    walk(page, Qt.Key.Key_Tab)
    assert [thing for thing in gc.get_objects() if type(thing) is QWidgetItem] == []
