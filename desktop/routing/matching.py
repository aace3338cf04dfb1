# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which listed people the words for somebody unlisted could mean.

Fails safe towards exclusion (requirements.md §10, sharp case k): one similar name, a job that one person holds, or what
people call those in charge is enough. A wrong match costs a reader, or passes the record one step up.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from desktop.people import Person, PersonId
from desktop.routing.day import Day
from desktop.routing.table import Matching


def could_mean(descriptions: Iterable[str], day: Day, matching: Matching) -> frozenset[PersonId]:
    """Everyone listed, left or not, whom one of these descriptions could mean."""
    texts = frozenset(map(_plain, descriptions))
    if not any(texts):
        return frozenset()
    people = day.school.people.values()
    jobs = Counter(_plain(person.job) for person in people if not person.has_left(day.today))
    single_jobs = {job for job, holders in jobs.items() if job and holders == 1}
    return frozenset(
        person.person_id
        for person in people
        for text in texts
        if _is_named(text, person, matching) or _is_job(text, _plain(person.job), single_jobs, matching)
    ) | frozenset(
        person
        for role, pattern in matching.titles.items()
        if any(re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text) for text in texts)
        for person in day.holders[role]
    )


def mentions(texts: Iterable[str], person: Person, matching: Matching) -> bool:
    """Say whether something that was written could name this person, by a whole name or a word of it."""
    return any(_is_named(_plain(text), person, matching) for text in texts)


def names_employer(descriptions: Iterable[str], employer: str) -> bool:
    """Say whether a description speaks of this employer."""
    return bool(_plain(employer)) and any(f" {_plain(employer)} " in f" {_plain(text)} " for text in descriptions)


def _is_named(text: str, person: Person, matching: Matching) -> bool:
    names = {_plain(name) for name in (person.name, person.known_as, *person.aliases)}
    return any(_resembles(text, name, matching.name_score) for name in names if " " in name) or any(
        _same_word(said, word, matching.word_score)
        for word in {word for name in names for word in name.split()}.difference(matching.not_names)
        for said in text.split()
    )


def _same_word(said: str, word: str, score: int) -> bool:
    """One word of a name. A short word must be exact, a longer one alike or begun ("Chris" for "Christine")."""
    if len(word) < 3:
        return False
    alike = min(len(said), len(word)) > 4 and fuzz.ratio(said, word) >= score
    return said == word or alike or (len(said) > 3 and word.startswith(said))


def _is_job(text: str, job: str, single_jobs: set[str], matching: Matching) -> bool:
    return job in single_jobs and _resembles(text, job, matching.job_score)


def _resembles(text: str, name: str, score: int) -> bool:
    return any(fuzz.token_sort_ratio(window, name) >= score for window in _windows(text, len(name.split())))


def _windows(text: str, size: int) -> Iterator[str]:
    words = text.split()
    return (" ".join(words[i : i + size]) for i in range(max(1, len(words) - size + 1)))


def _plain(text: str) -> str:
    """Lower case, without accents and punctuation, with single spaces."""
    letters = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", "".join(letters)))
