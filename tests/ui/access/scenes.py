# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page that answers a request for somebody's own data, in its states, as the head of the small school sees it."""

from collections.abc import Callable, Mapping

from desktop.access.complaints import log_complaint
from desktop.access.requests import log_request
from tests.desktop.desks import Desks
from tests.ui.reports.scenes import page_of
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.access.answer_view import AnswerView
from ui.access.complaint_view import ComplaintView
from ui.access.page import OwnDataPage

Scene = Callable[[Desks, Review], Driver]
ASKED = {"received_on": "2026-03-02", "came_by": "email", "what_happened": "Everything that you keep about me."}
KNOWN = {"step": "identity_checked", "on": "2026-03-03", "why": "She has worked here for six years."}
SAID = "He kept R.T. in at break and raised his voice. Joe Lindqvist heard it from the hall. R.T. was upset afterwards."


def own_data_page_of(driver: Driver) -> OwnDataPage:
    """The page behind the card."""
    page = page_of(driver)
    page.cards.cards["own_data"].click()
    driver.settle()
    behind = page.report("own_data")
    assert isinstance(behind, OwnDataPage)
    return behind


def answer_of(driver: Driver) -> AnswerView:
    """The first request on its way to an answer."""
    page = own_data_page_of(driver)
    if page.answer is None:
        page.requests.table.selectRow(0)
        page.requests.chosen.emit(page.requests.table.current_id())
        driver.settle()
    assert isinstance(page.answer, AnswerView)
    return page.answer


def asked(desks: Desks, *, known: bool = True) -> str:
    """A concern about the teacher, and the teacher's request; the head answers it."""
    school = desks.school
    desks.concern(school.ta, school.teacher, what_happened=SAID)
    case = log_request(desks.of(school.head), school.teacher.person_id, ASKED).case_id
    if known:
        desks.act(school.head, case, "access_step", KNOWN)
    desks.sync()
    return case


def _nothing_asked(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.head)
    own_data_page_of(driver)
    return driver


def _requests(desks: Desks, review: Review) -> Driver:
    asked(desks)
    driver = review(desks.school.head)
    own_data_page_of(driver)
    return driver


def _logging(desks: Desks, review: Review) -> Driver:
    driver = _nothing_asked(desks, review)
    own_data_page_of(driver).requests.begin()
    driver.settle()
    return driver


def _complaint(desks: Desks, review: Review) -> Driver:
    asked(desks)
    log_complaint(desks.of(desks.school.head), desks.school.teacher.person_id, ASKED)
    desks.sync()
    driver = review(desks.school.head)
    complaint_of(driver)
    return driver


def _parent_complains(desks: Desks, review: Review) -> Driver:
    """The form, open for somebody who is not listed."""
    driver = _nothing_asked(desks, review)
    requests = own_data_page_of(driver).requests
    requests.begin_complaint()
    driver.settle()
    assert requests.form is not None
    requests.form.views["who"].set_value("unlisted")
    driver.settle()
    return driver


def complaint_of(driver: Driver, row: int = 1) -> ComplaintView:
    """The complaint, chosen in the list: usually below a request."""
    page = own_data_page_of(driver)
    page.requests.table.selectRow(row)
    page.requests.table.row_opened.emit(page.requests.table.current_id())
    driver.settle()
    assert isinstance(page.answer, ComplaintView)
    return page.answer


def _records(desks: Desks, review: Review) -> Driver:
    asked(desks, known=False)
    driver = review(desks.school.head)
    view = answer_of(driver)
    list(view.records.lines.values())[-1].box.setChecked(False)
    driver.settle()
    return driver


def _others(desks: Desks, review: Review) -> Driver:
    asked(desks)
    driver = review(desks.school.head)
    view = answer_of(driver)
    view.go_on()
    view.others.following.click()
    driver.settle()
    view.others.suggestions[0].choice.buttons[0].click()
    driver.settle()
    view.others.suggestions[0].keep()
    driver.settle()
    return driver


def _check(desks: Desks, review: Review) -> Driver:
    driver = _others(desks, review)
    answer_of(driver).go_on()
    driver.settle()
    return driver


SCENES: Mapping[str, Scene] = {
    "nothing asked": _nothing_asked,
    "requests": _requests,
    "logging": _logging,
    "records": _records,
    "others": _others,
    "check": _check,
    "complaint": _complaint,
    "a parent complains": _parent_complains,
}
