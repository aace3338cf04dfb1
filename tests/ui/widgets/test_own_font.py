# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is moved to another place of a page after the text size was changed keeps its letters."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from ui.theme.source import Appearance, ThemeSource
from ui.widgets.button import Button
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput
from ui.widgets.plain_view import PlainView
from ui.widgets.text_area import TextArea

MADE: dict[str, Callable[[ThemeSource], QWidget]] = {
    "button": lambda theme: Button(theme, "Continue"),
    "line": LineInput,
    "list": lambda theme: ComboChoice(theme, []),
    "text": TextArea,
    "view": lambda theme: PlainView(theme, "He shouted.", name="What happened"),
}


def letters(widget: QWidget) -> int:
    """Their size in pixels, where they are typed."""
    return (widget._editor if isinstance(widget, TextArea) else widget).font().pixelSize()


@pytest.mark.parametrize("made", MADE)
def test_what_is_moved_keeps_the_size_of_its_letters(
    theme: ThemeSource, shown: Callable[[QWidget], QWidget], made: str
) -> None:
    widget, one, other = MADE[made](theme), Column(theme), Column(theme)
    places = (QWidget(), QWidget())
    for place, column in zip(places, (one, other), strict=True):
        place.setLayout(column)
    whole = QWidget()
    whole.setLayout(Column(theme, *places))
    one.add(widget)
    shown(whole)
    other.add(widget)
    theme.choose(Appearance(text_scale=2.0))
    before = letters(widget)
    one.add(widget)
    assert letters(widget) == before
