# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Announcement
from tests.ui.walkers import accessible_description, accessible_name, assert_accessible, tab_stops
from ui.theme.source import ThemeSource
from ui.widgets.button import IconButton
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput
from ui.widgets.marking import is_invalid
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.plain_view import PlainView
from ui.widgets.radio_list import RadioList
from ui.widgets.text_area import LIMIT, TextArea

Show = Callable[[QWidget], QWidget]
CHOICES = (Choice("after", "After school"), Choice("before", "Before school"))


class TestField:
    def test_its_label_is_the_name_of_its_control(self, theme: ThemeSource, shown: Show) -> None:
        field = Field(theme, "Job title", LineInput(theme))
        shown(field)
        assert accessible_name(field.target) == "Job title"
        assert field.label.buddy() is field.target

    def test_the_name_reaches_the_part_of_a_control_that_takes_the_keyboard(
        self, theme: ThemeSource, shown: Show
    ) -> None:
        field = Field(theme, "In your own words", TextArea(theme))
        assert_accessible(shown(field))

    def test_a_group_keeps_the_names_of_its_choices(self, theme: ThemeSource, shown: Show) -> None:
        group = RadioList(theme, CHOICES)
        shown(Field(theme, "About what time?", group, hint="Roughly"))
        assert (accessible_name(group), accessible_name(group.buttons[0])) == ("About what time?", "After school")
        assert accessible_description(group) == "Roughly"

    def test_hint_and_error_are_what_a_screen_reader_adds(self, theme: ThemeSource, shown: Show) -> None:
        field = Field(theme, "Job title", LineInput(theme), hint="As on the list.")
        shown(field)
        field.show_error("Write a few words")
        assert accessible_description(field.target) == "As on the list. Error: Write a few words"
        field.show_error("")
        assert accessible_description(field.target) == "As on the list."

    def test_an_error_marks_the_control_and_leaves_the_answer(self, theme: ThemeSource, shown: Show) -> None:
        control = LineInput(theme)
        control.set_value("3.70")
        field = Field(theme, "About what time?", control)
        shown(field)
        field.show_error("Write the time like 15:20")
        assert (is_invalid(control), control.value(), field.error) == (True, "3.70", "Write the time like 15:20")
        field.show_error("")
        assert not is_invalid(control)

    def test_an_error_makes_it_higher_and_moves_the_answer_beside_the_bar(
        self, theme: ThemeSource, shown: Show
    ) -> None:
        control = LineInput(theme)
        field = Field(theme, "About what time?", control)
        shown(field)
        before = field.sizeHint().height()
        field.show_error("Write the time like 15:20")
        assert (field.sizeHint().height() > before, field.contentsMargins().left() > 0) == (True, True)

    def test_the_one_that_is_needed_says_so(self, theme: ThemeSource, shown: Show) -> None:
        field = Field(theme, "In your own words", TextArea(theme), needed=True)
        assert field.label.words == "In your own words (we need this one)"

    def test_focus_goes_to_its_control(self, theme: ThemeSource, shown: Show) -> None:
        field = Field(theme, "In your own words", TextArea(theme))
        shown(field)
        field.setFocus()
        assert field.target.hasFocus()


class TestLineInput:
    def test_it_tells_each_change(self, theme: ThemeSource, shown: Show, qtbot: QtBot) -> None:
        line = LineInput(theme)
        shown(line)
        with qtbot.waitSignal(line.edited, check_params_cb=lambda text: text == "a"):
            qtbot.keyClicks(line, "a")

    def test_a_button_empties_it_while_there_is_something_to_clear(
        self, theme: ThemeSource, shown: Show, qtbot: QtBot
    ) -> None:
        line = LineInput(theme, clearable=True)
        shown(line)
        button = line.findChild(IconButton)
        assert button is not None
        assert not button.isVisible()
        line.set_value("ash")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert (line.value(), button.isVisible(), line.hasFocus()) == ("", False, True)

    def test_it_takes_no_more_than_its_length(self, theme: ThemeSource) -> None:
        line = LineInput(theme)
        line.set_value("a" * 300)
        assert len(line.value()) == 200

    def test_it_offers_texts_that_contain_what_is_typed(self, theme: ThemeSource) -> None:
        line = LineInput(theme)
        line.suggest(["Side gate", "PE store"])
        completer = line.completer()
        completer.setCompletionPrefix("GATE")
        assert completer.completionCount() == 1


