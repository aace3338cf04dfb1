# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How wide and high the parts of a staff page are in a window of a given size (ux.md 6). Pure."""

from dataclasses import dataclass

import msgspec

from ui.theme.tokens import Layout

_EDGE = 24  # the least room at both sides
_WIDE = 1200  # from here on the aside has its full width
_ASIDE_SLIM = 260
_TIGHT = 640  # below it three buttons have no room beside each other, nor two cards
_START_WIDER = 32  # the start page's cards stand two beside each other
_START_ASIDE_WIDER = 36
_START_GAP = 40


@dataclass(frozen=True, slots=True)
class Measures:
    """Pixels of the window. `left` is where the column begins; without an aside its width is 0."""

    left: int
    column: int
    gap: int
    aside: int
    header: int
    footer: int
    is_narrow: bool
    is_low: bool
    is_tight: bool

    @property
    def content(self) -> int:
        """The width of column, gap and aside together: the buttons of the action bar keep to it."""
        return self.column + self.gap + self.aside


def start_layout(layout: Layout) -> Layout:
    """The columns of the start page, whose cards need more room than a question (picture 01)."""
    return msgspec.structs.replace(
        layout,
        staff_column=layout.staff_column + _START_WIDER,
        staff_aside=layout.staff_aside + _START_ASIDE_WIDER,
        staff_gap=_START_GAP,
    )


def measure(width: int, height: int, layout: Layout, scale: float = 1.0) -> Measures:
    """Measure a window. A text size of 150 % makes a window of 1366 pixels as narrow as one of 911 at 100 %."""
    across = width / scale
    is_narrow = across < layout.break_compact_width
    is_low = height / scale < layout.break_compact_height
    gap = 0 if is_narrow else layout.staff_gap
    aside = 0 if is_narrow else layout.staff_aside if across >= _WIDE else _ASIDE_SLIM
    widest = layout.staff_column_compact if is_narrow else layout.staff_column
    column = max(0, min(widest, int(across) - 2 * _EDGE - gap - aside))
    left = max(_EDGE, (across - column - gap - aside) / 2)
    return Measures(
        left=round(left * scale),
        column=round(column * scale),
        gap=round(gap * scale),
        aside=round(aside * scale),
        header=round((layout.header_compact if is_low else layout.header) * scale),
        footer=round((layout.footer_bar_compact if is_low else layout.footer_bar) * scale),
        is_narrow=is_narrow,
        is_low=is_low,
        is_tight=across < _TIGHT,
    )
