# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A receipt on paper for something that was sent: school, reference, phrase, when, and how to come back (ux.md S7).

Pure. It never says who it is about, what was written, or to whom it went: printers are shared.
"""

from datetime import date, datetime
from functools import cache

import msgspec

import resources
from desktop.clocks import london_day, time_words, weekday_words
from desktop.forms import fill


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """A receipt, line by line: facts with their labels, and the sentences on how to come back."""

    title: str
    sent: str
    facts: tuple[tuple[str, str], ...]
    how: str
    steps: tuple[str, ...]


class _Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: str
    sent: str
    reference: str
    phrase: str
    when: str
    at: str
    school: str
    how: str
    with_phrase: tuple[str, ...]
    signed_in: tuple[str, ...]


def receipt(school: str, reference: str, at: datetime | date, phrase: str | None) -> Receipt:
    """Write a receipt. `at` is the moment (aware), or the day alone where no more may be told."""
    words = _words()
    facts = [(words.reference, reference), *([(words.phrase, phrase)] if phrase else [])]
    return Receipt(
        title=words.title,
        sent=words.sent,
        facts=(*facts, (words.when, _when(at)), (words.school, school)),
        how=words.how,
        steps=words.with_phrase if phrase else words.signed_in,
    )


def _when(at: datetime | date) -> str:
    if isinstance(at, datetime):
        return fill(_words().at, {"day": weekday_words(london_day(at)), "time": time_words(at)})
    return weekday_words(at)


@cache
def _words() -> _Words:
    return msgspec.toml.decode(resources.text("casework/receipt.toml"), type=_Words)
