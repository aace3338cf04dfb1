# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A disk that is full, or fails, is told; and what was told to be saved, or not to be, stays so (security.md 4.3).

Errors are put into every system call that writes, once and from then on. Real disks are filled up in test_no_room.py.
"""

import pytest

from tests.faults.driving import Point, failing_at
from tests.faults.ground import ERRANDS, Errand, errand_named, unclear
from tests.faults.tally import Tally
from tests.faults.workshop import Workshop
from tests.sampling import some

FAULTS = (("ENOSPC", True), ("EIO", False), ("EDQUOT", False), ("EIO", True))
"""An error, and whether it stays."""

SENT_ALL_THE_SAME = "doubled: 1 there of 0 at most"
_READING = ("openat", "close")


def writing(points: list[Point]) -> list[Point]:
    """The system calls by which something is written."""
    return [point for point in points if point.call not in _READING or "O_CREAT" in point.line]


def in_journal(point: Point) -> bool:
    """Whether it flushes SQLite's journal. When the last such flush of a commit fails, the commit is done all the same.

    If everything then goes on failing, it can neither be made to last nor be undone: what was told not to be saved may
    be sent once the disk works again (docs/reliability.md).
    """
    return point.call == "fsync" and "-journal" in point.line


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("errand", some(((str(errand), errand) for errand in ERRANDS), 3))
def test_an_error_of_the_disk_loses_nothing_and_is_told(workshop: Workshop, tally: Tally, errand: Errand) -> None:
    every = [(point, *fault) for point in writing(workshop.points(errand)) for fault in FAULTS]
    for point, error, stays in workshop.some(every, 4, offset=ERRANDS.index(errand)):
        if stays and point.call == "openat":
            continue  # this process could not read its own program either
        told, found = workshop.after(errand, failing_at(point, error, ever_after=stays))
        if stays and in_journal(point) and found == [SENT_ALL_THE_SAME]:
            tally.counted["undecided"] += 1
            found = []
        tally.add((point, error, stays), [*found, *unclear(errand, told)], told)
    tally.settle()


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("name", ["a member files", "a reader acts"])
def test_a_commit_that_fails_at_its_last_step_is_told_as_it_ended(workshop: Workshop, tally: Tally, name: str) -> None:
    errand = errand_named(name)
    flushes = [point for point in workshop.points(errand) if in_journal(point)]
    for point in flushes[-3:]:
        told, found = workshop.after(errand, failing_at(point, "EIO", ever_after=False))
        tally.add(point, found, told)
    tally.settle()


@pytest.mark.usefixtures("strace")
def test_a_build_that_hopes_for_the_best_is_noticed(workshop: Workshop) -> None:
    errand = errand_named("a walk-up files with the exchange away")
    found = (
        workshop.after(errand, failing_at(point, "ENOSPC", ever_after=True), "hopes_for_the_best")[1]
        for point in writing(workshop.points(errand, "hopes_for_the_best"))
    )
    assert any(each.startswith("lost") for wrong in found for each in wrong)
