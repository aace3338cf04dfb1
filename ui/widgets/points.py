# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A few points below each other, each behind the same small picture."""

from collections.abc import Iterable

from PySide6.QtCore import Qt

from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Growing, Row
from ui.widgets.text_flow import TextStyle

_TOP = Qt.AlignmentFlag.AlignTop


def points(
    theme: ThemeSource, texts: Iterable[str], icon: Icon, colour: str = "status.ok.strong", role: str = "small"
) -> list[Row]:
    """A row for each text. Every colour is a token; the picture says nothing that the words do not."""
    return [
        Row(
            theme,
            Aligned(IconLabel(theme, icon, colour, side="icon_small", beside=role), _TOP),
            Growing(PlainLabel(theme, text, TextStyle(role), wrap=True)),
            gap=2,
        )
        for text in texts
    ]
