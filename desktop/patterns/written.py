# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names as people write them, taken apart: title, words, what stands before a comma; and when two words are one name.

Nothing here knows who works where (`desktop/patterns/names.py`) or which child is which (`children.py`).
"""

import re
from enum import IntEnum
from functools import cache

import msgspec
from msgspec import Struct
from rapidfuzz.distance import OSA

import resources
from desktop.importing.names import loose_key

_SLIP_FROM = 3
"""Letters that both words need for one slip to be read as one: "Li" and "Lo" are two names, "Kar" may be "Kaur"."""
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]?")
_MOST_WORDS = 6


class Likeness(IntEnum):
    """How alike a written first name and a known one are; a higher one says more."""

    OTHER = 0
    NOT_GIVEN = 1
    INITIAL = 2
    SLIP = 3
    SHORT = 4
    EXACT = 5


class Written(Struct, frozen=True, kw_only=True):
    """One name as written: folded words without the titles, and how many of them stood before a comma."""

    words: tuple[str, ...] = ()
    title: str = ""
    """One of the known titles, folded; empty: none."""
    before_comma: int = 0
    """0: no comma."""


class Titles(Struct, frozen=True, forbid_unknown_fields=True):
    """Titles, folded; those of one list are mixed up every day."""

    she: tuple[str, ...]
    he: tuple[str, ...]
    anyone: tuple[str, ...]


class ShortForms(Struct, frozen=True, forbid_unknown_fields=True):
    """First names of which those on one line may stand for each other."""

    lines: tuple[tuple[str, ...], ...]


class Weights(Struct, frozen=True, forbid_unknown_fields=True):
    """What each likeness says for or against a person; see resources/patterns/names.toml."""

    last_exact: float
    last_slip: float
    last_half: float
    word_left_over: float
    order_swapped: float
    first_exact: float
    first_short: float
    first_slip: float
    first_initial: float
    first_other: float
    title_same: float
    title_alike: float
    title_other: float
    role_same: float
    role_alike: float
    role_other: float
    department_same: float
    department_other: float
    site_same: float
    site_other: float
    in_post: float
    left_lately: float
    not_in_post: float
    enough: float
    margin: float


class Days(Struct, frozen=True, forbid_unknown_fields=True):
    """Limits in days."""

    around_post: int


class Naming(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in resources/patterns/names.toml."""

    titles: Titles
    short_forms: ShortForms
    weights: Weights
    days: Days
    not_names: frozenset[str]


@cache
def naming() -> Naming:
    """The shipped data on how names are written."""
    return msgspec.toml.decode(resources.text("patterns/names.toml"), type=Naming)


@cache
def titles() -> frozenset[str]:
    """Every title, folded."""
    known = naming().titles
    return frozenset((*known.she, *known.he, *known.anyone))


@cache
def _lines_of() -> dict[str, frozenset[int]]:
    lines: dict[str, set[int]] = {}
    for number, names in enumerate(naming().short_forms.lines):
        for name in names:
            lines.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in lines.items()}


def taken_apart(text: str) -> Written:
    """Take a written name apart. Brackets ("(parent)", "(4B)") and all but its first six words are left out."""
    before, comma, after = _BRACKETS.sub(" ", text).partition(",")
    first, second = loose_key(before).split(), loose_key(after).split()
    title = next((word for word in (*first, *second) if word in titles()), "")
    first, second = ([word for word in words if word not in titles()] for words in (first, second))
    return Written(
        words=tuple((*first, *second)[:_MOST_WORDS]), title=title, before_comma=len(first) if comma and second else 0
    )


def is_slip(one: str, other: str) -> bool:
    """Say whether two different words are one slip apart: a letter more, less, wrong, or two changed about."""
    return (
        min(len(one), len(other)) >= _SLIP_FROM
        and len(one) + len(other) > 2 * _SLIP_FROM
        and one != other
        and OSA.distance(one, other, score_cutoff=1) == 1
    )


def first_names_alike(written: str, known: str) -> Likeness:
    """Compare a written first name with a known one, both folded and of one word."""
    if not written or not known:
        return Likeness.NOT_GIVEN
    if written == known:
        return Likeness.EXACT
    if len(written) == 1 or len(known) == 1:
        return Likeness.INITIAL if written[0] == known[0] else Likeness.OTHER
    if _stands_for(written, known):
        return Likeness.SHORT
    return Likeness.SLIP if is_slip(written, known) else Likeness.OTHER


def _stands_for(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > 2 and longer.startswith(shorter):
        return True
    lines = _lines_of()
    return not lines.get(one, frozenset()).isdisjoint(lines.get(other, frozenset()))


@cache
def titles_alike(one: str, other: str) -> float:
    """What two folded titles say for their being one person: nothing where either is missing or anyone's."""
    known, weights = naming().titles, naming().weights
    if one and one == other:
        return weights.title_same
    if (one in known.she and other in known.she) or (one in known.he and other in known.he):
        return weights.title_alike
    if (one in known.she and other in known.he) or (one in known.he and other in known.she):
        return weights.title_other
    return 0.0
