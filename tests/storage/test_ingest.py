# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What becomes of each file in the exchange. Receipts have test_ingest_receipts.py to themselves."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from storage import ingest as ingest_module
from storage.body import encode_body
from storage.constants import ENVELOPE_MAX
from storage.exchange import Listed, envelope_name
from storage.ingest import Outcome, Reason, examine
from tests.storage.school import (
    NOW,
    Desk,
    addressee,
    framed,
    identity,
    plain_body,
    sealed,
    seed,
)

Seat = Callable[[str], Desk]
FRAME = framed(plain_body())
SOUND = sealed(FRAME, "dsl", "head")


Is = tuple[Outcome, Reason | None]


def what(data: bytes | None, *, name: str = "", size: int | None = None, minutes_old: float = 60) -> Is:
    """Examine a file as the DSL, under its own name if no other is given."""
    name = name or (envelope_name(data) if data is not None else "x.cenv")
    modified = int((NOW - timedelta(minutes=minutes_old)).timestamp() * 1e9)
    listed = Listed(name, size if size is not None else len(data or b""), modified)
    found = examine(listed, data, addressee("dsl"), [identity("dsl")], NOW)
    assert (found.entry is not None) == (found.outcome is Outcome.KEPT)
    return found.outcome, found.reason


ALTERED = SOUND[:-1] + bytes([SOUND[-1] ^ 1])
EACH: dict[str, tuple[bytes, Is]] = {
    "for us": (SOUND, (Outcome.KEPT, None)),
    "for somebody else": (sealed(FRAME, "chair"), (Outcome.NOT_FOR_US, None)),
    "no envelope": (b"PK\x03\x04 a spreadsheet", (Outcome.SET_ASIDE, Reason.NOT_AN_ENVELOPE)),
    "no frame": (sealed(b"no frame", "dsl"), (Outcome.SET_ASIDE, Reason.MALFORMED)),
    "no body": (sealed(framed(b"[]"), "dsl"), (Outcome.SET_ASIDE, Reason.MALFORMED)),
    "no such day": (
        sealed(framed(encode_body(plain_body()).replace(b"2026-11-20T", b"2026-11-31T")), "dsl"),
        (Outcome.SET_ASIDE, Reason.MALFORMED),
    ),
    "from a newer Candour": (sealed(framed(plain_body(v=2)), "dsl"), (Outcome.SET_ASIDE, Reason.TOO_NEW)),
    "another's signature": (
        sealed(framed(plain_body(), author="cook"), "dsl"),
        (Outcome.SET_ASIDE, Reason.BAD_SIGNATURE),
    ),
    "another school's": (
        sealed(framed(plain_body(school=seed("other").hex())), "dsl"),
        (Outcome.SET_ASIDE, Reason.OTHER_SCHOOL),
    ),
    "sealed on to us": (
        sealed(framed(plain_body(to=("head",))), "dsl"),
        (Outcome.SET_ASIDE, Reason.NOT_ADDRESSED_TO_US),
    ),
}


@pytest.mark.parametrize("name", EACH)
def test_what_a_file_is(name: str) -> None:
    data, expected = EACH[name]
    assert what(data) == expected


def test_a_file_past_the_limit_is_too_large() -> None:
    assert what(None, size=ENVELOPE_MAX + 1) == (Outcome.SET_ASIDE, Reason.TOO_LARGE)


def test_a_file_that_could_not_be_read_is_looked_at_again() -> None:
    assert what(None, size=17_000) == (Outcome.PENDING, None)


def test_an_altered_file_is_told_from_one_that_is_not_for_us_by_its_name() -> None:
    assert what(ALTERED, name=envelope_name(SOUND)) == (Outcome.SET_ASIDE, Reason.ALTERED)
    assert what(ALTERED) == (Outcome.NOT_FOR_US, None)


@pytest.mark.parametrize(
    "name",
    [envelope_name(SOUND), "renamed.cenv", "", "\udcff", "x" * 300, "../../etc/passwd"],
    ids=["its own", "renamed", "none", "not text", "long", "a path"],
)
def test_what_opens_is_kept_under_any_name(name: str) -> None:
    assert what(SOUND, name=name or " ") == (Outcome.KEPT, None)


@pytest.mark.parametrize(
    ("minutes_old", "waits"), [(0, True), (14.9, True), (15.1, False), (-14.9, True), (-15.1, False), (-(10**6), False)]
)
@pytest.mark.parametrize("data", [ALTERED, SOUND[:9000], SOUND, sealed(FRAME, "chair"), b"no envelope"])
def test_a_fresh_file_that_is_not_what_its_name_says_waits_whatever_it_is(
    data: bytes, minutes_old: float, waits: bool
) -> None:
    """Also one that opens: else a name that somebody changes would tell who could open it, by who answers at once."""
    outcome, _ = what(data, name="0" * 32 + ".cenv", minutes_old=minutes_old)
    assert (outcome is Outcome.PENDING) == waits


@pytest.mark.parametrize("name", EACH)
def test_a_fresh_file_that_is_what_its_name_says_does_not_wait(name: str) -> None:
    data, expected = EACH[name]
    assert what(data, minutes_old=0) == expected


@pytest.mark.parametrize("error", [ZeroDivisionError, MemoryError, RecursionError, KeyError])
def test_a_mistake_of_ours_sets_one_file_aside_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(ingest_module, "verify", fails)
    assert what(SOUND) == (Outcome.SET_ASIDE, Reason.UNEXPECTED)


def test_every_outcome_and_every_reason_has_been_seen() -> None:
    seen = {expected for _, expected in EACH.values()}
    elsewhere = {Reason.TOO_LARGE, Reason.ALTERED, Reason.UNEXPECTED}
    assert {reason for _, reason in seen if reason} == set(Reason) - elsewhere
    assert {outcome for outcome, _ in seen} == set(Outcome) - {Outcome.COPY, Outcome.PENDING}
