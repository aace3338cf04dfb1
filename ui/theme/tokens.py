# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The design tokens, read from resources/themes/tokens.json into typed values.

The file is the one source of colours, type, spaces and sizes; nothing here decides how anything looks. All lengths are
logical pixels at text size 100 %.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

import msgspec

import resources
from desktop.appearance import Scheme

__all__ = [
    "Border",
    "ContrastPair",
    "Family",
    "FocusRingSizes",
    "Fonts",
    "KindLook",
    "Layout",
    "Motion",
    "Radius",
    "Scheme",
    "Sizes",
    "Tokens",
    "Tone",
    "TypeRole",
    "load_tokens",
]


class Tone(StrEnum):
    """A family of three colours that go together: a pale fill, words on it, and a strong line or icon."""

    DANGER = "status.danger"
    WARN = "status.warn"
    OK = "status.ok"
    INFO = "status.info"
    SELF = "status.self"
    NEUTRAL = "status.neutral"
    SOFT = "action.soft"

    @property
    def fill(self) -> str:
        """The token of the pale ground."""
        return self.value if self is Tone.SOFT else f"{self.value}.fill"

    @property
    def text(self) -> str:
        """The token of the words on the ground."""
        return "action.softText" if self is Tone.SOFT else f"{self.value}.text"

    @property
    def strong(self) -> str:
        """The token of an icon or a line."""
        return "action.softText" if self is Tone.SOFT else f"{self.value}.strong"


class TypeRole(msgspec.Struct, frozen=True):
    """One row of the type table (ux.md 5.6): a key of the font table, pixels, line height in pixels, weight."""

    font: str
    size: int
    line: int
    weight: int


class Radius(msgspec.Struct, frozen=True):
    """Corner radii."""

    tag: int
    control: int
    card: int


class Border(msgspec.Struct, frozen=True, rename="camel"):
    """Line widths; the last two are measured from the pictures and not in tokens.json."""

    divider: int
    control: int
    control_error: int
    radio_card_chosen: int
    error_bar: int
    selected_bar: int
    error_summary: int = 3
    mark: int = 2
    """Rings and ticks of choices, the ring around today, the line of a timeline."""


class FocusRingSizes(msgspec.Struct, frozen=True, rename="camel"):
    """The two-tone ring: an inner band that touches the control and an outer band around that."""

    gap: int
    inner: int
    outer: int
    radius_grow: int


class Sizes(msgspec.Struct, frozen=True, rename="camel"):
    """Heights and widths of controls.

    Those with a value here are measured from the pictures in the design and are not in tokens.json; a value in the
    file would win.
    """

    button: int
    button_large: int
    button_small: int
    field: int
    field_compact: int
    nav_item: int
    table_row: int
    table_row_compact: int
    cell_gap: int
    """What a table's row keeps free above and below its words."""
    cell_gap_compact: int
    list_row_min: int
    list_row_compact: int
    tag: int
    radio: int
    checkbox: int
    icon_hit: int
    min_target: int
    avatar_small: int
    avatar_large: int
    scrollbar: int
    icon_tiny: int = 14
    icon_small: int = 16
    icon: int = 18
    icon_medium: int = 20
    icon_large: int = 24
    icon_empty: int = 32
    avatar: int = 34
    keycap: int = 20
    group_header: int = 32
    table_header: int = 36
    choice_row: int = 40
    radio_card_min: int = 60
    person_row: int = 55
    door_tile: int = 40
    calendar_cell: int = 34
    calendar_width: int = 296
    timeline_dot: int = 32
    timeline_dot_minor: int = 22
    badge: int = 22
    step_bar: int = 34
    thin_bar: int = 4
    progress_bar: int = 8
    unread_dot: int = 8
    summary_label: int = 176
    toast: int = 44
    field_width: int = 560
    field_short: int = 232
    time_entry: int = 110
    text_width: int = 760
    mark: int = 28
    quote_bar: int = 3
    focus_clear: int = 96
    """What a scrolling page keeps free above and below the focus (ux.md 6)."""


class Layout(msgspec.Struct, frozen=True, rename="camel"):
    """Widths and heights of the shells, and where they fold (ux.md 6)."""

    min_window: tuple[int, int]
    break_compact_width: int
    break_compact_height: int
    staff_column: int
    staff_column_compact: int
    staff_aside: int
    staff_gap: int
    nav_width: int
    nav_rail: int
    inbox_list: int
    decision_panel: int
    header: int
    header_compact: int
    footer_bar: int
    footer_bar_compact: int
    action_bar: int
    dialog_width: int
    dialog_width_max: int


class Motion(msgspec.Struct, frozen=True, rename="camel"):
    """How long the two permitted movements last: a fade in milliseconds, a toast in seconds."""

    fade: int
    toast_seconds: int


class Family(msgspec.Struct, frozen=True):
    """A font family that Candour ships."""

    family: str


class Fonts(msgspec.Struct, frozen=True):
    """The three families and what the system may add."""

    ui: Family
    heading: Family
    code: Family
    fallback: tuple[str, ...]


class ContrastPair(msgspec.Struct, frozen=True):
    """One pair that must stay readable: two colours and the ratio that they need (ux.md 5.4)."""

    pair: str
    fg: str
    bg: str
    needs: float


class KindLook(msgspec.Struct, frozen=True):
    """How one kind of record is drawn: tag tone, icon, words, and colour and shape of its mark in a chart."""

    colour: str
    icon: str
    label: str
    chart: str
    shape: str


class Tokens(msgspec.Struct, frozen=True, rename="camel"):
    """All of tokens.json. `themes` still has the nesting of the file; `colours` flattens one scheme."""

    themes: Mapping[Scheme, Mapping[str, Any]]
    space: Mapping[str, int]
    radius: Radius
    border: Border
    focus_ring: FocusRingSizes
    font: Fonts
    type: Mapping[str, TypeRole]
    size: Sizes
    layout: Layout
    motion: Motion
    tag_map: Mapping[str, str]
    kind_map: Mapping[str, KindLook]
    contrast: Mapping[Scheme, tuple[ContrastPair, ...]]

    def colours(self, scheme: Scheme) -> dict[str, str]:
        """Flatten one scheme: {"status.warn.fill": "#FBF0D7", …}."""
        return _flat(self.themes[scheme])


def _flat(branch: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in branch.items():
        flat |= {prefix + name: value} if isinstance(value, str) else _flat(value, f"{prefix}{name}.")
    return flat


@cache
def load_tokens() -> Tokens:
    """Read the shipped tokens. Raises msgspec.ValidationError when the file lacks something that the windows need."""
    return msgspec.json.decode(resources.text("themes/tokens.json"), type=Tokens)
