# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that people read out, type and compare: return phrases, passphrases, a school's fingerprint, references.

The words are the EFF's large list (7,776 of them, 12.9 bits each), in lower case and without hyphens.
"""

from collections.abc import Callable
from functools import cache

import resources
from storage.errors import KnownError
from storage.typed_codes import from_base32, plain_letters, to_base32

RETURN_WORDS = 5
PASSPHRASE_WORDS = 4
READER_PASSPHRASE_WORDS = 5
FINGERPRINT_WORDS = 6
REFERENCE_BYTES = 5
_REFERENCE_LETTERS = 8


@cache
def word_list() -> tuple[str, ...]:
    """Every word that a phrase can hold, in alphabetical order."""
    return tuple(resources.text("words/eff_large.txt").split())


def new_phrase(words: int, choose: Callable[[tuple[str, ...]], str]) -> str:
    """Make a phrase of so many words. `choose` picks one at random (secrets.choice outside tests)."""
    return " ".join(choose(word_list()) for _ in range(words))


def tidy_phrase(typed: str) -> str:
    """Read a phrase as somebody typed it: any case, spaces or hyphens between the words."""
    return " ".join(typed.replace("-", " ").casefold().split())


def fingerprint(school_id: str) -> str:
    """Say a school's id in six words: 77 bits of it, to be compared with the poster in the staff room."""
    words, value = word_list(), int(school_id, 16)
    found = []
    for _ in range(FINGERPRINT_WORDS):
        value, place = divmod(value, len(words))
        found.append(words[place])
    return " ".join(found)


def reference(case_id: str) -> str:
    """Say a case's id briefly, as it stands on receipts and in the inbox ("7KQ4-M2XR"): its first 40 bits."""
    letters = to_base32(bytes.fromhex(case_id[: REFERENCE_BYTES * 2]), _REFERENCE_LETTERS)
    return f"{letters[:4]}-{letters[4:]}"


def read_reference(typed: str) -> str | None:
    """Read a reference as somebody typed it: any case, with or without the hyphen. None where it is none."""
    letters = plain_letters(typed)
    if len(letters) != _REFERENCE_LETTERS:
        return None
    try:
        return reference(from_base32(letters, REFERENCE_BYTES).hex())
    except (KnownError, ValueError):
        return None
