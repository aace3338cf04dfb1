# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finding the clauses of a document: a pure function of its blocks. What it cannot tell, it leaves to a person."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from desktop.policies.draft import Draft, Found, Line
from desktop.policies.files.blocks import Block, Document, Look
from desktop.policies.numbers import Numbered, numbered, starts_with_number

_LEADER = re.compile(r"[\s.…_|]*[\s.…|](?P<page>\d{1,3})$")
_CONTENTS = re.compile(r"^(?:table of )?(?:contents|index)$", re.IGNORECASE)
_HEADING_WORDS = 14
_LEAST_LINES = 3
BULLET = "• "
_MARKS = "* "


def find_clauses(document: Document) -> Found:
    """Part a document into front matter, contents and clauses."""
    blocks = document.blocks
    contents = _contents_span(blocks)
    lines = [line for block in blocks[contents] if (line := _contents_line(block))]
    front, clauses = _bodies([*blocks[: contents.start], *blocks[contents.stop :]])
    return Found(front, tuple(lines), clauses)


def _contents_span(blocks: Sequence[Block]) -> slice:
    """The first run of at least three lines that end in the number of a page, with the word above it."""
    start = None
    for at, block in enumerate([*blocks, Block("")]):
        if _contents_line(block):
            start = at if start is None else start
        elif start is not None:
            if at - start >= _LEAST_LINES:
                headed = start and _CONTENTS.match(blocks[start - 1].words)
                return slice(start - 1 if headed else start, at)
            start = None
    return slice(0, 0)


def _contents_line(block: Block) -> Line | None:
    page = _LEADER.search(block.words)
    if not page or len(block.words.split()) > _HEADING_WORDS + 4:
        return None
    words = block.words[: page.start()].replace(" | ", " ")
    found = numbered(words) or Numbered("", "", words.strip())
    return Line(found.number, found.words, found.appendix)


def _bodies(blocks: Sequence[Block]) -> tuple[tuple[str, ...], tuple[Draft, ...]]:
    front: list[str] = []
    clauses: list[Draft] = []
    held: list[str] = []
    appendix = ""
    has_numbers = any((opened := _opened(block, "")) and opened.number for block in blocks)
    for block in blocks:
        opened = _opened(block, appendix)
        # Where a document has numbers, a title above the first of them is no clause.
        if opened is None or (has_numbers and not clauses and not opened.label):
            (held if clauses else front).append(BULLET + block.words if block.look is Look.ITEM else block.words)
            continue
        _end(clauses, held)
        appendix = opened.appendix
        clauses.append(opened)
    _end(clauses, held)
    return tuple(front), tuple(clauses)


def _end(clauses: list[Draft], held: list[str]) -> None:
    if clauses:
        last = clauses[-1]
        clauses[-1] = msgspec.structs.replace(last, paragraphs=(*last.paragraphs, *held))
        held.clear()


def _opened(block: Block, appendix: str) -> Draft | None:
    """The clause that a block opens, if it does: by its number, by standing as a heading, or by bearing its id."""
    found = None if block.look is Look.ROW else numbered(block.words)
    known, is_headed = block.clause_id, block.look is Look.HEADING
    if found is None:
        paragraphs = () if is_headed else (block.words,)
        is_clause = is_headed or known
        return Draft("", block.words * is_headed, paragraphs, appendix, block.page, known) if is_clause else None
    is_headed = is_headed or (not known and _is_heading(found.words))
    if not found.number and not is_headed:
        return None
    within = found.appendix or appendix
    if is_headed:
        words = found.words.strip(_MARKS) or starts_with_number(block.words)
        return Draft(found.number, words, (), within, block.page, known)
    return Draft(found.number, "", (found.words.strip(_MARKS),), within, block.page, known)


def _is_heading(words: str) -> bool:
    return len(words.split()) <= _HEADING_WORDS and not words.endswith((".", ";", ",", ":", "”", '"'))


def in_order(found: Found) -> Iterator[str]:
    """Every word of a document once more, in order: nothing is lost by parting it."""
    yield from found.front
    for clause in found.clauses:
        yield from (clause.heading, *clause.paragraphs)
