# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sealing a frame to its readers with age, and opening what was sealed to one of our keys.

Two rules make it safe. Every envelope has the same number of recipient slots, real readers and throw-away keys shuffled
together, because age's header can be counted. And nothing is handed to age before our own check of its header: age's
parser takes minutes over a hostile header of a few hundred kilobytes (docs/format.md, 'Envelope').

age is given streams: over them it is faster than over bytes, and lets the other threads of this process have their turn
between two pieces. It hands out pieces before it has seen that the end is missing, so nobody sees them before it is
done.
"""

import io
import re
from collections.abc import Callable, MutableSequence, Sequence

import pyrage
from pyrage import x25519

from storage.constants import AGE_FIRST_LINE, ENVELOPE_MAX, HEADER_MAX, STANZAS_MAX
from storage.errors import Fault, KnownError

_HEADER_END = re.compile(rb"\n--- [A-Za-z0-9+/]{43}\n")

Shuffle = Callable[[MutableSequence[str]], None]


def check_envelope(data: bytes) -> None:
    """Refuse what age must not be asked to read. Raises KnownError(SEAL_REFUSED); takes microseconds."""
    if len(data) > ENVELOPE_MAX:
        raise KnownError(Fault.SEAL_REFUSED, reason="header")
    check_header(data)


def check_header(data: bytes) -> None:
    """Refuse a file, by its first HEADER_MAX bytes or more, whose header age must not be asked to read.

    Raises KnownError(SEAL_REFUSED).
    """
    header = _HEADER_END.search(data, 0, HEADER_MAX)
    if header is None or not data.startswith(AGE_FIRST_LINE) or data.count(b"\n-> ", 0, header.end()) > STANZAS_MAX:
        raise KnownError(Fault.SEAL_REFUSED, reason="header")


def seal(frame: bytes, recipients: Sequence[str], slots: int, shuffle: Shuffle) -> bytes:
    """Seal a frame to age recipients, filled up to `slots` with keys that nobody has, in an order that says nothing.

    `shuffle` is the source of that order (a cryptographic one outside tests). Raises KnownError(TOO_MANY_READERS).
    """
    if len(recipients) > slots:
        raise KnownError(Fault.TOO_MANY_READERS, limit=slots)
    strangers = (str(x25519.Identity.generate().to_public()) for _ in range(slots - len(recipients)))
    everyone = [*recipients, *strangers]
    shuffle(everyone)
    sealed = io.BytesIO()
    pyrage.encrypt_io(io.BytesIO(frame), sealed, [x25519.Recipient.from_str(each) for each in everyone])
    return sealed.getvalue()


def open_envelope(data: bytes, identities: Sequence[x25519.Identity]) -> bytes | None:
    """Open an envelope with any of our identities. Returns the frame, or None when it is not for us or damaged.

    age cannot tell those two apart when the damage lies in our own slot; the missing receipt does.
    Raises KnownError(SEAL_REFUSED) when the header fails our check.
    """
    check_envelope(data)
    opened = io.BytesIO()
    try:
        pyrage.decrypt_io(io.BytesIO(data), opened, identities)
    except (pyrage.DecryptError, OSError, ValueError):
        return None
    return opened.getvalue()
