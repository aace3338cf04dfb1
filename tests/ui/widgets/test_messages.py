# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the windows say: banners, errors, toasts, dialogs, progress, empty states, clocks."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Announcement
from tests.ui.sheets import leave_dialog
from tests.ui.walkers import accessible_name, clipped_labels, tab_stops
from ui.theme.icons import Icon
from ui.theme.source import Appearance, ThemeSource
from ui.theme.tokens import Scheme, Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.clock_label import ClockLabel, ClockLook, Urgency, urgency
from ui.widgets.dialog import Answer, Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_summary import AnswerError, ErrorSummary
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput
from ui.widgets.link_button import LinkButton
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.steps_bar import StepsBar
from ui.widgets.tag import Tag, TagLook
from ui.widgets.toast import Toast
from ui.widgets.words import names_in_a_row, number_word

Show = Callable[[QWidget], QWidget]


class TestBanner:
    def test_it_is_said_politely_when_it_appears(
        self, theme: ThemeSource, shown: Show, announced: list[Announcement]
    ) -> None:
        shown(Banner(theme, Tone.WARN, "You have 23 hours.", lead="Decide by 15:12 tomorrow."))
        assert announced == [Announcement("Decide by 15:12 tomorrow. You have 23 hours.", is_assertive=False)]

    def test_danger_is_said_at_once(self, theme: ThemeSource, shown: Show, announced: list[Announcement]) -> None:
        shown(Banner(theme, Tone.DANGER, "One file couldn’t be trusted."))
        assert announced[0].is_assertive

    def test_a_change_is_said(self, theme: ThemeSource, shown: Show, announced: list[Announcement]) -> None:
        banner = Banner(theme, Tone.WARN, "You have 23 hours.")
        shown(banner)
        banner.show_message(Tone.OK, "Back-up finished.")
        assert announced[-1].text == "Back-up finished."

    def test_its_link_is_reached_and_followed(self, theme: ThemeSource, shown: Show, qtbot: QtBot) -> None:
        banner = Banner(theme, Tone.DANGER, "It’s been set aside.", link="What to do")
        (link,) = tab_stops(shown(banner))
        with qtbot.waitSignal(banner.link_followed):
            qtbot.keyClick(link, Qt.Key.Key_Return)


class TestErrorSummary:
    ERRORS = (AnswerError("day", "Choose a date that has passed"), AnswerError("time", "Write the time like 15:20"))

    @pytest.fixture
    def summary(self, theme: ThemeSource, shown: Show) -> ErrorSummary:
        made = ErrorSummary(theme)
        window = QWidget()
        window.setLayout(Column(theme, made, LineInput(theme)))
        shown(window)
        return made

    def test_it_is_hidden_until_something_is_wrong(self, summary: ErrorSummary) -> None:
        assert not summary.isVisible()

    def test_it_takes_the_focus_and_says_heading_and_first_error(
        self, summary: ErrorSummary, announced: list[Announcement]
    ) -> None:
        summary.show_errors(self.ERRORS)
        assert summary.hasFocus()
        assert announced == [
            Announcement("Two answers need another look. Choose a date that has passed", is_assertive=True)
        ]

    def test_one_error_is_one_answer(self, summary: ErrorSummary) -> None:
        summary.show_errors(self.ERRORS[:1])
        assert accessible_name(summary) == "One answer needs another look"

    def test_a_link_asks_for_its_question(self, summary: ErrorSummary, qtbot: QtBot) -> None:
        summary.show_errors(self.ERRORS)
        link = summary.findChildren(LinkButton)[1]
        with qtbot.waitSignal(summary.answer_asked, check_params_cb=lambda question: question == "time"):
            qtbot.mouseClick(link, Qt.MouseButton.LeftButton)

    def test_other_errors_take_the_place_of_the_first(self, summary: ErrorSummary) -> None:
        summary.show_errors(self.ERRORS)
        summary.show_errors(self.ERRORS[1:])
        assert [accessible_name(link) for link in summary.findChildren(LinkButton)] == ["Write the time like 15:20"]
        summary.show_errors([])
        assert not summary.isVisible()


