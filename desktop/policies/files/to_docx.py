# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A version as a Word file, to be changed elsewhere and read again: each clause bears its id in a hidden bookmark.

Numbers are plain text, so that Word never counts them anew by itself.
"""

import io
from typing import TYPE_CHECKING

from desktop.documents.policy import approval_words
from desktop.policies.clauses import BULLET
from desktop.policies.files.from_docx import BOOKMARK
from desktop.policies.numbers import places
from desktop.policies.version import Clause, Version

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

_DEEPEST = 4
_TITLE_POINTS = 20


def write_docx(version: Version) -> bytes:
    """The title, which version it is, and the clauses. A long policy takes some seconds."""
    import docx

    word = docx.Document()
    word.core_properties.title, word.core_properties.author = version.title, ""
    word.core_properties.comments, word.core_properties.language = "", "en-GB"
    _add_title(word, version)
    appendix = ""
    for at, clause in enumerate(version.clauses):
        _add_clause(word, clause, at, opens_appendix=clause.appendix != appendix and not clause.number)
        appendix = clause.appendix
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _add_title(word: "WordDocument", version: Version) -> None:
    from docx.shared import Pt

    paragraph = word.add_paragraph()  # one for both: an edition by itself may look like the number of a clause
    run = paragraph.add_run(version.title)
    run.bold, run.font.size = True, Pt(_TITLE_POINTS)
    run.add_break()
    paragraph.add_run(approval_words(version))


def _add_clause(word: "WordDocument", clause: Clause, at: int, *, opens_appendix: bool) -> None:
    """The heading; a clause without one begins with its number in its first paragraph."""
    number = f"Appendix {clause.appendix}" if opens_appendix else clause.label * bool(clause.number)
    paragraphs = clause.paragraphs
    if clause.heading or not paragraphs:
        words = clause.heading.removeprefix(number).strip() if opens_appendix else clause.heading
        first = word.add_heading(f"{number} {words}".strip(), _depth(clause))
    else:
        first = word.add_paragraph(f"{number} {paragraphs[0]}".strip())
        paragraphs = paragraphs[1:]
    _add_bookmark(first, clause.clause_id, at)
    for words in paragraphs:
        is_item = words.startswith(BULLET)
        word.add_paragraph(words.removeprefix(BULLET), style="List Bullet" if is_item else None)


def _depth(clause: Clause) -> int:
    depth = len(places(clause.number)) if clause.number else 1
    return min(_DEEPEST, depth + bool(clause.appendix and clause.number))


def _add_bookmark(paragraph: "WordParagraph", clause_id: str, at: int) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(at))
    start.set(qn("w:name"), f"{BOOKMARK}{clause_id}")
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)  # noqa: SLF001 - the element itself
    paragraph._p.append(end)  # noqa: SLF001 - the same
