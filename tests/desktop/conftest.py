# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The small school at work."""

from collections.abc import Iterator

import pytest

from desktop.services import Candour
from tests.desktop.desks import Desks, KeyRing
from tests.school import Hands, SmallSchool


@pytest.fixture(autouse=True)
def _quick(stretched_once: None) -> None:
    """These tests are about what comes after a passphrase."""


@pytest.fixture(scope="session")
def key_ring(founded_school: SmallSchool) -> KeyRing:
    """What opens the vaults of every copy of the small school."""
    return KeyRing(founded_school)


@pytest.fixture
def desks(small_school: SmallSchool, small_candour: Candour, hands: Hands, key_ring: KeyRing) -> Iterator[Desks]:
    """Everybody's sessions in a copy of the small school."""
    desks = Desks(small_school, small_candour, hands, key_ring)
    yield desks
    desks.close()
