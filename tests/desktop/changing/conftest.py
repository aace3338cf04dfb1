# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The small school with several people signed in on its one computer, who change who is who."""

from collections.abc import Iterator

import pytest

from desktop.services import Candour
from desktop.session import Session
from tests.desktop.desks import Desks, KeyRing
from tests.school import Hands, Member, SmallSchool


class Office:
    """People's sessions by member; `sync` has somebody look at the exchange."""

    def __init__(self, desks: Desks) -> None:
        self.desks = desks
        self.school = desks.school

    def of(self, member: Member) -> Session:
        """Somebody's session, which has seen what is in the exchange."""
        session = self.desks.of(member)
        session.sync()
        return session


@pytest.fixture(scope="session")
def key_ring(founded_school: SmallSchool) -> KeyRing:
    """What opens the vaults of every copy of the small school."""
    return KeyRing(founded_school)


@pytest.fixture
def office(small_school: SmallSchool, small_candour: Candour, hands: Hands, key_ring: KeyRing) -> Iterator[Office]:
    """Everybody's desk."""
    desks = Desks(small_school, small_candour, hands, key_ring)
    yield Office(desks)
    desks.close()
