# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which control a list of terms becomes (ux.md 7). A pure rule over the form's data."""

from enum import Enum

from desktop.forms import Field

_MOST_SEGMENTS = 4
_MOST_LETTERS = 48  # of all segments together, so that they fit beside each other at 150 %
_MOST_RADIOS = 10
_MOST_BOXES = 12


class Shape(Enum):
    """The controls for one choice, then those for several."""

    CARDS = "cards"
    SEGMENTS = "segments"
    RADIOS = "radios"
    COMBO = "combo"
    BOXES = "boxes"
    GROUPED_BOXES = "grouped_boxes"


def shape_of_choice(field: Field, *, dense: bool = False) -> Shape:
    """One of several: cards where choices have consequences, else segments, radios or a drop-down, by their number."""
    terms = field.offered
    if any(term.hint for term in terms):
        return Shape.CARDS
    letters = sum(len(term.label) for term in terms)
    if len(terms) <= _MOST_SEGMENTS and letters <= (_MOST_LETTERS // 2 if dense else _MOST_LETTERS):
        return Shape.SEGMENTS
    usual = [term for term in terms if not term.more]
    return Shape.RADIOS if len(usual) <= _MOST_RADIOS else Shape.COMBO


def shape_of_choices(field: Field) -> Shape:
    """Any of several: boxes below each other, and a long list in the groups that its vocabulary names."""
    grouped = len(field.offered) > _MOST_BOXES and any(term.group for term in field.offered)
    return Shape.GROUPED_BOXES if grouped else Shape.BOXES
