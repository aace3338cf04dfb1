# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is told over all pages: alarms, files set aside, what has not arrived, a folder out of reach."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget

from desktop.cases.acting import act
from desktop.cases.aside import Aside, AsideFile, NotArrived
from desktop.people import School
from desktop.synced import Alarm, Synced
from storage.errors import Fault
from storage.spool import Offered
from tests.desktop.desks import Desks
from tests.school import NOW
from tests.ui.conftest import Announcement
from tests.ui.review.conftest import Review
from tests.ui.review.rows import AT
from ui.review.desk_page import Place
from ui.review.news_banner import message_of
from ui.review.records import News
from ui.theme.tokens import Tone
from ui.widgets.data_table import DataTable

FILE = AsideFile(name="00" * 16, reason="altered", seen_at=AT)
GAP = NotArrived(author=None, count=2)


def news(
    *, reachable: bool = True, alarms: tuple[Alarm, ...] = (), aside: Aside | None = None, days: int | None = None
) -> News:
    synced = Synced(
        offered=Offered((), (), ()),
        alarms=alarms,
        days_unconfirmed=days,
        fault=None if reachable else Fault.EXCHANGE_UNREACHABLE,
    )
    school = School(school_id="", name="", version=1, version_hash="")
    return News(synced, school, aside or Aside())


def click(panel: QWidget, text: str) -> None:
    next(each for each in panel.findChildren(QAbstractButton) if each.isVisible() and each.text() == text).click()


class TestTheOneBanner:
    def test_is_not_there_when_all_is_well(self) -> None:
        assert message_of(news(), AT) is None

    def test_says_how_old_the_list_of_readers_is(self) -> None:
        message = message_of(news(days=19), AT)
        assert message is not None
        assert (message.tone, message.lead) == (Tone.WARN, "Reader list last confirmed 19 days ago.")

    def test_says_the_most_serious_first(self) -> None:
        aside = Aside(files=(FILE,), not_arrived=(GAP,))
        told = [
            message_of(news(reachable=False, alarms=(Alarm.OLDER_VAULT,), aside=aside), AT),
            message_of(news(reachable=False, aside=aside), AT),
            message_of(news(reachable=False, aside=Aside(not_arrived=(GAP,))), AT),
            message_of(news(reachable=False), AT),
        ]
        assert [message.tone for message in told if message] == [Tone.DANGER, Tone.WARN, Tone.WARN, Tone.INFO]
        assert [message.lead for message in told if message] == [
            "These are older records than you have had before.",
            "One file couldn’t be trusted.",
            "Something that was sent to you has not arrived.",
            "The shared folder can’t be reached.",
        ]

    @pytest.mark.parametrize("alarm", list(Alarm))
    def test_says_of_every_alarm_what_to_do(self, alarm: Alarm) -> None:
        message = message_of(news(alarms=(alarm,)), AT)
        assert message is not None
        assert message.text
        assert message.lead

    def test_says_that_the_folder_is_another_school_s(self) -> None:
        foreign = Synced(offered=Offered((), (), ()), fault=Fault.EXCHANGE_OTHER_SCHOOL)
        message = message_of(replace(news(), synced=foreign), AT)
        assert message is not None
        assert (message.tone, message.lead) == (Tone.WARN, "The shared folder belongs to another school.")

    def test_counts_several_files(self) -> None:
        message = message_of(news(aside=Aside(files=(FILE, FILE, FILE))), AT)
        assert message is not None
        assert (message.lead, message.link) == ("3 files couldn’t be trusted.", "What to do")

    def test_says_until_when_things_were_known(self) -> None:
        message = message_of(news(reachable=False), AT)
        never = message_of(news(reachable=False), None)
        assert message is not None
        assert never is not None
        assert message.text.startswith("This is what was here at 15:12.")
        assert never.text.startswith("This is what is on this computer.")


def test_an_older_list_of_people_is_an_alarm(review: Review, desks: Desks, announced: list[Announcement]) -> None:
    driver = review(desks.school.dsl)
    driver.do(lambda: driver.session.vault.set_meta("directory", b"99"))
    driver.side.refresh()
    driver.settle()
    lead = "The school’s list of people and keys is older than one you have seen."
    assert lead in driver.words
    assert [each.is_assertive for each in announced if lead in each.text] == [True]


@pytest.fixture
def strange(desks: Desks) -> Path:
    """A file in the shared folder that is none of ours."""
    desks.concern(desks.school.ta, desks.school.teacher)
    known = next((desks.school.exchange / "in").glob("*.cenv"))
    file = known.with_name("0" * len(known.stem) + known.suffix)
    file.write_bytes(b"not an envelope")
    os.utime(file, (NOW.timestamp() - 9_999, NOW.timestamp() - 9_999))
    return file


