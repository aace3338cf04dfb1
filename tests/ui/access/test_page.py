# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Answering a request for somebody's own data in the window, by mouse and by keyboard (ux.md R12)."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desktop.access.covering import COVER
from desktop.access.reading import COMPLAINT_STEP, PACK, STEP
from desktop.access.third_parties import Part
from desktop.access.work import LeftOut, load_work
from tests.desktop.access.extracting import hits
from tests.desktop.desks import Desks
from tests.sampling import some
from tests.ui.access.scenes import ASKED, KNOWN, SCENES, answer_of, asked, complaint_of, own_data_page_of
from tests.ui.printing.printers import pages_on, printer_into
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.access.act_box import ActBox
from ui.access.answer_view import AnswerView
from ui.access.complaint_view import ComplaintView
from ui.access.suggestion import Suggestion
from ui.forms.field_view import FieldView
from ui.review.desk_page import Place
from ui.theme.source import Appearance
from ui.theme.tokens import Scheme

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def at_work(desks: Desks, review: Review) -> Driver:
    """The head, with a request of which it is clear who asks."""
    asked(desks)
    return review(desks.school.head)


def at_others(driver: Driver) -> AnswerView:
    """The second step, at the concern."""
    view = answer_of(driver)
    view.go_on()
    view.others.following.click()
    driver.settle()
    return view


def suggestion(view: AnswerView, part: Part) -> Suggestion:
    return next(each for each in view.others.suggestions if each.item.part is part)


def press(driver: Driver, view: AnswerView, part: Part, place: int) -> None:
    """Choose Cover, Keep or Decide later."""
    suggestion(view, part).choice.buttons[place].click()
    driver.settle()


def left_out(driver: Driver, view: AnswerView) -> Mapping[str, LeftOut]:
    """What is kept as left out."""
    return driver.do(lambda: load_work(driver.session, view.case_id).left_out)


def select(view: AnswerView, words: str) -> None:
    text = view.others.text
    start = text.toPlainText().index(words)
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.setFocus()


def test_what_is_covered_is_a_block_and_can_be_peeked_at(at_work: Driver) -> None:
    view = at_others(at_work)
    press(at_work, view, Part.CHILD, 0)
    assert f"He kept {COVER} in" in view.others.text.toPlainText()
    view.others.text.setFocus()
    QTest.keyClick(view.others.text, Key.Key_R, CTRL_SHIFT)
    assert "He kept R.T. in" in view.others.text.toPlainText()
    assert "2 covered, 2 undecided, 0 kept with a reason" in at_work.words


def test_words_that_are_selected_are_covered_by_their_key_and_uncovered_again(at_work: Driver) -> None:
    view = at_others(at_work)
    select(view, "from the hall")
    QTest.keyClick(view.others.text, Key.Key_R, CTRL)
    at_work.settle()
    assert "from the hall" not in view.others.text.toPlainText()
    suggestion(view, Part.BY_HAND).uncover.click()
    at_work.settle()
    assert "from the hall" in view.others.text.toPlainText()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("r.t.", "“r.t.” is taken out in 2 places."),
        (" raised  his voice", "“raised his voice” is taken out in 1 place."),
        ("Kelly", "“Kelly” stands nowhere in what goes into the copy."),
    ],
)
def test_words_that_nobody_found_are_typed_and_taken_out_everywhere(at_work: Driver, typed: str, told: str) -> None:
    view = at_others(at_work)
    at_work.press(view.others.also.words, text=typed)
    at_work.press(view.others.also.words, Key.Key_Return)
    assert told in at_work.words
    assert " ".join(typed.split()) not in view.others.text.toPlainText()
    assert view.others.also.words.text() == ""


def test_covering_nothing_says_what_to_do_first(at_work: Driver) -> None:
    view = at_others(at_work)
    view.others.cover.click()
    at_work.settle()
    assert "Select the words in the text first." in at_work.words


def test_whoever_reported_can_only_be_kept_where_they_agreed_and_with_a_reason(at_work: Driver) -> None:
    view = at_others(at_work)
    reporter = suggestion(view, Part.REPORTER)
    reporter.keep()
    assert [button.choice.label for button in reporter.reason.basis.buttons] == ["They agreed"]
    reporter.reason.save.click()
    at_work.settle()
    assert "needs a reason" in at_work.words
    again = suggestion(view, Part.REPORTER)
    again.keep()
    again.reason.why.setText("She said so on 3 March.")
    again.reason.save.click()
    at_work.settle()
    assert "Kept: She said so on 3 March." in at_work.words


