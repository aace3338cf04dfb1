# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A handbook as schools have them, invented word by word: of any length, as text, Word document or PDF."""

import io
from collections.abc import Iterator
from random import Random

_TEXT = (
    "staff should never share their own telephone number with a child and must tell the designated lead about every "
    "gift that a family offers before they take it so that nobody has to wonder later what was meant by it in school "
    "or outside whenever adults work alone with children they keep the door open and say where they are because this "
    "protects everybody who works here including volunteers contractors governors and visitors on any day of the week"
)
_WORDS = tuple(_TEXT.split())
_CLAUSES_OF_A_PAGE = 4
_PARTS = 20
_PARAGRAPHS = 2
_SENTENCE, _LINE = 22, 95


def handbook(pages: int, seed: int = 1) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Some 400 words a page: each clause with its number, its heading and its paragraphs."""
    chance, made = Random(seed), []  # noqa: S311 - invented words, no secret
    for at in range(pages * _CLAUSES_OF_A_PAGE):
        chapter, section = divmod(at, _PARTS)
        number = f"{chapter + 1}" if section == 0 else f"{chapter + 1}.{section}"
        heading = " ".join(chance.choices(_WORDS, k=4)).capitalize()
        made.append((number, heading, tuple(_paragraph(chance) for _ in range(_PARAGRAPHS))))
    return tuple(made)


def as_text(pages: int, seed: int = 1) -> bytes:
    """As Markdown."""
    lines = (line for number, heading, texts in handbook(pages, seed) for line in (f"## {number} {heading}", *texts))
    return "\n\n".join(lines).encode()


def as_word(pages: int) -> bytes:
    """As a Word document with headings."""
    import docx

    word, out = docx.Document(), io.BytesIO()
    for number, heading, texts in handbook(pages):
        word.add_paragraph(f"{number} {heading}", style="Heading 2")
        for text in texts:
            word.add_paragraph(text)
    word.save(out)
    return out.getvalue()


def as_pdf(pages: int) -> bytes:
    """As a PDF with a number at the foot of each page."""
    from reportlab.pdfgen.canvas import Canvas

    out, clauses = io.BytesIO(), handbook(pages)
    canvas = Canvas(out)
    for page in range(pages):
        written = canvas.beginText(50, 800)
        for number, heading, texts in clauses[page * _CLAUSES_OF_A_PAGE : (page + 1) * _CLAUSES_OF_A_PAGE]:
            for line in (f"{number} {heading}", *(line for text in texts for line in _lines(text))):
                written.textLine(line)
        canvas.drawText(written)
        canvas.drawString(290, 30, f"{page + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _paragraph(chance: Random) -> str:
    return " ".join(" ".join(chance.choices(_WORDS, k=_SENTENCE)).capitalize() + "." for _ in range(2))


def _lines(text: str) -> Iterator[str]:
    held = ""
    for word in text.split():
        if len(held) + len(word) > _LINE:
            yield held
            held = ""
        held = f"{held} {word}".strip()
    yield held
