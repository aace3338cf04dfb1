# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""For how many years the school keeps each class of records that guidance leaves to it (requirements.md 11.9)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.people import KeptYears, Settings
from desktop.retention.every_kind import every_kind
from desktop.retention.rules import Origin, RecordClass, SchoolMay, may_set, rules_of, shipped_rules
from ui.settings.kept_words import Kept, say
from ui.settings.setting_rows import SettingRow, UnreadError
from ui.theme.source import ThemeSource
from ui.widgets.card import Line
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_flow import TextStyle

_FROM = {
    Origin.REPORTED: Kept.FROM_REPORT,
    Origin.LAST: Kept.FROM_LAST,
    Origin.DECIDED: Kept.FROM_DECISION,
    Origin.LEFT: Kept.FROM_LEAVING,
    Origin.ENDED: Kept.FROM_END,
}
"""From when the first term of a class counts; none that a school may set counts from pension age."""


_QUIET = TextStyle("small", "text.secondary")


@dataclass(frozen=True, slots=True)
class _Years:
    rule: RecordClass
    line: LineInput
    field: Field


class KeptYearsRow(SettingRow):
    """Every class of records that a school may keep longer or shorter, with its sentence and its years."""

    def __init__(self, theme: ThemeSource) -> None:
        self.key = "kept_years"
        shipped = shipped_rules().classes
        self.classes = [_years(theme, rule) for rule in shipped if rule.school_may is not SchoolMay.NOTHING]
        self.widget = QWidget()
        title = PlainLabel(theme, say(Kept.TITLE), "section", wrap=True)
        hint = PlainLabel(theme, say(Kept.HINT), _QUIET, wrap=True)
        parts = [*(part for each in self.classes for part in _shown(theme, each)), *_stays(theme)]
        self.widget.setLayout(Column(theme, title, hint, *parts, gap=3))

    @override
    def fill(self, settings: Settings, today: date) -> None:
        now = rules_of(settings.kept_years)
        for each in self.classes:
            each.line.set_value(str(now.of(each.rule.class_id).terms[0].years))

    @override
    def read(self, settings: Settings, today: date) -> object:
        read = [(each.rule, _read(each)) for each in self.classes]
        if any(years is None for _, years in read):
            raise UnreadError
        return msgspec.to_builtins(tuple(_own(read, settings)))


def _own(read: Sequence[tuple[RecordClass, int | None]], settings: Settings) -> Iterator[KeptYears]:
    """What differs from the shipped years, and what another Candour set of classes that are not shown."""
    shown = {rule.class_id.value for rule, _ in read}
    yield from (each for each in settings.kept_years if each.record_class not in shown)
    for rule, years in read:
        if years is not None and years != rule.terms[0].years:
            yield KeptYears(record_class=rule.class_id.value, years=years)


def _years(theme: ThemeSource, rule: RecordClass) -> _Years:
    line = LineInput(theme, compact=True, width=Width.SHORT)
    label = say(_FROM[rule.terms[0].origin])
    field = Field(theme, label, line)
    line.setAccessibleName(f"{rule.title}: {label}")
    return _Years(rule, line, field)


def _shown(theme: ThemeSource, years: _Years) -> list[QWidget]:
    rule = years.rule
    title = PlainLabel(theme, rule.title, "cardTitle", wrap=True)
    source = say(Kept.CHECK if rule.must_check else Kept.SOURCE, source=rule.source)
    because = PlainLabel(theme, f"{rule.because} {source}", _QUIET, wrap=True)
    return [Line(theme), title, because, years.field]


def _stays(theme: ThemeSource) -> list[QWidget]:
    """What is never destroyed, and why."""
    told: list[QWidget] = [Line(theme), PlainLabel(theme, say(Kept.STAYS), "section", wrap=True)]
    for each in every_kind().stays:
        told += [PlainLabel(theme, each.title, "cardTitle", wrap=True)]
        told += [PlainLabel(theme, each.because, _QUIET, wrap=True)]
    return told


def _read(years: _Years) -> int | None:
    """What was typed; nothing, once the field has said what is wrong."""
    typed = years.line.value().strip()
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 2 else None
    is_allowed = number is not None and may_set(years.rule, number)
    least = years.rule.terms[0].years if years.rule.school_may is SchoolMay.LONGER else 0
    years.field.show_error("" if is_allowed else say(Kept.NEEDS, least=str(least)))
    return number if is_allowed else None
