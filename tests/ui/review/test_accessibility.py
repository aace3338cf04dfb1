# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every state of the reviewers' side: names for a screen reader, whole words at every size, a way out for Tab."""

from collections import Counter
from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor

from tests.desktop.desks import LOW_LEVEL, Desks, take_away
from tests.sampling import some
from tests.ui.people.states import STATES as PEOPLE
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.walkers import assert_accessible, clipped_labels, out_of_order, tab_stops
from ui.clauses.link import CitedLink
from ui.review.act_panel import Begun
from ui.review.decision_panel import DecisionPanel
from ui.review.desk_page import Place
from ui.theme.source import Appearance
from ui.theme.tokens import Scheme

Key = Qt.Key
LONG = "Bartholomew Wolfeschlegelsteinhausenbergerdorff-Montgomery-Featherstonehaugh the Younger"
TOLD: dict[str, object] = {
    "what_happened": "I was locking the side gate.\n\nTom told a boy to hop in. " * 6,
    "when": {"certainty": "repeated", "from": "2026-03-03", "to": "2026-03-10", "words": "most Tuesdays"},
    "where": {"words": "Side gate and the staff car park behind the kitchens"},
    "child_affected": "yes",
    "children": [{"initials": "L.M.", "year": "4"}, {"initials": "N.B.", "year": "3"}],
    "name_choice": "give",
    "name_to_person": "ask_me",
    "keep_from": "The head’s secretary, who is his aunt.",
    "reply_how": "On my mobile, after four.",
    "happened_before": "yes",
    "happened_before_words": "Somebody told me so.",
}


def inbox(driver: Driver) -> None:
    driver.settle()


def detail(driver: Driver) -> None:
    driver.press(driver.rows, Key.Key_Return)


def record(driver: Driver) -> None:
    driver.press(driver.rows, Key.Key_D)


def not_sure(driver: Driver) -> None:
    record(driver)
    panel = driver.side.record.panels.current
    assert isinstance(panel, DecisionPanel)
    assert panel._limbs is not None
    for limb in panel._limbs._limbs:
        limb._answer.set_value("not_sure")
    driver.settle()


def step_two(driver: Driver) -> None:
    record(driver)
    panel = driver.side.record.panels.current
    assert isinstance(panel, DecisionPanel)
    panel.form.filling.typed.update({**LOW_LEVEL, "history_viewed": None})
    panel._continue()
    driver.settle()
    panel._continue()
    driver.settle()


def step_three(driver: Driver) -> None:
    record(driver)
    panel = driver.side.record.panels.current
    assert isinstance(panel, DecisionPanel)
    panel.form.filling.typed.update(LOW_LEVEL)
    panel._step = 2
    panel._show_step()
    driver.settle()


def act(kind: str) -> Callable[[Driver], None]:
    def begun(driver: Driver) -> None:
        record(driver)
        driver.side.record.panels.begin(Begun(kind))
        driver.settle()

    return begun


def entry(driver: Driver) -> None:
    record(driver)
    driver.side.record.timeline.opened.emit(driver.side.record.timeline._model.items[1].id)
    driver.settle()


def earlier(driver: Driver) -> None:
    record(driver)
    driver.side.record.panels.show_earlier()
    driver.settle()


def clauses(driver: Driver) -> None:
    detail(driver)
    link = next(each for each in driver.side.findChildren(CitedLink) if each.isVisible())
    driver.press(link, Key.Key_Space)


def export(driver: Driver) -> None:
    record(driver)
    driver.side.record.panels.begin_export()
    driver.settle()


def keys(driver: Driver) -> None:
    driver.side.go(Place.KEYS)
    driver.settle()


def patterns(driver: Driver) -> None:
    driver.side.go(Place.PATTERNS)
    driver.settle()


STATES: Mapping[str, Callable[[Driver], object]] = {
    "inbox": inbox,
    "detail": detail,
    "record": record,
    "not_sure": not_sure,
    "step_two": step_two,
    "step_three": step_three,
    "lado": act("lado_consultation"),
    "outcome": act("outcome"),
    "share": act("share"),
    "entry": entry,
    "earlier": earlier,
    "clauses": clauses,
    "export": export,
    "keys": keys,
    **PEOPLE,
    "patterns": patterns,
}
SIZES = {"full": (1366, 688), "middle": (1100, 688), "tall": (1366, 2400)}
LARGE = Appearance(scheme=Scheme.LIGHT, text_scale=1.5)