def test_the_keyboard_stays_on_a_suggestion_and_goes_to_the_next(at_work: Driver) -> None:
    view = at_others(at_work)
    suggestion(view, Part.REPORTER).setFocus()
    QTest.keyClick(at_work.focus, Key.Key_C)
    at_work.settle()
    assert suggestion(view, Part.REPORTER).isAncestorOf(at_work.focus)
    QTest.keyClick(at_work.focus, Key.Key_J)
    at_work.settle()
    assert suggestion(view, Part.CHILD).isAncestorOf(at_work.focus)
    QTest.keyClick(at_work.focus, Key.Key_K)
    assert suggestion(view, Part.CHILD).reason.isVisible()


def test_saving_is_blocked_while_anybody_is_undecided(at_work: Driver) -> None:
    view = at_others(at_work)
    view.go_on()
    assert not view.check.where.isEnabled()
    assert "It can’t be saved yet: Beth Carver, R.T. and Joe Lindqvist." in at_work.words


def test_a_copy_is_saved_and_put_on_record(at_work: Driver, tmp_path: Path) -> None:
    view = at_others(at_work)
    for part in (Part.REPORTER, Part.CHILD, Part.COLLEAGUE):
        press(at_work, view, part, 0)
    view.go_on()
    assert view.check.where.isEnabled()
    view.check.protect.choice.set_value("none")
    view.make(str(tmp_path))
    at_work.settle()
    (copy,) = tmp_path.glob("*/to-hand-over/your-data.pdf")
    assert [words for words in ("Beth", "Lindqvist") if hits(copy.read_bytes(), words)] == []
    assert len(at_work.entries(view.case_id, PACK)) == 1


def test_a_copy_is_printed_with_its_letter_and_put_on_record(at_work: Driver, tmp_path: Path) -> None:
    view = at_others(at_work)
    for part in (Part.REPORTER, Part.CHILD, Part.COLLEAGUE):
        press(at_work, view, part, 0)
    view.go_on()
    assert view.check.print.isEnabled()
    view.print_on(printer_into(tmp_path / "paper.pdf"))
    at_work.settle()
    [kept] = at_work.entries(view.case_id, PACK)
    assert kept.values["on_paper"] is True
    assert list(tmp_path.glob("*own-data*")) == []
    assert pages_on(tmp_path / "paper.pdf") == int(kept.text("pages")) + 1


def test_a_password_is_asked_for_before_the_place(at_work: Driver) -> None:
    view = at_others(at_work)
    for part in (Part.REPORTER, Part.CHILD, Part.COLLEAGUE):
        press(at_work, view, part, 0)
    view.go_on()
    view.check.where.click()
    at_work.settle()
    assert view.check.protect.first.isAncestorOf(at_work.focus) or view.check.protect.first is at_work.focus


def test_a_record_is_left_out_on_a_ground_with_a_reason_and_put_back(at_work: Driver) -> None:
    view = answer_of(at_work)
    key = next(key for key in view.records.lines if key != "directory")
    view.records.lines[key].box.setChecked(False)
    view.records.lines[key].ground.set_value("crime")
    view.records.lines[key].save.click()
    at_work.settle()
    assert "needs a reason" in at_work.words
    line = view.records.lines[key]
    line.box.setChecked(False)
    line.ground.set_value("crime")
    line.why.setText("The police asked us to wait.")
    line.save.click()
    at_work.settle()
    assert left_out(at_work, view)[key].ground == "crime"
    view.records.lines[key].box.setChecked(True)
    at_work.settle()
    assert left_out(at_work, view) == {}


def test_what_was_decided_is_there_again_another_time(at_work: Driver) -> None:
    press(at_work, at_others(at_work), Part.CHILD, 0)
    page = own_data_page_of(at_work)
    page.show_requests()
    at_work.settle()
    view = at_others(at_work)
    assert suggestion(view, Part.CHILD).choice.value() == "cover"


def test_a_request_is_logged(desks: Desks, review: Review) -> None:
    driver = SCENES["logging"](desks, review)
    page = own_data_page_of(driver)
    assert page.requests.form is not None
    driver.press(driver.focus, text="Ashby")
    driver.press(driver.focus, Key.Key_Return)
    for name, value in ASKED.items():
        page.requests.form.views[name].set_value(value)
    page.requests.save.click()
    driver.settle()
    assert page.requests.table.model().rowCount() == 1


