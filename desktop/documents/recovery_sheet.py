# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The recovery sheet: the code on paper, whose it is, where to keep it, and what to do with it (ux.md A3).

A pure function of values. It says all that somebody needs who has nothing else but a backup.
"""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from itertools import product

import msgspec
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from typing_extensions import override

import resources
from desktop.clocks import date_words, london_day
from desktop.documents.flow import Fact, Flow
from desktop.documents.look import Printed, Running, print_document
from desktop.documents.styles import ink, styles
from desktop.documents.tags import tagged
from desktop.forms import fill

_QR = 34 * mm
_BESIDE = 2 * mm


@dataclass(frozen=True, slots=True)
class SheetInput:
    """What a sheet says: whose it is, the code's groups and age's form of it, where the backups are, and when (UTC)."""

    school: str
    fingerprint: str
    person: str
    vault: str
    backups: str
    made_at: datetime
    groups: tuple[str, ...] = field(repr=False)
    secret_key: str = field(repr=False)


class _Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of a sheet."""

    name: str
    classification: str
    made: str
    number: str
    use: str
    code: str
    order: str
    person: str
    school: str
    fingerprint: str
    vault: str
    backups: str
    backups_at: str
    keep: str
    keep_where: tuple[str, ...]
    lost: str
    lost_do: tuple[str, ...]
    without: str
    without_do: str


def recovery_sheet(source: SheetInput) -> Printed:
    """Print a recovery sheet."""
    words = _words()
    day = date_words(london_day(source.made_at))
    running = Running(
        school=source.school,
        name=words.name,
        classification=words.classification,
        made=fill(words.made, {"day": day}),
        number=words.number,
    )
    return print_document(words.name, source.made_at, running, lambda flow: _write(flow, source))


def _write(flow: Flow, source: SheetInput) -> None:
    words, look = _words(), styles()
    flow.title(words.name, look.section)
    flow.body(words.use)
    flow.part(words.code)
    flow.story.append(_Square("-".join(source.groups), _QR))
    for first in range(0, len(source.groups), 2):
        flow.line("   ".join(source.groups[first : first + 2]), look.code_large)
    flow.minor(words.order)
    flow.facts(
        (
            Fact(words.person, source.person),
            Fact(words.school, source.school),
            Fact(words.fingerprint, source.fingerprint),
            Fact(words.vault, source.vault),
            Fact(words.backups, fill(words.backups_at, {"place": source.backups})),
        )
    )
    flow.line(words.keep, look.label)
    flow.bullets(words.keep_where)
    flow.line(words.lost, look.label)
    flow.bullets(words.lost_do)
    flow.line(words.without, look.label)
    flow.minor(words.without_do)
    flow.line(source.secret_key, look.code)


class _Square(Flowable):
    """A code to be read by a camera, at the right of what follows; it says nothing that the letters do not."""

    def __init__(self, text: str, size: float) -> None:
        """Take what it says, and how wide it is in points."""
        super().__init__()
        self._text = text
        self._size = size

    @override
    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        return available_width, 0

    def draw(self) -> None:
        """Draw it, as an artifact, dot by dot: reportlab’s own drawing names a font that is not embedded."""
        code = QrCodeWidget(self._text).qr  # type: ignore[attr-defined]  # reportlab's stubs leave it out
        code.make()
        dot = self._size / code.getModuleCount()
        left, top = self.width - self._size, -_BESIDE
        with tagged(self.canv).artifact():
            self.canv.setFillColor(ink().text)
            for row, column in product(range(code.getModuleCount()), repeat=2):
                if code.isDark(row, column):
                    self.canv.rect(left + column * dot, top - (row + 1) * dot, dot, dot, stroke=0, fill=1)


@cache
def _words() -> _Words:
    return msgspec.toml.decode(resources.text("documents/recovery_sheet.toml"), type=_Words)
