# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody's page in the window: strip, filter, looking back, notes and the PDF (ux.md R5, picture 07)."""

from pathlib import Path

from PySide6.QtCore import Qt

from desktop.chronology.noting import write_note
from tests.desktop.desks import Desks
from tests.ui.people.states import looking_back, note, pdf, person
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.people.entry_panel import EntryPanel
from ui.people.people_page import PeoplePage
from ui.people.person_view import PersonView
from ui.review.desk_page import Place

Key = Qt.Key


def view(driver: Driver) -> PersonView:
    """The page of the teacher, as it stands."""
    found = person(driver).desk.view
    assert found is not None
    return found


def people(driver: Driver) -> PeoplePage:
    """The page as it stands, without going to it again."""
    page = driver.side.pages.page(Place.PEOPLE)
    assert isinstance(page, PeoplePage)
    return page


def open_panel(driver: Driver) -> EntryPanel:
    """What stands beside the page."""
    panel = people(driver).desk.panel
    assert panel is not None
    return panel


def rows(shown: PersonView) -> int:
    return shown.table.model().rowCount()


def test_every_mark_has_a_name_and_opens_its_record(desks: Desks, review: Review) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    (mark,) = view(driver).strip.strip.marks
    assert mark.accessibleName() == "12 Mar 2026: Concern, To decide. He shouted at a child in the hall."
    driver.press(mark, Key.Key_Return)
    page = driver.side.record.page
    assert page is not None
    assert page.case_id == case


def test_the_way_back_from_a_record_leads_to_the_person(desks: Desks, review: Review) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    shown = view(driver)
    shown.table.selectRow(0)
    driver.press(shown.table, Key.Key_Return)
    driver.side.record.back_asked.emit()
    driver.settle()
    assert driver.side.pages.page(Place.PEOPLE).isVisible()
    assert desks.school.teacher.name in driver.words


def test_arrow_keys_go_from_mark_to_mark(desks: Desks, review: Review) -> None:
    school = desks.school
    for day in ("2025-11-03", "2026-01-20"):
        desks.concern(school.ta, school.teacher, when={"certainty": "day", "date": day})
    driver = review(school.dsl)
    first, last = view(driver).strip.strip.marks
    last.setFocus()
    driver.press(last, Key.Key_Left)
    assert first.hasFocus()
    assert first.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert last.focusPolicy() is Qt.FocusPolicy.ClickFocus


def test_a_high_pile_is_one_mark(desks: Desks, review: Review) -> None:
    for _ in range(4):
        desks.concern(desks.school.ta, desks.school.teacher)
    (mark,) = view(review(desks.school.dsl)).strip.strip.marks
    assert mark.accessibleName() == "12 Mar 2026: 4 records"


def test_a_filter_shows_one_kind(desks: Desks, review: Review) -> None:
    school = desks.school
    desks.concern(school.ta, school.teacher)
    desks.of(school.teacher).file("gift", {"direction": "offered", "what_happened": "A hamper.", "worth": 4500})
    driver = review(school.head)
    shown = view(driver)
    assert rows(shown) == 2
    shown.filter.buttons[3].click()
    assert rows(shown) == 1
    shown.filter.buttons[2].click()
    assert shown.table.isHidden()


def test_the_strip_can_be_read_as_a_table(desks: Desks, review: Review) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    strip = view(driver).strip
    driver.press(strip.switch, Key.Key_Return)
    assert strip.table.isVisible()
    assert strip.table.model().rowCount() == 12


def test_looking_back_hides_what_was_recorded_later_and_leads_back(desks: Desks, review: Review) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    looking_back(driver)
    assert "As it stood on 11 March 2026." in driver.words
    assert "Nothing was on record for Tom Ashby on that day." in driver.words
    desk = people(driver).desk
    desk._show_today()
    driver.settle()
    assert desk.view is not None
    assert rows(desk.view) == 1


def test_a_day_that_is_none_is_refused(desks: Desks, review: Review) -> None:
    driver = review(desks.school.dsl)
    head = person(driver).desk.head
    head.look_back.click()
    head.day.set_text("soon")
    head.day.submitted.emit()
    driver.settle()
    assert "Write a day that has been, such as 3 March 2026." in driver.words


def test_a_note_says_who_can_open_it_and_is_saved(desks: Desks, review: Review) -> None:
    driver = review(desks.school.dsl)
    note(driver)
    assert "Can open this: Priya Nair and Helen Marsh. Tom Ashby can’t." in driver.words
    panel = open_panel(driver)
    panel.filling.typed["what_happened"] = "We agreed on a plan."
    panel.go()
    driver.settle()
    assert driver.do(lambda: driver.session.about(desks.school.teacher.person_id))
    assert people(driver).desk.panel is None


def test_a_note_that_is_half_written_is_kept(desks: Desks, review: Review) -> None:
    driver = review(desks.school.dsl)
    note(driver)
    panel = open_panel(driver)
    panel.filling.typed["what_happened"] = "We agreed"
    driver.side.leave()
    driver.settle()
    note(driver)
    again = open_panel(driver)
    assert again.typed == {"what_happened": "We agreed"}


def test_nobody_adds_to_their_own_record(desks: Desks, review: Review) -> None:
    driver = review(desks.school.dsl)
    assert person(driver, "dsl").desk.head.note.isHidden()


def test_a_note_of_another_reader_is_on_the_page(desks: Desks, review: Review) -> None:
    school = desks.school
    write_note(desks.of(school.dsl), school.teacher.person_id, {"what_happened": "A plan."})
    assert rows(view(review(school.head))) == 1


def test_the_chronology_is_saved_and_that_is_put_on_record(desks: Desks, review: Review, tmp_path: Path) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    pdf(driver)
    desk = people(driver).desk
    assert desk.panel is not None
    desk.panel.filling.typed |= {"recipient_kind": "lado", "recipient": "The LADO", "purpose": "A meeting"}
    desk.save_pdf(str(tmp_path / "out.pdf"))
    driver.settle()
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert [entry.text("document") for entry in driver.entries(case, "export")] == ["chronology"]
