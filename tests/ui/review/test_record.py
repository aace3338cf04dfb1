# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole record: its story, notes, acts, corrections, copies."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget
from pytestqt.modeltest import ModelTester

from tests.desktop.desks import LOW_LEVEL, Desks, content, forge
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.review.act_panel import ActPanel
from ui.review.desk_page import Place
from ui.review.entry_panel import EntryPanel
from ui.review.export_panel import ExportPanel
from ui.review.inbox_list import Act
from ui.review.more_menu import Doing
from ui.widgets.plain_view import PlainView
from ui.widgets.timeline_item import ITEM_ROLE, TimelineItem
from ui.wording.checked_text import CheckedText

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case(desks: Desks) -> str:
    return desks.concern(desks.school.ta, desks.school.teacher)


def opened(driver: Driver, case: str) -> Driver:
    driver.side.inbox.open_record(case)
    driver.settle()
    return driver


def items(driver: Driver) -> list[TimelineItem]:
    model = driver.side.record.timeline.model()
    return [model.index(number, 0).data(ITEM_ROLE) for number in range(model.rowCount())]


def item(driver: Driver, title: str) -> TimelineItem:
    return next(each for each in items(driver) if each.title.startswith(title))


def click(panel: QWidget, text: str) -> None:
    next(each for each in panel.findChildren(QAbstractButton) if each.isVisible() and each.text() == text).click()


def act_panel(driver: Driver) -> ActPanel:
    panel = driver.side.record.panels.current
    assert isinstance(panel, ActPanel)
    return panel


def entry_panel(driver: Driver, title: str) -> EntryPanel:
    driver.side.record.timeline.opened.emit(item(driver, title).id)
    driver.settle()
    panel = driver.side.record.panels.current
    assert isinstance(panel, EntryPanel)
    return panel


def go_on(driver: Driver) -> None:
    QTest.keyClick(driver.focus, Key.Key_Return, CTRL)
    driver.settle()


