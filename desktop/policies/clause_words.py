# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is said beside a clause: of which day it is, what became of it, why there is none. The same everywhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec

import resources
from desktop.forms.lists import editable_lists, list_terms
from desktop.people import ClauseLink, ListChange, PolicyLine
from desktop.policies.citing import Because, InCode
from desktop.policies.wording import AsOf, Since, Without, Worded, Wording
from desktop.telling import in_a_row


@cache
def clause_words() -> Mapping[str, Mapping[str, str]]:
    """The fixed texts (resources/policies/clauses.toml); read once."""
    return msgspec.toml.decode(resources.text("policies/clauses.toml"), type=dict[str, dict[str, str]])


def as_of_words(as_of: AsOf) -> str:
    """Of which day the wording is; nothing where it is today's and nobody asked for another."""
    return "" if as_of is AsOf.TODAY else clause_words()["as_of"][as_of.value]


def since_words(worded: Worded) -> str:
    """What became of a clause since; nothing where it is the same."""
    if worded.since is Since.SAME:
        return ""
    label = worded.now.clause.label if worded.now else ""
    return clause_words()["since"][worded.since.value].format(label=label)


def now_words() -> str:
    """What stands above the wording of today, where that of the day is missing."""
    return clause_words()["since"]["now"]


def because_words(without: Without, as_of: AsOf) -> str:
    """Why there is no clause to read of a day."""
    if without.because is Because.NOT_HERE and as_of is AsOf.THAT_DAY:
        return clause_words()["because"]["not_here_then"]
    return reason_words(without.because, without.words)


def reason_words(because: Because, typed: Sequence[str] = ()) -> str:
    """Why there is no clause to read now. `typed` are the words in which no number was found."""
    joint = clause_words()["between"]["and"]
    return clause_words()["because"][because.value].format(words=in_a_row([f"“{each}”" for each in typed], joint))


def wording_lines(read: Wording) -> Iterator[str]:
    """Everything that there is to read, line by line."""
    if said := as_of_words(read.as_of):
        yield from (said, "")
    for worded in read.clauses:
        if worded.what:
            yield "; ".join(worded.what)
        yield from _clause_lines(worded.shown)
        if since := since_words(worded):
            yield from (since, "")
        if worded.now and worded.is_reworded:
            yield from _clause_lines(worded.now)
    for without in read.without:
        yield ": ".join(part for part in ("; ".join(without.what), because_words(without, read.as_of)) if part)
        for now in without.now:
            yield now_words()
            yield from _clause_lines(now)


def named_words(found: Iterable[InCode]) -> str:
    """Clauses by their policy, edition, number and heading, those of one version together."""
    versions: dict[str, list[str]] = {}
    for each in found:
        heading = " ".join(dict.fromkeys(part for part in (each.clause.label, each.clause.heading) if part))
        versions.setdefault(f"{each.title}, {each.edition}", []).append(heading)
    return ". ".join(f"{version}: {'; '.join(headings)}" for version, headings in versions.items())


def _clause_lines(found: InCode) -> Iterator[str]:
    yield named_words((found,))
    yield from (*found.clause.paragraphs, "")


def link_words(
    wanted: Iterable[ClauseLink], now: Iterable[ClauseLink], lists: Iterable[ListChange], policies: Iterable[PolicyLine]
) -> Iterator[str]:
    """What becomes of the links from the forms and lists to clauses, a sentence for each that is otherwise."""
    said, before, changes = clause_words()["link"], {each.cites: each for each in now}, tuple(lists)
    titles = {line.policy_id: line.title for line in policies}
    for link in wanted:
        if before.pop(link.cites, None) != link:
            words = said["to" if link.policy else "own"]
            title = titles.get(link.policy, link.policy)
            yield words.format(cites=cited_words(link.cites, changes), label=link.label, title=title)
    yield from (said["none"].format(cites=cited_words(gone, changes)) for gone in before)


def cited_words(cites: str, lists: Iterable[ListChange]) -> str:
    """What cites a clause, as people call it: a word of a list, or a clause of the model code."""
    name, _, value = cites.partition("/")
    terms = list_terms(name, lists) if value and name in editable_lists() else ()
    label = next((term.label for term in terms if term.value == value), "")
    words = clause_words()["link"]
    return words["word"].format(label=label) if label else words["model"].format(label=cites)
