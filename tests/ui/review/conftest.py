# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The small school at work, and its reviewers' side over real vaults and a real exchange."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.services import Candour
from tests.desktop.desks import Desks, KeyRing
from tests.school import Hands, Member, SmallSchool
from tests.ui.review.driving import Driver
from ui.theme.source import ThemeSource

Review = Callable[..., Driver]


@pytest.fixture(scope="session")
def key_ring(founded_school: SmallSchool) -> KeyRing:
    """What opens the vaults of every copy of the small school."""
    return KeyRing(founded_school)


@pytest.fixture
def desks(small_school: SmallSchool, small_candour: Candour, hands: Hands, key_ring: KeyRing) -> Iterator[Desks]:
    """The others' sessions: what they write comes through the exchange."""
    desks = Desks(small_school, small_candour, hands, key_ring)
    yield desks
    desks.close()


@pytest.fixture
def review(qtbot: QtBot, theme: ThemeSource, small_school: SmallSchool, hands: Hands, desks: Desks) -> Iterator[Review]:
    """Opens the side of somebody of the small school and shows it; call it when what they are to find is sent."""
    drivers: list[Driver] = []

    def opened(member: Member, width: int = 1366, height: int = 688) -> Driver:
        if member.person_id in desks._open:
            desks.leave(member)
        candour = small_school.open(hands)
        driver = Driver(theme, candour, hands, lambda: desks.ring.open(candour, member))
        drivers.append(driver)
        side = driver.side
        qtbot.addWidget(side)
        side.resize(width, height)
        with qtbot.waitExposed(side):
            side.show()
        side.activateWindow()
        side.setFocus()
        driver.settle()
        return driver

    yield opened
    for driver in drivers:
        driver.close()
        assert driver.bugs == []
