# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the system is asked to show when something new arrives, in whose sight, and how often."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.idle_limits import IdleLimits, KeptLimits, Notice
from desktop.session import Session
from tests.desktop.desks import concern
from tests.school import Hands, Member
from tests.ui.shell.conftest import House
from ui.review.side import ReviewSide

WORDS = "Something new in Candour"
ALERT = "the task bar"

pytestmark = pytest.mark.usefixtures("stretched_once")


class Desk:
    """The safeguarding lead's window, what the system was asked to show for it, and a colleague elsewhere."""

    def __init__(self, house: House, notice: Notice = Notice.WORDS) -> None:
        KeptLimits(house.school.home).choose(IdleLimits(notice=notice))
        self.house = house
        self.told: list[str] = []
        window = house.open()
        house.sign_in(house.school.dsl)
        house.sees("Inbox")
        window.notice.words_due.connect(self.told.append)
        window.notice.alert_due.connect(lambda: self.told.append(ALERT))
        self._elsewhere = QWidget()
        house.qtbot.addWidget(self._elsewhere)
        (self.side,) = window.findChildren(ReviewSide)
        self._colleague: Session = house.school.sign_in(house.school.open(Hands()), house.school.ta)

    def leave(self) -> None:
        """Work in another program."""
        self._elsewhere.show()
        self._elsewhere.activateWindow()
        self.house.until(self._elsewhere.isActiveWindow)

    def come_back(self) -> None:
        """Have Candour in front again."""
        self.house.window.activateWindow()
        self.house.until(self.house.window.isActiveWindow)

    def hears_of(self, about: Member) -> list[str]:
        """What has been shown once a colleague has written about somebody, and the window has looked by itself."""
        self._colleague.file("concern", {**concern(), "about": about.person_id})
        self._colleague.sync()
        self.side.arriving.check()
        self.house.settle()
        return self.told


def test_something_new_is_told_in_these_words_and_no_others(house: House) -> None:
    desk = Desk(house)
    desk.leave()
    assert desk.hears_of(house.school.teacher) == [ALERT, WORDS]


def test_it_is_told_once_until_somebody_looks(house: House) -> None:
    desk = Desk(house)
    desk.leave()
    desk.hears_of(house.school.teacher)
    assert desk.hears_of(house.school.teacher) == [ALERT, WORDS]
    desk.come_back()
    desk.leave()
    assert desk.hears_of(house.school.teacher) == [ALERT, WORDS] * 2


def test_whoever_it_is_about_is_told_nothing(house: House) -> None:
    desk = Desk(house)
    desk.leave()
    assert desk.hears_of(house.school.dsl) == []


def test_nothing_is_told_while_the_window_is_in_front(house: House) -> None:
    assert Desk(house).hears_of(house.school.teacher) == []


@pytest.mark.parametrize(("notice", "shown"), [(Notice.TASK_BAR, [ALERT]), (Notice.NONE, [])])
def test_what_was_chosen_is_done(house: House, notice: Notice, shown: list[str]) -> None:
    desk = Desk(house, notice)
    desk.leave()
    assert desk.hears_of(house.school.teacher) == shown


def test_nobody_is_told_before_anybody_has_signed_in(house: House) -> None:
    window = house.open()
    told: list[str] = []
    window.notice.words_due.connect(told.append)
    elsewhere = QWidget()
    house.qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    house.until(elsewhere.isActiveWindow)
    window.notice.tell()
    assert told == []
