# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page on patterns: prompts, their records, what was found, charts."""

import time
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QRadioButton

from desktop.patterns import choosing
from desktop.patterns.answering import read_answers
from desktop.patterns.calibrating import Calibrating
from desktop.patterns.charts import Charts, Month, Topic
from desktop.session import Session
from tests.desktop.desks import Desks
from tests.desktop.patterns.looking import tell, three_reports
from tests.desktop.policies.codes import code
from tests.ui.policies.scenes import put_in_force
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.review.test_accessibility import LARGE
from tests.ui.strays import Strays
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.clauses.link import CitedLink
from ui.forms.fold import Fold
from ui.patterns import page as page_module
from ui.patterns.answer_form import AnswerForm
from ui.patterns.chart_cards import ChartCard, month_sentence, topic_sentence
from ui.patterns.fairness_fold import FairnessFold
from ui.patterns.page import PatternsPage
from ui.patterns.prompt_card import RecordLink, parted
from ui.review.desk_page import Place
from ui.widgets.data_table import DataTable

WHY = "We read all three; it is one lesson a week."


@pytest.fixture
def opened(desks: Desks, review: Review) -> Callable[[], tuple[Driver, PatternsPage]]:
    """The lead's side with something that stands out, on the page."""

    def at_the_page() -> tuple[Driver, PatternsPage]:
        three_reports(desks)
        driver = review(desks.school.dsl)
        return driver, page_of(driver)

    return at_the_page


Opened = Callable[[], tuple[Driver, PatternsPage]]


def test_no_part_of_a_card_is_a_window_and_the_keyboard_is_on_the_page(opened: Opened, strays: Strays) -> None:
    driver, page = opened()
    assert page.isAncestorOf(driver.focus)
    assert strays.found == []


def page_of(driver: Driver) -> PatternsPage:
    """The page, gone to."""
    driver.side.go(Place.PATTERNS)
    driver.settle()
    page = driver.side.pages.page(Place.PATTERNS)
    assert isinstance(page, PatternsPage)
    return page


def form_of(page: PatternsPage) -> AnswerForm:
    form = page.cards[0].form
    assert form is not None
    return form


def answer(driver: Driver, page: PatternsPage) -> None:
    """Say what was found on the first card, without saving it."""
    page.cards[0].looked.click()
    driver.settle()
    page.cards[0].findChildren(QPlainTextEdit)[0].setPlainText(WHY)
    next(each for each in page.cards[0].findChildren(QRadioButton) if "Nothing more" in each.text()).click()


def test_a_prompt_says_what_it_is_and_that_it_is_no_finding(opened: Opened, desks: Desks) -> None:
    driver, page = opened()
    assert "One thing needs a look. A pattern is a prompt, not a finding" in driver.words
    assert desks.school.teacher.name in page.cards[0].accessibleName()


def test_how_many_need_a_look_is_known_before_the_page_is_gone_to(desks: Desks, review: Review) -> None:
    three_reports(desks)
    driver = review(desks.school.dsl)
    driver.settle()
    assert list(driver.side.pages) == []
    assert driver.side.navigation.waiting(Place.PATTERNS) == 1


def test_its_records_open_from_the_card(opened: Opened) -> None:
    driver, page = opened()
    asked: list[str] = []
    page.case_asked.connect(asked.append)
    page.cards[0].look.click()
    links = page.cards[0].findChildren(RecordLink)
    links[0].click()
    driver.settle()
    assert (len(links), len(asked)) == (3, 1)


def test_the_clauses_that_a_prompt_rests_on_are_read_beside_it(opened: Opened, desks: Desks) -> None:
    put_in_force(desks, code())
    driver, page = opened()
    page.cards[0].findChildren(CitedLink)[0].click()
    driver.settle()
    assert "Several matters about one person | 4.1 What a low-level concern is" in driver.words
    assert "4.4 What happens then" in driver.words


def test_what_was_found_is_recorded_and_the_prompt_falls_quiet(opened: Opened) -> None:
    driver, page = opened()
    answer(driver, page)
    form_of(page).save.click()
    driver.settle()
    (given,) = driver.do(lambda: read_answers(driver.session))
    assert (given.found.answer, given.found.why) == ("nothing", WHY)
    assert "Nothing stands out." in driver.words
    assert page.cards == []


def test_nothing_is_recorded_before_both_questions_are_answered(opened: Opened) -> None:
    driver, page = opened()
    page.cards[0].looked.click()
    driver.settle()
    form_of(page).save.click()
    driver.settle()
    assert driver.do(lambda: read_answers(driver.session)) == ()
    assert "Write what you found" in driver.words


def test_what_was_typed_is_there_again_after_leaving(opened: Opened) -> None:
    driver, page = opened()
    answer(driver, page)
    page.leave()
    page.cards[0].end_answer()
    page.cards[0].looked.click()
    driver.settle()
    assert page.cards[0].findChildren(QPlainTextEdit)[0].toPlainText() == WHY


def test_in_privacy_mode_initials_stand_for_names(opened: Opened, desks: Desks) -> None:
    driver, page = opened()
    driver.side.pages.show_private(private=True)
    driver.settle()
    page.cards[0].look.click()
    words = [link.text() for link in page.cards[0].findChildren(RecordLink)]
    assert not any(desks.school.teacher.name in each for each in (driver.words, *words))


