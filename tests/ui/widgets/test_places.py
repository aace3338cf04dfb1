# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where things are and who has the keyboard: navigation, panes, scrolling, the focus ring, layouts."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Announcement
from tests.ui.sheets import READERS, navigation, painted_rows
from tests.ui.walkers import accessible_description, accessible_name, clipped_labels, nameless, out_of_order, tab_stops
from ui.theme.icons import Icon
from ui.theme.source import Appearance, ThemeSource
from ui.theme.tokens import Scheme
from ui.widgets.avatar import initials
from ui.widgets.button import Button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Gap, Row, Stretch
from ui.widgets.line_input import LineInput
from ui.widgets.link_button import LinkButton
from ui.widgets.panes import Panes
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_navigation import NavItem, SideNavigation
from ui.widgets.summary_list import SummaryList, SummaryRow
from ui.widgets.text_area import TextArea
from ui.widgets.who_can_open import Reader, Readers, WhoCanOpen, WhoForm

Show = Callable[[QWidget], QWidget]


def window_of(theme: ThemeSource, *widgets: QWidget) -> QWidget:
    window = QWidget()
    window.setLayout(Column(theme, *widgets))
    return window


class TestNavigation:
    @pytest.fixture
    def bar(self, theme: ThemeSource, shown: Show) -> SideNavigation:
        made = navigation(theme)
        shown(made)
        return made

    def buttons(self, bar: SideNavigation) -> list[QPushButton]:
        return bar.findChildren(QPushButton)

    def test_it_is_one_tab_stop_at_the_current_place(self, bar: SideNavigation) -> None:
        bar.show_current("patterns")
        assert [accessible_name(stop) for stop in tab_stops_of_one(bar)] == ["Patterns, 2 waiting"]

    def test_arrows_move_and_enter_goes(self, bar: SideNavigation, qtbot: QtBot) -> None:
        bar.setFocus()
        qtbot.keyClick(bar.focusWidget(), Qt.Key.Key_Down)
        with qtbot.waitSignal(bar.chosen, check_params_cb=lambda place: place == "people"):
            qtbot.keyClick(bar.focusWidget(), Qt.Key.Key_Return)

    def test_a_badge_is_said(self, bar: SideNavigation) -> None:
        assert [accessible_name(button) for button in self.buttons(bar)][:2] == ["Inbox, 3 waiting", "People"]

    def test_the_current_place_is_said(self, bar: SideNavigation) -> None:
        assert accessible_description(self.buttons(bar)[0]) == "You are here"

    def test_it_is_wide_enough_for_its_longest_words(self, theme: ThemeSource) -> None:
        words = "Everything that has to do with backups"
        bar = SideNavigation(theme, [NavItem("one", Icon.INBOX, words)], name="Candour")
        assert bar.width() > QFontMetricsF(theme.now.font("body", 600)).horizontalAdvance(words)

    def test_the_rail_keeps_names_and_shows_them_in_tooltips(self, bar: SideNavigation) -> None:
        bar.show_rail(rail=True)
        assert (bar.width(), self.buttons(bar)[1].toolTip()) == (64, "<p>People (Ctrl+2)</p>")
        assert accessible_description(self.buttons(bar)[1]) == "People (Ctrl+2)"
        assert nameless(bar) == []
        bar.show_rail(rail=False)
        assert bar.width() == 208


def tab_stops_of_one(window: QWidget) -> list[QWidget]:
    """The stops of a window that has only one, which Tab therefore never leaves."""
    return [one for one in window.findChildren(QWidget) if one.focusPolicy() == Qt.FocusPolicy.StrongFocus]


