# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The decision: three steps, the LADO's branch, what the rules say no to, and the keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from desktop.cases.acting import open_case
from desktop.cases.rows import Shelf
from storage.errors import Fault, KnownError
from tests.desktop.desks import LADO, LOW_LEVEL, RATIONALE, Desks
from tests.ui.review.conftest import Review
from tests.ui.review.deciding import answer_limbs, banners, begin, click, decision, go_on, record_low_level, texts
from tests.ui.review.driving import Driver
from ui.review.act_panel import ActPanel
from ui.review.earlier_panel import EarlierPanel
from ui.review.todo_panel import TodoPanel
from ui.widgets.link_button import LinkButton

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class TestByKeyboardAlone:
    def test_the_lead_clears_the_inbox(self, review: Review, desks: Desks) -> None:
        school = desks.school
        cases = [desks.concern(school.ta, about) for about in (school.teacher, school.supply)]
        driver = review(school.dsl)
        for _ in cases:
            begin(driver)
            record_low_level(driver)
            driver.press(driver.focus, Key.Key_Escape)
            assert driver.side.inbox.list_pane.isAncestorOf(driver.focus)
        assert driver.do(lambda: driver.session.shelf(Shelf.NEEDS_YOU)) == []
        assert [entry.text("outcome") for case in cases for entry in driver.entries(case, "triage")] == ["T3", "T3"]
        assert "Nothing needs you." in driver.words

    def test_the_head_decides_what_the_lead_prepared(self, review: Review, desks: Desks) -> None:
        school = desks.school
        case = desks.concern(school.ta, school.teacher)
        desks.act(school.dsl, case, "triage", LOW_LEVEL)
        driver = review(school.head)
        panel = begin(driver)
        assert "You make this decision." in driver.words
        assert banners(panel) == "Priya Nair prepared this: Low-level concern"
        record_low_level(driver)
        assert [entry.text("rationale") for entry in driver.entries(case, "decision")] == [RATIONALE]
        assert isinstance(driver.side.record.panels.current, TodoPanel)


class TestTheFirstStep:
    @pytest.fixture
    def driver(self, review: Review, desks: Desks) -> Driver:
        desks.concern(desks.school.ta, desks.school.teacher)
        return review(desks.school.dsl)

    def test_says_who_decides(self, driver: Driver) -> None:
        begin(driver)
        assert "You’re preparing this. Helen Marsh makes the decision." in driver.words
        assert "Step 1 of 3 · Could it meet the harm threshold?" in driver.words
        assert "Has Tom Ashby, or might they have:" in driver.words

    def test_chooses_nothing_beforehand(self, driver: Driver) -> None:
        assert begin(driver).form.filling.kept == {"history_viewed": True}

    def test_asks_for_what_is_not_answered(self, driver: Driver) -> None:
        begin(driver)
        go_on(driver)
        assert "Answer all four: harmed a child?" in driver.words
        assert driver.focus.parentWidget().accessibleDescription().startswith("Error: ")  # type: ignore[union-attr]  # a group

    def test_says_that_none_of_the_four_can_be_decided_in_school(self, driver: Driver) -> None:
        panel = begin(driver)
        answer_limbs(driver)
        assert banners(panel) == "None of the four. This can be decided in school."

    def test_not_sure_asks_for_the_lado(self, driver: Driver) -> None:
        panel = begin(driver)
        for key in (Key.Key_Right, Key.Key_Right):
            driver.press(driver.focus, key)
        driver.press(driver.focus, Key.Key_Tab)
        assert panel.form.filling.kept["limb_harm"] == "not_sure"
        assert banners(panel).startswith("One answer is “not sure”. Talk to the LADO before you go on.")

    def test_yes_changes_the_buttons(self, driver: Driver) -> None:
        panel = begin(driver)
        answer_limbs(driver, "ynnn")
        assert banners(panel).startswith("This may meet the harm threshold. Contact the LADO within one working day")
        assert [
            text for text in texts(panel) if text in {"Record the LADO’s advice", "Continue", "Save for later"}
        ] == [
            "Record the LADO’s advice",
            "Continue",
        ]
        assert "Go on without advice" in texts(panel)

    def test_yes_needs_a_reason(self, driver: Driver) -> None:
        panel = begin(driver)
        driver.press(driver.focus, text="y")
        go_on(driver)
        assert "Say why, for “harmed a child”" in driver.words
        assert panel.form.filling.kept["limb_harm"] == "yes"

    def test_a_reason_that_is_not_needed_is_named(self, driver: Driver) -> None:
        begin(driver)
        driver.press(driver.focus, text="y")
        driver.press(driver.focus, Key.Key_Tab)
        driver.press(driver.focus, text="Because.")
        decision(driver)._limbs._limbs[0]._answer.widget.setFocus()  # type: ignore[union-attr]  # the first step
        driver.press(driver.focus, text="n")
        assert "Reason added" in driver.words


