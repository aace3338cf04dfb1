# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Contrast is computed from the tokens by name, so that a changed colour cannot hide behind a stored figure."""

import pytest
from PySide6.QtGui import QColor

from ui.theme.tokens import ContrastPair, Scheme, load_tokens

PAIRS = [(scheme, pair) for scheme in Scheme for pair in load_tokens().contrast[scheme]]

# What the widgets put together beyond the table of ux.md 5.4.
MORE = [
    ("action.onDanger", "status.danger.text", 4.5),  # a destructive button under the pointer
    ("text.link", "action.soft", 4.5),  # a quiet button under the pointer
    ("text.secondary", "surface.sunken", 4.5),  # the way out under the pointer
    ("text.primary", "surface.sunken", 4.5),  # a secondary button held down
    ("status.danger.strong", "status.danger.fill", 4.5),  # a destructive outline under the pointer
    ("action.softText", "surface.panel", 4.5),  # a soft tag on the current row
    ("action.disabledText", "action.disabledFill", 4.5),
    ("text.onPrimary", "status.ok.strong", 4.5),  # the icon of what is over and done
    ("surface.panel", "status.ok.strong", 4.5),
    ("status.warn.strong", "surface.selected", 4.5),  # a clock on the current row
    ("status.danger.strong", "surface.selected", 4.5),
    ("text.link", "action.soft", 4.5),  # links on the strip
    ("text.secondary", "action.soft", 4.5),  # the consequence on a chosen card
]


def tokens_of(name: str) -> tuple[str, str]:
    """Turn "status.warn.strong (icon) on fill" into two token names."""
    front, ground = name.replace(" (text)", "").replace(" (icon)", "").split(" on ")
    front = {"onDanger": "action.onDanger", "toast text": "toast.text"}.get(front, front)
    if ground == "fill":
        return front, "toast.fill" if front == "toast.text" else front.rpartition(".")[0] + ".fill"
    short = {"selected row": "surface.selected"}
    return front, ground if "." in ground else short.get(ground, f"surface.{ground}")


def ratio(scheme: Scheme, front: str, ground: str) -> float:
    colours = load_tokens().colours(scheme)
    return contrast_ratio(QColor(colours[front]), QColor(colours[ground]))


def contrast_ratio(one: QColor, other: QColor) -> float:
    """How far two colours stand apart, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(channel) for channel in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize(("scheme", "pair"), PAIRS, ids=lambda value: getattr(value, "pair", str(value)))
def test_a_pair_of_the_design_is_readable(scheme: Scheme, pair: ContrastPair) -> None:
    assert ratio(scheme, *tokens_of(pair.pair)) >= pair.needs


@pytest.mark.parametrize("scheme", Scheme)
def test_the_table_has_all_59_pairs(scheme: Scheme) -> None:
    assert len({pair.pair for pair in load_tokens().contrast[scheme]}) == 59


@pytest.mark.parametrize(("scheme", "pair"), PAIRS, ids=lambda value: getattr(value, "pair", str(value)))
def test_the_colours_stored_beside_a_pair_are_those_of_its_tokens(scheme: Scheme, pair: ContrastPair) -> None:
    colours = load_tokens().colours(scheme)
    front, ground = tokens_of(pair.pair)
    assert (pair.fg, pair.bg) == (colours[front], colours[ground])


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(("front", "ground", "needs"), MORE)
def test_a_pair_that_the_widgets_make_is_readable(scheme: Scheme, front: str, ground: str, needs: float) -> None:
    assert ratio(scheme, front, ground) >= needs


def test_the_formula_gives_the_values_of_the_standard() -> None:
    assert contrast_ratio(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast_ratio(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
