# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A test vector as a text file: headers, an empty line, then payloads with an empty line between them (README.md)."""

import base64
import textwrap
from dataclasses import dataclass, field

FIRST_LINE = "Candour test vector 1"


@dataclass(frozen=True)
class Vector:
    """What a vector says. A header may stand more than once; `encoding` says how the payloads are written."""

    headers: list[tuple[str, str]] = field(default_factory=list)
    payloads: list[bytes] = field(default_factory=list)

    def one(self, name: str) -> str:
        """A header that must be there once."""
        (value,) = self.every(name)
        return value

    def every(self, name: str) -> list[str]:
        """All values of a header, none or more."""
        return [value for given, value in self.headers if given == name]


def write(vector: Vector) -> str:
    """Lay a vector out as text."""
    lines = [FIRST_LINE, *(f"{name}: {value}" for name, value in vector.headers)]
    is_text = ("encoding", "utf-8") in vector.headers
    blocks = [payload.decode() if is_text else _base64(payload) for payload in vector.payloads]
    return "\n".join(lines) + "\n" + "".join(f"\n{block}\n" for block in blocks)


def read(text: str) -> Vector:
    """Read what `write` wrote."""
    head, *blocks = text.removesuffix("\n").split("\n\n")
    first, *lines = head.split("\n")
    if first != FIRST_LINE:
        raise ValueError("not a Candour test vector")
    headers = [(name, value) for name, _, value in (line.partition(": ") for line in lines)]
    is_text = ("encoding", "utf-8") in headers
    return Vector(headers, [block.encode() if is_text else base64.b64decode(block) for block in blocks])


def _base64(data: bytes) -> str:
    return "\n".join(textwrap.wrap(base64.b64encode(data).decode(), 76))