class TestTheStory:
    def test_says_what_happened_and_who_looked(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        assert [(each.title, each.when, each.is_minor) for each in items(driver)] == [
            ("Beth Carver reported a concern", "Thu 12 Mar, 15:12", False),
            ("Priya Nair opened it", "15:12", True),
        ]

    def test_puts_what_happened_before_where_it_happened(self, review: Review, desks: Desks) -> None:
        when = {"certainty": "day", "date": "2026-03-10"}
        told = {"when": when, "time": {"band": "after_school"}, "where": {"words": "Side gate"}}
        case = desks.concern(desks.school.ta, desks.school.teacher, **told)
        first = items(opened(review(desks.school.dsl), case))[0]
        assert (first.title, first.when) == ("When it happened", "Tue 10 March, after school")
        assert first.body == "Side gate. Recorded two days later."

    def test_is_sound_for_every_view(self, review: Review, desks: Desks, case: str, qtmodeltester: ModelTester) -> None:
        qtmodeltester.check(opened(review(desks.school.dsl), case).side.record.timeline.model())

    def test_is_spoken_in_full(self, review: Review, desks: Desks, case: str) -> None:
        told = items(opened(review(desks.school.dsl), case))[0]
        assert told.spoken.startswith("Thursday 12 March, 15:12, Beth Carver reported a concern. He shouted")

    def test_opens_an_entry_in_full(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.side.record.timeline, Key.Key_Home, Key.Key_Return)
        panel = driver.side.record.panels.current
        assert isinstance(panel, EntryPanel)
        words = [view.toPlainText() for view in panel.findChildren(PlainView)]
        assert "He shouted at a child in the hall. Twice." in words
        assert "Its signature was checked just now. It is as it was written." in driver.words
        driver.press(driver.focus, Key.Key_Escape)
        assert driver.focus is driver.side.record.timeline

    def test_shows_apart_what_has_no_say(self, review: Review, desks: Desks, case: str) -> None:
        school = desks.school
        forged = content(desks, "decision", {"outcome": "T6", "rationale": "x"}, case=case, parents=(case,))
        forge(desks, school.ta, (school.dsl,), forged)
        driver = opened(review(school.dsl), case)
        titles = [each.title for each in items(driver)]
        assert titles[-2:] == ["From people who have no say in this record", "Beth Carver recorded the decision"]
        panel = entry_panel(driver, "Beth Carver recorded the decision")
        assert "Its author has no say in this record. It changes nothing here." in driver.words
        assert panel.bar is None

    def test_names_what_is_odd_in_words(self, review: Review, desks: Desks, case: str) -> None:
        school = desks.school
        desks.sync(school.head)
        desks.hands.forward(hours=2)
        desks.act(school.head, case, "note", {"text": "From a fast clock."})
        desks.hands.forward(hours=-2)
        driver = opened(review(school.dsl), case)
        odd = item(driver, "Note by Helen Marsh")
        assert odd.tag is not None
        assert odd.tag.words == "Something odd"
        entry_panel(driver, "Note by Helen Marsh")
        assert "The computer it came from had its clock ahead." in driver.words

    def test_begins_at_what_is_new(self, review: Review, desks: Desks, case: str) -> None:
        school = desks.school
        driver = opened(review(school.dsl), case)
        desks.sync(school.head)
        desks.hands.forward(minutes=5)
        desks.act(school.head, case, "note", {"text": "Ring me."})
        desks.hands.forward(minutes=5)
        driver.side.go(Place.INBOX)
        driver.side.refresh()
        driver.settle()
        opened(driver, case)
        current = driver.side.record.timeline.currentIndex().data(ITEM_ROLE)
        assert (current.title, current.tag.words) == ("Note by Helen Marsh", "New")


class TestANote:
    def test_is_written_in_a_line_and_saved(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.focus, Key.Key_N)
        driver.press(driver.focus, text="Rang her mum.")
        go_on(driver)
        assert [entry.text("text") for entry in driver.entries(case, "note")] == ["Rang her mum."]
        timeline = driver.side.record.timeline
        assert items(driver)[timeline.currentIndex().row()].title == "Note by Priya Nair"
        assert item(driver, "Note by Priya Nair").body == "Rang her mum."
        assert driver.side.record.composer.text.value() == ""

    def test_says_that_it_can_only_be_added_to(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.focus, Key.Key_N)
        driver.press(driver.focus, text="x")
        go_on(driver)
        assert "Recorded. It can’t be changed, but you can add to it." in driver.words

    def test_is_looked_through_for_words_to_think_about(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.focus, Key.Key_N)
        driver.press(driver.focus, text="She was attention seeking.")
        for checked in driver.side.record.composer.findChildren(CheckedText):
            checked.look()
        driver.settle()
        assert "Instead of “attention seeking” you could say:" in driver.words

    def test_of_nothing_is_not_saved(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.focus, Key.Key_N)
        go_on(driver)
        assert driver.entries(case, "note") == []

    def test_of_a_conversation_asks_with_whom(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.focus, Key.Key_N)
        driver.press(driver.focus, text="Ten minutes.")
        click(driver.side.record.composer, "A conversation")
        driver.settle()
        kept = act_panel(driver).form.filling.kept
        assert (kept["note_kind"], kept["text"]) == ("conversation", "Ten minutes.")
        go_on(driver)
        assert "Say who the conversation was with" in driver.words
        act_panel(driver).form.filling.typed["spoke_to"] = "reporter"
        go_on(driver)
        assert [entry.text("spoke_to") for entry in driver.entries(case, "note")] == ["reporter"]
        assert driver.do(driver.session.drafts.names) == []

    def test_half_written_comes_back(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.focus, Key.Key_N)
        driver.press(driver.focus, text="Half a")
        driver.press(driver.focus, Key.Key_Escape)
        driver.side.record.composer._case_id = ""
        opened(driver, case)
        assert driver.side.record.composer.text.value() == "Half a"

    def test_half_written_stays_with_its_own_record(self, review: Review, desks: Desks, case: str) -> None:
        other = desks.concern(desks.school.ta, desks.school.supply)
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.focus, Key.Key_N)
        driver.press(driver.focus, text="About Tom.")
        driver.press(driver.focus, Key.Key_Escape)
        opened(driver, other)
        assert driver.side.record.composer.text.value() == ""
        opened(driver, case)
        assert driver.side.record.composer.text.value() == "About Tom."

    def test_with_the_person_concerned_waits_for_the_lado(self, review: Review, desks: Desks, case: str) -> None:
        values = {**LOW_LEVEL, "limb_risk": "yes", "limb_risk_why": "x", "outcome": "T1"}
        desks.act(desks.school.dsl, case, "triage", {**values, "lado_contact": desks.school.head.person_id})
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.focus, Key.Key_N)
        driver.press(driver.focus, text="Asked him.")
        click(driver.side.record.composer, "A conversation")
        driver.settle()
        act_panel(driver).form.filling.typed["spoke_to"] = "person_concerned"
        go_on(driver)
        assert "Nobody is spoken to about this until the LADO has been asked." in act_panel(driver)._refusal._text.words


