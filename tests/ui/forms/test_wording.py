# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The quiet note below a box: words to think about, which it never changes by itself (requirements.md F49)."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.forms import Field, FieldType
from tests.desktop.cases.building import SCHOOL
from ui.forms.field_view import FieldView
from ui.forms.kit import kit_for
from ui.theme.source import ThemeSource
from ui.widgets.labels import PlainLabel
from ui.widgets.link_button import LinkButton
from ui.widgets.text_area import TextArea
from ui.wording.checked_text import CheckedText

Made = Callable[..., FieldView]
BLAMES = "He has an older boyfriend 👩‍🏫, and she was playing up."


@pytest.fixture
def made(theme: ThemeSource, qtbot: QtBot) -> Made:
    """Makes a box of a form and shows it."""

    def shown(*, dense: bool = False, verbatim: bool = False) -> FieldView:
        kit = kit_for(theme, SCHOOL, lambda: date(2026, 3, 12), dense=dense)
        spec = Field(name="what", type=FieldType.LONG_TEXT, label="What happened?", verbatim=verbatim)
        view = FieldView(kit, spec)
        qtbot.addWidget(view)
        view.show()
        return view

    return shown


def looked(view: FieldView, words: str) -> str:
    """Type words, wait for the note, and return all that is said."""
    view.set_value(words)
    for checked in view.findChildren(CheckedText):
        checked.look()
    return " | ".join(label.words for label in view.findChildren(PlainLabel) if not label.isHidden())


def link(view: QWidget, name: str) -> LinkButton:
    """A link by its words."""
    return next(each for each in view.findChildren(LinkButton) if each.accessibleName() == name)


def test_it_says_what_could_be_said_instead_and_why_and_that_nothing_has_to_be(made: Made) -> None:
    view = made()
    words = looked(view, "She was playing up.")
    assert "Instead of “playing up” you could say: may be showing distress." in words
    assert "You can leave it as it is." in words
    assert view.value() == "She was playing up."


def test_it_comes_by_itself_once_somebody_stops_typing(made: Made, qtbot: QtBot) -> None:
    view = made()
    view.set_value("She was playing up.")
    qtbot.waitUntil(lambda: any("playing up" in label.words for label in view.findChildren(PlainLabel)), timeout=3_000)


def test_use_this_instead_changes_those_words_only_and_can_be_undone(made: Made) -> None:
    view = made()
    looked(view, BLAMES)
    link(view, "Use “the adult” instead of “older boyfriend”").click()
    assert view.value() == BLAMES.replace("older boyfriend", "the adult")
    [area] = view.findChildren(TextArea)
    area._editor.undo()
    assert view.value() == BLAMES


def test_it_goes_when_the_words_do(made: Made) -> None:
    view = made()
    looked(view, "She was playing up.")
    assert "playing up" not in looked(view, "She ran off.")


def test_quoted_words_and_the_box_for_exact_words_are_left_alone(made: Made) -> None:
    assert "you could say" not in looked(made(), "She said “I was playing up”.")
    view = made(verbatim=True)
    assert "you could say" not in looked(view, "She was playing up.")
    assert not view.findChildren(CheckedText)


def test_a_reviewer_is_told_of_words_that_judge_and_staff_are_not(made: Made) -> None:
    assert "the person concerned" in looked(made(dense=True), "The culprit left.")
    assert "you could say" not in looked(made(), "The culprit left.")


@pytest.mark.parametrize(
    "said",
    [
        "a\u00a0b",
        "  two  \n\n spaces ",
        "cafe\u0301 caf\u00e9",
        "'quotes' \"here\" ’there’ -- ...",
        "👩‍🏫\u200d\u202eabc",
    ],
)
def test_what_is_typed_comes_out_letter_for_letter(made: Made, said: str) -> None:
    view = made(verbatim=True)
    view.set_value(said)
    assert str(view.value()).encode() == said.encode()
