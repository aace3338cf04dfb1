# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A letter in the window: drafted, edited, looked through, seen as it will be, issued, and never lost."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.desktop.desks import Desks
from tests.desktop.sharing.answers import TO_POLICE
from tests.ui.letters.scenes import began, chosen, panel_of
from tests.ui.printing.printers import pages_on, printer_into
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.letters.panel import LetterPanel
from ui.printing import paper
from ui.review.more_menu import Doing

THANKS = "Dear Beth Carver,\n\nthank you."


@pytest.fixture
def driver(desks: Desks, review: Review) -> Driver:
    return began(desks, review, Doing.LETTER)


def write(driver: Driver, panel: LetterPanel, **typed: str) -> None:
    """Type into the fields of the letter, and let it be looked through."""
    assert panel.form is not None
    assert panel._drawn is not None
    panel.form.filling.typed.update(typed)
    panel._drawn.refresh()
    panel._look_through()
    driver.settle()


def test_a_draft_holds_what_is_on_record_and_its_blanks_are_named(driver: Driver) -> None:
    panel = chosen(driver, "lado_referral")
    assert "Name: Tom Ashby" in panel._text
    assert "their date of birth" in " ".join(panel.noticed.sentences)
    assert "Referral forms of East Sussex" in driver.words


def test_what_is_in_its_way_is_said_while_it_is_written(driver: Driver) -> None:
    panel = chosen(driver, "no_names")
    write(driver, panel, text="It was Tom Ashby. He was guilty.")
    said = " ".join(panel.noticed.sentences)
    assert "something in it says who it is about" in said
    assert "Named: Tom Ashby." in said
    assert "“guilty”: perhaps what was found." in said
    write(driver, panel, text="It was an adult.")
    assert panel.noticed.sentences == ("No blanks left, nobody named who must not be, and nothing in its way.",)


def test_a_letter_that_is_not_theirs_to_issue_is_not_begun(driver: Driver) -> None:
    panel = chosen(driver, "outcome")
    assert panel.form is None
    assert "This decision is not yours to make." in driver.words


def test_every_page_of_the_very_file_is_shown(driver: Driver) -> None:
    panel = chosen(driver, "lado_referral")
    panel.show_print()
    driver.settle()
    assert panel.preview.sheets[0].accessibleName() == "Page 1 of 2"
    assert panel.preview.isVisible()
    panel.preview.turn_on()
    assert panel.preview.sheets[0].accessibleName() == "Page 2 of 2"
    panel.closed.emit()
    driver.settle()
    assert driver.side.record.timeline.isVisible()


def test_in_a_narrow_window_the_pages_stand_in_the_panel_and_outlive_another_letter(driver: Driver) -> None:
    driver.side.resize(911, 512)
    driver.settle()
    driver.side.record._show_panel()
    panel = chosen(driver, "lado_referral")
    panel.show_print()
    driver.settle()
    assert panel.preview.isVisible()
    chosen(driver, "receipt")
    panel.show_print()
    driver.settle()
    assert panel.isAncestorOf(panel.preview)
    assert panel.preview.isVisible()
    driver.side.resize(1366, 688)
    driver.settle()
    panel.show_print()
    driver.settle()
    assert panel.preview.isVisible()
    assert not panel.isAncestorOf(panel.preview)


def test_of_several_people_one_can_be_chosen(desks: Desks, review: Review) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher, also_about=[{"person": school.supply.person_id}])
    driver = review(school.dsl)
    driver.side.inbox.open_record(case)
    driver.settle()
    driver.side.record.do(Doing.LETTER)
    driver.settle()
    panel = chosen(driver, "lado_referral")
    assert "Name: Tom Ashby; Joe Lindqvist (more than one adult)" in panel._text
    panel.whom.set_value(school.supply.person_id)
    driver.settle()
    assert "Name: Joe Lindqvist\n" in panel._text