def line_of(field: PassphraseInput) -> QLineEdit:
    line = field.findChild(QLineEdit)
    assert line is not None
    return line


class TestPassphraseInput:
    @pytest.fixture
    def field(self, theme: ThemeSource, shown: Show) -> PassphraseInput:
        field = PassphraseInput(theme)
        shown(Field(theme, "Passphrase", field))
        return field

    def test_it_is_hidden_at_first(self, field: PassphraseInput) -> None:
        assert not field.is_shown

    def test_the_eye_is_reached_with_tab_and_shows_it(self, field: PassphraseInput, qtbot: QtBot) -> None:
        eye = tab_stops(field.window())[-1]
        assert accessible_name(eye) == "Show passphrase"
        qtbot.keyClick(eye, Qt.Key.Key_Space)
        assert (field.is_shown, accessible_name(eye)) == (True, "Hide passphrase")

    def test_ctrl_h_shows_it_and_hides_it(self, field: PassphraseInput, qtbot: QtBot) -> None:
        line = line_of(field)
        line.setFocus()
        qtbot.keyClick(line, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        assert field.is_shown
        qtbot.keyClick(line, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        assert not field.is_shown

    def test_a_paste_is_taken(self, field: PassphraseInput) -> None:
        QGuiApplication.clipboard().setText("copper lantern meadow otter")
        line_of(field).paste()
        assert field.value() == "copper lantern meadow otter"

    def test_locked_capitals_are_said_in_words(
        self, field: PassphraseInput, qtbot: QtBot, announced: list[Announcement]
    ) -> None:
        line = line_of(field)
        qtbot.keyClick(line, "Q")
        assert [said.text for said in announced] == ["Caps Lock is on"]
        qtbot.keyClick(line, "q")
        assert all(not label.isVisible() for label in field.findChildren(QWidget) if "Caps" in accessible_name(label))

    def test_emptying_it_hides_it_again(self, field: PassphraseInput, qtbot: QtBot) -> None:
        qtbot.keyClick(line_of(field), Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        field.set_value("")
        assert not field.is_shown


class TestTextArea:
    @pytest.fixture
    def area(self, theme: ThemeSource, shown: Show) -> TextArea:
        area = TextArea(theme)
        window = QWidget()
        window.setLayout(Column(theme, Field(theme, "What happened?", area), LineInput(theme)))
        shown(window)
        window.resize(700, 900)
        return area

    def editor(self, area: TextArea) -> QPlainTextEdit:
        editor = area.findChild(QPlainTextEdit)
        assert editor is not None
        return editor

    def test_tab_leaves_it(self, area: TextArea) -> None:
        assert len(tab_stops(area.window())) == 2

    def test_its_lines_are_as_high_as_the_role_says(self, theme: ThemeSource, area: TextArea) -> None:
        area.set_value("one\ntwo\nthree " + "and many more words " * 20)
        editor = self.editor(area)
        editor.grab()
        cursor, tops = editor.textCursor(), []
        for line in range(4):
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            cursor.movePosition(QTextCursor.MoveOperation.Down, n=line)
            tops.append(editor.cursorRect(cursor).top())
        assert [later - sooner for sooner, later in pairwise(tops)] == [25, 25, 25]

    def test_it_grows_with_its_words_up_to_sixteen_lines(self, theme: ThemeSource, area: TextArea) -> None:
        heights = []
        for lines in (1, 12, 40):
            area.set_value("\n".join("x" * lines))
            heights.append(self.editor(area).sizeHint().height())
        pitch = theme.now.line("narrative")
        assert [height - heights[0] for height in heights] == [0, 4 * pitch, 8 * pitch]

    def test_it_keeps_what_fits_into_twenty_thousand_characters(self, area: TextArea) -> None:
        editor = self.editor(area)
        area.set_value("a" * (LIMIT - 2))
        cursor = editor.textCursor()
        cursor.setPosition(5)
        editor.setTextCursor(cursor)
        editor.insertPlainText("12345")
        text = area.value()
        assert (len(text), text[:8]) == (LIMIT, "aaaaa12a")

    @pytest.mark.parametrize(
        ("length", "words"), [(17_999, ""), (18_760, "1,240 characters left"), (19_999, "1 character left")]
    )
    def test_it_counts_down_from_eighteen_thousand(self, area: TextArea, length: int, words: str) -> None:
        from ui.widgets.labels import PlainLabel

        area.set_value("a" * length)
        assert "".join(label.words for label in area.findChildren(PlainLabel) if label.isVisible()) == words

    def test_the_end_is_announced(self, area: TextArea, announced: list[Announcement]) -> None:
        area.set_value("a" * LIMIT)
        assert [said.text for said in announced] == ["0 characters left"]

    def test_ctrl_enter_submits_and_writes_nothing(self, area: TextArea, qtbot: QtBot) -> None:
        with qtbot.waitSignal(area.submitted):
            qtbot.keyClick(self.editor(area), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert area.value() == ""

    def test_marked_up_words_stay_as_they_are(self, area: TextArea) -> None:
        area.set_value("<b>Tom</b>")
        assert area.value() == "<b>Tom</b>"


class TestPlainView:
    def test_it_shows_all_words_plainly_and_marks_hidden_characters(self, theme: ThemeSource, shown: Show) -> None:
        view = PlainView(theme, "<b>Tom</b>\u202e", name="What Beth wrote")
        assert accessible_name(shown(view)) == "What Beth wrote"
        assert (view.toPlainText(), view.isReadOnly()) == ("<b>Tom</b>[U+202E]", True)

    def test_it_is_as_high_as_its_words(self, theme: ThemeSource, shown: Show, qtbot: QtBot) -> None:
        view = PlainView(theme, "word " * 200, name="words")
        window = QWidget()
        window.setLayout(Column(theme, view))
        shown(window)
        window.resize(400, 1200)
        qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == 0)
        assert view.height() == view.sizeHint().height() > 10 * theme.now.line("narrative")

    def test_tab_leaves_it(self, theme: ThemeSource, shown: Show) -> None:
        window = QWidget()
        window.setLayout(Column(theme, PlainView(theme, "words", name="words"), LineInput(theme)))
        assert len(tab_stops(shown(window))) == 2


class TestComboChoice:
    def test_nothing_is_chosen_at_first(self, theme: ThemeSource) -> None:
        assert ComboChoice(theme, CHOICES).value() is None

    def test_it_tells_the_id_of_a_choice(self, theme: ThemeSource, shown: Show, qtbot: QtBot) -> None:
        combo = ComboChoice(theme, CHOICES)
        shown(combo)
        with qtbot.waitSignal(combo.edited, check_params_cb=lambda chosen: chosen == "after"):
            qtbot.keyClick(combo, Qt.Key.Key_Down)

    def test_an_unknown_id_chooses_nothing(self, theme: ThemeSource) -> None:
        combo = ComboChoice(theme, CHOICES)
        combo.set_value("after")
        combo.set_value("never")
        assert combo.value() is None

    def test_a_choice_that_is_too_long_ends_with_dots(self, theme: ThemeSource) -> None:
        combo, option = ComboChoice(theme, [Choice("long", "Long words " * 20)]), QStyleOptionComboBox()
        combo.set_value("long")
        combo.resize(200, 40)
        combo.initStyleOption(option)
        assert option.currentText.endswith("…")

    def test_the_wheel_changes_nothing_without_the_focus(self, theme: ThemeSource, shown: Show) -> None:
        combo, other = ComboChoice(theme, CHOICES), LineInput(theme)
        window = QWidget()
        window.setLayout(Column(theme, combo, other))
        shown(window)
        combo.set_value("after")
        other.setFocus()
        wheel = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        combo.wheelEvent(wheel)
        assert (combo.value(), wheel.isAccepted()) == ("after", False)
