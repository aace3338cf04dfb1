# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever somebody writes, or a form says, is words and nothing else; and however much it is, the page stays alive."""

import time

import msgspec
import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton

from desktop.forms import FieldType
from tests.ui.forms.made import Filled, Open, field, form, terms
from tests.ui.walkers import accessible_name
from ui.widgets.labels import PlainLabel
from ui.widgets.text_area import LIMIT

MARKUP = "<b>bold</b> <img src='file:///etc/passwd'> [link](http://example.org) &amp; %1 {dsl}"
CONTROLS = "bell \x07, tab \t, escape \x1b[31m, null-free"
TURNED = "moc.elpmaxe\u202e and \u2066isolated\u2069 and \u200bnothing"
HOSTILE = {"markup": MARKUP, "controls": CONTROLS, "bidirectional": TURNED}
WRITTEN = (FieldType.TEXT, FieldType.LONG_TEXT, FieldType.PLACE, FieldType.MONEY, FieldType.DATE)


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.value)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_come_back_as_they_were_typed(opened: Open, kind: FieldType, name: str) -> None:
    page = opened(form(field("asked", kind)), {"asked": HOSTILE[name]})
    assert page.value("asked") == HOSTILE[name]


@pytest.mark.parametrize("name", HOSTILE)
def test_the_controls_hold_plain_text_only(opened: Open, name: str) -> None:
    page = opened(form(*(field(kind.value, kind) for kind in WRITTEN)), {kind.value: HOSTILE[name] for kind in WRITTEN})
    controls = [page.control(kind.value) for kind in WRITTEN]
    assert {type(control).__mro__[1] for control in controls} == {QLineEdit, QPlainTextEdit}


def test_pasted_markup_is_pasted_as_words(opened: Open) -> None:
    page = opened(form(field("asked", FieldType.LONG_TEXT)))
    paste(page, "bold words", "<b>bold</b> words")
    assert page.value("asked") == "bold words"


def paste(page: Filled, words: str, markup: str = "") -> None:
    content = QMimeData()
    content.setText(words)
    if markup:
        content.setHtml(markup)
    QGuiApplication.clipboard().setMimeData(content)
    editor = page.control("asked")
    assert isinstance(editor, QPlainTextEdit)
    editor.paste()
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize("name", HOSTILE)
def test_the_words_of_a_form_are_no_markup_either(opened: Open, name: str) -> None:
    label = HOSTILE[name].replace("{dsl}", "")
    page = opened(form(field("asked", FieldType.TEXT, label, hint=label, below=label), title=f"{label}?"))
    shown = [each.words for each in page.page.findChildren(PlainLabel) if each.isVisible()]
    assert (shown.count(label), shown.count(f"{label}?")) == (3, 1)


def test_the_answers_offered_are_no_markup_either(opened: Open) -> None:
    offered = tuple(msgspec.structs.replace(term, label=f"<b>{term.label}</b>") for term in terms(6))
    page = opened(form(field("asked", FieldType.CHOICE, choices=offered)))
    names = [accessible_name(button) for button in page.page.findChildren(QRadioButton)]
    assert names == [f"<b>{term.label}</b>" for term in terms(6)]


MUCH = "word " * 20_000


def test_a_hundred_thousand_characters_that_are_pasted_are_taken_up_to_the_limit_and_it_says_so(opened: Open) -> None:
    page = opened(form(field("asked", FieldType.LONG_TEXT)))
    before = time.perf_counter()
    paste(page, MUCH)
    assert time.perf_counter() - before < 5
    assert page.value("asked") == MUCH[:LIMIT]
    assert "0 characters left" in [label.words for label in page.page.findChildren(PlainLabel) if label.isVisible()]


def test_a_hundred_thousand_characters_of_a_draft_are_all_shown_and_refused_in_words(opened: Open) -> None:
    page = opened(form(field("asked", FieldType.LONG_TEXT)), {"asked": MUCH})
    assert page.value("asked") == MUCH
    assert [finding.code for finding in page.check()] == ["too_long"]


def test_a_hundred_thousand_characters_in_one_line_are_refused_in_words(opened: Open) -> None:
    page = opened(form(field("asked", FieldType.TEXT)), {"asked": "x" * 100_000})
    page.filling.typed["asked"] = page.value("asked")
    assert [finding.code for finding in page.check()] == ["too_long"]


def test_a_hidden_character_is_refused_in_words_and_stays(opened: Open) -> None:
    page = opened(form(field("asked", FieldType.LONG_TEXT)), {"asked": CONTROLS})
    page.page.show_findings(page.check())
    assert "hidden character" in page.page.views["asked"].labelled.error
    assert page.value("asked") == CONTROLS
