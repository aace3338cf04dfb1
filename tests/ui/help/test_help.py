# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Help over the window: the page for the screen, a search, and back with everything as it was (ux.md Y10)."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shell.conftest import House, house
from ui.help.help_side import HelpSide
from ui.help.picture import HelpPicture
from ui.theme.source import ThemeSource
from ui.tour.hands import Key
from ui.widgets.labels import PlainLabel
from ui.widgets.link_button import LinkButton

__all__ = ["house"]


def words(side: QWidget) -> str:
    return " | ".join(label.words for label in side.findChildren(PlainLabel) if label.isVisibleTo(side))


@pytest.fixture
def side(theme: ThemeSource, qtbot: QtBot) -> HelpSide:
    side = HelpSide(theme, "words")
    qtbot.addWidget(side)
    side.show()
    return side


def test_each_picture_says_what_stands_beside_it(side: HelpSide) -> None:
    pictures = side.findChildren(HelpPicture)
    assert len(pictures) == 5
    assert all(picture.accessibleName() in words(side) for picture in pictures)


def test_a_search_shows_what_it_finds_and_leads_there(side: HelpSide, qtbot: QtBot) -> None:
    side.search.setText("passphrase")
    link = next(each for each in side.findChildren(LinkButton) if each.text() == "Signing in, hiding and locking")
    link.click()
    qtbot.waitUntil(lambda: "Ctrl+L locks it" in words(side))
    assert side.search.value() == ""


def test_a_search_without_result_says_so_and_lists_all(side: HelpSide, qtbot: QtBot) -> None:
    side.search.setText("xyzzy")
    qtbot.waitUntil(lambda: "No page says anything about that." in words(side))
    assert "All pages" in words(side)


def test_f1_opens_the_page_for_the_screen_and_leaves_what_was_typed(house: House) -> None:
    house.open()
    house.write_something()
    house.press(Key.Key_F1)
    house.sees("Answering the questions")
    house.press(Key.Key_F1)
    house.sees("In your own words")
    assert house.window._staff is not None
    assert house.window._staff.has_words


def test_escape_leaves_help(house: House) -> None:
    house.open()
    house.press(Key.Key_F1)
    house.sees("Which card?")
    house.hands.press(Key.Key_Tab)
    house.choose("Back to where you were")
    house.sees("What would you like to tell us?")


def test_a_hidden_screen_stays_hidden(house: House) -> None:
    house.open()
    house.press(Key.Key_F9)
    house.press(Key.Key_F1)
    assert house.hands.sees("Paused.")
