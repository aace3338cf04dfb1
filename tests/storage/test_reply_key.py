# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import pytest
from nacl.pwhash import argon2id
from pyrage import x25519

from storage.bech32 import write_secret_key
from storage.reply_key import return_keys
from tests.storage.school import SCHOOL

PHRASE = "otter violin marble cactus anchor"


@pytest.fixture(scope="module")
def recipient() -> str:
    return public(PHRASE)


def public(phrase: str, school: str = SCHOOL) -> str:
    return return_keys(phrase, school).recipient


def test_the_same_phrase_makes_the_same_key(recipient: str) -> None:
    assert public(PHRASE.upper()) == recipient
    assert recipient.startswith("age1")


@pytest.mark.parametrize("phrase", ["otter violin marble cactus anchors", "violin otter marble cactus anchor", ""])
def test_another_phrase_makes_another_key(recipient: str, phrase: str) -> None:
    assert public(phrase) != recipient


def test_another_school_makes_another_key(recipient: str) -> None:
    assert public(PHRASE, "ab" * 32) != recipient


def test_it_costs_what_a_passphrase_costs_at_the_least(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, int] = {}

    def watched(_size: int, _words: bytes, _salt: bytes, *, opslimit: int, memlimit: int) -> bytes:
        asked.update(opslimit=opslimit, memlimit=memlimit)
        return b"\1" * 32

    monkeypatch.setattr(argon2id, "kdf", watched)
    public(PHRASE)
    assert asked == {"opslimit": 3, "memlimit": 64 * 2**20}


@pytest.mark.parametrize("secret", [b"\0" * 32, b"\xff" * 32, bytes(range(32))])
def test_the_secret_is_written_as_age_reads_it(secret: bytes) -> None:
    text = write_secret_key(secret)
    assert str(x25519.Identity.from_str(text)) == text
