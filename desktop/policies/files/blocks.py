# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document as Candour reads it: its lines in order, plain text, whatever sort of file it came from."""

import re
import unicodedata
from enum import StrEnum

import msgspec

_SPACES = re.compile(r"\s+")


class Look(StrEnum):
    """How a block stood in its file."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"


class Block(msgspec.Struct, frozen=True):
    """One heading, paragraph, list item or row of a table; `page` counts from 1 where the file has pages.

    `clause_id` is there where a file that Candour wrote says that this clause begins here.
    """

    words: str
    look: Look = Look.TEXT
    page: int | None = None
    clause_id: str = ""


class Remark(StrEnum):
    """What was noticed while a file was read, to be told beside its text."""

    TABLES = "tables"
    PICTURES = "pictures"
    FOOTNOTES = "footnotes"
    HIDDEN = "hidden"
    BARE_PAGES = "bare_pages"
    LINKS = "links"
    PAGE_LINES = "page_lines"


class Document(msgspec.Struct, frozen=True):
    """A file's blocks, and how often each remark applies."""

    blocks: tuple[Block, ...]
    remarks: tuple[tuple[Remark, int], ...] = ()


def tidy(words: str) -> str:
    """One line of plain text: composed letters, single spaces, nothing that hides or steers other letters."""
    if words.isascii() and words.isprintable():  # mostly it is, and a handbook has a million letters
        return _SPACES.sub(" ", words).strip()
    kept = "".join(" " if c in "\t\n\r\x0b\x0c\u2028\u2029" else c for c in unicodedata.normalize("NFC", words))
    return _SPACES.sub(" ", "".join(c for c in kept if unicodedata.category(c) not in {"Cc", "Cf", "Co", "Cs"})).strip()