class TestTheLadosAdvice:
    @pytest.fixture
    def case(self, desks: Desks) -> str:
        return desks.concern(desks.school.ta, desks.school.teacher)

    def ask(self, driver: Driver) -> ActPanel:
        begin(driver)
        answer_limbs(driver, "nnyn")
        go_on(driver)
        panel = driver.side.record.panels.current
        assert isinstance(panel, ActPanel)
        return panel

    def test_is_recorded_before_going_on_and_leads_back(self, review: Review, desks: Desks, case: str) -> None:
        driver = review(desks.school.dsl)
        panel = self.ask(driver)
        panel.form.filling.typed.update(LADO)
        go_on(driver)
        assert len(driver.entries(case, "lado_consultation")) == 1
        back = decision(driver)
        assert back.form.filling.kept["limb_risk"] == "yes"
        assert "Record the LADO’s advice" not in texts(back)

    def test_may_have_been_a_referral_instead(self, review: Review, desks: Desks, case: str) -> None:
        driver = review(desks.school.dsl)
        panel = self.ask(driver)
        click(panel, "You gave the name? Record a referral instead")
        driver.settle()
        other = driver.side.record.panels.current
        assert isinstance(other, ActPanel)
        other.form.filling.typed.update(LADO)
        go_on(driver)
        assert len(driver.entries(case, "lado_referral")) == 1
        assert decision(driver).form.filling.kept["limb_risk"] == "yes"

    def test_can_be_gone_without_with_a_reason(self, review: Review, desks: Desks, case: str) -> None:
        driver = review(desks.school.dsl)
        begin(driver)
        answer_limbs(driver, "nnyn")
        click(decision(driver), "Go on without advice")
        driver.settle()
        driver.press(driver.focus, text="The line is closed until Monday.")
        go_on(driver)
        assert len(driver.entries(case, "reason_without_advice")) == 1
        assert "Continue" in texts(decision(driver))

    def test_closing_it_comes_back_to_the_decision(self, review: Review, desks: Desks, case: str) -> None:
        driver = review(desks.school.dsl)
        self.ask(driver)
        driver.press(driver.focus, Key.Key_Escape)
        assert decision(driver).form.filling.kept["limb_risk"] == "yes"

    def test_is_missed_where_the_rules_want_it(self, review: Review, desks: Desks, case: str) -> None:
        driver = review(desks.school.dsl)
        panel = begin(driver)
        answer_limbs(driver, "nnyn")
        click(panel, "Continue")
        driver.settle()
        driver.press(driver.focus, text="l")
        go_on(driver)
        assert "Record the LADO’s advice first" in banners(panel)
        assert {"Record the LADO’s advice", "Go on without advice"} <= set(texts(panel))
        assert "Step 2 of 3 · What is it?" in driver.words

    def test_may_come_after_what_says_to_ask_for_it(self, review: Review, desks: Desks, case: str) -> None:
        driver = review(desks.school.dsl)
        panel = begin(driver)
        answer_limbs(driver, "nnyn")
        click(panel, "Continue")
        driver.settle()
        panel.form.filling.typed.update({"outcome": "T1", "lado_contact": desks.school.head.person_id})
        panel._continue()
        driver.settle()
        assert "Step 3 of 3 · Why?" in driver.words


class TestEarlierRecords:
    @pytest.fixture
    def cases(self, desks: Desks) -> tuple[str, str]:
        first = desks.concern(desks.school.ta, desks.school.teacher)
        desks.hands.forward(hours=1)
        return first, desks.concern(desks.school.ta, desks.school.teacher)

    def test_are_looked_at_before_the_decision(self, review: Review, desks: Desks, cases: tuple[str, str]) -> None:
        driver = review(desks.school.dsl)
        driver.press(driver.rows, Key.Key_Down)
        panel = begin(driver)
        assert banners(panel) == "Look at the earlier record first."
        panel._ask_earlier()
        driver.settle()
        earlier = driver.side.record.panels.current
        assert isinstance(earlier, EarlierPanel)
        next(each for each in earlier.findChildren(LinkButton) if each.text().startswith("He shouted")).click()
        driver.settle()
        assert len(driver.entries(cases[0], "access")) == 1
        driver.press(driver.focus, Key.Key_Escape)
        assert banners(decision(driver)) == ""

    def test_that_were_not_looked_at_stop_the_second_step(
        self, review: Review, desks: Desks, cases: tuple[str, str]
    ) -> None:
        driver = review(desks.school.dsl)
        driver.press(driver.rows, Key.Key_Down)
        panel = begin(driver)
        answer_limbs(driver)
        go_on(driver)
        panel.form.filling.typed.update({"outcome": "T3", "history_viewed": True})
        panel._continue()
        driver.settle()
        assert "There are earlier records about the same person" in banners(panel)
        assert "Show them" in texts(panel)

    def test_that_are_none_need_no_tick(self, review: Review, desks: Desks) -> None:
        desks.concern(desks.school.ta, desks.school.supply)
        driver = review(desks.school.dsl)
        panel = begin(driver)
        answer_limbs(driver)
        go_on(driver)
        assert not any("earlier records" in text for text in texts(panel))