class TestDialog:
    @pytest.fixture
    def window(self, theme: ThemeSource, shown: Show) -> QWidget:
        window = QWidget()
        line = LineInput(theme)
        window.setLayout(Column(theme, line))
        shown(window)
        line.setFocus()
        return window

    @pytest.fixture
    def dialog(self, theme: ThemeSource, window: QWidget) -> Dialog:
        made = leave_dialog(theme, window)
        made.ask()
        return made

    def test_it_does_not_block_and_is_modal_to_its_window(self, dialog: Dialog) -> None:
        assert dialog.isVisible()
        assert dialog.windowModality() == Qt.WindowModality.WindowModal
        dialog.close()

    def test_its_title_gives_nothing_away_and_its_name_asks(self, dialog: Dialog) -> None:
        assert (dialog.windowTitle(), accessible_name(dialog)) == ("Candour", "Leave without sending?")
        dialog.close()

    @pytest.mark.parametrize("text_scale", [1.0, 1.5])
    def test_a_long_question_is_cut_nowhere(self, theme: ThemeSource, window: QWidget, text_scale: float) -> None:
        theme.choose(Appearance(scheme=Scheme.LIGHT, text_scale=text_scale))
        answers = (Answer("apart", "Keep them apart"), Answer("together", "Keep them together"))
        dialog = Dialog(theme, window, "Candour", "Is this one person? " * 4, "A much longer text. " * 12, answers)
        dialog.ask()
        assert clipped_labels(dialog) == []
        dialog.close()

    def test_the_safe_answer_is_first_and_focused(self, dialog: Dialog, qtbot: QtBot) -> None:
        first = dialog.findChildren(Button)[0]
        assert (accessible_name(first), dialog.focusWidget() is first) == ("Keep writing", True)
        with qtbot.waitSignal(dialog.answered, check_params_cb=lambda answer: answer == "stay"):
            qtbot.keyClick(first, Qt.Key.Key_Return)

    def test_the_other_answer_is_told(self, dialog: Dialog, qtbot: QtBot) -> None:
        with qtbot.waitSignal(dialog.answered, check_params_cb=lambda answer: answer == "leave"):
            qtbot.mouseClick(dialog.findChildren(Button)[1], Qt.MouseButton.LeftButton)

    def test_escape_is_the_safe_answer(self, dialog: Dialog, qtbot: QtBot) -> None:
        with qtbot.waitSignal(dialog.answered, check_params_cb=lambda answer: answer == "stay"):
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    def test_closing_it_is_the_safe_answer(self, dialog: Dialog, qtbot: QtBot) -> None:
        with qtbot.waitSignal(dialog.answered, check_params_cb=lambda answer: answer == "stay"):
            dialog.close()

    def test_the_focus_goes_back_where_it_was(self, dialog: Dialog, window: QWidget, qtbot: QtBot) -> None:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert isinstance(window.focusWidget(), LineInput)


