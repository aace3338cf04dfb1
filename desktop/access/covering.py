# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Covering by leaving out: the words are taken from the text, and what is made of the text never had them. Pure."""

import re
from collections.abc import Iterable

import msgspec

COVER = "[someone else]"
"""What stands in the place of whatever was covered, of the same length for everything (security.md 3.15)."""


class Span(msgspec.Struct, frozen=True, order=True):
    """A place in a text, in characters; the end is excluded."""

    start: int
    end: int


def places_of(words: str, text: str, *, is_exact: bool = False) -> tuple[Span, ...]:
    """Every place of these words in a text, in whatever case and with whatever spaces, unless `is_exact` in case.

    Words that begin and end with a letter or a figure are found as whole words.
    """
    parts = words.split()
    if not parts:
        return ()
    before = r"(?<!\w)" if parts[0][0].isalnum() else ""
    after = r"(?!\w)" if parts[-1][-1].isalnum() else ""
    pattern = before + r"\s+".join(map(re.escape, parts)) + after
    found = re.finditer(pattern, text, re.NOFLAG if is_exact else re.IGNORECASE)
    return tuple(Span(match.start(), match.end()) for match in found)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same places in order, those that overlap or touch as one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def covered(text: str, spans: Iterable[Span]) -> str:
    """The text without what stands in these places."""
    parts, at = [], 0
    for span in merged(spans):
        parts += [text[at : span.start], COVER]
        at = span.end
    return "".join([*parts, text[at:]])
