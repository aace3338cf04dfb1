# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Vectors of the frames of files, and of a file that was sealed."""

import hashlib

from storage.blobs import file_id, pack_file
from storage.constants import FILE_MAGIC, FILE_MAX
from storage.exchange import file_name
from tests.storage.school import SCHOOL, identity, kid, sealed, seed
from tests.vectors.vector import Vector

_SALT = seed("salt")[:16]
_CONTENT = b"What was on the note, word for word. " * 9


def vectors() -> dict[str, Vector]:
    """All of them by name."""
    sound = pack_file(_CONTENT, _SALT)
    content = ("content-sha256", hashlib.sha256(_CONTENT).hexdigest())
    nothing = pack_file(b"", _SALT)
    past_the_end = FILE_MAGIC + _SALT + (len(sound)).to_bytes(8, "big") + sound[32:]
    too_large = FILE_MAGIC + _SALT + (FILE_MAX + 1).to_bytes(8, "big") + _CONTENT
    return {
        "file-sound": _file(sound, "success", content, ("blob", file_id(sound))),
        "file-of-nothing": _file(
            nothing, "success", ("content-sha256", hashlib.sha256(b"").hexdigest()), ("blob", file_id(nothing))
        ),
        "file-without-padding": _file(sound[: 32 + len(_CONTENT)], "malformed"),
        "file-a-byte-more": _file(sound + b"\0", "malformed"),
        "file-something-in-the-padding": _file(sound[:-1] + b"\1", "malformed"),
        "file-length-past-the-end": _file(past_the_end, "malformed"),
        "file-length-past-the-limit": _file(too_large, "malformed"),
        "file-cut-in-its-head": _file(sound[:20], "malformed"),
        "file-another-magic": _file(b"CNDRB2\0\0" + sound[8:], "malformed"),
        "envelope-of-a-file": _sealed(sealed(sound, "dsl", "head"), "success", ("blob", file_id(sound))),
        "envelope-of-a-malformed-file": _sealed(sealed(sound[:-1], "dsl"), "malformed"),
        "envelope-of-a-file-for-others": _sealed(sealed(sound, "chair"), "not for us"),
    }


def _file(frame: bytes, expect: str, *more: tuple[str, str]) -> Vector:
    content = frame.rstrip(b"\0")
    zeros = ("zeros-follow", str(len(frame) - len(content)))
    return Vector([("what", "file"), ("expect", expect), ("encoding", "base64"), zeros, *more], [content])


def _sealed(data: bytes, expect: str, *more: tuple[str, str]) -> Vector:
    reader = [("school", SCHOOL), ("kid", kid("dsl")), ("identity", str(identity("dsl"))), ("name", file_name(data))]
    return Vector([("what", "envelope"), ("expect", expect), ("encoding", "base64"), *reader, *more], [data])
