# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of exports: data (resources/exports/words.toml)."""

from collections.abc import Mapping
from functools import cache

import msgspec

import resources
from desktop.exports.tables import Column
from desktop.forms import fill


def say(section: str, word: str, **values: str) -> str:
    """Say a word with these values in it."""
    return fill(_words()[section][word], values)


def column(name: str, share: float = 0) -> Column:
    """A column under its usual title."""
    return Column(name, say("columns", name), share)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return msgspec.toml.decode(resources.text("exports/words.toml"), type=dict[str, dict[str, str]])
