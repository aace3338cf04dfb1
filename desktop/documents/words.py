# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The fixed words of documents: data in resources/documents, each named by its section and by what it says.

A word that is not there is a bug and raises KeyError; a test compares the calls in this package with the file.
"""

from collections.abc import Mapping
from functools import cache

import msgspec

import resources
from desktop.forms import fill

_Section = Mapping[str, str | tuple[str, ...]]


def say(section: str, word: str, **values: str | int) -> str:
    """Say a word of a case file with these values in it. A value is put in once and never read as a pattern."""
    words = _words()[section][word]
    if not isinstance(words, str):
        raise KeyError(word)
    return fill(words, values)


def say_all(section: str, word: str) -> tuple[str, ...]:
    """Say a list of sentences."""
    words = _words()[section][word]
    return (words,) if isinstance(words, str) else words


def has(section: str, word: str) -> bool:
    """Say whether there is such a word; a newer Candour may have sent a value that this one does not know."""
    return word in _words()[section]


@cache
def _words() -> Mapping[str, _Section]:
    return msgspec.toml.decode(resources.text("documents/case_file.toml"), type=dict[str, _Section])
