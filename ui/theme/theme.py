# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One look, as a value: colours by token name, fonts by role, lengths at the chosen text size.

A `Theme` never changes; the window that follows the settings holds a `ui.theme.source.ThemeSource`, which replaces it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from PySide6.QtGui import QColor, QFont, QPalette

from desktop.appearance import TEXT_SCALES
from ui.theme.contrast import system_colours
from ui.theme.fonts import font_for
from ui.theme.tokens import Border, FocusRingSizes, Layout, Motion, Radius, Scheme, Sizes, Tokens, load_tokens

__all__ = ["TEXT_SCALES", "Theme", "make_theme"]

_HIGH_CONTRAST_LINE = 2
_HIGH_CONTRAST_RING = 3

_ROLE = QPalette.ColorRole
_PALETTE: Mapping[QPalette.ColorRole, str] = {
    _ROLE.Window: "surface.canvas",
    _ROLE.Base: "surface.panel",
    _ROLE.AlternateBase: "surface.sunken",
    _ROLE.ToolTipBase: "toast.fill",
    _ROLE.ToolTipText: "toast.text",
    _ROLE.WindowText: "text.primary",
    _ROLE.Text: "text.primary",
    _ROLE.Button: "surface.panel",
    _ROLE.ButtonText: "text.primary",
    _ROLE.BrightText: "text.onPrimary",
    _ROLE.Highlight: "action.primary",
    _ROLE.HighlightedText: "text.onPrimary",
    _ROLE.PlaceholderText: "text.tertiary",
    _ROLE.Link: "text.link",
    _ROLE.LinkVisited: "text.link",
    _ROLE.Accent: "action.primary",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything that a widget may ask about looks. Lengths in `size` are already multiplied by the text size."""

    tokens: Tokens
    colours: Mapping[str, str]
    text_scale: float
    size: Sizes
    border: Border
    focus_ring: FocusRingSizes
    system: QPalette | None = None
    reduced_motion: bool = False

    @property
    def high_contrast(self) -> bool:
        """Whether the system's own colours stand in for ours."""
        return self.system is not None

    @property
    def radius(self) -> Radius:
        """Corner radii in pixels; they do not grow with the text."""
        return self.tokens.radius

    @property
    def layout(self) -> Layout:
        """Widths of columns and the breakpoints, in pixels of the window at 100 %."""
        return self.tokens.layout

    @property
    def motion(self) -> Motion:
        """How long a fade and a toast last."""
        return self.tokens.motion

    def colour(self, name: str) -> QColor:
        """Find a colour by its token ("status.warn.fill"). Raises KeyError for a name that is none."""
        return QColor(self.colours[name])

    def font(self, role: str, weight: int | None = None) -> QFont:
        """Make the font of a type role ("body"), if wanted in another weight (400 to 700). Raises KeyError."""
        font = font_for(self.tokens.type[role], self.tokens.font, self.text_scale)
        if weight is not None:
            font.setWeight(QFont.Weight(weight))
        return font

    def line(self, role: str) -> int:
        """The height of one line of a type role, in pixels."""
        return self.px(self.tokens.type[role].line)

    def px(self, length: float) -> int:
        """Scale a length that belongs to text (a control's height, a padding) by the text size."""
        return round(length * self.text_scale)

    def space(self, step: int) -> int:
        """A space of the scale, 0 to 9: 0, 4, 8, 12, 16, 20, 24, 32, 40, 48 pixels at 100 %."""
        return self.px(self.tokens.space[str(step)])

    def palette(self) -> QPalette:
        """The palette for standard controls: ours, or in high contrast the system's."""
        if self.system is not None:
            return QPalette(self.system)
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.colour(name))
        for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("action.disabledText"))
        return palette


def make_theme(
    scheme: Scheme,
    text_scale: float = 1.0,
    *,
    system: QPalette | None = None,
    compact_rows: bool = False,
    reduced_motion: bool = False,
) -> Theme:
    """Make the theme for a scheme and a text size, with usual rows in lists and tables or compact ones.

    Given the system's palette it makes the high-contrast theme, in which the scheme plays no part.
    """
    tokens = load_tokens()
    colours = tokens.colours(scheme)
    border, ring = tokens.border, tokens.focus_ring
    if system is not None:
        colours = system_colours(colours, system)
        border = _high_contrast(border)
        ring = msgspec.structs.replace(ring, inner=_HIGH_CONTRAST_LINE, outer=_HIGH_CONTRAST_RING)
    size = _compact(tokens.size) if compact_rows else tokens.size
    scaled = {name: round(length * text_scale) for name, length in msgspec.structs.asdict(size).items()}
    return Theme(
        tokens=tokens,
        colours=colours,
        text_scale=text_scale,
        size=Sizes(**scaled),
        border=border,
        focus_ring=ring,
        system=system,
        reduced_motion=reduced_motion,
    )


def _compact(size: Sizes) -> Sizes:
    return msgspec.structs.replace(
        size, list_row_min=size.list_row_compact, table_row=size.table_row_compact, cell_gap=size.cell_gap_compact
    )


def _high_contrast(border: Border) -> Border:
    # An error and a choice must still stand out from the line that every control now has.
    line, strong = _HIGH_CONTRAST_LINE, _HIGH_CONTRAST_LINE * 2
    return msgspec.structs.replace(border, divider=line, control=line, control_error=strong, radio_card_chosen=strong)
