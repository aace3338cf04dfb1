# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""When two written names are the same name, and when they are merely alike."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES_AND_HYPHENS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u0060\u00b4\uff07", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
    }
)
_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_NO_WORD = re.compile(r"[^\w\s]|_")


def exact_key(name: str) -> str:
    """The same for two names that differ only in capitals, spaces and the shape of an apostrophe or a hyphen."""
    return " ".join(unicodedata.normalize("NFKC", name.translate(_APOSTROPHES_AND_HYPHENS)).casefold().split())


@lru_cache(maxsize=4096)
def loose_key(name: str) -> str:
    """The same also for names that differ in accents and punctuation: perhaps one person, perhaps two."""
    plain = unicodedata.normalize("NFKD", exact_key(name).replace("'", "").replace("-", " "))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(_NO_WORD.sub(" ", letters.translate(_UNDECOMPOSED)).split())


def without_title(name: str, titles: frozenset[str]) -> str:
    """Leave out “Mrs” or “Rev Dr” before a name, as long as at least two words stay."""
    words = name.split()
    while len(words) > 2 and words[0].rstrip(".").casefold() in titles:
        words = words[1:]
    return " ".join(words)
