# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From one order to another by taking out and putting in."""

from hypothesis import given
from hypothesis import strategies as st

from ui.review.row_edits import edits

ORDERS = st.lists(st.integers(0, 30).map(str), unique=True)


def applied(old: list[str], new: list[str]) -> list[str]:
    out, into = edits(old, new)
    rows = list(old)
    for edit in out:
        del rows[edit.first : edit.last + 1]
    for edit in into:
        rows[edit.first : edit.first] = new[edit.first : edit.last + 1]
    return rows


@given(ORDERS, ORDERS)
def test_the_edits_lead_from_one_order_to_the_other(old: list[str], new: list[str]) -> None:
    assert applied(old, new) == new


@given(ORDERS)
def test_the_same_order_needs_no_edit(rows: list[str]) -> None:
    assert edits(rows, rows) == ([], [])


@given(ORDERS, st.integers(0, 30), st.integers(100, 120).map(str))
def test_one_row_more_is_one_edit(rows: list[str], at: int, more: str) -> None:
    out, into = edits(rows, [*rows[:at], more, *rows[at:]])
    assert (len(out), [(edit.first, edit.last) for edit in into]) == (0, [(min(at, len(rows)), min(at, len(rows)))])


def test_as_many_rows_as_possible_stay() -> None:
    out, into = edits(list("abcdef"), list("fabcde"))
    assert ([(edit.first, edit.last) for edit in out], [(edit.first, edit.last) for edit in into]) == (
        [(5, 5)],
        [(0, 0)],
    )
