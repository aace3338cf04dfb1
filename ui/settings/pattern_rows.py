# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings about patterns as they are typed: the dial, and two numbers for each rule that has any."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import msgspec
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.patterns.choosing import parameters_of
from desktop.patterns.parameters import Dial, KindRules, load_parameters
from desktop.patterns.signs import Kind
from desktop.people import PatternNumbers, Settings
from ui.settings.pattern_words import Patterns
from ui.settings.setting_rows import SettingRow, UnreadError
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.widgets.card import Line
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput, Width
from ui.widgets.radio_cards import RadioCards
from ui.widgets.text_flow import TextStyle

_COSTS = {
    Dial.QUIET: (Patterns.QUIET, Patterns.QUIET_COST),
    Dial.STANDARD: (Patterns.STANDARD, Patterns.STANDARD_COST),
    Dial.SENSITIVE: (Patterns.SENSITIVE, Patterns.SENSITIVE_COST),
}
_DAYS, _LEAST = (14, 1100), (2, 20)


class DialRow(SettingRow):
    """How much people want to be told, with what each choice costs."""

    def __init__(self, theme: ThemeSource) -> None:
        self.key = "pattern_dial"
        choices = [Choice(dial.value, say(name), say(cost)) for dial, (name, cost) in _COSTS.items()]
        self.choice = RadioCards(theme, choices)
        self.widget = Field(theme, say(Patterns.DIAL), self.choice)

    @override
    def fill(self, settings: Settings, today: date) -> None:
        self.choice.set_value(settings.pattern_dial)

    @override
    def read(self, settings: Settings, today: date) -> object:
        return self.choice.value()


@dataclass(frozen=True, slots=True)
class _Rule:
    """One rule on the page."""

    kind: Kind
    days: LineInput
    least: LineInput
    days_field: Field
    least_field: Field


class NumbersRow(SettingRow):
    """Every rule that counts something, in a sentence, with its two numbers; facts have none."""

    def __init__(self, theme: ThemeSource) -> None:
        self.key = "pattern_numbers"
        shipped = load_parameters().kinds
        self.rules = [
            _rule(theme, kind, rules) for kind, rules in shipped.items() if rules.budget and rules.minimum > 1
        ]
        self.widget = QWidget()
        parts = [part for rule in self.rules for part in _shown(theme, rule, shipped[rule.kind])]
        self.widget.setLayout(Column(theme, *parts, gap=3))

    @override
    def fill(self, settings: Settings, today: date) -> None:
        now = parameters_of(settings).kinds
        for rule in self.rules:
            rule.days.set_value(str(now[rule.kind].longest_days))
            rule.least.set_value(str(now[rule.kind].minimum))

    @override
    def read(self, settings: Settings, today: date) -> object:
        read = [
            (rule.kind, _number(rule.days, rule.days_field, _DAYS), _number(rule.least, rule.least_field, _LEAST))
            for rule in self.rules
        ]
        if any(days is None or least is None for _, days, least in read):
            raise UnreadError
        return msgspec.to_builtins(tuple(_own(read, settings)))


def _own(read: list[tuple[Kind, int | None, int | None]], settings: Settings) -> Iterator[PatternNumbers]:
    """What differs from the shipped numbers, and what an older or newer Candour set of kinds that are not shown."""
    shipped, shown = load_parameters().kinds, {kind.value for kind, _, _ in read}
    yield from (each for each in settings.pattern_numbers if each.kind not in shown)
    for kind, days, least in read:
        if days and least and (days, least) != (shipped[kind].longest_days, shipped[kind].minimum):
            yield PatternNumbers(kind=kind.value, longest_days=days, minimum=least)


def _rule(theme: ThemeSource, kind: Kind, rules: KindRules) -> _Rule:
    days, least = (LineInput(theme, compact=True, width=Width.SHORT) for _number in range(2))
    fields = (Field(theme, say(Patterns.DAYS), days), Field(theme, say(Patterns.LEAST), least))
    days.setAccessibleName(say(Patterns.OF_RULE, rule=rules.title, number=say(Patterns.DAYS)))
    least.setAccessibleName(say(Patterns.OF_RULE, rule=rules.title, number=say(Patterns.LEAST)))
    return _Rule(kind, days, least, *fields)


def _shown(theme: ThemeSource, rule: _Rule, rules: KindRules) -> list[QWidget]:
    title = PlainLabel(theme, rules.title, "cardTitle", wrap=True)
    sentence = PlainLabel(theme, rules.rule, TextStyle("small", "text.secondary"), wrap=True)
    fields = QWidget()
    fields.setLayout(Flow(theme, [rule.days_field, rule.least_field], gap=4, at_top=True))
    return [Line(theme), title, sentence, fields]


def _number(line: LineInput, field: Field, between: tuple[int, int]) -> int | None:
    """What was typed; nothing, once the field has said what is wrong."""
    typed = line.text().strip()
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= len(str(between[1])) else -1
    is_read = between[0] <= number <= between[1]
    field.show_error("" if is_read else say(Patterns.NEEDS_DAYS if between is _DAYS else Patterns.NEEDS_LEAST))
    return number if is_read else None
