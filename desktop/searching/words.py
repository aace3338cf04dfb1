# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""By which words a case is found: names, what was written, its reference. And what somebody seeks, in the same shape.

Pure. Whoever does not read a case, or stood aside from it, finds it by nothing; what they sent themselves they find
among what they sent.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.cases.rows import CaseRow
from desktop.forms import FormSpec
from desktop.importing.names import loose_key
from desktop.people import Person, PersonId
from desktop.policies.reasons import of_answers

MOST_FOUND = 2_000
"""So many records are found at once; whoever seeks more says more."""

_AN_ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{64}")
_LONGEST = 40
_MOST = 12


def words_of(
    case: Case, row: CaseRow, me: PersonId, people: Mapping[PersonId, Person], forms: Mapping[str, FormSpec]
) -> str:
    """All words by which one reader finds a case; empty where they do not read it.

    The reasons that were chosen are among them as people read them, also those that are no longer offered (F19).
    """
    if not case.reads(me) or me in case.aside:
        return ""
    parts = [row.reference, row.reference.replace("-", ""), *row.about, row.reporter]
    parts += [person.known_as for each in case.concerned() if (person := people.get(each))]
    for entry in case.entries:
        parts += [entry.claims, *_texts(entry.values.values(), people), *_reasons(entry, forms)]
    return loose_key(" ".join(parts))


def sought(typed: str) -> tuple[str, ...]:
    """The beginnings of words that somebody seeks: letters and digits, without accents and capitals."""
    return tuple(dict.fromkeys(word[:_LONGEST] for word in loose_key(typed).split()))[:_MOST]


def _reasons(entry: CaseEntry, forms: Mapping[str, FormSpec]) -> Iterator[str]:
    spec = forms.get(entry.form)
    cited = of_answers(spec, entry.values) if spec is not None else ()
    return (each.what for each in cited if each.key)


def _texts(values: Iterable[object], people: Mapping[PersonId, Person]) -> Iterator[str]:
    """Everything that was written or chosen, with people by name."""
    for value in values:
        if isinstance(value, str):
            person = people.get(PersonId(value))
            yield person.name if person else "" if _AN_ID.fullmatch(value) else value
        elif isinstance(value, Mapping):
            yield from _texts(value.values(), people)
        elif isinstance(value, list | tuple):
            yield from _texts(value, people)
