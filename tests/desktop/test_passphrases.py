# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A passphrase is judged by what a guesser does not get for nothing."""

import random

import pytest

from desktop.faults import DeskFault
from desktop.passphrases import Strength, check_choice, strength_of
from desktop.phrases import PASSPHRASE_WORDS, new_phrase
from storage.errors import KnownError

NAMES = ("Priya Nair", "Hollowbrook Primary School")


@pytest.mark.parametrize(
    ("typed", "strength"),
    [
        ("fourteen lette", Strength.SHORT),
        ("Priya Nair Hollowbrook", Strength.NAMES),
        ("hollowbrook primary", Strength.NAMES),
        ("password password password", Strength.COMMON),
        ("Password123456789!", Strength.COMMON),
        ("abababababababababab", Strength.COMMON),
        ("letmein welcome 2026", Strength.COMMON),
        ("cuckoo, cuckoo and more", Strength.GOOD),
        ("wreath tutor buckle mosaic", Strength.GOOD),
        ("antelope taco cartwheel spinach", Strength.STRONG),
    ],
)
def test_it_says_what_a_passphrase_is_worth(typed: str, strength: Strength) -> None:
    assert strength_of(typed, NAMES) is strength


def test_what_candour_suggests_is_never_refused() -> None:
    chance = random.Random(1)  # noqa: S311 - the same ones each time
    suggested = [new_phrase(PASSPHRASE_WORDS, chance.choice) for _ in range(300)]
    short = [phrase for phrase in suggested if len(phrase) >= 15 and strength_of(phrase, NAMES).is_refused]
    assert short == []


def test_a_name_does_not_make_a_good_one_worse() -> None:
    assert not strength_of("Priya wreath tutor buckle", NAMES).is_refused


def test_a_short_one_and_an_easy_one_are_refused_with_different_words() -> None:
    with pytest.raises(KnownError, match="passphrase_short"):
        check_choice("short", NAMES)
    with pytest.raises(KnownError) as refused:
        check_choice("password password", NAMES)
    assert refused.value.code is DeskFault.PASSPHRASE_EASY
