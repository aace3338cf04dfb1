# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever runs the shared folder cannot tell who reads what: each thing that they see is as it is by chance.

They see names, sizes, headers, accounts, times and orders (security.md 4.8, T2). Chance itself is given a millionth,
so that these tests do not fail by it; the long form shows how far from that everything is.
"""

import random
from collections.abc import Iterator, Mapping, Sequence

import pytest

from storage import compose, ingest
from storage.receipts import LENGTH, Token, random_token
from storage.seal import Shuffle, seal
from tests.desktop.desks import Desks, KeyRing
from tests.faults.chance import independence, order, uniformity
from tests.faults.onlooker import READERS, Onlooker, Sent, places, views_of_envelopes, views_of_receipts
from tests.faults.tally import Record
from tests.school import Hands, SmallSchool

LEAST = 1e-6


@pytest.fixture
def onlooker(small_school: SmallSchool, keys: KeyRing, hands: Hands) -> Iterator[Onlooker]:
    """Looks at the folder of the small school."""
    desks = Desks(small_school, small_school.open(hands), hands, keys)
    yield Onlooker(desks, random.Random())  # noqa: S311 - no secret
    desks.close()


def about_envelopes(sent: list[Sent]) -> Mapping[str, float]:
    """How likely each view of the envelopes is if it tells nothing about their readers."""
    audiences = [each.audience for each in sent]
    found = {name: independence(zip(audiences, seen, strict=True)) for name, seen in views_of_envelopes(sent).items()}
    letters = [letter for each in sent for letter in each.file.stem]
    return {**found, "letters of names": uniformity(letters, 16)}


def about_receipts(onlooker: Onlooker, sent: list[Sent]) -> Mapping[str, float]:
    """How likely each view of each account's receipts is if it tells nothing about which of them are real."""
    found: dict[str, float] = {}
    for reader in READERS:
        files = sorted(onlooker.receipts_of(reader))
        assert len(files) == len(onlooker.files("in"))
        envelope_of = {name: each.file for each in sent for name in each.receipts}
        is_real = [file.name in envelope_of for file in files]
        for name, seen in views_of_receipts(files).items():
            found[f"{name} of what {reader} left"] = independence(zip(is_real, seen, strict=True))
        there = places([*files, *envelope_of.values()])
        pairs = [(there[file], there[envelope_of[file.name]]) for file in files if file.name in envelope_of]
        found[f"order of what {reader} left"] = order([one for one, _ in pairs], [other for _, other in pairs])
        for kind in (True, False):
            content = b"".join(file.read_bytes() for file, real in zip(files, is_real, strict=True) if real is kind)
            found[f"bytes of what {reader} left, {kind}"] = uniformity(content, 256)
            assert len(content) % LENGTH == 0
    return found


def suspicious(found: Mapping[str, float]) -> dict[str, float]:
    return {name: chance for name, chance in found.items() if chance < LEAST}


@pytest.mark.parametrize("how_many", [90, pytest.param(1000, marks=pytest.mark.long)])
def test_nothing_in_the_folder_tells_who_reads_what(onlooker: Onlooker, record_property: Record, how_many: int) -> None:
    sent = onlooker.send(how_many)
    found = {**about_envelopes(sent), **about_receipts(onlooker, sent)}
    assert suspicious(found) == {}
    assert len({each.audience for each in sent}) > 2
    for name, count in (
        ("envelopes", how_many),
        ("views", len(found)),
        ("in ten thousand, the least chance", int(min(found.values()) * 10000)),
    ):
        record_property(name, count)


def test_each_account_leaves_one_receipt_for_each_envelope_whoever_reads_it(onlooker: Onlooker) -> None:
    for _ in range(8):
        before = onlooker.files("in")
        onlooker.send(1)
        new = len(onlooker.files("in") - before)
        assert {reader: len(onlooker.receipts_of(reader)) for reader in READERS} == dict.fromkeys(READERS, new)


def test_a_build_whose_slots_can_be_counted_is_noticed(onlooker: Onlooker, monkeypatch: pytest.MonkeyPatch) -> None:
    def bare(frame: bytes, recipients: Sequence[str], _slots: int, shuffle: Shuffle) -> bytes:
        return seal(frame, recipients, len(recipients), shuffle)

    monkeypatch.setattr(compose, "seal", bare)
    assert "stanzas" in suspicious(about_envelopes(onlooker.send(90)))


def test_a_build_that_signs_only_for_what_it_can_open_is_noticed(
    onlooker: Onlooker, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = ingest._note_token
    monkeypatch.setattr(ingest, "_note_token", lambda vault, digest, token: token and note(vault, digest, token))
    onlooker.send(1)
    assert len({len(onlooker.receipts_of(reader)) for reader in READERS}) == 2


def test_a_build_whose_receipts_have_telling_names_is_noticed(
    onlooker: Onlooker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "random_token", lambda: Token(f"f{random_token().name[1:]}", random_token().content))
    sent = onlooker.send(90)
    assert any(name.startswith("first letter") for name in suspicious(about_receipts(onlooker, sent)))
