# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reply key of a walk-up report: made from its return phrase, so that no machine has to keep it.

Argon2id stretches the phrase, salted with the school; the result is an age X25519 identity, of which only the public
part stands in the report. The cost is part of the format: another one would make other keys of the same phrase.
"""

import hashlib
import unicodedata

from nacl.pwhash import argon2id
from pyrage import x25519

from storage.bech32 import write_secret_key
from storage.constants import ARGON_MEMORY_FLOOR, ARGON_PASSES_FLOOR, REPLY_SALT


def reply_identity(phrase: str, school: str) -> x25519.Identity:
    """Make the identity that opens the replies to a report. Takes the words with single spaces, and the school id.

    Case and Unicode form do not matter. Deliberately slow (a fraction of a second, 64 MiB).
    """
    words = unicodedata.normalize("NFKC", phrase).casefold().encode()
    salt = hashlib.sha256(REPLY_SALT + bytes.fromhex(school)).digest()[: argon2id.SALTBYTES]
    secret = argon2id.kdf(32, words, salt, opslimit=ARGON_PASSES_FLOOR, memlimit=ARGON_MEMORY_FLOOR)
    return x25519.Identity.from_str(write_secret_key(secret))
