# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A guessed word in words, the same in the window and on the command line."""

from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

import resources
from desktop.searching.guessing import Guess


@cache
def _words() -> Mapping[str, str]:
    return msgspec.toml.decode(resources.text("searching/words.toml"), type=dict[str, str])


def guesses_told(guesses: Iterable[Guess]) -> str:
    """Which typed words stand nowhere, and what was looked for in place of each; empty where there are none."""
    return " ".join(_told(guess) for guess in guesses)


def _told(guess: Guess) -> str:
    words = _words()
    *first, last = (words["word"].format(word=word) for word in guess.nearest)
    nearest = words["and"].format(first=", ".join(first), last=last) if first else last
    return words["shown"].format(typed=guess.typed, nearest=nearest)
