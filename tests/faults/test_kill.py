# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A kill at any system call of any deed loses nothing that was told and doubles nothing.

The short form tries a few points of each deed, the long form all of them (security.md 4.1, I1-I3).
"""

import pytest

from tests.faults.driving import killed_at
from tests.faults.ground import ERRANDS, Errand, errand_named
from tests.faults.tally import Tally
from tests.faults.workshop import Workshop
from tests.sampling import some


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("errand", some(((str(errand), errand) for errand in ERRANDS), 3))
def test_a_kill_at_a_system_call_loses_nothing(workshop: Workshop, tally: Tally, errand: Errand) -> None:
    for point in workshop.some(workshop.points(errand), 4, offset=ERRANDS.index(errand)):
        told, found = workshop.after(errand, killed_at(point))
        tally.add(point, found, told)
    tally.settle()
    assert tally.counted["killed"] > 0


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize(
    ("broken", "name", "sign"),
    [
        ("commits_late", "a member files with the exchange away", "lost"),
        ("commits_late", "a draft is kept", "lost"),
        ("commits_late", "a reader takes in", "signed for nothing"),
        ("writes_in_place", "a member files", "half a file"),
    ],
)
def test_a_build_that_keeps_too_late_or_in_halves_is_noticed(
    workshop: Workshop, broken: str, name: str, sign: str
) -> None:
    errand = errand_named(name)
    found = (workshop.after(errand, killed_at(point), broken)[1] for point in reversed(workshop.points(errand, broken)))
    assert any(each.startswith(sign) for wrong in found for each in wrong)