class TestSetAside:
    def test_is_told_counted_and_explained(self, review: Review, desks: Desks, strange: Path) -> None:
        driver = review(desks.school.dsl)
        assert "One file couldn’t be trusted. It’s been set aside and nothing was changed." in driver.words
        names = [button.accessibleName() for button in driver.side.navigation._nav._buttons]
        assert {"Inbox, 1 waiting", "Set aside, 1 waiting"} <= set(names)
        QTest.keyClick(driver.focus, Qt.Key.Key_F8)
        driver.press(driver.focus, Qt.Key.Key_Return)
        table = driver.side.aside.findChildren(DataTable)[0]
        cells = [str(table.model().index(0, column).data()) for column in range(3)]
        assert cells == ["Thu 12 Mar, 15:12", "0000000000000000…", "It isn’t a Candour file"]
        assert "Nothing of yours was changed, and you can carry on." in driver.words

    def test_stays_told_as_long_as_it_is_there(self, review: Review, desks: Desks, strange: Path) -> None:
        driver = review(desks.school.dsl)
        driver.side.go(Place.ASIDE)
        click(driver.side.aside, "Check again")
        driver.settle()
        assert driver.side.aside.isVisible()
        assert not driver.side.aside._again.is_busy

    def test_is_announced_once(
        self, review: Review, desks: Desks, strange: Path, announced: list[Announcement]
    ) -> None:
        driver = review(desks.school.dsl)
        driver.side.refresh()
        driver.settle()
        told = [each for each in announced if "couldn’t be trusted" in each.text]
        assert len(told) == 1

    def test_makes_a_list_for_it(self, review: Review, desks: Desks, strange: Path, tmp_path: Path) -> None:
        driver = review(desks.school.dsl)
        driver.side.go(Place.ASIDE)
        click(driver.side.aside, "Save a list for IT")
        dialog = driver.side.findChildren(QFileDialog)[0]
        dialog.fileSelected.emit(str(tmp_path / "list.txt"))
        dialog.close()
        driver.settle()
        assert "not_an_envelope" in (tmp_path / "list.txt").read_text()
        assert "Saved. The list holds no content." in driver.words

    def test_that_cannot_be_listed_says_why(self, review: Review, desks: Desks, strange: Path, tmp_path: Path) -> None:
        driver = review(desks.school.dsl)
        driver.side.go(Place.ASIDE)
        driver.side.aside._save_list(str(tmp_path / "nowhere" / "list.txt"))
        driver.settle()
        assert "The file can’t be written there." in driver.words

    def test_has_no_page_while_there_is_nothing(self, review: Review, desks: Desks) -> None:
        driver = review(desks.school.dsl)
        places = [button.item.id for button in driver.side.navigation._nav._buttons]
        assert {"inbox", "settings", "keys", "hide"} <= set(places)
        assert "aside" not in places


def test_what_was_lost_on_the_way_is_named_with_its_author(review: Review, desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.sync(school.head)
    before = set((school.exchange / "in").glob("*.cenv"))
    act(desks.of(school.head), case, "note", {"text": "Lost."})
    for lost in set((school.exchange / "in").glob("*.cenv")) - before:
        lost.unlink()
    for kept in (school.home / "spool").iterdir():
        kept.unlink()
    act(desks.of(school.head), case, "note", {"text": "Arrives."})
    desks.sync(school.dsl)
    desks.hands.forward(hours=1)
    driver = review(school.dsl)
    assert "Something that was sent to you has not arrived." in driver.words
    driver.side.go(Place.ASIDE)
    assert "One entry by Helen Marsh" in driver.words


def test_a_folder_out_of_reach_is_told_and_work_goes_on(review: Review, desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    desks.school.exchange.rename(desks.school.home / "gone")
    driver.side.refresh()
    driver.settle()
    assert "The shared folder can’t be reached. This is what was here at 15:12." in driver.words
    assert "Not checked" in driver.words
    driver.press(driver.rows, Qt.Key.Key_N)
    driver.press(driver.focus, text="Rang.")
    QTest.keyClick(driver.focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    driver.settle()
    assert len(driver.entries(case, "note")) == 1
    (desks.school.home / "gone").rename(desks.school.exchange)
    driver.side.refresh()
    driver.settle()
    assert "The shared folder can’t be reached." not in driver.words


def test_the_recovery_kit_is_a_matter_of_the_inbox_and_not_of_a_record(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    assert "You haven’t printed your recovery kit yet." in driver.words
    driver.press(driver.rows, Qt.Key.Key_D)
    driver.settle()
    assert "You haven’t printed your recovery kit yet." not in driver.words


def test_contacts_that_nobody_has_checked_lead_to_their_page() -> None:
    message = message_of(replace(news(), to_check=2), AT)
    assert message is not None
    assert (message.lead, message.page) == ("Nobody has checked 2 of the school’s contacts for a year.", "contacts")