class TestToast:
    @pytest.fixture
    def toast(self, theme: ThemeSource, shown: Show) -> Toast:
        window = QWidget()
        window.resize(600, 300)
        made = Toast(theme, window)
        shown(window)
        return made

    def test_it_stands_at_the_bottom_left(self, toast: Toast) -> None:
        toast.show_note("Note saved")
        assert (toast.x(), toast.geometry().bottom() < 300, toast.height()) == (24, True, 44)

    def test_it_is_said_politely(self, toast: Toast, announced: list[Announcement]) -> None:
        toast.show_note("Note saved")
        assert announced == [Announcement("Note saved", is_assertive=False)]

    def test_its_button_can_be_reached_and_pressed(self, toast: Toast, qtbot: QtBot) -> None:
        toast.show_note("Note saved", "View")
        toast.take_focus()
        with qtbot.waitSignal(toast.action_chosen):
            qtbot.keyClick(toast.window().focusWidget(), Qt.Key.Key_Return)
        assert not toast.isVisible()

    def test_it_goes_by_itself(self, toast: Toast, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("ui.widgets.toast._MS", 1)
        toast.show_note("Note saved")
        qtbot.waitUntil(lambda: not toast.isVisible())

    def test_it_waits_while_it_has_the_keyboard(
        self, toast: Toast, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("ui.widgets.toast._MS", 1)
        toast.show_note("Note saved", "View")
        toast.take_focus()
        with qtbot.waitSignal(toast.window().destroyed, timeout=100, raising=False):
            pass
        assert toast.isVisible()

    def test_it_follows_the_window(self, toast: Toast, qtbot: QtBot) -> None:
        toast.show_note("Note saved")
        toast.window().resize(600, 500)
        qtbot.waitUntil(lambda: toast.geometry().bottom() > 300)


class TestProgress:
    def test_it_counts_in_words(self, theme: ThemeSource, shown: Show) -> None:
        panel = ProgressPanel(theme, "Opening your records")
        shown(panel)
        panel.show_progress(1480, 2140)
        bar = panel.findChild(QProgressBar)
        assert bar is not None
        assert (bar.isVisible(), bar.value(), bar.accessibleDescription()) == (True, 1480, "1,480 of 2,140")

    def test_without_a_total_there_is_no_bar(self, theme: ThemeSource, shown: Show) -> None:
        panel = ProgressPanel(theme, "Opening your records")
        shown(panel)
        panel.show_progress(3, 0)
        bar = panel.findChild(QProgressBar)
        assert bar is not None
        assert not bar.isVisible()

    def test_a_part_is_told_in_percent_once_there_is_one(self, theme: ThemeSource, shown: Show) -> None:
        panel = ProgressPanel(theme, "Making the file")
        shown(panel)
        bar = panel.findChild(QProgressBar)
        assert bar is not None
        panel.show_share(0.004)
        assert not bar.isVisible()
        panel.show_share(0.379)
        assert (bar.isVisible(), bar.accessibleDescription()) == (True, "37%")

    def test_it_can_be_stopped(self, theme: ThemeSource, shown: Show, qtbot: QtBot) -> None:
        panel = ProgressPanel(theme, "Opening your records")
        shown(panel)
        with qtbot.waitSignal(panel.stop_asked):
            qtbot.mouseClick(panel.findChild(Button), Qt.MouseButton.LeftButton)


def test_an_empty_state_says_its_line_and_sentence(theme: ThemeSource, shown: Show) -> None:
    empty = EmptyState(theme, Icon.INBOX, "Nothing needs you", "New reports appear here.")
    shown(empty)
    empty.show_words("No reports yet", "")
    assert [label.words for label in empty.findChildren(PlainLabel) if label.isVisible()] == ["No reports yet"]


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (timedelta(hours=20), Urgency.CALM),
        (timedelta(hours=19, minutes=59), Urgency.SOON),
        (timedelta(hours=2), Urgency.SOON),
        (timedelta(hours=1, minutes=59), Urgency.NOW),
        (timedelta(hours=-3), Urgency.NOW),
    ],
)
def test_a_clock_grows_urgent_below_twenty_and_below_two_hours(left: timedelta, expected: Urgency) -> None:
    assert urgency(left) is expected


def test_a_clock_says_its_words_and_keeps_the_exact_time_in_the_tooltip(theme: ThemeSource, shown: Show) -> None:
    clock = ClockLabel(theme, ClockLook("36 min left", Urgency.NOW, "Today at 16:40"))
    assert accessible_name(shown(clock)) == "36 min left"
    assert clock.toolTip() == "<p>Today at 16:40</p>"


def test_a_tag_says_its_words_and_takes_no_keyboard(theme: ThemeSource, shown: Show) -> None:
    tag = Tag(theme, TagLook("To decide\u202e", Tone.WARN))
    assert accessible_name(shown(tag)) == "To decide[U+202E]"
    assert tag.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_bar_of_steps_says_where_somebody_is(theme: ThemeSource, shown: Show) -> None:
    bar = StepsBar(theme, 1, 6, "Question 1 of 6")
    shown(bar)
    bar.show_step(2, 6, "Question 2 of 6")
    assert accessible_name(bar) == "Question 2 of 6"


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_names_are_said_as_people_say_them(names: list[str], said: str) -> None:
    assert names_in_a_row(names) == said


@pytest.mark.parametrize(("number", "word"), [(0, "No"), (2, "Two"), (9, "Nine"), (10, "10")])
def test_numbers_up_to_nine_are_words(number: int, word: str) -> None:
    assert number_word(number) == word
