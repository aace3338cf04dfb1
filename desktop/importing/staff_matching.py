# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who a row of a staff list is about: somebody who is listed, somebody new, or not to be told.

A row is about a listed person when it gives their Candour id, or exactly their name and no other job. Names that are
merely alike decide nothing: two people may share one, and a wrong match could let somebody read about themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from desktop.importing.names import exact_key, loose_key
from desktop.importing.refusals import Reason, Refusal
from desktop.importing.staff_rows import StaffRow
from desktop.people import Person, PersonId

Who = PersonId | int
"""A person who is listed, or the number of the row that adds them."""


class Register:
    """The people who are listed already, found by id and by name."""

    def __init__(self, people: Sequence[Person]) -> None:
        """Index everyone under all the names by which they may be known."""
        self._by_id: Mapping[PersonId, Person] = {person.person_id: person for person in people}
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            for key in {loose_key(name) for name in _names(person)}:
                self._by_name[key].append(person)

    def find(self, row: StaffRow) -> Person | Reason | None:
        """The person whom a row is about, None for somebody new, or why that cannot be told."""
        if row.person_id:
            return self._by_id.get(row.person_id, Reason.UNKNOWN_PERSON_ID)
        alike = self._by_name.get(loose_key(row.name), [])
        namesakes = [person for person in alike if exact_key(person.name) == exact_key(row.name)]
        meant = [person for person in namesakes if _jobs_agree(person.job, row.job)]
        if len(meant) == 1:
            return meant[0]
        if meant:
            return Reason.TWO_PEOPLE_HAVE_THIS_NAME
        if namesakes:
            return Reason.ANOTHER_JOB
        return Reason.LIKE_ANOTHER if alike else None


def _names(person: Person) -> Iterable[str]:
    yield person.name
    yield from person.aliases
    if person.known_as:
        yield " ".join((person.known_as, *person.name.split()[1:]))


def _jobs_agree(first: str, second: str) -> bool:
    return not first or not second or loose_key(first) == loose_key(second)


def repeated(rows: Iterable[StaffRow], listed: Mapping[int, Person]) -> dict[int, Refusal]:
    """The rows that are about one person or cannot be told apart, each with another such row: by row number."""
    by_person: dict[PersonId, list[int]] = defaultdict(list)
    by_name: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        by_name[loose_key(row.name)][loose_key(row.job)].append(row.number)
        if row.number in listed:
            by_person[listed[row.number].person_id].append(row.number)
    groups = list(by_person.values())
    for jobs in by_name.values():
        # One row without a job could be about any of its namesakes.
        groups += [[number for group in jobs.values() for number in group]] if "" in jobs else jobs.values()
    pairs = ((number, group[0 if at else -1]) for group in groups if len(group) > 1 for at, number in enumerate(group))
    return {number: Refusal(reason=Reason.TWICE_IN_FILE, other_row=other) for number, other in pairs}


class Managers:
    """Who the managers named in the rows are, among the people listed and those whom the rows add."""

    def __init__(self, rows: Mapping[int, StaffRow], listed: Mapping[int, Person], everyone: Sequence[Person]) -> None:
        """Take the rows by number, whom of the listed people they are about, and everyone who is listed."""
        self._rows = rows
        self._who: dict[int, Who] = {
            number: listed[number].person_id if number in listed else number for number in rows
        }
        self._named: dict[str, set[Who]] = defaultdict(set)
        in_file = {person.person_id for person in listed.values()}
        for person in everyone:
            if person.person_id not in in_file:
                self._named[exact_key(person.name)].add(person.person_id)
        for number, row in rows.items():
            self._named[exact_key(row.name)].add(self._who[number])

    def of(self, row: StaffRow) -> Who | None:
        """The manager whom a row names, or None where that is not exactly one person."""
        meant = self._named.get(exact_key(row.manager), set())
        return next(iter(meant)) if len(meant) == 1 else None

    def unclear(self) -> dict[int, Reason]:
        """The rows whose manager is not exactly one other person, or is to be added by a row that falls here too."""
        waiting: list[tuple[int, Reason]] = []
        staff_of: dict[Who, list[int]] = defaultdict(list)
        for number, row in self._rows.items():
            manager = self.of(row) if row.manager else None
            if row.manager and manager is None:
                waiting.append((number, Reason.UNKNOWN_MANAGER))
            elif manager == self._who[number]:
                waiting.append((number, Reason.OWN_MANAGER))
            elif manager is not None:
                staff_of[manager].append(number)
        found: dict[int, Reason] = {}
        while waiting:
            number, found[number] = waiting.pop()
            waiting.extend((follower, Reason.UNKNOWN_MANAGER) for follower in staff_of.pop(number, []))
        return found
