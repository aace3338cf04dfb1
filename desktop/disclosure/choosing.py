# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Choosing what a report prints: each figure as plainly as every promise allows, and no more (practice.md 4).

Figures are taken in the order in which they are asked for, each first exactly, then more and more coarsely, until all
promises are kept, or it is left out. So the first ones win, and what was printed before always does. What a reader may
conclude from the choice itself, knowing this order, is not counted (docs/reports.md, "What it does not promise").
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from desktop.disclosure.figures import HALF_PERCENTS, Figure, Issued, Part, Split, Unit, cells_of, touching

if TYPE_CHECKING:
    from desktop.disclosure.audit import Audit

Numbers = Callable[[str, Part], int]
"""How many there really are of part of a group."""

_OR_MORE = (90, 75, 50)
"""Percent: how a share is said that may not be said to the percent."""
_TEN = 10


@dataclass(frozen=True, slots=True)
class Line:
    """One figure that is wanted, by the name under which it will be found again."""

    name: str
    part: Part


@dataclass(frozen=True, slots=True)
class Total:
    """How many of a group there were in a stretch of days. `says_none`: nought may be printed as nought."""

    name: str
    group: str
    first: date
    last: date
    says_none: bool = True

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its one line."""
        return (Line(self.name, Part("", (), self.first, self.last)),)


@dataclass(frozen=True, slots=True)
class Table:
    """Several parts of one group side by side. Where the group is smaller than the threshold, none is printed.

    `whole` is the group, in its stretch of days. `beside`: these are some of the group of that name, which is the one
    that has to be large enough; and a part is not printed exactly where it holds few others in the same days.
    """

    group: str
    whole: Part
    lines: tuple[Line, ...]
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """Which share of a group a part of it is. Nothing is printed of a group smaller than `base`."""

    name: str
    group: str
    part: Part
    base: int

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its one line."""
        return (Line(self.name, self.part),)


Wish = Total | Table | Share


@dataclass(frozen=True, slots=True)
class Released:
    """What may be printed: the figure of each name that is, and everything that is thereby said."""

    lines: Mapping[str, Figure]
    issued: Issued


@dataclass(slots=True)
class _Choosing:
    numbers: Numbers
    threshold: int
    audits: "Mapping[str, Audit]"
    lines: dict[str, Figure] = field(default_factory=dict)

    def say(self, named: Mapping[str, Figure]) -> bool:
        """Print these, all or none, unless a promise would break."""
        figures = list(named.values())
        if not self.audits[figures[0].group].may_say(figures):
            return False
        self.lines |= named
        return True

    def total(self, wish: Total) -> None:
        line = wish.lines[0]
        value = self.numbers(wish.group, line.part)
        for least, below in _totals(value, self.threshold, says_none=wish.says_none):
            if self.say({line.name: _count(wish.group, line.part, least, below)}):
                return

    def table(self, wish: Table) -> None:
        """Say of each part whether it is small; then print the others exactly, the largest first."""
        if self.numbers(wish.beside or wish.group, wish.whole) < self.threshold:
            return
        values = {line: self.numbers(wish.group, line.part) for line in wish.lines}
        marks = {
            line.name: _count(wish.group, line.part, *((0, self.threshold) if few else (self.threshold, None)))
            for line, few in ((line, value < self.threshold) for line, value in values.items())
        }
        if not self.say(marks):
            return
        ranked = sorted(wish.lines, key=lambda line: -values[line])
        for line in ranked:
            if values[line] >= self.threshold and not self._few_others(wish, line, values[line]):
                self.say({line.name: _count(wish.group, line.part, values[line], values[line] + 1)})

    def share(self, wish: Share) -> None:
        part = wish.part
        of = self.numbers(wish.group, Part("", (), part.first, part.last))
        if of < max(wish.base, 1):
            return
        value = self.numbers(wish.group, part)
        for least, below in _shares(value, of):
            figure = Figure(
                group=wish.group,
                split=part.split,
                cells=part.cells,
                first=part.first,
                last=part.last,
                unit=Unit.SHARE,
                least=least,
                below=below,
                base=wish.base,
            )
            if self.say({wish.name: figure}):
                return

    def _few_others(self, wish: Table, line: Line, value: int) -> bool:
        if not wish.beside:
            return False
        whole = Part("", (), line.part.first, line.part.last)
        return self.numbers(wish.beside, whole) - value < self.threshold


