# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How printed text looks: the window's type scale and colours (resources/themes/tokens.json), adapted for paper.

A pixel of the scale is two thirds of a point, which makes body text 10 points. Nothing on paper depends on colour.
"""

from dataclasses import dataclass
from functools import cache

import msgspec
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

import resources
from desktop.documents import fonts
from desktop.documents.fonts import Face

_POINTS = 2 / 3


class _Size(msgspec.Struct, frozen=True):
    size: float
    line: float


class _Theme(msgspec.Struct, frozen=True):
    surface: dict[str, str]
    text: dict[str, str]
    line: dict[str, str]
    action: dict[str, str]


class _Tokens(msgspec.Struct, frozen=True):
    themes: dict[str, _Theme]
    type: dict[str, _Size]


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of text looks: reportlab's measures, and the fonts to choose from, first choice first."""

    measures: ParagraphStyle
    faces: tuple[Face, ...]


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours: of text and quiet text, of the school's mark, of rules, and behind what is no text of a person.

    `soft` lies behind what is set apart, in `soft_text`.
    """

    text: Color
    quiet: Color
    mark: Color
    rule: Color
    faint_rule: Color
    shade: Color
    soft: Color
    soft_text: Color


@dataclass(frozen=True, slots=True)
class Styles:
    """Every style that documents use."""

    cover_title: Style
    cover_kind: Style
    cover_reference: Style
    cover_period: Style
    cover_body: Style
    school: Style
    section: Style
    heading: Style
    entry: Style
    body: Style
    narrative: Style
    label: Style
    value: Style
    value_right: Style
    quoted: Style
    minor: Style
    remark: Style
    head: Style
    cell: Style
    cell_quiet: Style
    code: Style
    code_large: Style
    tile: Style
    figure: Style
    callout: Style
    callout_bullet: Style
    bullet: Style
    running: Style
    running_bold: Style
    running_right: Style


@cache
def ink() -> Ink:
    """The colours of the light theme."""
    theme = _tokens().themes["light"]
    return Ink(
        text=HexColor(theme.text["primary"]),
        quiet=HexColor(theme.text["secondary"]),
        mark=HexColor(theme.action["primary"]),
        rule=HexColor(theme.line["control"]),
        faint_rule=HexColor(theme.line["divider"]),
        shade=HexColor(theme.surface["sunken"]),
        soft=HexColor(theme.action["soft"]),
        soft_text=HexColor(theme.action["softText"]),
    )


@cache
def styles() -> Styles:
    """The styles."""
    plain, bold, serif, mono = fonts.plain(), fonts.bold(), fonts.serif(), fonts.mono()
    quiet = ink().quiet
    return Styles(
        cover_title=_style("reportTitle", serif, _Shape(scale=1.7)),
        cover_kind=_style("cardTitle", bold, _Shape(scale=1.1, after=6), ink().mark),
        cover_reference=_style("reference", mono, _Shape(scale=0.85, before=4), quiet),
        cover_period=_style("bodyStaff", plain, _Shape(scale=1.3, before=10, after=28), quiet),
        cover_body=_style("bodyStaff", plain, _Shape(scale=1.15, before=4, after=8)),
        school=_style("cardTitle", bold, _Shape(scale=1.1)),
        section=_style("screenTitle", serif, _Shape(before=24, after=8)),
        heading=_style("cardTitle", bold, _Shape(before=14, after=3)),
        entry=_style("cardTitle", bold, _Shape(before=2, after=1)),
        body=_style("body", plain, _Shape(after=6)),
        narrative=_style("narrative", plain, _Shape(before=1, after=7, indent=10)),
        label=_style("small", bold, _Shape(before=4, after=2)),
        value=_style("body", plain),
        value_right=_style("body", plain, _Shape(is_right=True)),
        quoted=_style("body", plain, _Shape(indent=9)),
        minor=_style("caption", plain, _Shape(after=2), quiet),
        remark=_style("small", bold, _Shape(before=2, after=3)),
        head=_style("caption", bold, colour=quiet),
        cell=_style("small", plain),
        cell_quiet=_style("caption", plain, colour=quiet),
        code=_style("caption", mono, _Shape(scale=0.92)),
        code_large=_style("reference", mono, _Shape(scale=1.5, before=3, after=3)),
        tile=_style("screenTitle", serif, _Shape(scale=1.4, after=3)),
        figure=_style("body", bold, _Shape(is_right=True)),
        callout=_style("cardTitle", bold, _Shape(after=4), ink().soft_text),
        callout_bullet=_style("body", plain, _Shape(after=3, indent=12), ink().soft_text),
        bullet=_style("body", plain, _Shape(after=3, indent=12)),
        running=_style("caption", plain, colour=quiet),
        running_bold=_style("caption", bold),
        running_right=_style("caption", plain, _Shape(is_right=True), quiet),
    )


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a style departs from its role: its scale, and in points the room around it."""

    scale: float = 1.0
    before: float = 0
    after: float = 0
    indent: float = 0
    is_right: bool = False


def _style(role: str, faces: tuple[Face, ...], shape: _Shape = _Shape(), colour: Color | None = None) -> Style:
    points = _POINTS * shape.scale
    size = _tokens().type[role]
    measures = ParagraphStyle(
        role,
        fontName=faces[0].name,
        fontSize=size.size * points,
        leading=size.line * points,
        textColor=colour or ink().text,
        spaceBefore=shape.before,
        spaceAfter=shape.after,
        leftIndent=shape.indent,
        alignment=TA_RIGHT if shape.is_right else TA_LEFT,
        # reportlab's own default is a font that is not embedded.
        bulletFontName=faces[0].name,
        bulletFontSize=size.size * points,
        # Two lines stay together at the foot and at the head of a page.
        allowOrphans=0,
        allowWidows=0,
        # A word that is longer than its line is broken at the line's end, without adding a character.
        splitLongWords=1,
    )
    return Style(measures, faces)


@cache
def _tokens() -> _Tokens:
    return msgspec.json.decode(resources.text("themes/tokens.json"), type=_Tokens)
