# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words of a Word document that nobody sees, on the screen or on paper: hidden text, and letters of two points or less.

They are left out: who approved the document did not read them, and staff would be asked to confirm them. White letters
are read: in the dark head of a table they are what everybody sees.
"""

from itertools import groupby
from typing import TYPE_CHECKING

from desktop.policies.files.word_styles import lineage

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
_VANISH = f"{_W}rPr/{_W}vanish"
_OFF = ("0", "false", "off")
_UNREADABLE = 4
"""The most half-points of a letter that nobody can read."""


def leave_out_hidden(word: "WordDocument") -> int:
    """Take the hidden words out of a document. Returns at how many places some stood."""
    hides = _hiding_styles(word)
    return sum(_leave_out_in(paragraph, hides) for paragraph in word.element.body.iter(f"{_W}p"))


def _leave_out_in(paragraph: "_Element", hides: dict[str, bool]) -> int:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    by_default = style is not None and hides.get(style.get(_VAL, ""), False)
    runs = [run for run in paragraph.iter(f"{_W}r") if run.find(f"{_W}t") is not None]
    places = 0
    for hidden, together in groupby(runs, lambda run: _is_hidden(run, hides, by_default=by_default)):
        texts = [text for run in together for text in run.findall(f"{_W}t")] if hidden else []
        places += any((text.text or "").strip() for text in texts)
        for text in texts:
            text.text = ""
    return places


def _is_hidden(run: "_Element", hides: dict[str, bool], *, by_default: bool) -> bool:
    """What the run itself says, else its style, else that of its paragraph."""
    size = run.find(f"{_W}rPr/{_W}sz")
    written = size.get(_VAL, "") if size is not None else ""
    if written.isdecimal() and int(written) <= _UNREADABLE:
        return True
    style = run.find(f"{_W}rPr/{_W}rStyle")
    inherited = hides.get(style.get(_VAL, ""), by_default) if style is not None else by_default
    return _says(run, inherited=inherited)


def _hiding_styles(word: "WordDocument") -> dict[str, bool]:
    """Whether the words of a style are hidden, by its id, for those that say so or take over one that does."""
    hides: dict[str, bool] = {}
    for style in word.styles:
        says = next((each.element for each in lineage(style) if each.element.find(_VANISH) is not None), None)
        if says is not None:
            hides[style.style_id] = _says(says, inherited=False)
    return hides


def _says(element: "_Element", *, inherited: bool) -> bool:
    vanish = element.find(_VANISH)
    return inherited if vanish is None else vanish.get(_VAL, "1") not in _OFF
