# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.auditing.deeds import AuditLine, Deed, TrawlCount, TrawlRule
from desktop.auditing.trawling import trawls
from desktop.people import PersonId

LEAST = {Deed.OPENED: 3, Deed.LOOKED: 4, Deed.SEARCHED: 5}
RULE = TrawlRule(minutes=60, days=31, counts={deed: TrawlCount(least=least, says="") for deed, least in LEAST.items()})
AT = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
ME, OTHER = PersonId("a"), PersonId("b")


def opened(minute: int, case: str, who: PersonId = ME) -> AuditLine:
    return AuditLine(at=AT + timedelta(minutes=minute), who=who, deed=Deed.OPENED, case_id=case)


SUBJECTS = {str(number): frozenset({PersonId(f"p{number}")}) for number in range(9)}


def found(*lines: AuditLine, since: date = date(2026, 3, 1)) -> list[tuple[PersonId, int]]:
    return [(each.who, each.count) for each in trawls(lines, SUBJECTS, RULE, since)]


def test_many_people_within_an_hour_are_told_of() -> None:
    assert found(opened(0, "1"), opened(30, "2"), opened(59, "3")) == [(ME, 3)]


def test_the_same_people_over_a_longer_time_are_not() -> None:
    assert found(opened(0, "1"), opened(40, "2"), opened(80, "3")) == []


def test_the_same_person_many_times_is_one() -> None:
    assert found(*(opened(minute, "1") for minute in range(9))) == []


def test_what_several_readers_opened_is_not_added_up() -> None:
    assert found(opened(0, "1"), opened(1, "2"), opened(2, "3", OTHER)) == []


def test_the_busiest_stretch_of_a_day_is_told_once() -> None:
    assert found(*(opened(minute, str(minute)) for minute in range(5))) == [(ME, 5)]


def test_what_was_before_is_past() -> None:
    assert found(opened(0, "1"), opened(1, "2"), opened(2, "3"), since=date(2026, 3, 13)) == []


def often(deed: Deed, times: int) -> list[AuditLine]:
    """One deed, every other minute."""
    return [AuditLine(at=AT + timedelta(minutes=2 * each), who=ME, deed=deed) for each in range(times)]


@pytest.mark.parametrize("deed", [Deed.LOOKED, Deed.SEARCHED])
def test_each_look_and_each_search_counts_as_one(deed: Deed) -> None:
    least = LEAST[deed]
    assert found(*often(deed, least - 1)) == []
    assert found(*often(deed, least)) == [(ME, least)]


def test_different_deeds_are_not_added_up_and_the_busiest_is_told() -> None:
    assert found(*often(Deed.LOOKED, 3), *often(Deed.SEARCHED, 4)) == []
    (told,) = trawls([*often(Deed.LOOKED, 4), *often(Deed.SEARCHED, 6)], SUBJECTS, RULE, date(2026, 3, 1))
    assert (told.deed, told.count) == (Deed.SEARCHED, 6)


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 8)), max_size=25))
def test_it_counts_as_somebody_with_a_watch_would(said: list[tuple[int, int]]) -> None:
    lines = [opened(minute, str(case)) for minute, case in said]
    most = max((len({c for m, c in said if start <= m <= start + 60}) for start, _ in said), default=0)
    assert found(*lines) == ([(ME, most)] if most >= LEAST[Deed.OPENED] else [])
