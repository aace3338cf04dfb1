# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The small school with a record whose time is over, made once for each module and copied for each test."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desktop.desks import Desks, KeyRing
from tests.desktop.retention.records import decided, gone
from tests.school import Hands, SmallSchool


@dataclass(frozen=True, slots=True)
class Over:
    """A copy of the school, everybody's sessions in it, and the record about the teacher, who has left."""

    desks: Desks
    case: str


@dataclass(frozen=True, slots=True)
class Made:
    """The school, and the record."""

    school: SmallSchool
    case: str


@pytest.fixture(scope="package")
def made(founded_school: SmallSchool, key_ring: KeyRing, tmp_path_factory: pytest.TempPathFactory) -> Made:
    school = founded_school.copied_to(tmp_path_factory.mktemp("over") / "home")
    hands = Hands()
    with contextlib.closing(Desks(school, school.open(hands), hands, key_ring)) as desks:
        case = decided(desks)
        gone(desks, school.teacher)
    return Made(school, case)


@pytest.fixture
def over(made: Made, key_ring: KeyRing, hands: Hands, tmp_path: Path) -> Iterator[Over]:
    """A school with a record whose time is over."""
    school = made.school.copied_to(tmp_path / "home")
    with contextlib.closing(Desks(school, school.open(hands), hands, key_ring)) as desks:
        yield Over(desks, made.case)
