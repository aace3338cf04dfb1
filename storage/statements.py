# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Directory statements as files: a signed body and the signatures under it (docs/format.md, 'Directory').

A statement's name is the hash of its body alone: a further or malleated signature cannot make a second statement.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

import msgspec

from storage import strictjson
from storage.body import Hex32, Moment, Word
from storage.constants import DIRECTORY_SIGNATURE, SIGNATURES_MAX, STATEMENT_ID, STATEMENT_MAX
from storage.errors import Fault, KnownError
from storage.keys import SigningSecret, check_signature, key_id

_SIGNATURE = 16 + 64


class Statement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a statement says: number `n` of its school, after `prev`, and typed `data`. The first has neither."""

    v: int
    n: Annotated[int, msgspec.Meta(ge=1, lt=2**16)]
    type: Word
    at: Moment
    data: dict[str, object]
    school: Hex32 | None = None
    prev: Hex32 | None = None


@dataclass(frozen=True, slots=True)
class SignedStatement:
    """A statement's bytes with its signatures by key id. Whether they suffice is for storage.directory to say."""

    body: bytes
    signatures: Mapping[str, bytes]

    @property
    def name(self) -> str:
        """The hash that the next statement refers to. The first one's is the school id."""
        return statement_name(self.body)

    def statement(self) -> Statement:
        """Read the body strictly. Raises KnownError(DIRECTORY_REFUSED)."""
        try:
            return msgspec.convert(strictjson.decode(self.body, at_most=STATEMENT_MAX), Statement)
        except (msgspec.ValidationError, KnownError):
            raise KnownError(Fault.DIRECTORY_REFUSED, reason="form") from None


def statement_name(body: bytes) -> str:
    """The labelled SHA-256 of a statement's body, in hex."""
    return hashlib.sha256(STATEMENT_ID + body).hexdigest()


def sign_statement(statement: Statement, signers: tuple[SigningSecret, ...]) -> SignedStatement:
    """Write a statement and sign it with each key given."""
    return countersign(SignedStatement(strictjson.encode(statement), {}), signers)


def countersign(signed: SignedStatement, signers: Iterable[SigningSecret]) -> SignedStatement:
    """The same statement with further signatures under it."""
    more = {key_id(key.public): key.sign(DIRECTORY_SIGNATURE, signed.body) for key in signers}
    return SignedStatement(signed.body, {**signed.signatures, **more})


def is_signed_by(signed: SignedStatement, sign_public: bytes) -> bool:
    """Say whether this key's signature stands under the statement, and is good."""
    signature = signed.signatures.get(key_id(sign_public))
    if signature is None:
        return False
    try:
        check_signature(DIRECTORY_SIGNATURE, sign_public, signed.body, signature)
    except KnownError:
        return False
    return True


def write_statement(signed: SignedStatement) -> bytes:
    """Lay a statement out as a file: length, body, then key id and signature in the order of key ids."""
    tail = b"".join(bytes.fromhex(kid) + signed.signatures[kid] for kid in sorted(signed.signatures))
    return len(signed.body).to_bytes(4, "big") + signed.body + tail


def read_statement(data: bytes) -> SignedStatement:
    """Read a statement file without believing it. Raises KnownError(DIRECTORY_REFUSED) on any other layout."""
    end = 4 + int.from_bytes(data[:4], "big")
    tail = data[end:]
    count, rest = divmod(len(tail), _SIGNATURE)
    if len(data) < end or len(data) > STATEMENT_MAX + 4 + _SIGNATURE * SIGNATURES_MAX or rest or count > SIGNATURES_MAX:
        raise KnownError(Fault.DIRECTORY_REFUSED, reason="layout")
    parts = [tail[i * _SIGNATURE : (i + 1) * _SIGNATURE] for i in range(count)]
    signatures = {part[:16].hex(): part[16:] for part in parts}
    if list(signatures) != sorted(signatures) or len(signatures) != count:
        raise KnownError(Fault.DIRECTORY_REFUSED, reason="layout")
    return SignedStatement(data[4:end], signatures)