class TestADraft:
    def test_comes_back_after_leaving(self, review: Review, desks: Desks) -> None:
        desks.concern(desks.school.ta, desks.school.teacher)
        driver = review(desks.school.dsl)
        begin(driver)
        answer_limbs(driver)
        driver.press(driver.focus, Key.Key_Escape)
        driver.settle()
        assert driver.side.inbox.list_pane.drafts == {driver.rows.current_id()}
        driver.press(driver.rows, Key.Key_Return)
        assert "Go on with the decision" in texts(driver.side.inbox.detail)
        assert begin(driver).form.filling.kept["limb_suitability"] == "no"

    def test_is_gone_once_it_is_recorded(self, review: Review, desks: Desks) -> None:
        desks.concern(desks.school.ta, desks.school.teacher)
        driver = review(desks.school.dsl)
        begin(driver)
        record_low_level(driver)
        assert driver.do(driver.session.drafts.names) == []

    def test_is_kept_when_the_screen_is_locked(self, review: Review, desks: Desks) -> None:
        case = desks.concern(desks.school.ta, desks.school.teacher)
        driver = review(desks.school.dsl)
        begin(driver)
        answer_limbs(driver)
        driver.side.navigation.lock_asked.emit()
        driver.settle()
        assert [name for name, _ in driver.do(driver.session.drafts.names)] == [f"case {case} decision"]

    def test_is_not_made_of_nothing(self, review: Review, desks: Desks) -> None:
        desks.concern(desks.school.ta, desks.school.teacher)
        driver = review(desks.school.dsl)
        begin(driver)
        driver.press(driver.focus, Key.Key_Escape)
        assert driver.do(driver.session.drafts.names) == []


class TestBeingLate:
    def test_asks_what_held_it_up(self, review: Review, desks: Desks) -> None:
        case = desks.concern(desks.school.ta, desks.school.teacher)
        desks.hands.forward(hours=26)
        driver = review(desks.school.dsl)
        panel = begin(driver)
        assert banners(panel).startswith("This is overdue. You can say what held it up.")
        click(panel, "Say what held this up")
        driver.settle()
        driver.press(driver.focus, text="I was off ill.")
        go_on(driver)
        assert [entry.text("reason") for entry in driver.entries(case, "late_reason")] == ["I was off ill."]
        assert banners(decision(driver)) == ""


def test_whoever_set_the_level_alone_cannot_lower_it(review: Review, desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    values = {**LOW_LEVEL, "outcome": "T7", "more_needed": "Who.", "more_by": "2026-03-16"}
    desks.act(school.dsl, case, "triage", values)
    desks.leave(school.dsl)
    driver = review(school.dsl)
    driver.side.inbox.open_record(case)
    driver.settle()
    click(driver.side.record, "Prepare it again")
    driver.settle()
    panel = decision(driver)
    answer_limbs(driver)
    go_on(driver)
    panel.form.filling.typed.update({"outcome": "T6"})
    panel._continue()
    driver.settle()
    assert banners(panel) == "Helen Marsh needs to agree before this is lowered."


def test_what_the_disk_refuses_leaves_the_words_where_they_are(
    review: Review, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    panel = begin(driver)
    answer_limbs(driver)
    go_on(driver)
    driver.press(driver.focus, text="l")
    go_on(driver)

    def full(*_arguments: object, **_more: object) -> None:
        raise KnownError(Fault.DISK_FULL)

    monkeypatch.setattr(driver.session, "write", full)
    driver.press(driver.focus, text=RATIONALE)
    go_on(driver)
    assert "room" in banners(panel) or "disk" in banners(panel)
    assert panel.form.filling.kept["rationale"] == RATIONALE
    assert not panel._go_on.is_busy


def test_opening_it_elsewhere_first_is_no_matter(review: Review, desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync(desks.school.head)
    open_case(desks.of(desks.school.head), case)
    driver = review(desks.school.dsl)
    begin(driver)
    record_low_level(driver)
    assert len(driver.entries(case, "triage")) == 1