@pytest.fixture
def busy(desks: Desks, review: Review) -> Callable[..., Driver]:
    """The lead's side with everything that takes room in it."""

    def opened(size: str, appearance: Appearance | None = None) -> Driver:
        desks.concern(
            desks.school.ta, desks.school.teacher, what_happened="He shouted in the hall, which he has done before."
        )
        desks.hands.forward(hours=1)
        desks.concern(desks.school.ta, desks.school.teacher, **TOLD, risk_now="yes")
        driver = review(desks.school.dsl, *SIZES[size])
        if appearance is not None:
            driver.theme.choose(appearance)
            driver.settle()
        return driver

    return opened


@pytest.mark.parametrize("state", some(((state, state) for state in STATES), 2))
def test_everything_has_a_name_and_shows_whole_words(busy: Callable[..., Driver], state: str) -> None:
    driver = busy("full")
    STATES[state](driver)
    assert_accessible(driver.side)
    assert clipped_labels(driver.side) == []


@pytest.mark.parametrize("state", ["inbox", "detail", "record", "step_two", "share"])
def test_a_folded_window_shows_whole_words(busy: Callable[..., Driver], state: str) -> None:
    driver = busy("middle")
    STATES[state](driver)
    assert_accessible(driver.side)
    assert clipped_labels(driver.side) == []


@pytest.mark.parametrize("state", some(((state, state) for state in STATES), 6))
def test_large_text_shows_whole_words(busy: Callable[..., Driver], state: str) -> None:
    """In 1366 x 688 pixels, text at 150 % leaves the room of a window of 911 x 459: one pane at a time."""
    driver = busy("full", LARGE)
    STATES[state](driver)
    assert_accessible(driver.side)
    assert clipped_labels(driver.side) == []


def test_a_message_above_leaves_room_for_large_text(busy: Callable[..., Driver], desks: Desks) -> None:
    driver = busy("full", LARGE)
    take_away(desks.school)
    driver.side.refresh()
    record(driver)
    driver.side.record._tabs.buttons[0].click()
    driver.settle()
    assert driver.side.record.composer.isVisible()
    assert clipped_labels(driver.side) == []


def test_letters_made_larger_reach_what_stands_in_an_empty_field(busy: Callable[..., Driver]) -> None:
    driver = busy("full")
    editor = driver.side.record.composer.text._editor
    before = editor.viewport().font().pixelSize()
    driver.theme.choose(LARGE)
    assert editor.viewport().font().pixelSize() > before


@pytest.mark.parametrize("state", some(((state, state) for state in STATES), 6))
def test_tab_goes_round_in_the_order_of_reading(busy: Callable[..., Driver], state: str) -> None:
    driver = busy("tall")  # nothing scrolls: every stop has the place at which it is read
    STATES[state](driver)
    stops = tab_stops(driver.side)
    assert len(stops) > 3
    assert len(set(stops)) == len(stops)
    assert out_of_order(driver.side) == []


def test_a_very_long_name_is_cut_and_said_whole(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, None, about_description=LONG)
    driver = review(desks.school.dsl)
    driver.press(driver.rows, Key.Key_D)
    assert clipped_labels(driver.side) == []
    title = driver.side.record.head._title
    assert title.words == LONG
    assert LONG in QAccessible.queryAccessibleInterface(title).text(QAccessible.Text.Name)


def test_the_list_is_a_list_for_a_screen_reader(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    interface = QAccessible.queryAccessibleInterface(driver.rows)
    assert interface.text(QAccessible.Text.Name) == "Records: Needs you"
    assert interface.role() is QAccessible.Role.List


def test_dark_is_dark(busy: Callable[..., Driver]) -> None:
    driver = busy("full", Appearance(scheme=Scheme.DARK))
    record(driver)
    picture = driver.side.grab().toImage()
    grounds = Counter(picture.pixel(x, y) for x in range(0, 1366, 9) for y in range(0, 688, 9))
    assert QColor(grounds.most_common(1)[0][0]).lightness() < 60
