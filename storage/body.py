# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The body of an entry: what is signed, once, as bytes, and kept for ever (docs/format.md, 'Body').

A body says which school, kind, case, readers, author and place in the author's chain it belongs to; storage reads no
further. What the entry is about stands in `data`, whose meaning belongs to desktop.
"""

import hashlib
from enum import StrEnum
from typing import Annotated

import msgspec

from storage import strictjson
from storage.constants import BODY_MAX, CHAIN_SET, ENTRY_ID, FILES_MAX, SLOTS
from storage.errors import Fault, KnownError

VERSION = 1
# Only days and times that the calendar has: what matches may be read as a date by anyone, without a fault.
_MONTHS_AND_DAYS = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
_LEAP_YEAR = "(?:[1-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)"
_DAY = f"(?:[1-9][0-9]{{3}}-(?:{_MONTHS_AND_DAYS}|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP_YEAR}-02-29)"
_TIME = "T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"
# Each ends in \Z: "$" would let a line end through.
Hex16 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
Hex32 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
Day = Annotated[str, msgspec.Meta(pattern=rf"^{_DAY}\Z")]
Moment = Annotated[str, msgspec.Meta(pattern=rf"^{_DAY}(?:{_TIME})?\Z")]
Word = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_.-]{0,63}\Z")]
Recipient = Annotated[str, msgspec.Meta(pattern=r"^age1[0-9a-z]{58}\Z")]
Readers = Annotated[tuple[Hex16, ...], msgspec.Meta(max_length=SLOTS[-1])]


class Standing(StrEnum):
    """How the author signed: with a vault's key, or at a walk-up with a key made for this one entry."""

    MEMBER = "member"
    WALK_UP_NAMED = "walkup-named"
    WALK_UP_ANONYMOUS = "walkup-anonymous"


class Author(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Who signed: the public key, and for a named walk-up the name that they gave, which nobody has checked."""

    pub: Hex32
    standing: Standing
    claims: Annotated[str, msgspec.Meta(max_length=400)] = ""


class Attachment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file that belongs to the entry: the hash of its blob frame, its length in bytes, its shown name and type."""

    blob: Hex32
    size: Annotated[int, msgspec.Meta(ge=0)]
    name: Annotated[str, msgspec.Meta(max_length=80)]
    type: Annotated[str, msgspec.Meta(max_length=80)]


class Body(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One entry's statement. `to` names every reader vault it is sealed to, sorted, and no other."""

    v: int
    school: Hex32
    kind: Word
    kv: Annotated[int, msgspec.Meta(ge=1)]
    rule: Annotated[str, msgspec.Meta(max_length=64)]
    to: Readers
    author: Author
    dir: tuple[Annotated[int, msgspec.Meta(ge=1)], Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{12}\Z")]]
    at: Moment
    tz: Annotated[str, msgspec.Meta(max_length=64)]
    ack: Hex16
    data: dict[str, object]
    chain: Hex16 | None = None
    seq: Annotated[int, msgspec.Meta(ge=1)] | None = None
    prev: Hex32 | None = None
    case: Hex32 | None = None
    parents: Annotated[tuple[Hex32, ...], msgspec.Meta(max_length=64)] = ()
    supersedes: Hex32 | None = None
    reply: Recipient | None = None
    to_reply: Recipient | None = None
    files: Annotated[tuple[Attachment, ...], msgspec.Meta(max_length=FILES_MAX)] = ()


def encode_body(body: Body) -> bytes:
    """Write a body as the bytes that will be signed. Raises KnownError(CONTENT_TOO_LARGE) past the limit."""
    data = strictjson.encode(body)
    if len(data) > BODY_MAX:
        raise KnownError(Fault.CONTENT_TOO_LARGE, limit=BODY_MAX)
    return data


def decode_body(data: bytes) -> Body:
    """Read a body strictly.

    Raises KnownError(ENTRY_MALFORMED) on any field that is unknown, missing or out of form, and
    KnownError(ENTRY_TOO_NEW) when a newer Candour wrote it.
    """
    value = strictjson.decode(data, at_most=BODY_MAX)
    if isinstance(value, dict) and isinstance(version := value.get("v"), int) and version > VERSION:
        raise KnownError(Fault.ENTRY_TOO_NEW, version=version)
    try:
        body = msgspec.convert(value, Body)
    except msgspec.ValidationError:
        raise KnownError(Fault.ENTRY_MALFORMED, reason="field") from None
    _check_shape(body)
    return body


def entry_id(body_bytes: bytes) -> str:
    """The entry's name: the labelled SHA-256 of the body alone, so that no other signature can make a second name."""
    return hashlib.sha256(ENTRY_ID + body_bytes).hexdigest()


def chain_key(to: tuple[str, ...], to_reply: str | None) -> str:
    """Name the exact set of readers that one chain of one author serves."""
    return hashlib.sha256(CHAIN_SET + "\n".join((*to, to_reply or "")).encode()).hexdigest()


def _check_shape(body: Body) -> None:
    """Hold what one field says about another: version, order of readers, chain and standing."""
    if body.author.standing is Standing.MEMBER:
        chained = body.chain is not None and body.seq is not None and (body.seq == 1) == (body.prev is None)
    else:
        chained = body.chain is None and body.seq is None and body.prev is None
    sound = (
        body.v == VERSION
        and list(body.to) == sorted(set(body.to))
        and chained
        and (body.author.standing is Standing.WALK_UP_NAMED) == bool(body.author.claims)
    )
    if not sound:
        raise KnownError(Fault.ENTRY_MALFORMED, reason="shape")
