# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page on which the chair lands, in its states."""

from collections.abc import Callable, Mapping

from desktop.overseeing.landing import read_landing
from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver


def come_back(desks: Desks) -> str:
    """The chair was here once; half a year later a concern about the head is sent. Returns its case."""
    chair = desks.of(desks.school.chair)
    chair.sync()
    read_landing(chair)
    desks.hands.forward(days=150)
    return desks.concern(desks.school.ta, desks.school.head)


def _sent(desks: Desks, review: Review) -> Driver:
    come_back(desks)
    return review(desks.school.chair)


def _nothing(desks: Desks, review: Review) -> Driver:
    return review(desks.school.chair)


SCENES: Mapping[str, Callable[[Desks, Review], Driver]] = {"sent": _sent, "nothing": _nothing}
