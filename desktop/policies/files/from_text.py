# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Plain text and Markdown. Both are read as Markdown without lists, so that a clause keeps the number it was given."""

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.policies.faults import PolicyFault
from desktop.policies.files.blocks import Block, Document, Look, Remark, tidy
from desktop.policies.numbers import starts_with_number
from storage.errors import KnownError

if TYPE_CHECKING:
    from markdown_it.token import Token

_ITEM = re.compile(r"^(?:[-*•·▪◦‣]\s*)+(?=\S)")
_PAGE = re.compile(r"[^\W\d]\W+\d{1,3}$")
_QUOTED = re.compile(r"^(?:>\s?)+")
_OFF = ["list", "code", "lheading", "reference", "hr", "blockquote"]
"""Quotations are unmarked line by line: the rule for them reads a line again for each of its marks."""
_BREAKS = frozenset({"softbreak", "hardbreak"})


LARGEST_TEXT = 5_000_000
"""Bytes. A handbook of 500 pages has one million, and text that is made to take long takes some seconds for each."""


def read_text(data: bytes) -> Document:
    """Read UTF-8, or UTF-16 with its mark. Raises KnownError(TOO_LARGE, ENCODING, UNKNOWN_KIND)."""
    if len(data) > LARGEST_TEXT:
        raise KnownError(PolicyFault.TOO_LARGE, limit_mb=LARGEST_TEXT // 1_000_000)
    from markdown_it import MarkdownIt  # here, because only a policy that comes in needs it

    markdown = MarkdownIt("commonmark").enable("table").disable(_OFF)
    tokens = markdown.parse(_decoded(data))
    links = sum(child.type == "link_open" for token in tokens for child in token.children or ())
    tables = sum(token.type == "table_open" for token in tokens)
    found = ((Remark.TABLES, tables), (Remark.LINKS, links))
    return Document(tuple(_blocks(tokens)), tuple((remark, count) for remark, count in found if count))


def _decoded(data: bytes) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise KnownError(PolicyFault.ENCODING) from None
    if "\0" in text:
        raise KnownError(PolicyFault.UNKNOWN_KIND)
    return text


def _blocks(tokens: "Sequence[Token]") -> Iterator[Block]:
    look = Look.TEXT
    row: list[str] | None = None
    for token in tokens:
        if token.type == "heading_open":
            look = Look.HEADING
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row:
            yield Block(" | ".join(row), Look.ROW)
            row = None
        elif token.type in {"inline", "fence", "html_block"}:
            lines = _joined(filter(None, (_QUOTED.sub("", tidy(line)) for line in _lines(token))))
            if row is not None:
                row.append(" ".join(lines))
            else:
                yield from (_block(line, look) for line in lines)
            look = Look.TEXT


def _block(line: str, look: Look) -> Block:
    item = _ITEM.match(line)
    return Block(line[item.end() :], Look.ITEM) if item and look is Look.TEXT else Block(line, look)


def _joined(lines: Iterable[str]) -> list[str]:
    """A paragraph's lines as one, unless one begins with a number or a bullet or ends in the number of a page."""
    whole: list[list[str]] = []
    for line in lines:
        apart = starts_with_number(line) or _ITEM.match(line) or _PAGE.search(line)
        # The number of a page may stand on a line of its own, below the word before it.
        if whole and not apart and not _PAGE.search(" ".join(whole[-1][-2:])):
            whole[-1].append(line)
        else:
            whole.append([line])
    return [" ".join(each) for each in whole]


def _lines(token: "Token") -> list[str]:
    if token.type != "inline":
        return token.content.splitlines()
    parts = ["\n" if t.type in _BREAKS else "" if t.type == "html_inline" else t.content for t in token.children or ()]
    return "".join(parts).split("\n")
