# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a window reads when it starts, and what a locked one leaves behind."""

from pathlib import Path

import pytest

from desktop.services import Candour, open_candour
from desktop.starting import Start, close_locked, forget_lock, look_at, read_start
from storage.errors import KnownError
from tests.school import SmallSchool


@pytest.fixture
def lock(small_school: SmallSchool) -> Path:
    """Where it is noted whose screen is locked."""
    return small_school.home / "locked"


def test_a_computer_of_no_school_starts_with_nothing(tmp_path: Path) -> None:
    assert read_start(open_candour(tmp_path)) == Start(None, None)


def test_a_school_is_read_with_nobody_locked(small_candour: Candour) -> None:
    assert read_start(small_candour) == Start(small_candour.school, None)


def test_a_damaged_directory_is_said(small_school: SmallSchool) -> None:
    for statement in (small_school.home / "directory").iterdir():
        statement.write_bytes(b"x")
    with pytest.raises(KnownError, match="directory_refused"):
        read_start(small_school.open())


def test_locking_closes_the_vault_and_notes_an_id_and_nothing_else(
    small_school: SmallSchool, small_candour: Candour, lock: Path
) -> None:
    session = small_school.sign_in(small_candour, small_school.ta)
    close_locked(small_candour, session)
    assert lock.read_text() == small_school.ta.person_id
    with pytest.raises(Exception, match="closed"):
        session.drafts.names()


def test_the_next_start_is_locked_by_them(small_school: SmallSchool, small_candour: Candour) -> None:
    close_locked(small_candour, small_school.sign_in(small_candour, small_school.ta))
    assert read_start(small_school.open()).locked_by == small_school.ta.person_id


def test_a_lock_that_is_forgotten_is_gone(small_school: SmallSchool, small_candour: Candour, lock: Path) -> None:
    close_locked(small_candour, small_school.sign_in(small_candour, small_school.ta))
    forget_lock(small_candour)
    assert read_start(small_candour).locked_by is None
    assert not lock.exists()


def test_there_may_be_nothing_to_forget(small_candour: Candour) -> None:
    forget_lock(small_candour)


@pytest.mark.parametrize("written", ["", "ff" * 16, "Beth Carver"])
def test_a_lock_of_nobody_who_is_listed_is_none(small_candour: Candour, lock: Path, written: str) -> None:
    lock.write_text(written)
    assert read_start(small_candour).locked_by is None


@pytest.mark.parametrize(("who", "is_reviewer"), [("ta", False), ("dsl", True), ("chair", True)])
def test_who_signs_in_is_a_reviewer_or_not(
    small_school: SmallSchool, small_candour: Candour, who: str, *, is_reviewer: bool
) -> None:
    session = small_school.sign_in(small_candour, getattr(small_school, who))
    try:
        assert look_at(small_candour, session).is_reviewer is is_reviewer
    finally:
        session.close()