class TestACorrection:
    def test_stands_beside_what_it_corrects(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.focus, Key.Key_N)
        driver.press(driver.focus, text="On Tuesday.")
        go_on(driver)
        click(entry_panel(driver, "Note by Priya Nair"), "Add a correction")
        driver.settle()
        assert "The first version stays, and both are shown." in driver.words
        driver.press(driver.focus, text="On Wednesday.")
        go_on(driver)
        note, correction = item(driver, "Note by Priya Nair"), item(driver, "Priya Nair added a correction")
        assert (note.body, correction.body) == ("Corrected at 15:12. Show the first version", "On Wednesday.")
        entry_panel(driver, "Note by Priya Nair")
        views = [view.toPlainText() for view in driver.side.record.findChildren(PlainView) if view.isVisible()]
        assert views.index("On Wednesday.") < views.index("On Tuesday.")
        assert "The first version" in driver.words

    def test_is_not_offered_for_what_somebody_else_wrote(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        assert entry_panel(driver, "Beth Carver reported").bar is None


class TestActs:
    def test_an_action_names_who_and_by_when(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.focus, Key.Key_A)
        values = {"what": "ring the LADO", "owner": desks.school.dsl.person_id, "due": "2026-03-13"}
        act_panel(driver).form.filling.typed.update(values)
        go_on(driver)
        action = item(driver, "Action: ring the LADO")
        assert action.tag is not None
        assert (action.body, action.tag.words) == ("Priya Nair, by 13 Mar 2026", "Due tomorrow")

    def test_what_is_missing_is_said_at_its_field(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.focus, Key.Key_A)
        go_on(driver)
        assert "Say what is to be done" in driver.words
        assert driver.entries(case, "action") == []

    def test_an_action_is_done_from_the_list(self, review: Review, desks: Desks, case: str) -> None:
        school = desks.school
        desks.act(school.dsl, case, "triage", LOW_LEVEL)
        desks.sync(school.head)
        desks.act(school.head, case, "decision", LOW_LEVEL)
        what = {"what": "ring the LADO", "owner": school.dsl.person_id, "due": "2026-03-13"}
        desks.act(school.head, case, "action", what)
        driver = opened(review(school.dsl), case)
        click(driver.side.record, "Say what became of it")
        driver.settle()
        assert "About: ring the LADO" in driver.words
        act_panel(driver).form.filling.typed.update({"state": "done", "what_happened": "Rang."})
        go_on(driver)
        assert "ring the LADO" not in driver.words
        assert item(driver, "Priya Nair updated an action").tag is not None

    def test_a_question_goes_to_whoever_sent_it(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.focus, Key.Key_Q)
        driver.press(driver.focus, text="Who else was there?")
        go_on(driver)
        desks.sync(desks.school.ta)
        kinds = [entry.kind for entry in desks.case(desks.school.ta, case).entries]
        assert "question" in kinds

    def test_sharing_lets_another_reader_in(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.side.record.do(Doing.SHARE)
        driver.settle()
        who = [{"person": desks.school.deputy.person_id}]
        act_panel(driver).form.filling.typed.update({"with": who, "reason": "She knows him."})
        go_on(driver)
        assert desks.case(desks.school.deputy, case).reads(desks.school.deputy.person_id)
        assert "Rhiannon Pryce" in driver.words

    def test_sharing_with_the_person_concerned_is_refused(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.side.record.do(Doing.SHARE)
        driver.settle()
        who = [{"person": desks.school.teacher.person_id}]
        act_panel(driver).form.filling.typed.update({"with": who, "reason": "x"})
        go_on(driver)
        assert act_panel(driver)._refusal._text.words == "This can’t be shared with that person."

    def test_half_written_comes_back_when_it_is_begun_again(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        driver.press(driver.focus, Key.Key_Q)
        driver.press(driver.focus, text="Who else")
        driver.press(driver.focus, Key.Key_Escape)
        driver.side.record.begin_act(Act.QUESTION)
        driver.settle()
        assert act_panel(driver).form.filling.kept == {"text": "Who else"}


class TestACopy:
    def begin(self, driver: Driver) -> ExportPanel:
        driver.side.record.do(Doing.PDF)
        driver.settle()
        panel = driver.side.record.panels.current
        assert isinstance(panel, ExportPanel)
        return panel

    def test_says_what_for_and_for_whom_first(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        self.begin(driver)
        go_on(driver)
        assert "Say who it is for" in driver.words
        assert driver.side.findChildren(QFileDialog) == []

    def test_warns_of_the_reporters_name(self, review: Review, desks: Desks, case: str) -> None:
        driver = opened(review(desks.school.dsl), case)
        self.begin(driver)
        assert "This contains the name of the person who reported it." in driver.words

    def test_is_saved_under_a_code_and_noted(self, review: Review, desks: Desks, case: str, tmp_path: Path) -> None:
        driver = opened(review(desks.school.dsl), case)
        panel = self.begin(driver)
        panel.form.filling.typed.update({"recipient_kind": "lado", "recipient": "LADO", "purpose": "Strategy meeting"})
        go_on(driver)
        dialog = driver.side.findChildren(QFileDialog)[0]
        name = Path(dialog.selectedFiles()[0]).name
        reference = driver.do(lambda: driver.session.row(case)).reference
        assert name == f"CF-{reference}.pdf"
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.close()
        driver.settle()
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")
        assert [entry.text("recipient") for entry in driver.entries(case, "export")] == ["LADO"]
        assert any(each.title == "Priya Nair made a copy of this record" for each in items(driver))

    def test_that_cannot_be_written_says_why(self, review: Review, desks: Desks, case: str, tmp_path: Path) -> None:
        driver = opened(review(desks.school.dsl), case)
        panel = self.begin(driver)
        panel.form.filling.typed.update({"recipient_kind": "lado", "recipient": "LADO", "purpose": "x"})
        panel._save(str(tmp_path / "nowhere" / "file.pdf"))
        driver.settle()
        assert "can’t be written there" in panel._refusal._text.words
        assert driver.entries(case, "export") == []

    def test_its_folder_can_be_shown(self, review: Review, desks: Desks, case: str, tmp_path: Path) -> None:
        driver = opened(review(desks.school.dsl), case)
        panel = self.begin(driver)
        panel.form.filling.typed.update({"recipient_kind": "lado", "recipient": "LADO", "purpose": "x"})
        asked: list[str] = []
        driver.side.folder_asked.connect(asked.append)
        panel._save(str(tmp_path / "file.pdf"))
        driver.settle()
        click(driver.side._notices._toast, "Open the folder")
        assert asked == [str(tmp_path / "file.pdf")]


def test_a_reference_can_be_copied(review: Review, desks: Desks, case: str) -> None:
    driver = opened(review(desks.school.dsl), case)
    copied: list[str] = []
    driver.side.copy_asked.connect(copied.append)
    driver.side.record.do(Doing.COPY)
    assert copied == [driver.do(lambda: driver.session.row(case)).reference]


def test_the_head_names_who_can_open_it(review: Review, desks: Desks, case: str) -> None:
    driver = opened(review(desks.school.dsl), case)
    assert "Priya Nair and Helen Marsh" in driver.words
    assert driver.side.record.head._readers.accessibleName() == "Who can open this: Priya Nair and Helen Marsh"
