# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Vectors of envelopes. Sealing is random: these differ each time they are made, so what is published stays."""

import pyrage
from pyrage import x25519

from storage.exchange import envelope_name
from storage.verify import verify
from tests.storage.school import SCHOOL, addressee, framed, identity, keys, kid, plain_body, sealed
from tests.vectors.vector import Vector

FRAME = framed(plain_body())


def vectors() -> dict[str, Vector]:
    """All of them by name."""
    sound = sealed(FRAME, "dsl", "head")
    end = sound.index(b"\n---") + 49
    first_line = sound[: sound.index(b"\n") + 1]
    mac_line = b"--- " + b"A" * 43 + b"\n"
    own = envelope_name(sound)
    armoured = pyrage.encrypt(FRAME, [x25519.Recipient.from_str(keys("dsl").public.seal)], armored=True)
    return {
        "envelope-for-us": _envelope(sound, "success", ("eid", verify(FRAME, addressee("dsl")).eid)),
        "envelope-for-others": _envelope(sealed(FRAME, "chair"), "not for us"),
        "envelope-altered": _envelope(sound[:-1] + bytes([sound[-1] ^ 1]), "altered", ("name", own)),
        "envelope-altered-and-renamed": _envelope(sound[:-1] + bytes([sound[-1] ^ 1]), "not for us"),
        "envelope-altered-stanza": _envelope(sound.replace(b"X25519", b"X25518", 1), "altered", ("name", own)),
        "envelope-cut-short": _envelope(sound[:9000], "altered", ("name", own)),
        "envelope-with-a-byte-more": _envelope(sound + b"\0", "altered", ("name", own)),
        "envelope-without-payload": _envelope(sound[:end], "altered", ("name", own)),
        "envelope-armoured": _envelope(armoured, "not an envelope"),
        "envelope-with-dos-line-ends": _envelope(sound[:end].replace(b"\n", b"\r\n") + sound[end:], "not an envelope"),
        "envelope-of-25-stanzas": _envelope(first_line + b"-> a\n\n" * 25 + mac_line + bytes(40), "not an envelope"),
        "envelope-with-a-long-header": _envelope(
            first_line + b"-> X25519 " + b"A" * 4096 + b"\n" + mac_line + bytes(40), "not an envelope"
        ),
        "envelope-without-an-end-of-its-header": _envelope(first_line + b"-> X25519 " + b"A" * 500, "not an envelope"),
        "envelope-of-nothing": _envelope(b"", "not an envelope"),
        "envelope-under-a-passphrase": _envelope(_under_a_passphrase(), "not for us"),
        "envelope-around-no-frame": _envelope(sealed(b"no frame", "dsl"), "malformed"),
        "envelope-forwarded": _envelope(sealed(framed(plain_body(to=("head",))), "dsl"), "wrong reader"),
    }


def _under_a_passphrase() -> bytes:
    found: bytes = pyrage.passphrase.encrypt(b"anything", "a passphrase")  # type: ignore[attr-defined]  # not in our stubs
    return found


def _envelope(data: bytes, expect: str, *more: tuple[str, str]) -> Vector:
    headers = [("what", "envelope"), ("expect", expect), ("encoding", "base64")]
    reader = [("school", SCHOOL), ("kid", kid("dsl")), ("identity", str(identity("dsl")))]
    named = [] if any(name == "name" for name, _ in more) else [("name", envelope_name(data))]
    return Vector([*headers, *reader, *named, *more], [data])
