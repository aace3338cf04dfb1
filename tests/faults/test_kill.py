# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A kill at any system call of any deed, and at any moment, loses nothing that was told and doubles nothing.

The short form tries every eighth point, the long form all of them (security.md 4.1).
"""

from collections.abc import Callable

import pytest

from tests.faults.driving import killed_at
from tests.faults.ground import ERRANDS, Errand
from tests.faults.workshop import Workshop

BY_NAME = {errand.name: errand for errand in ERRANDS}
Record = Callable[[str, object], None]


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("errand", ERRANDS, ids=[errand.name for errand in ERRANDS])
def test_a_kill_at_a_system_call_loses_nothing(workshop: Workshop, errand: Errand, record_property: Record) -> None:
    wrong, tried, saved = [], 0, 0
    for point in workshop.some(workshop.points(errand), offset=ERRANDS.index(errand)):
        told, found = workshop.after(errand, killed_at(point))
        wrong += [(point, each) for each in found]
        tried += told.was_killed
        saved += bool(told.saved)
    record_property("killed", tried)
    record_property("of them after it was told", saved)
    assert wrong == []
    assert tried > 0


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize(
    ("broken", "name", "sign"),
    [
        ("commits_late", "a member files with the exchange away", "lost to ta"),
        ("commits_late", "a draft is kept", "lost"),
        ("commits_late", "a reader takes in", "signed for by"),
        ("sends_late", "a walk-up files", "lost to dsl"),
        ("writes_in_place", "a member files", "half a file"),
    ],
)
def test_a_build_that_keeps_too_late_or_in_halves_is_noticed(
    workshop: Workshop, broken: str, name: str, sign: str
) -> None:
    errand = BY_NAME[name]
    found = (workshop.after(errand, killed_at(point), broken)[1] for point in reversed(workshop.points(errand, broken)))
    assert any(each.startswith(sign) for wrong in found for each in wrong)