def test_how_much_waits_stands_in_the_navigation(opened: Opened) -> None:
    driver, page = opened()
    told: list[int] = []
    page.counted.connect(lambda _place, count, _urgent: told.append(count))
    page.come_in("")
    driver.settle()
    assert told == [1]


def test_somebody_with_nothing_to_look_at_is_told_so(desks: Desks, review: Review) -> None:
    driver = review(desks.school.dsl)
    page_of(driver)
    assert "Nothing stands out." in driver.words
    assert "Too few to draw anything from." in driver.words


@pytest.mark.parametrize("appearance", [None, LARGE], ids=["plain", "large"])
def test_everything_has_a_name_and_shows_whole_words(opened: Opened, appearance: object) -> None:
    driver, page = opened()
    if appearance is LARGE:
        driver.theme.choose(LARGE)
    page.cards[0].look.click()
    page.cards[0].looked.click()
    driver.settle()
    assert_accessible(driver.side)
    assert clipped_labels(driver.side) == []


def test_a_chart_is_a_table_too(opened: Opened) -> None:
    driver, page = opened()
    chart = page.findChildren(ChartCard)[0]
    chart.toggle.click()
    driver.settle()
    assert "Show as a chart" in chart.toggle.text()
    assert chart._table.isVisible()


def test_news_is_read_at_once(opened: Opened, desks: Desks) -> None:
    driver, page = opened()
    before = page.cards[0].prompt.shown.records
    tell(desks, desks.school.deputy)
    driver.side.refresh()
    driver.settle()
    assert len(page.cards[0].prompt.shown.records) > len(before)


@pytest.fixture
def playing(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> tuple[Driver, PatternsPage, list[str]]:
    """The page while this term's play goes on, and what was done in the worker since."""
    driver, page = opened()
    told: list[str] = []

    def step(work: Calibrating, _session: Session) -> Calibrating:
        told.append("step")
        work.step()
        return work

    monkeypatch.setattr(choosing, "FEWEST", 1)
    monkeypatch.setattr(page_module, "_step", step)
    page.come_in("")
    until = time.monotonic() + 30
    while not told and time.monotonic() < until:
        QCoreApplication.processEvents()
    return driver, page, told


@pytest.mark.long
def test_whatever_else_is_asked_comes_between_two_steps_of_the_terms_play(
    playing: tuple[Driver, PatternsPage, list[str]],
) -> None:
    driver, page, told = playing
    page.context.records.ask(page, lambda _: told.append("another"), lambda _: None, lambda _: None)
    driver.settle()
    assert told.count("another") == 1
    assert told[-1] == "step"
    assert not driver.do(lambda: choosing.is_due(driver.session, 1))


def test_leaving_the_page_ends_the_terms_play(playing: tuple[Driver, PatternsPage, list[str]]) -> None:
    driver, page, _ = playing
    page.leave()
    driver.settle()
    assert driver.do(lambda: choosing.is_due(driver.session, 1))


def test_a_sentence_is_parted_after_its_first_stop_and_not_after_an_initial() -> None:
    assert parted("Two matters about A. Patel in May. None more. End.") == (
        "Two matters about A. Patel in May",
        "None more. End.",
    )


def test_a_childs_two_initials_end_a_sentence() -> None:
    assert parted("Both name the child, K B. Chance alone: hardly ever.")[0] == "Both name the child, K B"


@pytest.mark.parametrize(
    ("count", "before", "words"), [(9, 3, "up from 3"), (9, 12, "down from 12"), (9, 9, "as many"), (5, 1, "Too few")]
)
def test_the_months_are_compared_with_the_schools_own_past(count: int, before: int, words: str) -> None:
    months = (Month(date(2026, 3, 1), count),)
    assert words in month_sentence(Charts(months=months, before=before, topics=(Topic("Touch", 1),)))
    assert topic_sentence(Charts(months=months, before=before, topics=(Topic("Touch", 1),)))


def test_what_to_bear_in_mind_stands_behind_a_link_on_the_card(opened: Opened) -> None:
    driver, page = opened()
    (fold,) = page.cards[0].findChildren(Fold)
    notes = page.cards[0].prompt.shown.notes
    assert notes
    assert notes[0] not in driver.words
    fold.button.click()
    driver.settle()
    assert all(note in driver.words for note in notes)


def test_how_prompts_fall_on_hours_is_counted_over_many_people_only(opened: Opened) -> None:
    driver, page = opened()
    (fold,) = page.findChildren(FairnessFold)
    fold.button.click()
    driver.settle()
    tables = fold.findChildren(DataTable)
    assert [table.accessibleName() for table in tables] == ["Prompts by role", "Prompts by hours with children"]
    assert [table.model().rowCount() for table in tables] == [1, 1]


def test_another_twelve_months_are_charted_when_they_are_chosen(desks: Desks, review: Review) -> None:
    for _each in range(6):
        tell(desks, desks.school.ta)
    desks.hands.forward(days=500)
    driver = review(desks.school.dsl)
    page = page_of(driver)
    (last, before) = [page.period.itemText(at) for at in range(page.period.count())]
    assert (last, before.startswith("12 months to ")) == ("Last 12 months", True)
    assert "6 in twelve months" not in driver.words
    page.period.setCurrentIndex(1)
    driver.settle()
    assert "6 in twelve months, up from 0 in the twelve before." in driver.words
