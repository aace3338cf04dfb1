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
    sealed = _Sink()
    pyrage.encrypt_io(_Source(frame), sealed, [x25519.Recipient.from_str(each) for each in everyone])
    return bytes(sealed.content)


def open_envelope(data: bytes, identities: Sequence[x25519.Identity]) -> bytes | None:
    """Open an envelope with any of our identities. Returns the frame, or None when it is not for us or damaged.

    age cannot tell those two apart when the damage lies in our own slot; the missing receipt does.
    Raises KnownError(SEAL_REFUSED) when the header fails our check.
    """
    check_envelope(data)
    opened = _Sink()
    try:
        pyrage.decrypt_io(_Source(data), opened, identities)
    except (pyrage.DecryptError, OSError, ValueError):
        return None
    return bytes(opened.content)


class _Source:
    """Bytes as a stream to read."""

    def __init__(self, data: bytes) -> None:
        self._data = memoryview(data)
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """Read the next bytes, at most so many."""
        end = len(self._data) if size < 0 else self._at + size
        piece = self._data[self._at : end]
        self._at += len(piece)
        return bytes(piece)


class _Sink:
    """A stream to write to, which keeps everything."""

    def __init__(self) -> None:
        self.content = bytearray()

    def write(self, piece: bytes) -> int:
        """Take the next bytes."""
        self.content += piece
        return len(piece)

    def flush(self) -> None:
        """Nothing is held back."""
