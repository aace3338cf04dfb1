# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What law and guidance say, as dated data with its source. A school replaces the pack when an edition changes.

`must_check` marks what we could not read in the current edition itself: a screen that shows it says "check your current
edition" (practice.md, mark K).
"""

import tomllib
from datetime import date

import msgspec

import resources


class Piece(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement of guidance in our words, where it stands, and whether to check the current edition."""

    piece_id: str
    words: str
    source: str
    must_check: bool


class StatutoryPack(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A guidance document's pieces, its edition, and the day on which we last compared them."""

    pack_id: str
    title: str
    edition: str
    source: str
    checked_on: date
    note: str
    pieces: tuple[Piece, ...]

    def piece(self, piece_id: str) -> Piece:
        """Find a piece; KeyError when there is none."""
        for piece in self.pieces:
            if piece.piece_id == piece_id:
                return piece
        raise KeyError(piece_id)


def load_guidance() -> StatutoryPack:
    """Read the shipped pieces of statutory guidance on concerns about adults."""
    return msgspec.convert(tomllib.loads(resources.text("statutory/guidance.toml")), StatutoryPack)
