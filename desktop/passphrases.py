# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How good a passphrase is, while somebody chooses it (security.md 3.9): too easy to guess, good or strong, and why.

Nothing is counted that a guesser gets for nothing: names that stand on the staff list, and pieces that everybody uses
(resources/words/too_common.txt). Pure; no passphrase is kept or logged.
"""

import re
from collections.abc import Collection
from enum import StrEnum
from functools import cache

import resources
from desktop.faults import DeskFault
from desktop.people import PersonId, School
from storage.constants import PASSPHRASE_LENGTH_MIN
from storage.errors import KnownError
from storage.vault import check_passphrase

_LEFT_MIN = 8
"""Letters that have to be left when names and common pieces are taken out."""
_DIFFERENT_MIN = 6
_STRONG_LENGTH = 24
_STRONG_DIFFERENT = 10
_NAME_MIN = 3
_REPEATED = re.compile(r"(.{1,6}?)\1{2,}")


class Strength(StrEnum):
    """What the meter says. The first three are refused."""

    SHORT = "short"
    NAMES = "names"
    COMMON = "common"
    GOOD = "good"
    STRONG = "strong"

    @property
    def is_refused(self) -> bool:
        """Say whether nobody may choose it."""
        return self in {Strength.SHORT, Strength.NAMES, Strength.COMMON}


def strength_of(passphrase: str, names: Collection[str]) -> Strength:
    """Judge a passphrase. `names` are those that a guesser knows: the person's own and the school's."""
    if len(passphrase) < PASSPHRASE_LENGTH_MIN:
        return Strength.SHORT
    letters = _plain(passphrase)
    without_names = _without(letters, {_plain(part) for name in names for part in name.split()})
    if len(without_names) < _LEFT_MIN:
        return Strength.NAMES
    left = _REPEATED.sub(r"\1", _without(without_names, common_pieces()))
    if len(left) < _LEFT_MIN or len(set(left)) < _DIFFERENT_MIN:
        return Strength.COMMON
    is_strong = len(left) >= _STRONG_LENGTH and len(set(left)) >= _STRONG_DIFFERENT
    return Strength.STRONG if is_strong else Strength.GOOD


def check_choice(passphrase: str, names: Collection[str]) -> None:
    """Refuse a passphrase that nobody may choose. Raises KnownError(PASSPHRASE_SHORT, PASSPHRASE_EASY)."""
    check_passphrase(passphrase)
    if strength_of(passphrase, names).is_refused:
        raise KnownError(DeskFault.PASSPHRASE_EASY)


def known_names(school: School, person: PersonId) -> tuple[str, ...]:
    """The names that whoever guesses this person's passphrase tries first: the school's, and their own if listed."""
    listed = school.people.get(person)
    return (school.name, *((listed.name,) if listed else ()))


@cache
def common_pieces() -> frozenset[str]:
    """Pieces that a guesser tries first, without capitals and spaces."""
    lines = resources.text("words/too_common.txt").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _without(letters: str, pieces: Collection[str]) -> str:
    """Take out each piece, the longest first, wherever it stands."""
    for piece in sorted((piece for piece in pieces if len(piece) >= _NAME_MIN), key=len, reverse=True):
        letters = letters.replace(piece, "")
    return letters
