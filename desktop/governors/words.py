# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a report to governors says: its figures in words, its sentences, what governors might ask. Pure."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

import resources
from desktop.cases.counted import counting
from desktop.clocks import date_words
from desktop.disclosure.figures import Figure, Unit
from desktop.forms import fill, load_vocabularies
from desktop.governors.periods import Period
from desktop.governors.report import Reckoned, Section
from desktop.governors.told import Side
from desktop.telling import in_a_row


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that a report says that is not somebody's own words."""

    document: Mapping[str, str]
    cover: Mapping[str, str]
    sections: Mapping[str, str]
    figures: Mapping[str, str]
    labels: Mapping[str, str]
    outcomes: Mapping[str, str]
    terms: Mapping[str, str]
    summary: Mapping[str, str]
    meaning: tuple[str, ...]
    questions: Mapping[str, str]
    check: Mapping[str, str]


_ELSE = "theme:something_else"


@cache
def words() -> Words:
    """Read the words that we ship."""
    return msgspec.convert(tomllib.loads(resources.text("governors/words.toml")), Words)


def figure_words(figure: Figure | None) -> str:
    """A figure as it is printed; one that may not be said is said to be left out."""
    said = words().figures
    if figure is None:
        return said["left_out"]
    if figure.unit is Unit.SHARE:
        return _share_words(figure)
    if figure.is_exact:
        return str(figure.least) if figure.least else said["none"]
    if figure.below is None:
        return fill(said["or_more"], {"count": figure.least})
    if figure.least <= 1:
        return fill(said["fewer"], {"count": figure.below})
    return fill(said["between"], {"least": figure.least, "most": figure.below - 1})


def period_words(period: Period) -> str:
    """A period from its first to its last day."""
    return fill(words().document["period"], {"first": date_words(period.first), "last": date_words(period.last)})


def themes_of(reckoned: Reckoned) -> tuple[tuple[str, str], ...]:
    """What concerns were about, as names of figures with their labels: the largest first, the few ones last."""
    terms = {term.value: term.label for term in load_vocabularies()["everyday"].terms}
    return _ranked(reckoned, "theme", {each: terms[each] for each in counting().themes})


def outcomes_of(reckoned: Reckoned) -> tuple[tuple[str, str], ...]:
    """What was decided, as names of figures with their labels."""
    return _ranked(reckoned, "outcome", words().outcomes)


def terms_of(reckoned: Reckoned) -> tuple[tuple[str, str], ...]:
    """The terms of the period that may be told apart, each with its label, in their order."""
    said = words().terms
    found = []
    for at, term in enumerate(reckoned.terms):
        # A term belongs to the year in which it begins, whatever of it lies in the period.
        label = fill(said[term.name], {"year": str(term.period.first.year)})
        is_going_on = term.period.last == reckoned.asked.period.last == reckoned.on
        found.append((f"term:{at}", fill(said["so_far"], {"term": label}) if is_going_on else label))
    return tuple(each for each in found if each[0] in reckoned.lines)


def drafted_summary(reckoned: Reckoned) -> str:
    """The summary in sentences, from what may be printed and nothing else."""
    return "\n".join(" ".join(sentences) for sentences in _paragraphs(reckoned) if sentences)


def summary_of(reckoned: Reckoned) -> str:
    """The summary as its maker has it."""
    typed = reckoned.asked.summary
    return drafted_summary(reckoned) if typed is None else typed.strip()


def questions(reckoned: Reckoned) -> tuple[str, ...]:
    """What governors might ask, from what the figures show."""
    said = words().questions
    names = ["none" if reckoned.is_nothing else "few" if reckoned.is_small else "themes"]
    names += ["rise"] if _has_risen(reckoned) else []
    names += ["overdue"] if (each := reckoned.lines.get("reviews")) and each.below != 1 else []
    return (*(said[name] for name in names), said["always"])


def _paragraphs(reckoned: Reckoned) -> Iterator[list[str]]:
    said, lines = words().summary, reckoned.lines
    supplement = [said["supplement"]] if reckoned.side is Side.SUPPLEMENT else []
    shared = [_said("shared", lines), *([_said("before", lines)] if "before" in lines else [])]
    yield [*supplement, *shared, *([_said("self", lines)] if "self" in lines else [])]
    named = [label for name, label in themes_of(reckoned) if lines[name].least >= reckoned.threshold and name != _ELSE]
    about = (
        [fill(said["themes"], {"themes": in_a_row([label.lower() for label in named], said["and"])})] if named else []
    )
    yield [*about, *(_said(name, lines) for name in ("pace", "lado", "met") if name in lines)]
    if reckoned.is_nothing:
        yield [said["told"]]
    elif reckoned.is_small:
        yield [said["no_breakdown"]]


def _said(name: str, lines: Mapping[str, Figure]) -> str:
    """The sentence of a figure."""
    figure = lines.get(name)
    told = figure_words(figure)
    is_none = figure is not None and figure.is_exact and not figure.least
    is_left_out = figure is None
    which = f"{name}_none" if is_none else f"{name}_left_out" if is_left_out else name
    return fill(words().summary[which], {"count": told, "Count": told[:1].upper() + told[1:]})


def _ranked(reckoned: Reckoned, kind: str, labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    order = {cell: at for at, cell in enumerate(labels)}
    named = [cell for cell in labels if f"{kind}:{cell}" in reckoned.lines]
    ranked = sorted(named, key=lambda cell: (-_size(reckoned.lines[f"{kind}:{cell}"]), order[cell]))
    return tuple((f"{kind}:{cell}", labels[cell]) for cell in ranked)


def _size(figure: Figure) -> int:
    return figure.least


def _has_risen(reckoned: Reckoned) -> bool:
    now, before = reckoned.lines.get("shared"), reckoned.lines.get("before")
    return now is not None and before is not None and before.below is not None and now.least >= before.below


def _share_words(figure: Figure) -> str:
    said = words().figures
    if figure.below is None:
        return fill(said["share_or_more"], {"percent": figure.least // 2})
    if figure.below - figure.least > 2:
        return said["share_few"]
    return fill(said["share"], {"percent": (figure.below - 1) // 2})


def section_words(section: Section) -> str:
    """What a section is called where it is chosen."""
    return words().sections[section.value]
