# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Help over the window: the page for the screen, a search, and back with everything as it was (ux.md Y10)."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.founding import publish
from desktop.helping.glossary import glossary
from desktop.helping.index import Index
from desktop.policies.publishing import in_force, keep_version
from desktop.policies.taking_in import model_code
from tests.school import signing
from tests.ui.help.scenes import code_index
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


@pytest.fixture(scope="module")
def index() -> Index:
    return code_index()


@pytest.fixture
def side(theme: ThemeSource, qtbot: QtBot, index: Index) -> HelpSide:
    side = HelpSide(theme, "words")
    qtbot.addWidget(side)
    side.show()
    side.show_index(index)
    return side


def choose(side: HelpSide, words: str) -> None:
    next(link for link in side.findChildren(LinkButton) if link.isVisibleTo(side) and link.text() == words).click()


def test_each_picture_says_what_stands_beside_it(side: HelpSide) -> None:
    pictures = side.findChildren(HelpPicture)
    assert len(pictures) == 5
    assert all(picture.accessibleName() in words(side) for picture in pictures)


def test_a_search_shows_what_it_finds_and_leads_there(side: HelpSide, qtbot: QtBot) -> None:
    side.search.setText("passphrase")
    choose(side, "Signing in, hiding and locking")
    qtbot.waitUntil(lambda: "Ctrl+L locks it" in words(side))
    assert side.search.value() == ""


def test_what_is_found_says_where_it_comes_from_in_one_list(side: HelpSide, qtbot: QtBot) -> None:
    side.search.setText("gifts")
    qtbot.waitUntil(lambda: "Policy: Staff code of conduct" in words(side) and "| Help |" in words(side))


def test_everything_in_sight_that_is_found_is_there_at_once(side: HelpSide, qtbot: QtBot) -> None:
    def seen() -> set[str]:
        QApplication.sendPostedEvents()
        links = (link for link in side._results.findChildren(LinkButton) if link.isVisibleTo(side))
        return {link.text() for link in links if link.mapTo(side, QPoint(0, 0)).y() < side.height()}

    for typed in ("gifts", "children", "phone"):
        side.search.setText(typed)
        at_once = seen()
        qtbot.waitUntil(lambda: side._results._next == len(side._results._found))
        assert seen() == at_once != set()


def test_a_clause_is_read_in_its_place_and_leads_to_the_whole_policy(side: HelpSide, qtbot: QtBot) -> None:
    side.search.setText("hospitality sponsorship")
    choose(side, "5.5.4 Gifts, hospitality and sponsorship")
    qtbot.waitUntil(lambda: "from anybody who gains from our work" in words(side))
    with qtbot.waitSignal(side.policy_asked) as asked:
        choose(side, "Read the whole policy")
    assert asked.args[0].startswith("code/")
    choose(side, "Back to what was found for “hospitality sponsorship”")
    assert side.search.value() == "hospitality sponsorship"


def test_a_word_of_the_glossary_says_its_source(side: HelpSide, qtbot: QtBot) -> None:
    side.search.setText("lado")
    choose(side, "LADO")
    qtbot.waitUntil(lambda: "Source: Working Together to Safeguard Children 2023" in words(side))


def test_the_whole_glossary_is_one_page(side: HelpSide, qtbot: QtBot) -> None:
    choose(side, "What the words mean")
    qtbot.waitUntil(lambda: all(each.meaning in words(side) for each in glossary()))


def test_what_is_typed_before_the_index_is_there_is_found_when_it_is(
    theme: ThemeSource, qtbot: QtBot, index: Index
) -> None:
    side = HelpSide(theme, "words")
    qtbot.addWidget(side)
    side.search.setText("passphrase")
    side.show()
    assert "Getting ready to search" in words(side)
    side.show_index(index)
    assert "Signing in, hiding and locking" in [link.text() for link in side.findChildren(LinkButton)]


def test_a_guessed_word_is_told_beside_what_it_found(side: HelpSide, qtbot: QtBot) -> None:
    side.search.setText("hospitalty")
    qtbot.waitUntil(lambda: "Nothing says “hospitalty”. Shown: “hospitality”. 5 found" in words(side))


def test_a_search_without_result_says_so_and_lists_all(side: HelpSide, qtbot: QtBot) -> None:
    side.search.setText("xyzzy")
    qtbot.waitUntil(lambda: "Nothing has words that begin like that." in words(side))
    assert "All pages" in words(side)


def test_the_whole_policy_is_read_without_a_sign_in_and_leads_back(house: House) -> None:
    candour = house.school.open()
    code = model_code()
    change = in_force(candour.school, code, keep_version(candour.machine.documents, code), None)
    secrets = [signing(candour, member) for member in (house.school.head, house.school.chair)]
    publish(candour.machine, "settings", change, secrets)
    house.open(candour)
    house.choose("Search policies, help and contacts")
    house.hands.type("hospitality")
    house.choose("5.5.4 Gifts, hospitality and sponsorship")
    house.choose("Read the whole policy")
    house.sees("Find in this policy")
    house.choose("Back")
    house.sees("from anybody who gains from our work")
    house.press(Key.Key_F1)
    house.sees("What would you like to tell us?")
    assert not house.bugs


def test_f1_opens_the_page_for_the_screen_and_leaves_what_was_typed(house: House) -> None:
    house.open()
    house.write_something()
    house.press(Key.Key_F1)
    house.sees("Answering the questions")
    house.press(Key.Key_F1)
    house.sees("In your own words")
    assert house.window._sides.staff is not None
    assert house.window._sides.staff.has_words


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
