# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""May this be believed? Bytes in, a verified entry or an error out. No disk, no clock, no logging.

Only this module makes a `VerifiedEntry`; everything that shows, indexes or exports an entry takes that type. The order:

1. the frame is exactly a frame;
2. the body has one reading, and the form of its version;
3. the signature is the author's, and was made for an entry;
4. the entry belongs to this school;
5. it names us among its readers, or we wrote it ourselves.

Who the author *is* in the directory is not decided here: a directory may arrive later than the entry, so an entry of an
unknown or revoked key is kept and flagged (storage.judge).
"""

from dataclasses import dataclass

from storage.body import Body, decode_body, entry_id
from storage.constants import ENTRY_SIGNATURE
from storage.errors import Fault, KnownError
from storage.frame import pack, unpack
from storage.keys import check_signature, key_id


@dataclass(frozen=True, slots=True)
class VerifiedEntry:
    """An entry whose signature, school and readers have been checked, with the signed bytes that prove it."""

    eid: str
    body: Body
    body_bytes: bytes
    signature: bytes

    @property
    def frame(self) -> bytes:
        """The frame as it was sealed."""
        return pack(self.body_bytes, self.signature)

    @property
    def author_kid(self) -> str:
        """The key id of who signed: a vault's, or a walk-up's, which is used once."""
        return key_id(bytes.fromhex(self.body.author.pub))

    @property
    def case(self) -> str:
        """The case that the entry belongs to: its own name when it opens one."""
        return self.body.case or self.eid


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is reading: the school, our vaults' key ids, and the reply recipient of a walk-up reporter who returns."""

    school: str
    kids: frozenset[str]
    reply: str | None = None


def verify(frame: bytes, me: Addressee) -> VerifiedEntry:
    """Verify one frame. Raises KnownError with ENTRY_*, SIGNATURE_REFUSED, SCHOOL_REFUSED or READER_REFUSED."""
    entry = verify_granted(frame, me.school)
    named = not me.kids.isdisjoint(entry.body.to) or (me.reply is not None and entry.body.to_reply == me.reply)
    if not named and entry.author_kid not in me.kids:
        raise KnownError(Fault.READER_REFUSED, reason="not named")
    return entry


def verify_granted(frame: bytes, school: str) -> VerifiedEntry:
    """Verify a frame that need not name us, because a reader handed it on (storage.grants). Raises as `verify`."""
    body_bytes, signature = unpack(frame)
    body = decode_body(body_bytes)
    check_signature(ENTRY_SIGNATURE, bytes.fromhex(body.author.pub), body_bytes, signature)
    if body.school != school:
        raise KnownError(Fault.SCHOOL_REFUSED)
    return VerifiedEntry(entry_id(body_bytes), body, body_bytes, signature)
