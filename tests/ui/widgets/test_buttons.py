# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Announcement
from tests.ui.walkers import accessible_name
from ui.theme.icons import Icon
from ui.theme.source import Appearance, ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize, IconButton
from ui.widgets.card import Card
from ui.widgets.door_card import Door, DoorCard
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton
from ui.widgets.linked_text import LinkedText

Show = Callable[[QWidget], QWidget]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("make", [Button, LinkButton])
def test_space_and_enter_press_it(
    theme: ThemeSource, shown: Show, qtbot: QtBot, make: Callable[[ThemeSource, str], Button], key: Qt.Key
) -> None:
    button = make(theme, "Lock and send")
    shown(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


SIZES = [(ButtonSize.LARGE, 44), (ButtonSize.NORMAL, 40), (ButtonSize.BESIDE_FIELD, 36), (ButtonSize.SMALL, 32)]


@pytest.mark.parametrize(("size", "height"), SIZES)
def test_a_button_is_as_high_as_the_design_says(theme: ThemeSource, size: ButtonSize, height: int) -> None:
    button = Button(theme, "Continue", ButtonKind.PRIMARY, size)
    assert button.sizeHint().height() == height
    theme.choose(Appearance(text_scale=1.5))
    assert button.sizeHint().height() == round(height * 1.5)


def test_its_words_are_plain(theme: ThemeSource, shown: Show) -> None:
    assert accessible_name(shown(Button(theme, "Ask Ann & Bob\u202e a question"))) == "Ask Ann & Bob[U+202E] a question"


def test_a_letter_of_it_works_with_alt(theme: ThemeSource, shown: Show, qtbot: QtBot) -> None:
    window, button = QWidget(), Button(theme, "")
    button.show_text("R&D: continue", mnemonic="c")
    window.setLayout(Column(theme, button))
    shown(window)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)


class TestBusy:
    @pytest.fixture
    def busy(self, theme: ThemeSource, shown: Show) -> Button:
        button = Button(theme, "Lock and send", ButtonKind.PRIMARY)
        shown(button)
        button.setFocus()
        button.set_busy("Locking…")
        return button

    def test_it_takes_no_click(self, busy: Button, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(busy.clicked):
            qtbot.mouseClick(busy, Qt.MouseButton.LeftButton)
            qtbot.keyClick(busy, Qt.Key.Key_Space)
            qtbot.keyClick(busy, Qt.Key.Key_Return)

    def test_it_keeps_its_width_and_the_focus(self, theme: ThemeSource, busy: Button) -> None:
        assert busy.minimumWidth() == Button(theme, "Lock and send", ButtonKind.PRIMARY).sizeHint().width()
        assert busy.hasFocus()

    def test_it_says_what_it_is_doing(self, busy: Button) -> None:
        assert accessible_name(busy) == "Locking…"

    def test_afterwards_it_is_what_it_was(self, busy: Button, qtbot: QtBot) -> None:
        busy.set_ready()
        assert accessible_name(busy) == "Lock and send"
        with qtbot.waitSignal(busy.clicked):
            qtbot.mouseClick(busy, Qt.MouseButton.LeftButton)

    def test_a_screen_reader_hears_of_it(self, theme: ThemeSource, announced: list[Announcement]) -> None:
        Button(theme, "Lock and send").set_busy("Locking…")
        assert announced == [Announcement("Locking…", is_assertive=False)]


def test_an_icon_button_has_a_name_and_tells_its_shortcut(theme: ThemeSource, shown: Show) -> None:
    button = IconButton(theme, Icon.PRINTER, "Print", shortcut="Ctrl+P")
    assert accessible_name(shown(button)) == "Print"
    assert button.toolTip() == "<p>Print (Ctrl+P)</p>"


def test_a_long_link_breaks_into_lines(theme: ThemeSource) -> None:
    link = LinkButton(theme, "Choose a date that has already passed, or tick “I’m not sure of the date”")
    assert link.heightForWidth(200) > link.heightForWidth(2000)


class TestLinkedText:
    def test_the_link_stands_behind_the_last_word(self, theme: ThemeSource, shown: Show) -> None:
        text = LinkedText(theme, "Nothing was changed.", "What to do")
        shown(text)
        text.resize(600, 40)
        link = text.findChild(LinkButton)
        assert link is not None
        assert (link.y(), link.x() > 100) == (0, True)

    def test_where_it_does_not_fit_it_takes_a_line_of_its_own(self, theme: ThemeSource) -> None:
        text = LinkedText(theme, "Nothing was changed.", "What to do")
        alone = LinkedText(theme, "Nothing was changed.").heightForWidth(150)
        assert text.heightForWidth(150) == alone + theme.now.line("body")

    def test_following_it_is_said(self, theme: ThemeSource, shown: Show, qtbot: QtBot) -> None:
        text = LinkedText(theme, "Nothing was changed.", "What to do")
        shown(text)
        with qtbot.waitSignal(text.link_followed):
            qtbot.keyClick(text.findChild(LinkButton), Qt.Key.Key_Return)


def test_a_door_says_its_title_what_it_is_for_and_how_long_it_takes(theme: ThemeSource, shown: Show) -> None:
    from ui.theme.tokens import Tone

    door = Door(icon=Icon.GIFT, tone=Tone.WARN, title="Declare a gift", text="Accepted or not.", note="About 2 minutes")
    card = shown(DoorCard(theme, door))
    assert accessible_name(card) == "Declare a gift"
    assert card.accessibleDescription() == "Accepted or not. About 2 minutes"


def test_a_card_has_its_heading(theme: ThemeSource, shown: Show) -> None:
    from ui.widgets.labels import PlainLabel

    card = shown(Card(theme, "What helps", icon=Icon.SQUARE_PEN))
    assert [label.words for label in card.findChildren(PlainLabel)] == ["What helps"]
