# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody who reads on two computers loses a destroyed record on both, and no case comes back into sight by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cases.rows import Shelf
from desktop.founding import join_school
from desktop.services import open_candour
from desktop.session import Session
from desktop.soundness import check
from tests.desktop.desks import tables
from tests.desktop.retention.conftest import Over
from tests.desktop.retention.records import signed, waited
from tests.desktop.test_second_vault import Two


@pytest.fixture
def both(over: Over, tmp_path: Path) -> Iterator[tuple[Over, Session]]:
    """The school with the record whose time is over, and the head's second vault, which holds it too."""
    second = open_candour(tmp_path / "second", over.desks.hands)
    join_school(second, over.desks.school.exchange, over.desks.school.enrolment_code)
    two = Two(over.desks, second)
    session = two.add(over.desks.school.head)
    over.desks.sync()
    session.sync()
    yield over, session
    session.close()


def test_it_goes_from_both_computers(both: tuple[Over, Session]) -> None:
    over, second = both
    assert "xylophon" in repr(tables(second))
    signed(over.desks, over.case)
    second.sync()
    waited(over.desks)
    for _ in range(2):
        second.sync()
        over.desks.sync()
    first = over.desks.of(over.desks.school.head)
    for session in (first, second):
        assert "xylophon" not in repr(tables(session))
        assert check(session).troubles == ()
        assert session.row(over.case).shelf is Shelf.ELSEWHERE
