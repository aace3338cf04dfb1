# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which mentions of children mean one child. There is no list of children: they are grouped as they are mentioned.

Two mentions are one child when first name, last name (or its initial) and cohort agree as far as they are given.
Cohort is the school year in which the child's class was in Reception, so that 4B this year and 5B next year agree. What
fits two children already known is undecided, and then it is nobody.
"""

import re
from datetime import date

from msgspec import Struct

from desktop.patterns.written import Likeness, Written, first_names_alike, is_slip, naming, taken_apart

_YEAR_GROUP = r"(?:year|yr|y)\s*\.?\s*(?:1[0-3]|\d|r)"
_CLASS = re.compile(r"\s*(?:(?:year|yr|y)\s*\.?\s*)?(1[0-3]|\d|reception|r)\s*[-/]?\s*([a-z]?)\d?\s*", re.IGNORECASE)
_CLASS_AT_THE_END = re.compile(rf"\s((?:{_YEAR_GROUP}|1[0-3]|\d)[a-z]?\d?)\s*$", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[]([^)\]]*)")
_SEPTEMBER = 9


class Child(Struct, frozen=True):
    """What is known of one child from the mentions so far. Empty text and None: not known."""

    number: int
    """Counts from 1 in the order of first mention; it never changes."""
    first: str
    last: str = ""
    initial: str = ""
    cohort: int | None = None
    form: str = ""
    """The letter of the class, which tells two children of one name in one year apart."""


class Children:
    """The children mentioned so far. Ask in the order in which the mentions were recorded."""

    def __init__(self) -> None:
        self._by_initial: dict[str, list[int]] = {}
        self._known: dict[int, Child] = {}

    def of(self, text: str, on: date) -> int:
        """Give the number of the child whom these words name on this day, a new one if they name nobody known.

        0: nobody can be told from them (a class without a name, or two known children fit as well).
        """
        seen = _seen(text, on)
        if seen is None:
            return 0
        same = self._that_fit(seen)
        if len(same) > 1 or (not same and not seen.initial):
            return 0
        return self._widened(same[0], seen) if same else self._added(seen)

    def _that_fit(self, seen: Child) -> list[Child]:
        known = [self._known[number] for number in self._by_initial.get(seen.first[0], ())]
        fitting = [(fit, child) for child in known if (fit := _fit(child, seen))]
        best = max((fit for fit, _child in fitting), default=0)
        return [child for fit, child in fitting if fit == best]

    def _added(self, seen: Child) -> int:
        child = Child(len(self._known) + 1, seen.first, seen.last, seen.initial, seen.cohort, seen.form)
        self._known[child.number] = child
        self._by_initial.setdefault(child.first[0], []).append(child.number)
        return child.number

    def _widened(self, child: Child, seen: Child) -> int:
        self._known[child.number] = Child(
            child.number,
            child.first,
            child.last or seen.last,
            child.initial or seen.initial,
            seen.cohort if child.cohort is None else child.cohort,
            child.form or seen.form,
        )
        return child.number


def cohort_of(year: int, on: date) -> int:
    """The calendar year in whose September this year group was in Reception. `year` counts from 0, Reception."""
    return (on.year if on.month >= _SEPTEMBER else on.year - 1) - year


def last_name_of(text: str) -> str:
    """The folded last name of a child as typed; empty where there is none, or only its initial."""
    last = _first_and_last(taken_apart(_parted(text)[0]))[1]
    return last if len(last) > 1 else ""


def _seen(text: str, on: date) -> Child | None:
    name, group = _parted(text)
    written = taken_apart(name)
    if not written.words or not naming().not_names.isdisjoint(written.words):
        return None
    first, last = _first_and_last(written)
    found = _CLASS.fullmatch(group)
    if not found:
        return Child(0, first, last if len(last) > 1 else "", last[:1])
    year = found.group(1).lower()
    cohort = cohort_of(0 if year.startswith("r") else int(year), on)
    return Child(0, first, last if len(last) > 1 else "", last[:1], cohort, found.group(2).lower())


def _parted(text: str) -> tuple[str, str]:
    """The name and the class, from "Meera Harris (3B)" or "Meera Harris Yr 3"."""
    if bracketed := _BRACKETED.search(text):
        return text, bracketed.group(1)
    if at_the_end := _CLASS_AT_THE_END.search(text):
        return text[: at_the_end.start()], at_the_end.group(1)
    return text, ""


def _first_and_last(written: Written) -> tuple[str, str]:
    if not written.words:
        return "", ""
    words, before = written.words, written.before_comma
    if before:
        return words[before], "".join(words[:before])
    return words[0], "".join(words[1:])


def _fit(known: Child, seen: Child) -> int:
    """How well a mention fits a known child: 0 not at all; more where more was given and agrees."""
    names = _names_fit(known, seen)
    if not names or (known.cohort is not None and seen.cohort is not None and known.cohort != seen.cohort):
        return 0
    year = 2 if known.cohort is not None and known.cohort == seen.cohort else 0
    if year and known.form and seen.form:
        return names + year + 1 if known.form == seen.form else 0
    return names + year


def _names_fit(known: Child, seen: Child) -> int:
    alike = first_names_alike(seen.first, known.first)
    if alike < Likeness.INITIAL:
        return 0
    first = 2 if alike is Likeness.EXACT else 1
    if known.last and seen.last:
        return first + 8 if known.last == seen.last else first + 4 if is_slip(known.last, seen.last) else 0
    if known.initial and seen.initial:
        return first + 3 if known.initial == seen.initial and alike is Likeness.EXACT else 0
    return first if alike is Likeness.EXACT else 0
