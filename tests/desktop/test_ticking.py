# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much is done of a part is told of the whole; a document tells it as its pages are set."""

import pytest

from desktop.documents.sheets import sheets
from desktop.exports.tables import Column, Table
from desktop.ticking import part
from tests.desktop.exports.test_protecting import FRONT


def test_the_second_half_begins_in_the_middle() -> None:
    told: list[float] = []
    second = part(told.append, 1, 2)
    part(second, 0, 2)(0)
    part(second, 1, 2)(1)
    assert told == [0.5, 1]


def test_a_long_document_tells_how_far_it_is_and_never_goes_back() -> None:
    told: list[float] = []
    sheets(FRONT, [_long()], told.append)
    assert told == sorted(told)
    assert len(told) > 20
    assert 0 <= told[0] < 0.1
    assert told[-1] == pytest.approx(1, abs=0.1)


def _long() -> Table:
    rows = tuple((str(number), "Something that somebody said of it.") for number in range(60))
    return Table(name="t", title="T", columns=(Column("a", "A", 0.3), Column("b", "B", 0.7)), rows=rows)
