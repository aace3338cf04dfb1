# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Oddities, remarks and changes in words, the same in the window and on the command line; never by colour alone."""

from collections.abc import Mapping
from functools import cache

import msgspec

import resources
from desktop.policies.blocks import Remark
from desktop.policies.comparing import Changed, Part
from desktop.policies.draft import Odd


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """The fixed texts (resources/policies/words.toml); read once."""
    return msgspec.toml.decode(resources.text("policies/words.toml"), type=dict[str, dict[str, str]])


def odd_words(odd: Odd) -> str:
    """What is odd, as a sentence."""
    return words()["oddity"][odd.oddity.value].format(words=odd.words)


def remark_words(remark: Remark, count: int) -> str:
    """What was noticed while reading, as a sentence."""
    return words()["remark"][remark.value].format(count=count)


def change_words(changed: Changed) -> str:
    """What became of a clause, in a word or two."""
    return words()["change"][changed.change.value]


def changed_lines(changed: Changed) -> tuple[str, ...]:
    """The words that came in and went out, a line each, in order; nothing for what stayed."""
    spans = [span for span in changed.spans if span.part is not Part.KEPT and span.words.strip()]
    return tuple(words()["part"][span.part.value].format(words=span.words.strip()) for span in spans)