def release(
    wishes: Sequence[Wish],
    splits: Sequence[Split],
    issued: Sequence[Issued],
    numbers: Numbers,
    threshold: int,
) -> Released:
    """Choose what a report prints of these wishes. `splits` divide its groups; `issued` are all reports before it.

    `numbers` counts today's records. Where they no longer bear out what an earlier report printed, because something
    came late or was taken back, the earlier figure is taken to have meant both.
    """
    audits = {
        group: _audit(group, list(_said_of(group, wishes)), splits, issued, numbers, threshold)
        for group in dict.fromkeys(wish.group for wish in wishes)
    }
    choosing = _Choosing(numbers, threshold, audits)
    for wish in wishes:
        match wish:
            case Total():
                choosing.total(wish)
            case Table():
                choosing.table(wish)
            case Share():
                choosing.share(wish)
    kept = Issued(threshold=threshold, splits=tuple(splits), figures=tuple(choosing.lines.values()))
    return Released(choosing.lines, kept)


def _audit(
    group: str,
    wanted: Sequence[Figure],
    splits: Sequence[Split],
    issued: Sequence[Issued],
    numbers: Numbers,
    threshold: int,
) -> "Audit":
    # Here, because both need numpy, which takes as long to load as the window's first page.
    from desktop.disclosure.audit import Audit
    from desktop.disclosure.world import World

    before = [_borne_out(figure, numbers) for figure in touching(issued, wanted)]
    cells = cells_of([*splits, *(split for each in issued for split in each.splits)], group)
    world = World(cells, [*before, *wanted])
    truth = world.table({atom: numbers(group, atom) for atom in world.atoms()})
    return Audit(world, threshold, before, truth)


def _said_of(group: str, wishes: Iterable[Wish]) -> Iterator[Figure]:
    """What may be said of a group at the most, as figures that say nothing: their days count, and how much there is."""
    for wish in wishes:
        if wish.group == group:
            yield from (_count(group, line.part, 0, None) for line in wish.lines)


def _borne_out(figure: Figure, numbers: Numbers) -> Figure:
    part = Part(figure.split, figure.cells, figure.first, figure.last)
    whole = Part("", (), figure.first, figure.last)
    return figure.widened(numbers(figure.group, part), numbers(figure.group, whole))


def _count(group: str, part: Part, least: int, below: int | None) -> Figure:
    return msgspec.structs.replace(
        Figure(group=group, first=part.first, last=part.last, least=least, below=below),
        split=part.split,
        cells=part.cells,
    )


def _totals(value: int, threshold: int, *, says_none: bool) -> Iterator[tuple[int, int | None]]:
    """The ways to say a total, the plainest first."""
    if value == 0 and says_none:
        yield 0, 1
    elif value < threshold:
        yield int(says_none), threshold
    else:
        yield value, value + 1
        tens = value // _TEN * _TEN
        if tens >= threshold:
            yield tens, tens + _TEN
        yield threshold, None


def _shares(value: int, of: int) -> Iterator[tuple[int, int | None]]:
    """The ways to say a share in half percents, the plainest first."""
    percent = (HALF_PERCENTS * value + of) // (2 * of)
    yield max(2 * percent - 1, 0), 2 * percent + 1
    for least in _OR_MORE:
        if 100 * value >= least * of:
            yield 2 * least, None
    if 2 * value < of:
        yield 0, HALF_PERCENTS // 2
