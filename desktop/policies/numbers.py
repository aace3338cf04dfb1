# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The numbers that a document gives its clauses: how they are written, and which of two comes first."""

import re
from typing import NamedTuple

_NUMBER = re.compile(
    r"^(?:section\s+|clause\s+)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})(?P<end>[.):]?\*{0,2})(?:\s+|$)", re.IGNORECASE
)
_APPENDIX = re.compile(r"^(?:appendix|annex|schedule)\s*(?P<name>\d{1,2}|[A-H])\b[\s.:–—-]*", re.IGNORECASE)
_PART = re.compile(r"^A(?P<name>\d{1,2})\s+(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+")
_DAY = re.compile(
    r"^\d{1,2}(?:\.\d{1,2}\.\d{2,4}|(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)


class Numbered(NamedTuple):
    """A line's number as printed, the appendix that it opens or belongs to, and the words after it."""

    number: str
    appendix: str
    words: str


def numbered(line: str) -> Numbered | None:
    """What number a line begins with; none for days, amounts and ordinary words."""
    if part := _PART.match(line):
        return Numbered(part["number"], part["name"], line[part.end() :].strip())
    if appendix := _APPENDIX.match(line):
        return Numbered("", appendix["name"].upper(), line[appendix.end() :].strip())
    found = _NUMBER.match(line)
    if not found or _DAY.match(line) or not _stands_apart(found, line):
        return None
    return Numbered(found["number"], "", line[found.end() :].strip())


def _stands_apart(found: "re.Match[str]", line: str) -> bool:
    """`12 children` begins with a number that is nobody's; `12 Local procedures`, `12.` and `1.2 may` do not."""
    rest = line[found.end() :].lstrip("*\"'“‘( ")
    return bool(found["end"]) or "." in found["number"] or not rest or rest[0].isupper()


def starts_with_number(line: str) -> str:
    """The beginning of a line that is its number, or nothing."""
    found = numbered(line)
    return line[: len(line) - len(found.words)].strip() if found else ""


def places(number: str) -> tuple[int, ...]:
    """`5.10` as (5, 10); `3.0` is a way of writing `3`."""
    parts = [int(part) for part in number.split(".")]
    while len(parts) > 1 and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def follows(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether a number may come next: a first part of the one before, or the next beside it or beside one above it."""
    if after[:-1] == before and after[-1] == 1:
        return True
    depth = len(after)
    return depth <= len(before) and after[:-1] == before[: depth - 1] and after[-1] == before[depth - 1] + 1
