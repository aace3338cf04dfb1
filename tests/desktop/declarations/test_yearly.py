# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which ties are to be confirmed in a new school year."""

from datetime import UTC, date, datetime

import pytest

from desktop.declarations.yearly import ENDED, RENEWED, declared_again, to_confirm
from desktop.sent import SentItem, SentState

TODAY = date(2026, 9, 15)


def tie(reference: str = "7KQ4-M2XR", at: datetime = datetime(2026, 3, 12, tzinfo=UTC), **values: object) -> SentItem:
    """A tie that somebody declared."""
    return SentItem(
        case_id="ab",
        reference=reference,
        form=str(values.pop("form", "relationship")),
        at=at,
        state=SentState.SENT,
        received={},
        replies=(),
        further=(),
        readers=(),
        values={"tie": "friend", "state": "current", **values},
    )


def test_a_tie_of_the_year_before_is_to_be_confirmed() -> None:
    old = tie()
    assert to_confirm([old], TODAY) == (old,)


@pytest.mark.parametrize(
    "item",
    [
        tie(at=datetime(2026, 9, 2, tzinfo=UTC)),
        tie(state="ended"),
        tie(tie="none"),
        tie(form="gift"),
    ],
)
def test_what_is_new_has_ended_or_is_no_tie_is_not(item: SentItem) -> None:
    assert to_confirm([item], TODAY) == ()


def test_a_tie_that_was_declared_again_is_asked_about_once() -> None:
    first = tie(at=datetime(2024, 10, 1, tzinfo=UTC))
    second = tie("AAAA-BBBB", former_reference="7kq4-m2xr ", state=RENEWED)
    assert to_confirm([first, second], TODAY) == (second,)


def test_declaring_it_again_names_the_one_before() -> None:
    again = declared_again(tie(former_reference="X", ended_on="2026-01-01"), ENDED)
    assert again == {"tie": "friend", "state": ENDED, "former_reference": "7KQ4-M2XR"}
