# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Phrases, fingerprints and references: what people read out and type."""

import secrets

from hypothesis import given
from hypothesis import strategies as st

from desktop.phrases import (
    FINGERPRINT_WORDS,
    RETURN_WORDS,
    fingerprint,
    new_phrase,
    reference,
    tidy_phrase,
    word_list,
)
from storage.constants import PASSPHRASE_LENGTH_MIN
from storage.reply_key import return_keys

SCHOOL = "ab" * 32
IDS = st.binary(min_size=32, max_size=32).map(bytes.hex)


def test_the_list_has_the_words_of_five_dice() -> None:
    assert len(set(word_list())) == 6**5


def test_a_word_can_be_typed_without_hyphens_and_capitals() -> None:
    assert all(word.isascii() and word.islower() and word.isalpha() for word in word_list())


def test_a_phrase_has_as_many_words_as_asked_for() -> None:
    assert len(new_phrase(RETURN_WORDS, secrets.choice).split()) == RETURN_WORDS


def test_two_phrases_differ() -> None:
    assert new_phrase(RETURN_WORDS, secrets.choice) != new_phrase(RETURN_WORDS, secrets.choice)


def test_every_generated_passphrase_is_long_enough() -> None:
    shortest = sorted(word_list(), key=len)[:4]
    assert len(" ".join(shortest)) >= PASSPHRASE_LENGTH_MIN


@given(st.lists(st.sampled_from(word_list()), min_size=1, max_size=5), st.sampled_from([" ", "  ", "-", " - ", "\t"]))
def test_a_phrase_is_read_however_it_was_typed(words: list[str], between: str) -> None:
    assert tidy_phrase(f" {between.join(words).upper()}\n") == " ".join(words)


def test_a_phrase_typed_in_capitals_with_hyphens_makes_the_same_key() -> None:
    made = return_keys("antelope taco cartwheel spinach wreath", SCHOOL)
    typed = return_keys(tidy_phrase("Antelope-Taco-Cartwheel  SPINACH wreath "), SCHOOL)
    assert (typed.recipient, typed.signing.public) == (made.recipient, made.signing.public)


def test_another_word_makes_another_key() -> None:
    one, other = (return_keys(f"antelope taco cartwheel spinach {word}", SCHOOL) for word in ("wreath", "tutor"))
    assert one.recipient != other.recipient
    assert one.signing.public != other.signing.public


@given(IDS)
def test_a_fingerprint_is_six_words(school: str) -> None:
    assert len(fingerprint(school).split()) == FINGERPRINT_WORDS


@given(IDS, st.integers(0, 76))
def test_a_change_of_any_of_its_bits_changes_the_fingerprint(school: str, bit: int) -> None:
    other = int(school, 16) ^ (1 << bit)
    assert fingerprint(f"{other:064x}") != fingerprint(school)


@given(IDS)
def test_a_reference_is_eight_letters_in_two_groups(case_id: str) -> None:
    first, second = reference(case_id).split("-")
    assert (len(first), len(second)) == (4, 4)


@given(IDS)
def test_a_reference_has_no_letter_that_looks_like_a_digit(case_id: str) -> None:
    assert set(reference(case_id)).isdisjoint("ILOU")
