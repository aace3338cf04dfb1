# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings: cover and absence, deadlines, contacts."""

from datetime import date

from tests.school import NOW, SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from ui.settings.contacts_page import ContactsPage
from ui.settings.deadlines_page import DeadlinesPage
from ui.settings.setting_rows import LineRow, LinesRow
from ui.tour.hands import Key
from ui.widgets.line_input import LineInput
from ui.widgets.text_area import TextArea

TODAY = NOW.date()


class TestCoverAndAbsence:
    def test_one_marks_oneself_away_at_once(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.dsl, "away")
        assert stage.hands.sees("Nobody is away")
        stage.choose("Save")
        assert stage.hands.sees("Priya Nair is away from 12 March 2026.")
        stage.confirm(small_school.dsl)
        assert stage.candour.school.absence(small_school.dsl.person_id, TODAY) is not None
        assert stage.hands.sees("Saved")

    def test_and_back(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.dsl, "away")
        stage.choose("Save")
        stage.confirm(small_school.dsl)
        stage.choose("Mark Priya Nair back")
        stage.confirm(small_school.dsl)
        assert stage.candour.school.absences == ()

    def test_a_deputy_covers_at_once(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.dsl, "away")
        stage.fill("Who covers", "Rhiannon")
        stage.hands.press(Key.Key_Down, Key.Key_Return)
        stage.choose("Save")
        stage.confirm(small_school.dsl)
        (absence,) = stage.candour.school.absences
        assert absence.cover == small_school.deputy.person_id

    def test_a_day_that_is_none_is_said(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.dsl, "away")
        stage.fill("Until (included)", "soon")
        stage.choose("Save")
        assert stage.hands.sees("Write a day, such as 1 September 2026, or leave it empty.")
        assert stage.candour.school.absences == ()


class TestDeadlines:
    def line(self, stage: Stage, key: str) -> LineInput:
        row = self.page(stage).rows[key]
        assert isinstance(row, LineRow)
        return row.line

    def text(self, stage: Stage, key: str) -> TextArea:
        row = self.page(stage).rows[key]
        assert isinstance(row, LinesRow)
        return row.text

    def page(self, stage: Stage) -> DeadlinesPage:
        page = stage.side.page
        assert isinstance(page, DeadlinesPage)
        return page

    def test_another_number_of_hours_is_proposed(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.head, "deadlines")
        self.line(stage, "decision_hours").set_value("12")
        stage.choose("Propose")
        stage.confirm(small_school.head)
        assert stage.hands.sees("Martin Oyelaran")
        assert stage.candour.school.settings.decision_hours == 24

    def test_the_local_authoritys_own_limit_is_a_number_of_hours_or_none(
        self, settings: Opened, small_school: SmallSchool
    ) -> None:
        stage = settings(small_school.head, "deadlines")
        row = self.page(stage).rows["lado_hours"]
        assert (self.line(stage, "lado_hours").text(), row.read(stage.candour.school.settings, TODAY)) == ("", None)
        self.line(stage, "lado_hours").set_value("4")
        assert row.read(stage.candour.school.settings, TODAY) == 4

    def test_what_is_no_number_or_day_is_said(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.head, "deadlines")
        self.line(stage, "decision_hours").set_value("soon")
        self.text(stage, "closure_days").set_value("26 October 2026\nhalf-term")
        stage.choose("Propose")
        assert stage.hands.sees("Write a whole number.")
        assert stage.hands.sees("“half-term” is not a day. Write each as 26 October 2026.")

    def test_terms_are_proposed_a_sentence_each(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.head, "deadlines")
        self.text(stage, "terms").set_value("1/4/2026 – 22/5/2026\n5 January 2026 to 27 March 2026")
        stage.choose("Propose")
        assert stage.hands.sees("A term runs from 5 January 2026 to 27 March 2026.")
        assert stage.hands.sees("A term runs from 1 April 2026 to 22 May 2026.")

    def test_a_line_that_is_no_term_is_said(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.head, "deadlines")
        self.text(stage, "terms").set_value("April to May")
        stage.choose("Propose")
        assert stage.hands.sees("“April to May” is not a term. Write each as 2 September 2026 to 18 December 2026.")

    def test_terms_that_share_a_day_are_refused(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.head, "deadlines")
        self.text(stage, "terms").set_value("1/4/2026 to 22/5/2026\n22/5/2026 to 20/7/2026")
        stage.choose("Propose")
        stage.confirm(small_school.head)
        assert stage.hands.sees("A term ends before it begins, or two terms share a day.")

    def test_nothing_new_is_said(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.head, "deadlines")
        stage.choose("Propose")
        assert stage.hands.sees("Nothing is different from what holds now.")

    def test_what_was_typed_stays_when_somebody_looks_elsewhere(
        self, settings: Opened, small_school: SmallSchool
    ) -> None:
        stage = settings(small_school.head, "deadlines")
        self.line(stage, "decision_hours").set_value("12")
        stage.go("contacts")
        stage.go("deadlines")
        assert self.line(stage, "decision_hours").text() == "12"

    def test_the_deputy_has_no_such_page(self, settings: Opened, small_school: SmallSchool) -> None:
        assert "deadlines" not in settings(small_school.deputy, "roles").side._entries


class TestContacts:
    def test_one_of_the_same_purpose_is_replaced_and_dated(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.head, "contacts")
        page = stage.side.page
        assert isinstance(page, ContactsPage)
        stage.fill("What for", "Local authority designated officer")
        stage.fill("Name", "Northmere LADO")
        stage.choose("Propose")
        stage.confirm(small_school.head)
        stage.go("roles")
        stage.choose("Martin Oyelaran signs here")
        stage.fill("Passphrase", small_school.chair.passphrase)
        stage.choose("Confirm")
        contacts = stage.candour.school.settings.contacts
        assert contacts[0].name == "Northmere LADO"
        assert contacts[0].verified_on == date(2026, 3, 12)
        assert len(contacts) == 3

    def test_one_that_is_opened_stands_in_the_fields(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.head, "contacts")
        page = stage.side.page
        assert isinstance(page, ContactsPage)
        stage.hands.reach("Contacts outside the school")
        stage.hands.press(Key.Key_Down, Key.Key_Return)
        assert page._lines["phone"].text() == small_school.open().school.settings.contacts[1].phone

    def test_what_nobody_has_checked_is_flagged_and_can_be_checked_today(
        self, settings: Opened, small_school: SmallSchool
    ) -> None:
        stage = settings(small_school.head, "contacts")
        assert stage.hands.sees("Nobody has checked 3 contacts for a year.")
        stage.fill("What for", "Local authority designated officer")
        stage.choose("I have checked it today")
        stage.confirm(small_school.head)
        assert stage.hands.sees("asked to sign") or stage.hands.sees("sign")

    def test_one_that_is_not_there_is_not_removed(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.head, "contacts")
        stage.choose("Propose to remove it")
        assert stage.hands.sees("There is no contact for this purpose and site.")

    def test_what_is_missing_is_said(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.head, "contacts")
        stage.choose("Propose")
        assert stage.hands.sees("This is needed.")
