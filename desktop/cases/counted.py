# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a report to governors counts of a case: kept in its row, so that nobody opens a hundred thousand cases for one.

Everything is told by the day on which it happened, and seldom changes afterwards: what a later report counts of the
same days is then the same. Pure. What the figures are for: practice.md section 4 (resources/governors/counting.toml).
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import shipped_meaning
from desktop.clocks import london_day
from desktop.forms import load_vocabularies

_ELSE = "something_else"


class Counted(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One concern: what it was about, when the LADO was first asked, and when it was first taken to meet the threshold.

    `children` are those it names, by initials as typed: no report may have them in its words.
    """

    theme: str
    lado_on: date | None = None
    met_on: date | None = None
    children: tuple[str, ...] = ()


class TermRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A term of a school that has set none: month and day of its first and last day."""

    name: str
    since: str
    until: str


class Counting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is counted, and how; each part stands explained in resources/governors/counting.toml."""

    concerns: tuple[str, ...]
    about_self: tuple[str, ...]
    gifts: str
    ties: str
    themes: tuple[str, ...]
    asked_the_lado: tuple[str, ...]
    threshold: int
    share_base: int
    small_staff: int
    year_days: int
    shortest_days: int
    value_step: int
    outcomes: Mapping[str, tuple[str, ...]]
    terms: tuple[TermRule, ...]


@cache
def counting() -> Counting:
    """Read the rules that we ship."""
    return msgspec.convert(tomllib.loads(resources.text("governors/counting.toml")), Counting)


def counted_of(case: Case) -> Counted | None:
    """What is counted of a case; None of what is no concern."""
    report = case.report
    if report is None or report.form not in counting().concerns:
        return None
    asked = [entry for kind in counting().asked_the_lado for entry in case.of_kind(kind)]
    met = shipped_meaning().outcomes.met_threshold
    decided = [entry for entry in case.of_kind(case.track.decision) if entry.text("outcome") in met]
    return Counted(
        theme=_theme(case, report),
        lado_on=_first_day(asked),
        met_on=_first_day(decided),
        children=tuple(_children(report.values.get("children"))),
    )


def _theme(case: Case, report: CaseEntry) -> str:
    """What was ticked first; else what the latest assessment names, or the word of an old log."""
    ticked = _texts(report.values.get("everyday"))
    if not ticked:
        assessed = [each for each in (case.decision, case.triage) if each]
        ticked = [theme for each in assessed for value in _texts(each.values.get("categories")) for theme in _of(value)]
    if not ticked and report.is_imported:
        ticked = [_by_label().get(report.text("category").casefold(), _ELSE)]
    return next((theme for theme in ticked if theme in counting().themes), _ELSE)


def _of(category: str) -> Iterator[str]:
    known = _kinds()
    yield known.kinds_of_categories.get(category) or known.kinds_of_groups.get(_groups().get(category, ""), _ELSE)


class _Kinds(msgspec.Struct, frozen=True):
    kinds_of_categories: Mapping[str, str]
    kinds_of_groups: Mapping[str, str]


@cache
def _kinds() -> _Kinds:
    return msgspec.toml.decode(resources.text("patterns/from_cases.toml"), type=_Kinds)


@cache
def _groups() -> Mapping[str, str]:
    return {term.value: term.group for term in load_vocabularies()["categories"].terms}


@cache
def _by_label() -> Mapping[str, str]:
    return {term.label.casefold(): term.value for term in load_vocabularies()["everyday"].terms}


def _first_day(entries: list[CaseEntry]) -> date | None:
    return min((london_day(entry.believed_at) for entry in entries), default=None)


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _children(value: object) -> Iterator[str]:
    for child in value if isinstance(value, list) else []:
        if isinstance(child, dict) and child.get("initials"):
            yield str(child["initials"])
