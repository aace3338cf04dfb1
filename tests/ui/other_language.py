# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A language that marks every text that was translated, so that what was not shows: ‹like this›.

What stands in forms, vocabularies and other resources, what people wrote, dates and keys are data and bear no mark.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

import resources
from tests.ui.walkers import accessible_name
from ui.widgets.labels import PlainLabel

BEGIN, END = "‹", "›"
_MARKED = re.compile(f"{BEGIN}[^{BEGIN}{END}]*{END}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SENTENCES = re.compile(r"(?<=[.:?!…])\s+|\n")
_BETWEEN = re.compile(r"[,;·()\n]|(?<=[.:?!…])\s+")
_EDGES = " .,;:·–—…“”?!"
_LEAST_FIXED, _LEAST_HEADING = 3, 12
_MADE = re.compile(
    r"[0-9A-Z]{4}(?:-[0-9A-Z]{4})+"  # a reference, or the key on paper
    r"|(?:\w+day )?\d{1,2} [A-Z][a-z]+(?: \d{4})?"
    r"|[\d.]+ (?:bytes|KB|MB)|.+\.(?:jpg|png|pdf|docx|txt)"  # a file's size and name
    r"|(?:Ctrl|Alt|Shift)\+.*|Esc|Enter"  # keys, as Qt or the keyboard names them
    # What desktop says in its code, of clocks, places and limits, which knows no other language yet.
    r"|extension \d+|by \d\d:\d\d tomorrow|You have \d+ hours|\d+ h \d+ min left|Today"
    r"|Your school asks to hear about every gift"
)


class MarkingTranslator(QTranslator):
    """Translates everything by marking it."""

    @override
    def translate(
        self, context: bytes | str, sourceText: bytes | str, disambiguation: bytes | str | None = None, n: int = -1
    ) -> str:
        text = sourceText.decode() if isinstance(sourceText, bytes) else sourceText
        return f"{BEGIN}{text}{END}"

    @override
    def isEmpty(self) -> bool:
        return False


def plain_name(widget: QWidget) -> str:
    """What a screen reader would call a widget in English."""
    return without_marks(accessible_name(widget))


def without_marks(text: str) -> str:
    """A text as it stands in English."""
    return text.replace(BEGIN, "").replace(END, "")


def untranslated(window: QWidget, typed: str) -> list[str]:
    """Visible words that neither bear a mark nor are data; `typed` is all that people wrote."""
    rests = {_unmarked(text) for text in _texts(window)}
    return sorted(rest for rest in rests if not _is_data(rest, " ".join(typed.split())))


def _texts(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            if isinstance(widget, PlainLabel):
                yield widget.words
            elif isinstance(widget, QAbstractButton):
                yield widget.text()
            yield accessible_name(widget)


def _unmarked(text: str) -> str:
    """What is left of a text without its marked parts, one inside another included."""
    before = None
    while before != text:
        before, text = text, _MARKED.sub("\n", text)
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _is_data(text: str, typed: str) -> bool:
    """Say whether every sentence of a text is, or else everything between its marks of punctuation."""
    return all(
        _is_known(sentence, typed) or all(_is_known(part, typed) for part in _parts(sentence, _BETWEEN))
        for sentence in _parts(text, _SENTENCES)
    )


def _is_known(part: str, typed: str) -> bool:
    is_made = _MADE.fullmatch(part) is not None or set(part.split()) <= _phrase_words()
    return is_made or part in typed or _is_said(part) or _is_headed(part)


def _is_said(part: str) -> bool:
    return part.casefold() in _said() or any(shape.fullmatch(part) for shape in _shapes())


def _is_headed(part: str) -> bool:
    """Say whether a heading and what it heads were joined, as for a screen reader."""
    ends = (space.start() for space in re.finditer(" ", part) if space.start() > _LEAST_HEADING)
    return any(_is_said(part[:end]) and _is_said(part[end + 1 :]) for end in ends)


def _parts(text: str, between: re.Pattern[str]) -> list[str]:
    """A text in parts without their edges."""
    return [part.strip(_EDGES) for part in between.split(text) if _LETTERS.search(part)]


@cache
def _said() -> frozenset[str]:
    """Every text of the resources, and every part of one."""
    parts = (part for text in _resources() for between in (_SENTENCES, _BETWEEN) for part in _parts(text, between))
    return frozenset(part.casefold() for part in parts)


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Every sentence of the resources into which something is filled."""
    filled = {part for text in _resources() for part in _parts(text, _SENTENCES) if "{" in part}
    fixed = [[re.escape(piece) for piece in re.split(r"\{[^}]*\}", part)] for part in filled]
    # One that is hardly more than what is filled in would fit anything.
    return tuple(re.compile(".*".join(pieces)) for pieces in fixed if len("".join(pieces)) > _LEAST_FIXED)


@cache
def _phrase_words() -> frozenset[str]:
    return frozenset(resources.text("words/eff_large.txt").split())


@cache
def _resources() -> tuple[str, ...]:
    files = Path(str(resources.__file__)).parent.rglob("*.toml")
    return tuple(text for file in files for text in _strings(tomllib.loads(file.read_text(encoding="utf-8"))))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)
