# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The room that a heading wants below itself, so that it never stands alone at the foot of a page.

No more of it than what is still to come needs: a few lines that end a document do not get a page of their own.
"""

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from desktop.documents.ruled import ENDLESS, Rule, RuledTable, height_of
from desktop.documents.text import Words

_ROWS, _LETTERS = 12, 1500
"""What is longer than this is more than any heading wants, and is not measured."""


class Room(CondPageBreak):
    """Goes on on the next page, unless so much room is left on this one. `line` is how long lines are, in points."""

    def __init__(self, height: float, line: float) -> None:
        """Take both."""
        super().__init__(height)
        self.line = line


def settle(story: Sequence[Flowable]) -> None:
    """Let each heading want no more room than what is still to come takes, up to the end or a page's wanted end."""
    to_come = 0.0
    below: list[Flowable] = []
    for piece in reversed(story):
        if isinstance(piece, PageBreak):
            to_come, below = 0.0, []
        elif not isinstance(piece, Room):
            below.append(piece)
        else:
            to_come = min(to_come + sum(_height(each, piece.line) for each in below), ENDLESS)
            piece.height = min(piece.height, to_come)
            below = []


def _height(piece: Flowable, line: float) -> float:
    """How high a piece stands; endless where it is long or of another kind."""
    match piece:
        case Words():
            is_measured = sum(len(fragment.text) for fragment in piece.frags) <= _LETTERS
        case RuledTable():
            is_measured = piece.rows <= _ROWS
        case _:
            is_measured = isinstance(piece, Spacer | Rule)
    return height_of(piece, line) if is_measured else ENDLESS
