# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The keys of a walk-up report: made from its return phrase, so that no machine has to keep them.

Argon2id stretches the phrase, salted with the school; the result is an age X25519 identity, of which only the public
part stands in the report, and from it a signing key, with which the report and whatever is added to it are signed. The
cost is part of the format: another one would make other keys of the same phrase.
"""

import hashlib
import unicodedata
from dataclasses import dataclass, field

from nacl.pwhash import argon2id
from pyrage import x25519

from storage.bech32 import write_secret_key
from storage.constants import ARGON_MEMORY_FLOOR, ARGON_PASSES_FLOOR, REPLY_SALT, RETURN_SIGNING
from storage.keys import SigningSecret


@dataclass(frozen=True, slots=True)
class ReturnKeys:
    """What a return phrase is good for: opening what answers the report, and signing as whoever wrote it."""

    identity: x25519.Identity = field(repr=False)
    signing: SigningSecret = field(repr=False)

    @property
    def recipient(self) -> str:
        """The public part of the identity, to which answers are sealed."""
        return str(self.identity.to_public())


def return_keys(phrase: str, school: str) -> ReturnKeys:
    """Make the keys of a return phrase. Takes the words with single spaces, and the school id.

    Case and Unicode form do not matter. Deliberately slow (a fraction of a second, 64 MiB).
    """
    words = unicodedata.normalize("NFKC", phrase).casefold().encode()
    salt = hashlib.sha256(REPLY_SALT + bytes.fromhex(school)).digest()[: argon2id.SALTBYTES]
    secret = argon2id.kdf(32, words, salt, opslimit=ARGON_PASSES_FLOOR, memlimit=ARGON_MEMORY_FLOOR)
    signing = SigningSecret(hashlib.sha256(RETURN_SIGNING + secret).digest())
    return ReturnKeys(x25519.Identity.from_str(write_secret_key(secret)), signing)
