# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Vectors of parcels: files that a member's vault signed and sealed to another's."""

import hashlib
from typing import Any

from storage import strictjson
from storage.blobs import file_id, pack_file
from storage.constants import ENTRY_SIGNATURE, PARCEL_MAGIC, PARCEL_SIGNATURE
from tests.storage.school import SCHOOL, identity, keys, kid, sealed, seed
from tests.vectors.vector import Vector

CONTENT = b"%PDF-1.7 what was exported, word for word\n" * 3
_FRAME = pack_file(CONTENT, seed("parcel salt")[:16])


def vectors() -> dict[str, Vector]:
    """All of them by name."""
    whole = parcel()
    files = [packed("CF-1.pdf"), packed("cf-1.pdf")]
    return {
        "parcel-sound": _parcel(
            whole, "success", ("maker-kid", kid("head")), ("content-sha256", hashlib.sha256(CONTENT).hexdigest())
        ),
        "parcel-for-others": _parcel(parcel(to=("chair",)), "not for us"),
        "parcel-sealed-on-to-us": _parcel(parcel(said_to=("chair",)), "refused"),
        "parcel-of-another-school": _parcel(parcel(school="ab" * 32), "refused"),
        "parcel-signed-by-another": _parcel(parcel(signer="chair"), "refused"),
        "parcel-signed-as-an-entry": _parcel(parcel(label=ENTRY_SIGNATURE), "refused"),
        "parcel-too-new": _parcel(parcel(v=2, more=1), "too new"),
        "parcel-unknown-field": _parcel(parcel(more=1), "refused"),
        "parcel-with-a-folder-in-a-name": _parcel(parcel(files=[packed("../x.pdf")]), "refused"),
        "parcel-with-a-name-twice": _parcel(parcel(files=files, pieces=2), "refused"),
        "parcel-with-a-piece-that-no-file-names": _parcel(parcel(pieces=2), "refused"),
        "parcel-with-another-piece": _parcel(parcel(files=[packed("CF-1.pdf", pieces=["ab" * 32])]), "refused"),
        "parcel-with-another-size": _parcel(parcel(files=[packed("CF-1.pdf", size=len(CONTENT) - 1)]), "refused"),
        "parcel-without-files": _parcel(parcel(files=[], pieces=0), "refused"),
        "parcel-cut-short": _parcel(whole[:-1], "refused"),
        "parcel-with-a-byte-more": _parcel(whole + b"\0", "refused"),
        "parcel-another-magic": _parcel(b"CNDRP2\0\0" + whole[8:], "refused"),
        "parcel-of-nothing": _parcel(PARCEL_MAGIC, "refused"),
    }


def packed(name: str, **other: Any) -> dict[str, Any]:
    """A file as a letter names it, with what a test wants otherwise."""
    return {"name": name, "about": "Case file", "size": len(CONTENT), "pieces": [file_id(_FRAME)], **other}


def parcel(
    *,
    to: tuple[str, ...] = ("dsl",),
    said_to: tuple[str, ...] | None = None,
    signer: str = "head",
    label: bytes = PARCEL_SIGNATURE,
    pieces: int = 1,
    **other: Any,
) -> bytes:
    """A parcel of the head's to the safeguarding lead, with what a test wants otherwise in its letter."""
    letter: dict[str, Any] = {
        "v": 1,
        "school": SCHOOL,
        "pub": keys("head").public.sign,
        "to": sorted(kid(name) for name in said_to or to),
        "at": "2026-11-20T15:12:00Z",
        "files": [packed("CF-1.pdf")],
        **other,
    }
    body = strictjson.encode(letter)
    signed = pack_file(keys(signer).signing.sign(label, body) + body, seed("letter salt")[:16])
    sealed_pieces = [sealed(frame, *to) for frame in (*[_FRAME] * pieces, signed)]
    return PARCEL_MAGIC + b"".join(len(each).to_bytes(4, "big") + each for each in sealed_pieces)


def _parcel(data: bytes, expect: str, *more: tuple[str, str]) -> Vector:
    reader = [("school", SCHOOL), ("kid", kid("dsl")), ("identity", str(identity("dsl")))]
    return Vector([("what", "parcel"), ("expect", expect), ("encoding", "base64"), *reader, *more], [data])
