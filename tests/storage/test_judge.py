# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from storage.body import Author, Standing
from storage.charter import RevokeData
from storage.directory import extend
from storage.entries import Neighbour
from storage.judge import Flag, claimed_at, judge
from storage.verify import VerifiedEntry, verify
from tests.storage.school import EVERYONE, NOW, addressee, beginning, following, framed, kid, plain_body

BEFORE, HERE = "aa" * 32, "bb" * 32
WITHOUT_TA = extend(EVERYONE, following(EVERYONE, "revoke", RevokeData(kid=kid("ta")), "ta"))


def entry(**changes: Any) -> VerifiedEntry:
    return verify(framed(plain_body(**changes)), addressee("dsl"))


def flags(judged: VerifiedEntry, received_at: datetime = NOW, chain: Sequence[Neighbour] = ()) -> set[Flag]:
    return set(judge(judged, EVERYONE, received_at, chain))


SECOND = entry(seq=2, prev=BEFORE)


def neighbour(seq: int, eid: str, prev: str | None = None, at: str = "2026-11-20T14:00:00Z") -> Neighbour:
    return Neighbour(seq, eid, prev, at)


def test_an_ordinary_entry_is_not_odd() -> None:
    assert flags(entry()) == set()
    assert flags(SECOND, chain=[neighbour(1, BEFORE)]) == set()


def test_a_member_whose_key_no_directory_holds_is_unknown() -> None:
    assert set(judge(entry(), beginning(), NOW, ())) == {Flag.UNKNOWN_AUTHOR}


def test_a_member_whose_key_was_revoked_is_told() -> None:
    assert set(judge(entry(), WITHOUT_TA, NOW, ())) == {Flag.REVOKED_KEY}


@pytest.mark.parametrize("standing", [Standing.WALK_UP_NAMED, Standing.WALK_UP_ANONYMOUS])
def test_a_walk_up_s_key_is_in_no_directory_and_that_is_not_odd(standing: Standing) -> None:
    claims = "Jo Smith" if standing is Standing.WALK_UP_NAMED else ""
    author = Author(pub=plain_body().author.pub, standing=standing, claims=claims)
    body = msgspec.structs.replace(plain_body(), author=author, chain=None, seq=None)
    assert set(judge(verify(framed(body), addressee("dsl")), beginning(), NOW, ())) == set()


@pytest.mark.parametrize(
    ("claimed_later_by", "expected"),
    [
        (timedelta(minutes=10), set()),
        (timedelta(minutes=10, seconds=1), {Flag.CLOCK_AHEAD}),
        (timedelta(days=3650), {Flag.CLOCK_AHEAD}),
        (timedelta(days=-7), set()),
        (timedelta(days=-7, seconds=-1), {Flag.CLOCK_OLD}),
    ],
)
def test_a_claimed_time_far_from_its_arrival_is_told(claimed_later_by: timedelta, expected: set[Flag]) -> None:
    at = (NOW + claimed_later_by).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert flags(entry(at=at)) == expected


def test_a_day_alone_counts_from_its_beginning() -> None:
    assert claimed_at("2026-11-20") == datetime(2026, 11, 20, tzinfo=UTC)
    assert claimed_at("2026-11-20T14:03:22Z") == NOW
    assert flags(entry(at="2026-11-20")) == set()


def test_another_entry_at_its_number_is_a_fork() -> None:
    assert flags(entry(), chain=[neighbour(1, HERE)]) == {Flag.FORKED_CHAIN}
    assert flags(entry(), chain=[neighbour(1, entry().eid)]) == set()


def test_a_predecessor_that_it_does_not_name_breaks_the_chain() -> None:
    assert flags(SECOND, chain=[neighbour(1, HERE)]) == {Flag.BROKEN_CHAIN}


def test_a_successor_that_does_not_name_it_breaks_the_chain() -> None:
    assert flags(entry(), chain=[neighbour(2, HERE, prev=BEFORE)]) == {Flag.BROKEN_CHAIN}
    assert flags(entry(), chain=[neighbour(2, HERE, prev=entry().eid)]) == set()


def test_a_missing_predecessor_is_not_yet_odd() -> None:
    assert flags(SECOND) == set()


def test_a_time_before_its_predecessor_s_is_told() -> None:
    assert flags(SECOND, chain=[neighbour(1, BEFORE, at="2026-11-20T14:03:23Z")]) == {Flag.CLOCK_BEFORE_PREVIOUS}


def test_everything_odd_is_told_at_once() -> None:
    odd = entry(seq=2, prev=BEFORE, at="2026-11-01")
    chain = [neighbour(1, HERE), neighbour(2, HERE, prev=HERE)]
    assert set(judge(odd, WITHOUT_TA, NOW, chain)) == {
        Flag.REVOKED_KEY, Flag.CLOCK_OLD, Flag.CLOCK_BEFORE_PREVIOUS, Flag.FORKED_CHAIN, Flag.BROKEN_CHAIN,
    }  # fmt: skip
