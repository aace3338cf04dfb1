# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Around the pages: navigation, keys, panes, sizes, what is told to the window around them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu
from pytestqt.qtbot import QtBot

from desktop.session import Progress, Session
from desktop.synced import Synced
from tests.desktop.desks import Desks, concern
from tests.ui.review.conftest import Review
from tests.ui.strays import Strays
from ui.review.act_panel import Begun
from ui.review.checking import CHECK_EVERY_MS
from ui.review.desk_page import Place
from ui.review.rail_menu import RailMenu

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case(desks: Desks) -> str:
    return desks.concern(desks.school.ta, desks.school.teacher)


def test_ctrl_n_asks_for_the_forms(qtbot: QtBot, review: Review, desks: Desks) -> None:
    driver = review(desks.school.dsl)
    with qtbot.waitSignal(driver.side.new_record_asked):
        QTest.keyClick(driver.focus, Key.Key_N, CTRL)


def test_buttons_ask_the_window_around(qtbot: QtBot, review: Review, desks: Desks) -> None:
    side = review(desks.school.dsl).side
    asked = {"Lock": side.lock_asked, "Hide the screen": side.hide_asked, "New record": side.new_record_asked}
    buttons = side.navigation.findChildren(QAbstractButton)
    for name, signal in asked.items():
        button = next(each for each in buttons if name in (each.accessibleName(), each.text()))
        with qtbot.waitSignal(signal):
            button.click()


def test_the_keys_of_the_window_around_are_its_own(review: Review, desks: Desks) -> None:
    keys = {shortcut.key().toString() for shortcut in review(desks.school.dsl).side.findChildren(QShortcut)}
    assert "F5" in keys
    assert not {"F9", "Ctrl+L", "Ctrl+Q"} & keys


def test_f5_checks_and_so_does_every_fifth_minute(review: Review, desks: Desks) -> None:
    driver = review(desks.school.dsl)
    assert (driver.side.arriving.checking._timer.interval(), driver.side.arriving.checking._timer.isActive()) == (
        300_000,
        True,
    )
    assert CHECK_EVERY_MS == 300_000
    desks.concern(desks.school.ta, desks.school.teacher)
    desks.hands.forward(minutes=5)
    QTest.keyClick(driver.focus, Key.Key_F5)
    driver.settle()
    assert "Checked at 15:17" in driver.words
    assert driver.rows.model_rows.rowCount() == 2


def test_coming_back_shows_what_was_written_meanwhile(review: Review, desks: Desks) -> None:
    driver = review(desks.school.dsl)
    driver.side.hide()
    said = {"about": desks.school.teacher.person_id, **concern()}
    driver.do(lambda: driver.session.file("concern", said))
    assert driver.rows.model_rows.rowCount() == 0
    driver.side.show()
    driver.settle()
    assert driver.rows.model_rows.rowCount() == 2


