# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who somebody unlisted is, as the readers of a case have said since: worked out from its entries. Pure.

A report that described somebody stays as it was signed; who is meant stands in a further entry, and can be taken back
by another. Whoever is named so is a person concerned from then on: a reader who is named reads nothing that comes
after, and what they wrote counts only as far as whoever named them had seen it (docs/format.md, 'Identification').
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec

from desktop.cases.conflicts import Subject
from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import Meaning
from desktop.cases.moments import told_day
from desktop.cases.readership import CONTINUATION, SHARED, read_readership
from desktop.cases.recusal import Rules, decider_of
from desktop.forms import with_known
from desktop.people import SENIOR, PersonId
from desktop.routing.day import Day

IDENTIFICATION = "identification"
"""The act by which somebody described is said to be a listed person."""

NOT_THEM = "not_them"
"""The act by which that is denied, or taken back."""

Words = tuple[str, PersonId]
"""Somebody's description in a report, and a listed person."""


@dataclass(frozen=True, slots=True)
class Identities:
    """Who was identified in a case.

    `known` says who is meant by the words of the report, with the entry that says so; `denied` is who is not; `left`
    are the people whose reading ended, with the entry that ended it. That lasts: a mistake lets nobody back in.
    """

    known: Mapping[str, tuple[PersonId, CaseEntry]] = field(default_factory=dict)
    denied: frozenset[Words] = frozenset()
    left: Mapping[PersonId, CaseEntry] = field(default_factory=dict)

    @property
    def latest(self) -> CaseEntry | None:
        """The last entry by which somebody was identified, of those that still hold."""
        return [entry for _, entry in self.known.values()][-1] if self.known else None

    def as_known(self, report: CaseEntry, meaning: Meaning) -> CaseEntry:
        """The report as it would read had its reporter known who it is about. For the rules only: it is never shown."""
        people = {words: person for words, (person, _) in self.known.items()}
        spec = meaning.forms.get(report.form)
        if not people or spec is None:
            return report
        sender = people.get(report.claims) if report.form in meaning.forms_about_the_sender else None
        values = with_known(spec, report.values, people)
        return msgspec.structs.replace(report, values=values, author=sender or report.author)


def read_identities(
    case_id: str, entries: tuple[CaseEntry, ...], report: CaseEntry | None, subjects: tuple[Subject, ...], rules: Rules
) -> tuple[Identities, CaseEntry | None]:
    """Work out who was identified, and the report as it then reads to the rules.

    `entries` are in order; `subjects` are the persons concerned as the report has them.

    An identification is believed of a reader who could decide, or who names another reader: nobody else could end what
    the person concerned reads about themselves, and the rules then let in whoever decides in their place.
    """
    found = Identities()
    if report is None:
        return found, None
    described = {subject.description for subject in subjects if subject.person_id is None}
    for place, entry in enumerate(entries):
        words = words_of(entry)
        if words is None or words[0] not in described or entry.author in found.left:
            continue
        before = _Before(case_id, entries[:place], report, subjects, rules)
        is_own = entry.form == NOT_THEM and words[0] in found.known and found.known[words[0]][1].author == entry.author
        if not is_own and not before.believes(entry, words[1]):
            continue
        found = _with(found, entry, words, reads=before.reads(words[1]))
    return found, found.as_known(report, rules.meaning)


def words_of(entry: CaseEntry) -> Words | None:
    """What an entry says about whom the words of a report mean; None for any other entry."""
    kinds = {IDENTIFICATION, CONTINUATION} if entry.form == IDENTIFICATION else {NOT_THEM}
    person = entry.text("person")
    if entry.form not in {IDENTIFICATION, NOT_THEM} or entry.kind not in kinds or not person:
        return None
    return entry.text("described"), PersonId(person)


def _with(found: Identities, entry: CaseEntry, words: Words, *, reads: bool) -> Identities:
    said, person = words
    known = {each: who for each, who in found.known.items() if each != said}
    if entry.form == IDENTIFICATION:
        left = found.left if person in found.left else {**found.left, person: entry}
        return Identities({**known, said: (person, entry)}, found.denied - {words}, left)
    holds = known if found.known.get(said, ("", None))[0] == person else found.known
    # Who read it until then was left out of what came after, and must not be shown a gap.
    left = {each: by for each, by in found.left.items() if reads or each != person}
    return Identities(holds, found.denied | {words}, left)


class _Before:
    """A case as it stood before an entry."""

    def __init__(
        self,
        case_id: str,
        entries: Iterable[CaseEntry],
        report: CaseEntry,
        subjects: tuple[Subject, ...],
        rules: Rules,
    ) -> None:
        self._report = report
        self._subjects = subjects
        self._rules = rules
        self._reading = read_readership(case_id, tuple(entries), subjects, rules.school_at)

    def reads(self, person: PersonId) -> bool:
        """Say whether somebody read it."""
        return any(reader.person_id == person for reader in self._reading.readers)

    def believes(self, entry: CaseEntry, person: PersonId) -> bool:
        """Say whether its author may say who somebody is, or is not."""
        role = next((each.role for each in self._reading.readers if each.person_id == entry.author), SHARED)
        if entry.author in {None, person} or role == SHARED:
            return False
        gone = {**self._reading.left, **self._reading.aside}
        decider = decider_of(self._report, self._subjects, gone, self._rules)
        return entry.author == decider or self.reads(person) or bool(self._offices(entry) & SENIOR)

    def _offices(self, entry: CaseEntry) -> frozenset[object]:
        school = self._rules.school_at(entry.directory)
        if school is None or entry.author is None:
            return frozenset()
        day = Day(school, told_day(entry.at, day_only=entry.is_day_only))
        return frozenset(day.roles(entry.author))
