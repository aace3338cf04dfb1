# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The frame: a signed body, padded with zeros to one of three sizes, so that its length says next to nothing."""

from storage.constants import BUCKETS, FRAME_MAGIC
from storage.errors import Fault, KnownError

_PREFIX = len(FRAME_MAGIC) + 4
_SIGNATURE = 64


def pack(body: bytes, signature: bytes) -> bytes:
    """Frame a body and its 64-byte signature. Raises KnownError(CONTENT_TOO_LARGE) when no bucket holds it."""
    content = FRAME_MAGIC + len(body).to_bytes(4, "big") + body + signature
    bucket = next((size for size in BUCKETS if size >= len(content)), None)
    if bucket is None:
        raise KnownError(Fault.CONTENT_TOO_LARGE, limit=BUCKETS[-1] - _PREFIX - _SIGNATURE)
    return content.ljust(bucket, b"\0")


def unpack(frame: bytes) -> tuple[bytes, bytes]:
    """Take a frame apart into body and signature. Raises KnownError(ENTRY_MALFORMED) unless it is exactly a frame."""
    if len(frame) not in BUCKETS or not frame.startswith(FRAME_MAGIC):
        raise KnownError(Fault.ENTRY_MALFORMED, reason="frame")
    end = _PREFIX + int.from_bytes(frame[len(FRAME_MAGIC) : _PREFIX], "big")
    body, signature, padding = frame[_PREFIX:end], frame[end : end + _SIGNATURE], frame[end + _SIGNATURE :]
    smaller = [size for size in BUCKETS if size < len(frame)]
    wasteful = bool(smaller) and end + _SIGNATURE <= smaller[-1]
    if len(signature) != _SIGNATURE or padding.count(0) != len(padding) or wasteful:
        raise KnownError(Fault.ENTRY_MALFORMED, reason="frame")
    return body, signature
