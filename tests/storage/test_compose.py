# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import UTC, datetime, timedelta, timezone

import pytest
from pyrage import x25519

from storage.body import Standing
from storage.compose import Audience, compose_member, compose_walk_up
from storage.constants import BODY_MAX
from storage.entries import ChainPosition
from storage.errors import Fault
from storage.receipts import token_name
from storage.seal import open_envelope
from storage.verify import verify
from tests.storage.school import (
    EVERYONE,
    SCHOOL,
    addressee,
    audience,
    content,
    identity,
    key_fact,
    keys,
    kid,
    refusing,
    walk_up,
)

FIRST = ChainPosition("ab" * 16, 1, None)


def test_a_member_s_entry_is_what_each_reader_opens_and_believes() -> None:
    composed = compose_member(content("I saw it"), audience("head", "dsl"), SCHOOL, keys("ta"), FIRST)
    for name in ("head", "dsl"):
        frame = open_envelope(composed.envelope, [identity(name)])
        assert frame is not None
        assert verify(frame, addressee(name)) == composed.entry
    assert open_envelope(composed.envelope, [identity("ta"), identity("chair")]) is None
    body = composed.entry.body
    assert (body.data, body.author.standing, body.to) == (
        {"said": "I saw it"},
        Standing.MEMBER,
        audience("head", "dsl").kids,
    )
    assert (body.chain, body.seq, body.prev) == (FIRST.chain, 1, None)


def test_a_receipt_is_expected_from_each_reader_by_name() -> None:
    composed = walk_up("head", "dsl")
    ack = composed.entry.body.ack
    assert composed.tokens == {kid(name): token_name(ack, kid(name)) for name in ("head", "dsl")}
    assert ack not in repr(composed.tokens)


def test_a_walk_up_signs_with_a_key_used_once() -> None:
    one, other = walk_up("dsl"), walk_up("dsl")
    assert one.entry.author_kid != other.entry.author_kid
    assert one.entry.body.chain is None
    assert one.entry.body.author.claims == ""


def test_an_anonymous_one_says_the_day_and_a_named_one_the_second() -> None:
    assert walk_up("dsl").entry.body.at == "2026-11-20"
    named = walk_up("dsl", claims="Jo Smith, supply").entry.body
    assert (named.at, named.author.standing, named.author.claims) == (
        "2026-11-20T14:03:22Z", Standing.WALK_UP_NAMED, "Jo Smith, supply",
    )  # fmt: skip


def test_times_are_written_in_utc() -> None:
    late = datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    assert walk_up("dsl", at=late).entry.body.at == "2026-06-30"
    assert walk_up("dsl", claims="Jo", at=late).entry.body.at == "2026-06-30T23:30:00Z"
    assert late.astimezone(UTC).day == 30


def test_both_vaults_of_a_reader_are_sealed_to_and_named_once_each() -> None:
    to = Audience((key_fact("dsl"), key_fact("dsl 2"), key_fact("dsl")), 8)
    composed = compose_walk_up(content(), to, SCHOOL, None)
    assert composed.entry.body.to == tuple(sorted([kid("dsl"), kid("dsl 2")]))
    assert open_envelope(composed.envelope, [identity("dsl 2")]) is not None


def test_an_answer_to_a_walk_up_is_sealed_to_their_reply_key() -> None:
    theirs = x25519.Identity.generate()
    to = audience("head", to_reply=str(theirs.to_public()))
    composed = compose_member(content(), to, SCHOOL, keys("dsl"), FIRST)
    assert composed.entry.body.to_reply == str(theirs.to_public())
    assert open_envelope(composed.envelope, [theirs]) is not None
    assert composed.tokens.keys() == {kid("head")}


def test_the_place_in_the_chain_is_taken_as_given() -> None:
    place = ChainPosition("cd" * 16, 4, "ab" * 32)
    body = compose_member(content(), audience("dsl"), SCHOOL, keys("ta"), place).entry.body
    assert (body.chain, body.seq, body.prev) == ("cd" * 16, 4, "ab" * 32)


def test_every_part_of_what_desktop_hands_down_is_signed() -> None:
    whole = content(
        kind="decision", rule="R04", kind_version=3, case="ab" * 32, parents=("ab" * 32,), supersedes="cd" * 32,
        reply="age1" + "q" * 58, time_zone="Europe/Paris", directory=(EVERYONE.n, EVERYONE.head),
    )  # fmt: skip
    body = compose_walk_up(whole, audience("dsl"), SCHOOL, None).entry.body
    assert (body.kind, body.kv, body.rule, body.tz) == ("decision", 3, "R04", "Europe/Paris")
    assert (body.case, body.parents, body.supersedes) == ("ab" * 32, ("ab" * 32,), "cd" * 32)
    assert (body.reply, body.dir) == ("age1" + "q" * 58, (EVERYONE.n, EVERYONE.head[:12]))


@pytest.mark.parametrize("said", ["\x0b", "\x00", "\r\n", "\x7f"])
def test_what_no_reader_would_take_is_refused_before_it_is_sealed(said: str) -> None:
    with refusing(Fault.ENTRY_MALFORMED):
        walk_up("dsl", said=said)


def test_too_much_is_refused() -> None:
    with refusing(Fault.CONTENT_TOO_LARGE):
        walk_up("dsl", said="x" * BODY_MAX)
    frame_limit = BODY_MAX - 76 - len(walk_up("dsl", said="").entry.body_bytes)
    assert len(walk_up("dsl", said="x" * frame_limit).entry.frame) == BODY_MAX
    with refusing(Fault.CONTENT_TOO_LARGE):
        walk_up("dsl", said="x" * (frame_limit + 1))


def test_more_readers_than_slots_are_refused() -> None:
    with refusing(Fault.TOO_MANY_READERS):
        compose_walk_up(content(), audience(*(str(n) for n in range(9))), SCHOOL, None)


def test_a_longer_report_is_no_longer_envelope_within_its_size() -> None:
    short, long = (len(walk_up("dsl", said="x" * length).envelope) for length in (1, 15_000))
    assert abs(short - long) < 200


def test_an_audience_of_nobody_is_empty() -> None:
    assert audience().is_empty
    assert not audience("dsl").is_empty
    assert not audience(to_reply="age1" + "q" * 58).is_empty
