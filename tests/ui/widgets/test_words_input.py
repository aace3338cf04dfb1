# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The field for words of a list: what it suggests, and that anything else may be typed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.theme.source import ThemeSource
from ui.widgets.words_input import WordsInput

Show = Callable[[QWidget], QWidget]
WORDS = ("cart", "cartwheel", "carve", "otter", "taco")


@pytest.fixture
def line(theme: ThemeSource, shown: Show) -> WordsInput:
    line = WordsInput(theme, WORDS)
    shown(line)
    return line


def offered(line: WordsInput, typed: str) -> list[str]:
    """What is suggested for these words."""
    completer = line.completer()
    completer.setCompletionPrefix(typed)
    model = completer.completionModel()
    return [model.index(row, 0).data() for row in range(completer.completionCount())]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("c", []),
        ("ca", ["cart", "cartwheel", "carve"]),
        ("taco CART", ["cart", "cartwheel"]),
        ("otter-taco-carv", ["carve"]),
        ("otter", []),
        ("otter ", []),
        ("zz", []),
    ],
)
def test_the_word_that_is_being_typed_is_suggested_after_two_letters(
    line: WordsInput, typed: str, expected: list[str]
) -> None:
    assert offered(line, typed) == expected


def test_a_word_that_is_chosen_leaves_those_before_it(line: WordsInput, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "otter-ca")
    popup = line.completer().popup()
    assert popup is not None
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.value() == "otter-cart "


def test_enter_is_told_while_nothing_is_suggested(line: WordsInput, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "otter")
    with qtbot.waitSignal(line.entered, timeout=500):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_enter_that_chooses_a_suggestion_is_not_told(line: WordsInput, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "ca")
    told: list[bool] = []
    line.entered.connect(lambda: told.append(True))
    qtbot.keyClick(line.completer().popup(), Qt.Key.Key_Return)
    assert told == []


def test_anything_may_be_typed(line: WordsInput, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "Something Else")
    assert line.value() == "Something Else"
