# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents as schools have them, made for the tests: Word files and PDFs, sound and faulty."""

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import docx
import pikepdf
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from lxml.etree import _Element
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

CODE = """Code of conduct

Contents
1. Introduction\t2
2. Gifts\t3
3. Dress\t4

1. Introduction

Everybody who works here keeps to this code, whatever their job, in school and outside it.

1.1 Who it is for

It is for staff, volunteers and contractors.

2. Gifts

Ask before you take one. This holds for gifts, rewards and every kind of hospitality that anybody offers.

3. Dress

Dress for the task.
"""


def word_file(change: Callable[[WordDocument], None] = lambda _: None) -> bytes:
    """The code as a Word file, its numbers typed, with whatever change a test wants."""
    word = docx.Document()
    for line in filter(None, CODE.splitlines()):
        word.add_paragraph(line)
    change(word)
    return _saved(word)


def _saved(word: WordDocument) -> bytes:
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def with_tracked_change(word: WordDocument) -> None:
    """Somebody put words in that nobody has accepted."""
    inserted = OxmlElement("w:ins")
    inserted.set(qn("w:author"), "somebody")
    word.paragraphs[-1]._p.append(inserted)


def with_content_control(word: WordDocument) -> None:
    """The last paragraph stands in a box that somebody fills in, within another."""
    last: _Element = word.paragraphs[-1]._p
    for _ in range(2):
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        last.addprevious(control)
        control.append(content)
        content.append(last)
        last = control


def with_nested_table(word: WordDocument) -> None:
    """A table in a cell of a table, as documents are laid out."""
    word.add_table(1, 1).cell(0, 0).add_table(1, 1).cell(0, 0).text = "Report it the same day."


def with_text_box(word: WordDocument) -> None:
    """A text box as Word writes it: once, and once more for older programs."""
    drawn, older = (f"<w:{name}>{_BOX}</w:{name}>" for name in ("drawing", "pict"))
    both = f"<mc:Choice Requires='wps'>{drawn}</mc:Choice><mc:Fallback>{older}</mc:Fallback>"
    names = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    run = parse_xml(f"<w:r {names}><mc:AlternateContent>{both}</mc:AlternateContent></w:r>")
    word.paragraphs[-1]._p.append(run)


_LINES = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in ("Ask first.", "Then act."))
_BOX = f"<w:txbxContent>{_LINES}</w:txbxContent>"


def with_hidden_words(word: WordDocument) -> None:
    """Hidden as Word hides, by itself and by two styles, and in letters of one point; beside words that are not."""
    base = word.styles.add_style("Unseen", WD_STYLE_TYPE.CHARACTER)
    base.font.hidden = True
    word.styles.add_style("Unseen too", WD_STYLE_TYPE.CHARACTER).base_style = base
    word.styles.add_style("Draft", WD_STYLE_TYPE.PARAGRAPH).font.hidden = True
    last = word.paragraphs[-1]
    last.add_run(" Never").font.hidden = True
    last.add_run(" ever.", style="Unseen too")
    last.add_run(" And")
    last.add_run("not so").font.size = Pt(1)
    last.add_run(" ").font.hidden = True
    last.add_run(" wash.", style="Unseen too").font.hidden = False
    word.add_paragraph("Nobody reads this.", style="Draft").add_run(" But this.").font.hidden = False


def with_styles_in_a_circle(word: WordDocument) -> None:
    """Two styles that rest on each other, and a paragraph of one of them."""
    first, second = (word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH) for name in ("First", "Second"))
    first.base_style, second.base_style = second, first
    word.add_paragraph("Round and round.", style="First")


def with_footnote(word: WordDocument) -> None:
    """A mark that leads to a footnote."""
    word.paragraphs[-1].add_run()._r.append(_with("w:footnoteReference", "2"))


def numbered_by_word() -> bytes:
    """Headings without a number in their text: Word counts them, 1, 1.1, 2."""
    word = docx.Document()
    numbering = word.part.numbering_part.element
    abstract, number = OxmlElement("w:abstractNum"), OxmlElement("w:num")
    abstract.set(qn("w:abstractNumId"), "77")
    for level, text in enumerate(("%1", "%1.%2")):
        abstract.append(_level(level, text))
    numbering.insert(0, abstract)
    number.set(qn("w:numId"), "77")
    number.append(_with("w:abstractNumId", "77"))
    numbering.append(number)
    for level, words in ((0, "Introduction"), (1, "Who it is for"), (0, "Gifts")):
        paragraph = word.add_paragraph(words, style="Heading 1")
        place = OxmlElement("w:numPr")
        place.append(_with("w:ilvl", str(level)))
        place.append(_with("w:numId", "77"))
        paragraph._p.get_or_add_pPr().append(place)
        word.add_paragraph("Some words below it.")
    return _saved(word)


def _level(level: int, text: str) -> _Element:
    element = OxmlElement("w:lvl")
    element.set(qn("w:ilvl"), str(level))
    for child in (_with("w:start", "1"), _with("w:numFmt", "decimal"), _with("w:lvlText", text)):
        element.append(child)
    return element


def _with(tag: str, value: str) -> _Element:
    element = OxmlElement(tag)
    element.set(qn("w:val"), value)
    return element


def with_part(data: bytes, name: str, content: bytes = b"x") -> bytes:
    """An archive with one more part."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def pdf_file(words: str = CODE) -> bytes:
    """The code as a PDF with a header and the number of each page."""

    def mark(canvas: Canvas, page: SimpleDocTemplate) -> None:
        canvas.drawString(60, 820, "Hollowbrook Primary School")
        canvas.drawString(60, 20, f"Page {page.page} of 9")

    out, body = io.BytesIO(), getSampleStyleSheet()["BodyText"]
    lines: list[Flowable] = [Paragraph(escape(line), body) for line in words.splitlines() if line]
    SimpleDocTemplate(out).build(lines, onFirstPage=mark, onLaterPages=mark)
    return out.getvalue()


def scanned(pages: int = 2) -> bytes:
    """Pages on which something is drawn and nothing is written."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(pages):
        canvas.rect(100, 100, 300, 500, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def partly_scanned() -> bytes:
    """A PDF of two sorts of pages: the code, then an annex of pictures."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_file())) as pdf, pikepdf.open(io.BytesIO(scanned())) as annex:
        pdf.pages.extend(annex.pages)
        pdf.save(out)
    return out.getvalue()


def protected(data: bytes) -> bytes:
    """The same PDF, opened by a password alone."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="horse", user="staple"))
    return out.getvalue()


def with_body(data: bytes, body: bytes, before: bytes = b"") -> bytes:
    """The same Word file with another body, and something before its first element."""
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (space, body)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            said = b'<?xml version="1.0"?>' + before + main if part == "word/document.xml" else old.read(part)
            new.writestr(part, said)
    return out.getvalue()
