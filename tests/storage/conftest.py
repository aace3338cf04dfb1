# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The school's vaults and its exchange, made anew for each test that asks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from storage.exchange import FolderExchange
from tests.storage.school import Desk, Shelf, make_shelf, opened_exchange

Seat = Callable[[str], Desk]

# Cores are shared: that an example took long once says nothing about the code.
settings.register_profile("storage", deadline=None)
settings.load_profile("storage")


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """One real vault, whose passphrase has been paid for."""
    return make_shelf(tmp_path_factory.mktemp("shelf") / "vault")


@pytest.fixture
def seat(shelf: Shelf, tmp_path: Path) -> Iterator[Seat]:
    """Seat a person at their machine, with a vault of their own that holds nothing yet."""
    desks: list[Desk] = []

    def sit(name: str) -> Desk:
        desks.append(Desk(name, shelf.take(name, tmp_path / f"vault {len(desks)} of {name}")))
        return desks[-1]

    yield sit
    for desk in desks:
        desk.vault.close()


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """The folder of the exchange."""
    return tmp_path / "share"


@pytest.fixture
def exchange(share: Path) -> FolderExchange:
    """The exchange in that folder."""
    return opened_exchange(share)
