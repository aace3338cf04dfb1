# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Handing an old entry to a new reader: a grant carries the entry's own frame, and is itself a signed entry.

A frame that does not name us is accepted only inside a grant that does, from an author who was among its readers or
wrote it. Whoever holds it by a grant themselves hands that grant on, so that every step of the way can be checked.
Whether the new reader may have it at all is desktop's to decide before granting, and to check on receipt.
"""

import base64
import binascii
from collections.abc import Mapping
from contextlib import suppress

from storage.body import decode_body, entry_id
from storage.constants import GRANT_STEPS_MAX
from storage.errors import Fault, KnownError
from storage.frame import pack, unpack
from storage.keys import key_id
from storage.verify import VerifiedEntry, verify_granted

GRANT = "grant"


def grant_data(entry: VerifiedEntry) -> dict[str, object]:
    """What a grant's data says of the entry that it hands on: its signed bytes, without the padding.

    To hand on what was handed to us, this is asked of the grant by which we hold it.
    """
    body, signature = unpack(entry.frame)
    return {"body": base64.b64encode(body).decode("ascii"), "signature": base64.b64encode(signature).decode("ascii")}


def granted(grant: VerifiedEntry) -> VerifiedEntry:
    """Take the handed-on entry out of a verified grant, however often it was handed on. Raises KnownError as `verify`.

    Each giver on the way held what they gave, and none of them moved it into another case.
    """
    for _ in range(GRANT_STEPS_MAX):
        entry = _one_step(grant)
        if entry.body.kind != GRANT:
            return entry
        grant = entry
    raise KnownError(Fault.ENTRY_MALFORMED, reason="grant")


def handed_on(data: Mapping[str, object]) -> str | None:
    """Name the entry that a grant's data hands on, or None where it hands on nothing. Believes what it reads."""
    with suppress(KnownError):
        for _ in range(GRANT_STEPS_MAX):
            body = _bytes(data, "body")
            inner = decode_body(body)
            if inner.kind != GRANT:
                return entry_id(body)
            data = inner.data
    return None


def _one_step(grant: VerifiedEntry) -> VerifiedEntry:
    frame = pack(_bytes(grant.body.data, "body"), _bytes(grant.body.data, "signature"))
    entry = verify_granted(frame, grant.body.school)
    if key_id(bytes.fromhex(grant.body.author.pub)) not in {*entry.body.to, entry.author_kid}:
        raise KnownError(Fault.READER_REFUSED, reason="grant")
    if entry.case != grant.case:
        raise KnownError(Fault.ENTRY_MALFORMED, reason="grant")
    return entry


def _bytes(data: Mapping[str, object], name: str) -> bytes:
    text = data.get(name)
    try:
        return base64.b64decode(text if isinstance(text, str) else "", validate=True)
    except (binascii.Error, ValueError):
        raise KnownError(Fault.ENTRY_MALFORMED, reason="grant") from None