class TestPanes:
    @pytest.fixture
    def lines(self, theme: ThemeSource, shown: Show) -> list[LineInput]:
        lines = [LineInput(theme) for _ in range(4)]
        first = window_of(theme, lines[0], lines[1])
        first.setFocusProxy(lines[0])
        window = window_of(theme, first, lines[2], lines[3])
        Panes(theme, window).set_panes([first, lines[2], lines[3]])
        shown(window)
        lines[0].setFocus()
        return lines

    def test_f6_goes_on_and_round(self, lines: list[LineInput], qtbot: QtBot) -> None:
        reached = []
        for _ in range(3):
            qtbot.keyClick(lines[0].window().focusWidget(), Qt.Key.Key_F6)
            reached += [number for number, line in enumerate(lines) if line.hasFocus()]
        assert reached == [2, 3, 0]

    def test_shift_f6_goes_back(self, lines: list[LineInput], qtbot: QtBot) -> None:
        qtbot.keyClick(lines[0], Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert lines[3].hasFocus()

    def test_it_comes_back_to_where_the_keyboard_was(self, lines: list[LineInput], qtbot: QtBot) -> None:
        lines[1].setFocus()
        qtbot.keyClick(lines[1], Qt.Key.Key_F6)
        qtbot.keyClick(lines[2], Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert lines[1].hasFocus()

    def test_a_pane_with_nothing_for_the_keyboard_is_passed_over(self, lines: list[LineInput], qtbot: QtBot) -> None:
        lines[2].setFocusPolicy(Qt.FocusPolicy.NoFocus)
        qtbot.keyClick(lines[0], Qt.Key.Key_F6)
        assert lines[3].hasFocus()

    def test_a_hidden_pane_is_passed_over(self, lines: list[LineInput], qtbot: QtBot) -> None:
        lines[2].hide()
        qtbot.keyClick(lines[0], Qt.Key.Key_F6)
        assert lines[3].hasFocus()


class TestFocusRing:
    def test_it_surrounds_what_has_the_focus(self, theme: ThemeSource, shown: Show) -> None:
        button, line = Button(theme, "Continue"), LineInput(theme)
        window = window_of(theme, button, line)
        ring = FocusRing(theme, window)
        shown(window)
        line.setFocus()
        grow = theme.now.focus_ring.radius_grow
        assert ring.geometry() == line.geometry().adjusted(-grow, -grow, grow, grow)

    def test_it_follows_when_the_layout_moves(self, theme: ThemeSource, shown: Show, qtbot: QtBot) -> None:
        first, line = Button(theme, "Continue"), LineInput(theme)
        window = window_of(theme, first, line)
        ring = FocusRing(theme, window)
        shown(window)
        line.setFocus()
        before = ring.y()
        first.hide()
        qtbot.waitUntil(lambda: ring.y() != before)

    def test_it_shows_the_current_row_of_a_list(self, theme: ThemeSource, shown: Show, qtbot: QtBot) -> None:
        rows = painted_rows(theme)
        window = window_of(theme, rows)
        ring = FocusRing(theme, window)
        shown(window)
        rows.setCurrentIndex(rows.model().index(3, 0))
        rows.setFocus()
        qtbot.waitUntil(lambda: ring.geometry().height() == 93)

    def test_what_the_scroll_area_hides_is_cut_off(self, theme: ThemeSource, shown: Show) -> None:
        line = LineInput(theme)
        line.setFixedHeight(theme.now.px(600))
        window = window_of(theme, ScrollPage(theme, window_of(theme, line)))
        ring = FocusRing(theme, window)
        shown(window)
        window.resize(300, 200)
        line.setFocus()
        ring.place()
        assert not ring.mask().isEmpty()

    def test_around_what_is_scrolled_out_of_sight_there_is_none(self, theme: ThemeSource, shown: Show) -> None:
        line, room = LineInput(theme), QWidget()
        room.setFixedHeight(theme.now.px(900))
        page = ScrollPage(theme, window_of(theme, line, room))
        window = window_of(theme, page)
        ring = FocusRing(theme, window)
        shown(window)
        window.resize(300, 200)
        line.setFocus()
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
        ring.place()
        assert not ring.isVisible()
        page.verticalScrollBar().setValue(0)
        ring.place()
        assert ring.isVisible()

    def test_it_goes_with_the_focus(self, theme: ThemeSource, shown: Show) -> None:
        line = LineInput(theme)
        window = window_of(theme, line)
        ring = FocusRing(theme, window)
        shown(window)
        line.setFocus()
        assert ring.isVisible()
        line.clearFocus()
        assert not ring.isVisible()

    def test_it_survives_that_its_target_is_deleted(
        self, theme: ThemeSource, shown: Show, qapp: QApplication, qtbot: QtBot
    ) -> None:
        line = LineInput(theme)
        window = window_of(theme, line)
        ring = FocusRing(theme, window)
        shown(window)
        line.setFocus()
        line.deleteLater()
        with qtbot.waitSignal(line.destroyed):
            pass
        ring.place()
        assert not ring.isVisible()

    def test_it_has_two_tones(self, theme: ThemeSource, shown: Show) -> None:
        line = LineInput(theme)
        window = window_of(theme, line)
        ring = FocusRing(theme, window)
        shown(window)
        line.setFocus()
        image = ring.grab().toImage()
        band = [image.pixelColor(x, image.height() // 2).name() for x in (1, 3)]
        assert band == [theme.now.colour(name).name() for name in ("focus.outer", "focus.inner")]


class TestScrollPage:
    def test_the_focus_is_kept_clear_of_the_bars(self, theme: ThemeSource, shown: Show) -> None:
        lines = [LineInput(theme) for _ in range(30)]
        page = ScrollPage(theme, window_of(theme, *lines))
        shown(page)
        page.resize(400, 400)
        lines[20].setFocus()
        place = lines[20].mapTo(page, lines[20].rect().bottomLeft()).y()
        assert 96 <= place <= 400 - 96

    def test_what_was_just_put_there_is_in_sight_once_it_has_its_place(
        self, theme: ThemeSource, shown: Show, qtbot: QtBot
    ) -> None:
        column = Column(theme, *(LineInput(theme) for _ in range(10)))
        content, line = QWidget(), LineInput(theme)
        content.setLayout(column)
        page = ScrollPage(theme, content)
        shown(page)
        page.resize(400, 200)
        qtbot.waitUntil(lambda: page.viewport().height() == 200 and content.width() < 400)
        column.add(line, *(LineInput(theme) for _ in range(10)))
        line.setFocus()
        qtbot.waitUntil(lambda: 0 < line.mapTo(page, line.rect().bottomLeft()).y() <= 200)

    def test_the_line_that_is_written_stays_in_sight_while_its_field_grows(
        self, theme: ThemeSource, shown: Show, qtbot: QtBot
    ) -> None:
        area = TextArea(theme, lines=(2, 16))
        page = ScrollPage(theme, window_of(theme, area, LineInput(theme)))
        shown(page)
        page.resize(400, 200)
        area.setFocus()
        editor = area.findChild(QPlainTextEdit)
        assert editor is not None
        editor.insertPlainText("one\n" * 14)
        editor.insertPlainText("last")
        qtbot.waitUntil(lambda: editor.height() > 300)
        qtbot.keyClicks(editor, " words")
        bottom = editor.viewport().mapTo(page, editor.cursorRect().bottomLeft()).y()
        assert 0 < bottom < 200

    def test_it_does_not_scroll_sideways(self, theme: ThemeSource, shown: Show) -> None:
        words = PlainLabel(theme, "a sentence of some length " * 10, wrap=True)
        page = ScrollPage(theme, window_of(theme, words))
        shown(page)
        page.resize(300, 200)
        assert words.width() <= 300


class TestLayouts:
    def test_gaps_and_margins_are_steps_that_grow_with_the_text(self, theme: ThemeSource) -> None:
        column = Column(theme, Gap(4), gap=2, margins=(1, 2, 3, 4))
        theme.choose(Appearance(scheme=Scheme.LIGHT, text_scale=1.5))
        margins = column.contentsMargins()
        assert column.spacing() == 12
        assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (6, 12, 18, 24)
        item = column.itemAt(0)
        assert item is not None
        assert item.sizeHint().height() == 24

    def test_what_does_not_grow_stands_at_the_left_of_a_column(self, theme: ThemeSource, shown: Show) -> None:
        button = Button(theme, "Continue")
        window = window_of(theme, button)
        shown(window)
        window.resize(400, 100)
        assert (button.x(), button.width()) == (0, button.sizeHint().width())

    def test_a_row_puts_the_rest_where_the_stretch_is(self, theme: ThemeSource, shown: Show) -> None:
        left, right = Button(theme, "Continue"), Button(theme, "Leave")
        window = QWidget()
        window.setLayout(Row(theme, left, Stretch(), right))
        shown(window)
        window.resize(600, 50)
        assert (left.x(), right.geometry().right()) == (0, 599)


class TestWhoCanOpen:
    ONLY = Readers(readers=(Reader("Martin Oyelaran", "Chair of governors"),))

    @pytest.mark.parametrize("form", WhoForm)
    def test_every_form_names_the_readers(self, theme: ThemeSource, shown: Show, form: WhoForm) -> None:
        panel = WhoCanOpen(theme, READERS, form)
        shown(panel)
        panel.show_readers(self.ONLY)
        words = " ".join(label.words for label in panel.findChildren(PlainLabel))
        assert ("Martin Oyelaran" in words, "Priya Nair" in words) == (True, False)

    def test_a_change_is_said(self, theme: ThemeSource, shown: Show, announced: list[Announcement]) -> None:
        panel = WhoCanOpen(theme, READERS)
        shown(panel)
        panel.show_readers(self.ONLY)
        panel.show_readers(READERS)
        assert [said.text for said in announced] == [
            "This will now go to Martin Oyelaran only",
            "This will now go to Priya Nair and Helen Marsh",
        ]

    def test_the_same_readers_again_are_no_change(
        self, theme: ThemeSource, shown: Show, announced: list[Announcement]
    ) -> None:
        panel = WhoCanOpen(theme, READERS)
        shown(panel)
        panel.show_readers(READERS)
        assert announced == []

    def test_a_change_is_shown_for_a_moment(self, theme: ThemeSource, shown: Show, qtbot: QtBot) -> None:
        panel = WhoCanOpen(theme, READERS)
        shown(panel)
        panel.show_readers(self.ONLY)
        card = panel.findChildren(QFrame)[0]
        assert card.property("surface") == "highlight"
        qtbot.waitUntil(lambda: card.property("surface") == "card")

    def test_its_link_asks_for_more(self, theme: ThemeSource, shown: Show, qtbot: QtBot) -> None:
        panel = WhoCanOpen(theme, READERS)
        shown(panel)
        with qtbot.waitSignal(panel.details_asked):
            qtbot.keyClick(panel.findChild(LinkButton), Qt.Key.Key_Return)


class TestSummaryList:
    ROWS = (
        SummaryRow("about", "About", "Tom Ashby", "who it is about"),
        SummaryRow("what", "What happened", "It was long. " * 60, "what happened"),
        SummaryRow("sent", "Sent", "Today"),
    )

    @pytest.fixture
    def summary(self, theme: ThemeSource, shown: Show) -> SummaryList:
        made = SummaryList(theme, self.ROWS)
        shown(made)
        return made

    def links(self, summary: SummaryList) -> dict[str, LinkButton]:
        return {accessible_name(link): link for link in summary.findChildren(LinkButton) if link.isVisible()}

    def test_each_link_says_what_it_changes(self, summary: SummaryList) -> None:
        assert set(self.links(summary)) == {"Change who it is about", "Change what happened", "Show all of it"}

    def test_a_link_asks_for_its_question(self, summary: SummaryList, qtbot: QtBot) -> None:
        with qtbot.waitSignal(summary.change_asked, check_params_cb=lambda row: row == "what"):
            qtbot.keyClick(self.links(summary)["Change what happened"], Qt.Key.Key_Return)

    def test_a_long_value_opens(self, summary: SummaryList, qtbot: QtBot) -> None:
        before = summary.sizeHint().height()
        qtbot.keyClick(self.links(summary)["Show all of it"], Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: summary.sizeHint().height() > before)
        assert "Show all of it" not in self.links(summary)


class TestTheWalkersThemselves:
    def test_a_nameless_widget_is_found(self, theme: ThemeSource, shown: Show) -> None:
        assert nameless(shown(window_of(theme, LineInput(theme)))) == ["LineInput ''"]

    def test_a_clipped_label_is_found(self, theme: ThemeSource, shown: Show) -> None:
        label = PlainLabel(theme, "words that do not fit")
        window = QWidget()
        label.setParent(window)
        shown(window)
        label.resize(40, 20)
        assert clipped_labels(window) == ["PlainLabel 'words that do not fit'"]

    def test_a_label_that_sticks_out_is_found(self, theme: ThemeSource, shown: Show) -> None:
        window = QWidget()
        label = PlainLabel(theme, "words")
        label.setParent(window)
        shown(window)
        label.setGeometry(window.width() - 10, 0, 200, 30)
        assert clipped_labels(window) == ["PlainLabel 'words' sticks out"]

    def test_a_wrong_tab_order_is_found(self, theme: ThemeSource, shown: Show) -> None:
        lines = [LineInput(theme) for _ in range(3)]
        window = window_of(theme, *lines)
        assert out_of_order(shown(window)) == []
        QWidget.setTabOrder(lines[0], lines[2])
        assert len(out_of_order(window)) == 1

    def test_a_trap_is_found(self, theme: ThemeSource, shown: Show) -> None:
        with pytest.raises(AssertionError, match="does not leave"):
            tab_stops(shown(window_of(theme, LineInput(theme), QPlainTextEdit())))


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Priya Nair", "PN"), ("Mary Ann O’Neill", "MO"), ("Cher", "C"), ("", ""), ("(unknown)", ""), ("éva łoś", "ÉŁ")],
)
def test_initials_are_those_of_the_first_and_the_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_the_window_has_the_ground_of_the_theme(theme: ThemeSource, qapp: QApplication) -> None:
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == "#f4f3ee"
