# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The texts that one widget has broken into lines: a layout asks for the same few widths over and over."""

from ui.theme.source import ThemeSource
from ui.widgets.text_flow import TextFlow, TextStyle

_AT_MOST = 200
"""How many a widget keeps; one that is being resized asks for ever other widths."""


class Flows:
    """Makes flows in the theme of now and gives the same one again for the same words, style and width."""

    def __init__(self, theme: ThemeSource) -> None:
        self._theme = theme
        self._made_in = theme.now
        self._made: dict[tuple[str, TextStyle, float | None, int | None], TextFlow] = {}

    def of(self, words: str, style: TextStyle, width: float | None = None, max_lines: int | None = None) -> TextFlow:
        """Words in a style, broken for a width in pixels; as TextFlow."""
        if self._made_in is not self._theme.now or len(self._made) > _AT_MOST:
            self._made_in, self._made = self._theme.now, {}
        key = (words, style, width, max_lines)
        if key not in self._made:
            self._made[key] = TextFlow(self._theme.now, words, style, width, max_lines)
        return self._made[key]
