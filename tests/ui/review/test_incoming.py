# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A long look at the shared folder: how far it is, and stopping it."""

import pytest

from desktop.cases.rows import Shelf
from desktop.synced import StoppedError
from storage import ingest
from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.review import incoming_panel
from ui.review.incoming_panel import IncomingPanel
from ui.tour.hands import Key


def panel_of(driver: Driver) -> IncomingPanel:
    found = driver.side.findChild(IncomingPanel)
    assert isinstance(found, IncomingPanel)
    return found


@pytest.fixture
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to wait two seconds."""
    monkeypatch.setattr(incoming_panel, "QUIET_SECONDS", 0.0)


def test_a_quick_look_shows_no_bar(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    assert not panel_of(review(desks.school.dsl)).isVisible()


@pytest.mark.usefixtures("_at_once")
def test_a_long_one_says_how_far_it_is_and_goes_when_it_is_done(review: Review, desks: Desks) -> None:
    driver = review(desks.school.dsl)
    driver.side.arriving.checking.began.emit()
    driver.side.arriving.checking.came.emit(20, 300)
    assert "Taking in what has come" in driver.words
    assert "20 of 300" in driver.words
    assert_accessible(driver.side)
    assert clipped_labels(driver.side) == []
    driver.side.refresh()
    driver.settle()
    assert not panel_of(driver).isVisible()


@pytest.mark.usefixtures("_at_once")
def test_what_was_stopped_comes_at_the_next_look(review: Review, desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = review(desks.school.dsl)
    for _ in range(3):
        desks.concern(desks.school.ta, desks.school.teacher)
    monkeypatch.setattr(ingest, "INGEST_BATCH", 1)
    checking, panel = driver.side.arriving.checking, panel_of(driver)
    watched = checking._watched
    monkeypatch.setattr(checking, "_watched", lambda stopped: stop_after_one(watched(stopped)))
    driver.side.refresh()
    checking.came.emit(1, 6)
    driver.press(panel.bar._stop, Key.Key_Space)
    assert "Stopped. The rest comes in at the next look at the shared folder." in driver.words
    assert len(driver.do(lambda: driver.session.shelf(Shelf.NEEDS_YOU))) < 3
    monkeypatch.setattr(checking, "_watched", watched)
    driver.side.refresh()
    driver.settle()
    assert not panel.isVisible()
    assert len(driver.do(lambda: driver.session.shelf(Shelf.NEEDS_YOU))) == 3


def stop_after_one(tell: object) -> object:
    """Stop after the first batch, as somebody would who is quick enough."""

    def told(done: int, total: int) -> None:
        if done:
            raise StoppedError
        assert callable(tell)
        tell(done, total)

    return told