def test_of_several_things_shared_the_letter_confirms_the_one_that_is_chosen(desks: Desks, review: Review) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.act(desks.school.dsl, case, "disclosure", {**TO_POLICE, "recipient": "Constable Reed"})
    desks.hands.forward(minutes=1)
    desks.act(desks.school.dsl, case, "disclosure", {**TO_POLICE, "recipient": "Constable Stone"})
    driver = review(desks.school.dsl)
    driver.side.inbox.open_record(case)
    driver.settle()
    driver.side.record.do(Doing.LETTER)
    driver.settle()
    panel = chosen(driver, "information_shared")
    assert "To: Constable Stone" in panel._text
    assert panel.of.isVisible()
    panel.of.setCurrentIndex(1)
    driver.settle()
    assert "To: Constable Reed" in panel._text
    assert panel._letter().of == panel.of.value()
    chosen(driver, "receipt")
    assert not panel.of.isVisible()


def test_it_is_said_for_whom_and_how_before_it_is_saved(driver: Driver) -> None:
    panel = chosen(driver, "receipt")
    write(driver, panel, text=THANKS)
    panel.choose_place()
    assert "Say who it is for" in driver.words
    assert driver.side.findChildren(QFileDialog) == []


def test_it_is_issued_saved_and_on_record(driver: Driver, tmp_path: Path) -> None:
    panel = chosen(driver, "receipt")
    write(driver, panel, text=THANKS, recipient="Beth Carver", channel="by_hand")
    panel.issue_to(str(tmp_path / "letter.pdf"))
    driver.settle()
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")
    page = driver.side.record.page
    assert page is not None
    [kept] = driver.entries(page.case_id, "letter")
    assert kept.text("text") == THANKS
    assert "Priya Nair issued: Letter that a report has come" in [item.title for item in page.story.items]


def test_a_letter_that_is_printed_is_on_record_and_the_record_shows_it(driver: Driver, tmp_path: Path) -> None:
    panel = chosen(driver, "receipt")
    write(driver, panel, text=THANKS, recipient="Beth Carver", channel="by_hand")
    panel.print_on(printer_into(tmp_path / "paper.pdf"))
    driver.settle()
    page = driver.side.record.page
    assert page is not None
    [kept] = driver.entries(page.case_id, "letter")
    assert (kept.text("text"), kept.values["on_paper"]) == (THANKS, True)
    assert "Priya Nair issued: Letter that a report has come" in [item.title for item in page.story.items]
    assert pages_on(tmp_path / "paper.pdf") == int(kept.text("pages"))


def test_without_a_printer_nothing_is_issued(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "has_printer", lambda: False)
    panel = chosen(driver, "receipt")
    write(driver, panel, text=THANKS, recipient="Beth Carver", channel="by_hand")
    panel.choose_printer()
    assert "No printer is set up on this computer." in driver.words


def test_what_stops_it_is_said_and_what_was_typed_stays(driver: Driver, tmp_path: Path) -> None:
    panel = chosen(driver, "receipt")
    write(driver, panel, text=f"{THANKS} [to fill in: a day]", recipient="Beth Carver", channel="by_hand")
    panel.issue_to(str(tmp_path / "letter.pdf"))
    driver.settle()
    assert "There are blanks left to fill in." in driver.words
    assert panel._text.startswith(THANKS)
    assert list(tmp_path.glob("*.pdf")) == []


def test_what_was_typed_is_kept_for_each_letter_until_it_is_drafted_again(driver: Driver) -> None:
    panel = chosen(driver, "receipt")
    write(driver, panel, text=THANKS)
    chosen(driver, "feedback")
    assert panel._text != THANKS
    panel.closed.emit()
    driver.settle()
    driver.side.record.do(Doing.LETTER)
    driver.settle()
    panel = chosen(driver, "receipt")
    assert panel._text == THANKS
    panel._draft_again()
    driver.settle()
    assert "Thank you for telling us" in panel_of(driver)._text


@pytest.mark.parametrize(
    ("doing", "words"),
    [(Doing.DISCLOSE, "Information shared outside the school"), (Doing.WITHHOLD, "Decide not to share information")],
)
def test_sharing_and_not_sharing_begin_beside_the_record(
    desks: Desks, review: Review, doing: Doing, words: str
) -> None:
    assert words in began(desks, review, doing).words