def test_asking_twice_checks_once(review: Review, desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = review(desks.school.dsl)
    checks: list[int] = []
    sync = Session.sync

    def counted(session: Session, *progress: Progress) -> Synced:
        checks.append(1)
        return sync(session, *progress)

    monkeypatch.setattr(Session, "sync", counted)
    driver.side.refresh()
    driver.side.refresh()
    driver.settle()
    assert checks == [1]


def test_the_keys_are_listed_and_ctrl_1_comes_back(review: Review, desks: Desks, case: str) -> None:
    driver = review(desks.school.dsl)
    driver.side.go(Place.KEYS)
    assert "Everything here can be done without a mouse." in driver.words
    QTest.keyClick(driver.focus, Key.Key_1, CTRL)
    assert driver.focus is driver.rows


def test_f6_goes_from_pane_to_pane(review: Review, desks: Desks, case: str) -> None:
    driver = review(desks.school.dsl)
    driver.press(driver.rows, Key.Key_Return)
    side = driver.side
    panes = []
    for _ in range(4):
        QTest.keyClick(driver.focus, Key.Key_F6)
        named = {"navigation": side.navigation, "list": side.inbox.list_pane, "detail": side.inbox.detail}
        panes.append(next(name for name, pane in named.items() if pane.isAncestorOf(driver.focus)))
    assert panes == ["navigation", "list", "detail", "navigation"]


@pytest.mark.parametrize(
    ("width", "folded"), [(1366, ()), (1100, ("words", "panel")), (911, ("words", "panel", "list"))]
)
def test_the_window_folds_with_its_width(
    review: Review, desks: Desks, case: str, width: int, folded: tuple[str, ...]
) -> None:
    driver = review(desks.school.dsl, width=width)
    side = driver.side
    driver.press(driver.rows, Key.Key_Return)
    assert side.navigation._is_rail is ("words" in folded)
    assert side.inbox.list_pane.isVisible() is ("list" not in folded)
    driver.press(driver.focus, Key.Key_D)
    assert (side.record._side.isVisible(), side.record._strip.isVisible()) == ("panel" not in folded, "panel" in folded)


def test_one_pane_at_a_time_goes_back_with_escape(review: Review, desks: Desks, case: str) -> None:
    driver = review(desks.school.dsl, width=911, height=432)
    driver.press(driver.rows, Key.Key_Return)
    assert not driver.rows.isVisible()
    assert "A concern about Tom Ashby" in driver.words
    driver.press(driver.focus, Key.Key_Escape)
    assert driver.rows.hasFocus()
    assert not driver.side.inbox.detail.isVisible()


def test_resting_on_a_row_opens_nothing_where_there_is_one_pane(
    qtbot: QtBot, review: Review, desks: Desks, case: str
) -> None:
    desks.concern(desks.school.ta, desks.school.supply)
    driver = review(desks.school.dsl, width=911)
    with qtbot.waitSignal(driver.rows.rested):
        QTest.keyClick(driver.rows, Key.Key_Down)
    driver.settle()
    assert driver.side.inbox.detail.page is None


def test_a_record_unfolds_while_it_is_open(review: Review, desks: Desks, case: str) -> None:
    driver = review(desks.school.dsl, width=911)
    driver.press(driver.rows, Key.Key_D)
    panel = driver.side.record.panels.current
    assert panel is not None
    assert panel.isVisible()
    driver.side.resize(1366, 688)
    driver.settle()
    assert panel.isVisible()
    assert driver.side.record.timeline.isVisible()


def test_nothing_is_ever_shown_as_a_window_of_its_own(review: Review, desks: Desks, case: str, strays: Strays) -> None:
    driver = review(desks.school.dsl)
    driver.press(driver.rows, Key.Key_D)
    for act in ("action", "question", "note", "share", "correction"):
        driver.side.record.panels.begin(Begun(act))
        driver.settle()
    driver.side.record.panels.begin_export()
    driver.settle()
    for place in (*driver.side.pages.entries, Place.KEYS):
        driver.side.go(place)
        driver.settle()
    assert strays.found == []


def test_a_bug_is_handed_on(qtbot: QtBot, review: Review, desks: Desks, case: str) -> None:
    driver = review(desks.school.dsl)

    def broken() -> list[object]:
        msg = "broken"
        raise RuntimeError(msg)

    driver.session.gaps = broken  # type: ignore[assignment, method-assign]  # what nobody expects
    with qtbot.waitSignal(driver.side.bug):
        driver.side.refresh()
    driver.settle()
    assert [str(bug) for bug in driver.bugs] == ["broken"]
    driver.bugs.clear()


def test_in_the_rail_of_a_small_window_a_menu_leads_to_what_has_no_room(review: Review, desks: Desks) -> None:
    driver = review(desks.school.dsl, 911, 512)
    menu = driver.side.navigation.findChildren(RailMenu)[-1].findChildren(QMenu)[0]
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert words == ["Audit", "Settings", "Keys", "Help", "Hide the screen"]
    menu.actions()[0].trigger()
    driver.settle()
    assert driver.side.pages.page(Place.AUDIT).isVisible()