def begun(driver: Driver, view: AnswerView) -> ActBox:
    """The form of a step."""
    view.begin_step()
    driver.settle()
    assert view.acting is not None
    return view.acting


def field(box: ActBox, name: str) -> FieldView:
    assert box.page is not None
    return box.page.views[name]


def test_a_step_is_recorded_where_the_request_is_worked_on(desks: Desks, review: Review) -> None:
    case = asked(desks, known=False)
    driver = review(desks.school.head)
    box = begun(driver, answer_of(driver))
    for name, value in KNOWN.items():
        field(box, name).set_value(value)
    box.save.click()
    driver.settle()
    assert len(driver.entries(case, STEP)) == 1
    assert "No copy is made before it is on record how it is clear who asks." not in driver.words


def test_what_is_half_written_is_there_again(desks: Desks, review: Review) -> None:
    asked(desks, known=False)
    driver = review(desks.school.head)
    view = answer_of(driver)
    field(begun(driver, view), "why").set_value("I know her.")
    view.leave()
    driver.settle()
    assert field(begun(driver, view), "why").value() == "I know her."


def test_the_request_opens_as_a_record(desks: Desks, review: Review) -> None:
    case = asked(desks)
    driver = review(desks.school.head)
    answer_of(driver).open.click()
    driver.settle()
    page = driver.side.record.page
    assert page is not None
    assert page.case_id == case


@pytest.mark.parametrize("scene", some(((name, name) for name in SCENES), 3))
def test_every_state_has_names_and_whole_words(scene: str, desks: Desks, review: Review) -> None:
    driver = SCENES[scene](desks, review)
    assert_accessible(driver.side)
    for size, scale in (((1366, 688), 1.0), ((911, 512), 1.5)):
        driver.theme.choose(Appearance(scheme=Scheme.LIGHT, text_scale=scale))
        driver.side.resize(*size)
        driver.settle()
        assert clipped_labels(driver.side.pages.page(Place.REPORTS)) == []


def test_a_complaint_is_logged_acknowledged_and_leads_back_to_the_list(desks: Desks, review: Review) -> None:
    driver = SCENES["complaint"](desks, review)
    page = own_data_page_of(driver)
    view = page.answer
    assert isinstance(view, ComplaintView)
    assert "Acknowledge by 1 April 2026" in driver.words
    assert view.step.hasFocus()
    view.step.click()
    driver.settle()
    assert view.box is not None
    view.box.cancel.click()
    driver.settle()
    assert view.step.hasFocus(), "the keyboard stays where the form was opened"
    view.answer.click()
    view.step.click()
    driver.settle()
    assert view.box.kind == COMPLAINT_STEP
    assert view.box.page is not None
    view.box.page.views["step"].set_value("acknowledged")
    view.box.page.views["on"].set_value("2026-03-10")
    view.box.record()
    driver.settle()
    assert page.requests.isVisible()
    (entry,) = driver.entries(page.requests.table.current_id(), COMPLAINT_STEP)
    assert entry.text("on") == "2026-03-10"


def test_a_parent_who_is_on_no_list_complains(desks: Desks, review: Review) -> None:
    driver = SCENES["a parent complains"](desks, review)
    requests = own_data_page_of(driver).requests
    assert requests.form is not None
    said = {"about_description": "Kelly Andrews", "connection": "parent", "identity_check": "not_yet", **ASKED}
    for name, value in said.items():
        requests.form.views[name].set_value(value)
    requests.record()
    driver.settle()
    view = complaint_of(driver, 0)
    assert "Kelly Andrews complains about their data" in driver.words
    assert "It is not on record how it is clear who they are." in driver.words
    view.step.click()
    driver.settle()
    assert view.box is not None
    assert view.box.page is not None
    for name, value in {"step": "complainant_known", "on": "2026-03-11", "how": "I saw her passport."}.items():
        view.box.page.views[name].set_value(value)
    view.box.record()
    driver.settle()
    complaint_of(driver, 0)
    assert "how it is clear who they are" not in driver.words


def test_the_form_of_a_complaint_is_its_own(desks: Desks, review: Review) -> None:
    driver = SCENES["nothing asked"](desks, review)
    requests = own_data_page_of(driver).requests
    requests.begin_complaint()
    driver.settle()
    assert requests.save.text() == "Log the complaint"
