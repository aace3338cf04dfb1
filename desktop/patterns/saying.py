# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Puts a card into words that the person named could read: what was counted, what is usual, what chance does."""

from collections.abc import Callable
from datetime import date
from typing import Final

from desktop.patterns.parameters import Parameters
from desktop.patterns.prompts import Prompt, Reason
from desktop.patterns.school_days import TERMS_A_YEAR
from desktop.patterns.signs import About, Kind

_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FORTNIGHT, _QUARTER = 14, 75
_WEEK, _MONTH = 7, 30.4
_OFTEN: Final = 0.75
_TERMS_SAID: Final = 6

NameOf = Callable[[str], str]


def sentence(prompt: Prompt, parameters: Parameters, name_of: NameOf) -> str:
    """Everything that a card says, and how often chance alone would do as much; `name_of` names people and children."""
    said = dict.fromkeys(_of_reason(prompt, reason, parameters, name_of) for reason in prompt.reasons)
    new = [_new_since(prompt.shown_before, len(prompt.new))] if prompt.shown_before and prompt.new else []
    return " ".join((*said, *new, chance_words(prompt.chance)))


def chance_words(chance: float | None) -> str:
    """How often chance alone would show as much somewhere in the school. `chance`: prompts a term; None: a fact."""
    if chance is None:
        return "This is what the records say; no chance is reckoned."
    if chance > _OFTEN:
        return "Chance alone: about once a term."
    terms = round(1 / max(chance, 1e-6))
    if terms <= _TERMS_SAID:
        return f"Chance alone: about once in {number(max(2, terms))} terms."
    years = round(terms / TERMS_A_YEAR)
    return f"Chance alone: about once in {number(years)} years." if years <= 100 else "Chance alone: hardly ever."


def rule(prompt: Prompt, parameters: Parameters) -> str:
    """What each of the kinds on a card counts."""
    return " ".join(dict.fromkeys(parameters.kinds[reason.kind].rule for reason in prompt.reasons))


def number(count: float) -> str:
    """A small whole number as a word."""
    return _NUMBERS[int(count)] if count < len(_NUMBERS) else f"{int(count):,}"


def span(days: float) -> str:
    """How long a stretch is: days, weeks or months, both ends counted."""
    if days < _FORTNIGHT:
        return "one day" if days < 1 else f"{number(days + 1)} days"
    unit, length = ("weeks", _WEEK) if days < _QUARTER else ("months", _MONTH)
    return f"{number(round(days / length))} {unit}"


def _of_reason(prompt: Prompt, reason: Reason, parameters: Parameters, name_of: NameOf) -> str:
    about = prompt.card
    who = name_of(about.key) if about.about is About.PERSON else ""
    facts = {name: value if isinstance(value, str) else _figure(name, value) for name, value in reason.facts.items()}
    if "child" in facts:
        facts["child"] = name_of(facts["child"])
    said = parameters.kinds[reason.kind].sentence.format(
        **{**facts, "who": who, "span": span(float(reason.facts.get("days", 0)))}
    )
    return said[:1].upper() + said[1:]


def _new_since(day: date, many: int) -> str:
    said = f"{day.day} {day:%B %Y}"
    return f"New since {said}: {number(many)} {'record' if many == 1 else 'records'}."


def _figure(name: str, value: float) -> str:
    if name != "usual":
        return number(value)
    return f"{value:.1f}" if value >= 0.1 else "0.1 or fewer"  # a smaller figure would claim to be known more exactly


def kinds(prompt: Prompt) -> tuple[Kind, ...]:
    """The kinds on a card, the first reason first, each once."""
    return tuple(dict.fromkeys(reason.kind for reason in prompt.reasons))
