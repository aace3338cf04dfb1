# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Handing an old entry to a new reader: a grant carries the entry's own frame, and is itself a signed entry.

A frame that does not name us is accepted only inside a grant that does, from an author who was among its readers or
wrote it. Whether the new reader may have it at all is desktop's to decide before granting, and to check on receipt.
"""

import base64
import binascii

from storage.errors import Fault, KnownError
from storage.frame import pack, unpack
from storage.keys import key_id
from storage.verify import VerifiedEntry, verify_granted

GRANT = "grant"


def grant_data(entry: VerifiedEntry) -> dict[str, object]:
    """What a grant's data says of the entry that it hands on: its signed bytes, without the padding."""
    body, signature = unpack(entry.frame)
    return {"body": base64.b64encode(body).decode("ascii"), "signature": base64.b64encode(signature).decode("ascii")}


def granted(grant: VerifiedEntry) -> VerifiedEntry:
    """Take the handed-on entry out of a verified grant. Raises KnownError as `verify` does."""
    body, signature = _bytes(grant, "body"), _bytes(grant, "signature")
    entry = verify_granted(pack(body, signature), grant.body.school)
    giver = key_id(bytes.fromhex(grant.body.author.pub))
    if giver not in {*entry.body.to, entry.author_kid}:
        raise KnownError(Fault.READER_REFUSED, reason="grant")
    return entry


def _bytes(grant: VerifiedEntry, name: str) -> bytes:
    text = grant.body.data.get(name)
    try:
        return base64.b64decode(text if isinstance(text, str) else "", validate=True)
    except (binascii.Error, ValueError):
        raise KnownError(Fault.ENTRY_MALFORMED, reason="grant") from None
