# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The glossary (CYP-068): words that people meet in Candour and around it, as data (resources/glossary)."""

import tomllib
from collections.abc import Iterator
from functools import cache

import msgspec

import resources
from desktop.helping.finding import Entry, Source


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word and its meaning; `also` finds it besides its own words, `source` is "" for a word of Candour's own."""

    id: str
    term: str
    meaning: str
    also: str = ""
    source: str = ""


@cache
def glossary() -> tuple[Term, ...]:
    """Every term, in the order of the alphabet."""
    return msgspec.convert(tomllib.loads(resources.text("glossary/terms.toml"))["terms"], tuple[Term, ...])


def glossary_entries() -> Iterator[Entry]:
    """The terms as they are searched."""
    for each in glossary():
        texts = (each.meaning,)
        yield Entry(source=Source.TERM, id=each.id, title=each.term, also=each.also, texts=texts, note=each.source)
