# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finds words that put the blame on a child, or judge before anything is found (requirements.md F49). Pure; offline.

It marks and explains, and never changes a text by itself. What is quoted is somebody's own words and is left alone:
between quotation marks, also while they are still open, and in lines behind ">".
"""

import re
from datetime import date
from enum import StrEnum
from functools import cache

import msgspec

import resources

_QUOTED = re.compile(
    r"""^[ ]*>.*$                          # a line that is quoted as a whole
      | “[^”\n]*(?:”|$)                    # double quotation marks, closed or not yet
      | "[^"\n]*(?:"|$)
      | (?<!\w)‘(?:[^’\n]|’(?=\w))*(?:’|$) # single ones; an apostrophe inside a word closes nothing
      | (?<!\w)'(?:[^'\n]|'(?=\w))*(?:'|$)
    """,
    re.MULTILINE | re.VERBOSE,
)
_BETWEEN = r"[\s\u00a0-]+"


class Whose(StrEnum):
    """Who writes: a member of staff in their own words, or a reviewer for the record."""

    STAFF = "staff"
    REVIEWER = "reviewer"


class Listed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words to think about, advice, and why; `use` can stand in their place as it is."""

    avoid: tuple[str, ...]
    instead: str
    why: str
    use: str = ""
    staff: bool = False


class Guide(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The list, its edition, where it comes from, and when that was looked at last."""

    edition: int
    source: str
    checked_on: date
    listed: tuple[Listed, ...]


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """A listed word in a text: where it stands (characters, the end excluded), how, and what is said of it."""

    start: int
    end: int
    words: str
    instead: str
    why: str
    use: str = ""

    @property
    def in_place(self) -> str:
        """What is offered to stand here, beginning as these words do; the words themselves where nothing is."""
        if not self.use:
            return self.words
        return self.use[:1].upper() + self.use[1:] if self.words[:1].isupper() else self.use


@cache
def guide() -> Guide:
    """The list that we ship."""
    return msgspec.toml.decode(resources.text("wording/listed.toml"), type=Guide)


def remarks(text: str, whose: Whose = Whose.REVIEWER) -> tuple[Remark, ...]:
    """Every listed word of a text, in order; none that is quoted."""
    own = _QUOTED.sub(lambda quoted: "\0" * len(quoted.group()), text)
    listed, pattern = _sought(whose)
    return tuple(_remark(text, match, listed[(match.lastindex or 1) - 1]) for match in pattern.finditer(own))


def _remark(text: str, match: re.Match[str], listed: Listed) -> Remark:
    start, end = match.span()
    return Remark(start=start, end=end, words=text[start:end], instead=listed.instead, why=listed.why, use=listed.use)


@cache
def _sought(whose: Whose) -> tuple[tuple[Listed, ...], re.Pattern[str]]:
    """What is looked for, and a pattern with one group for each."""
    listed = tuple(each for each in guide().listed if each.staff or whose is Whose.REVIEWER)
    return listed, re.compile(rf"(?<!\w)(?:{'|'.join(map(_group, listed))})(?!\w)", re.IGNORECASE)


def _group(listed: Listed) -> str:
    longest_first = sorted(listed.avoid, key=len, reverse=True)
    return f"({'|'.join(_BETWEEN.join(map(_letters, words.split())) for words in longest_first)})"


def _letters(word: str) -> str:
    return re.escape(word).replace("'", "['’]").replace(r"\-", _BETWEEN)
