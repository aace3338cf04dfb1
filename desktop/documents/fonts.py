# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The bundled fonts, and which of them can print a character (ux.md 5.6).

reportlab prints nothing, and says nothing, for a character that its font lacks; so every text is given a chain of fonts
and each word the first of them that has all its letters.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

import resources

# Characters that hide, reorder or steer text: no font counts as printing them, so that they end as visible marks.
_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")


@dataclass(frozen=True, slots=True)
class Face:
    """One weight of one font: the name by which reportlab knows it, and every character that it prints."""

    name: str
    characters: frozenset[str]


_LAST_MAPPED = 0xFFFF


@cache
def face(name: str) -> Face:
    """Load a bundled font, named as its file ("Inter_400Regular"). FileNotFoundError when it is not shipped."""
    font = TTFont(name, str(resources.path(f"fonts/{name}.ttf")))
    registerFont(font)
    # Of a character beyond U+FFFF reportlab writes a map that no reader can turn back into text.
    drawn = (chr(code) for code, glyph in font.face.charToGlyph.items() if glyph and code <= _LAST_MAPPED)
    return Face(name, frozenset(character for character in drawn if not is_hidden(character)))


@cache
def plain() -> tuple[Face, ...]:
    """For running text."""
    return _chain("AtkinsonHyperlegibleNext_400Regular", "Literata_400Regular", "Inter_400Regular")


@cache
def bold() -> tuple[Face, ...]:
    """For labels."""
    return _chain("AtkinsonHyperlegibleNext_600SemiBold", "Literata_600SemiBold", "Inter_700Bold")


@cache
def serif() -> tuple[Face, ...]:
    """For titles."""
    return _chain("Literata_600SemiBold", "Inter_700Bold")


@cache
def mono() -> tuple[Face, ...]:
    """For references and fingerprints."""
    return _chain("AtkinsonHyperlegibleMono_400Regular", "Inter_400Regular")


def is_hidden(character: str) -> bool:
    """Say whether a character hides, reorders or steers text, or means nothing that is agreed on."""
    return character in _BLANK_LETTERS or unicodedata.category(character) in _HIDDEN


def _chain(*names: str) -> tuple[Face, ...]:
    return tuple(face(name) for name in names)
