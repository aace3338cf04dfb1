# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Takes names out of what is exported: the reporter's, or those of whoever handled a case. Pure.

A name is replaced wherever it stands, in answers, headlines and people's own words alike, by the same label throughout
one export; nothing is drawn over. It errs towards hiding. It cannot know who is told by a story alone.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import msgspec

from desktop.cases.case import Case
from desktop.exports.choices import LeftOut, Named, choices
from desktop.forms import fill
from desktop.naming.finding import Found, find
from desktop.naming.known import What, folded, known_in, ordinary
from desktop.patterns.written import titles
from desktop.people import PersonId, Role, School
from desktop.routing.explain import words as route_words

Hide = Callable[[str], str]
"""Gives a text back without the names that are left out."""

_LEAST_LETTERS = 3
_AROUND_A_WORD = ".,;:!?()[]\"“”‘’'"
_ONLY_NAMES = frozenset({What.NAME, What.PART})
"""What stands for a handler. Their offices stay: they are what is told instead."""


class Hidden(msgspec.Struct, frozen=True, kw_only=True):
    """Whose names are left out: the label of each listed person, and of names that the school does not list."""

    reporters: frozenset[PersonId] = frozenset()
    claims: tuple[str, ...] = ()
    handlers: Mapping[PersonId, str] = {}

    @property
    def is_nobody(self) -> bool:
        """Say whether no name is left out at all."""
        return not (self.reporters or self.claims or self.handlers)


def hidden_in(cases: Iterable[Case], leaves_out: LeftOut, school: School, on: date, maker: PersonId) -> Hidden:
    """Work out whose names an export of these cases leaves out. Whoever it is about, and who makes it, stay named.

    Somebody who makes a copy of what they reported themselves is left out as its reporter.
    """
    everything = tuple(cases)
    concerned = frozenset[PersonId]().union(*(case.concerned() for case in everything))
    reported = {case.reporter for case in everything if case.reporter} - concerned
    reporters = reported if Named.REPORTER in leaves_out.names else set()
    claims = _claims(everything) if Named.REPORTER in leaves_out.names else ()
    if Named.HANDLERS not in leaves_out.names:
        return Hidden(reporters=frozenset(reporters), claims=claims)
    handlers = dict.fromkeys(person for case in everything for person in _handlers(case))
    masked = [person for person in handlers if person not in concerned | reported | {maker}]
    return Hidden(reporters=frozenset(reporters), claims=claims, handlers=_labels(masked, school, on))


def hiding(hidden: Hidden, concerned: frozenset[PersonId], school: School, on: date) -> Hide:
    """Make what takes these names out of a text. Where two people share a name, it is that of the person concerned."""
    if hidden.is_nobody:
        return _as_it_is
    first = (*concerned, *hidden.reporters, *hidden.handlers)
    order = {person: number for number, person in enumerate(first)}
    people = dict(sorted(school.people.items(), key=lambda item: order.get(item[0], len(order))))
    known = known_in(msgspec.structs.replace(school, people=people), on, further=hidden.claims)

    def hide(text: str) -> str:
        parts, at = [], 0
        for place in find(text, known):
            label = _label(place, hidden)
            if label:
                parts += [text[at : place.start], label]
                at = place.end
        return "".join([*parts, text[at:]])

    return hide


def words_hidden(hidden: Hidden, concerned: Iterable[PersonId], school: School) -> frozenset[str]:
    """The names to look for where they cannot be taken out, in files: whole ones, and parts that nobody shares.

    No title, and no word that stands in any file ("the", "school"), is looked for alone.
    """
    people = [school.people[each] for each in (*hidden.reporters, *hidden.handlers) if each in school.people]
    no_name = titles() | ordinary().openers | ordinary().no_short_forms
    claims = {claim for claim in hidden.claims if not no_name.issuperset(folded(claim))}
    names = {name for person in people for name in (person.name, *person.aliases)} | claims
    stay = {word for each in concerned if each in school.people for word in folded(school.people[each].name)}
    plain = stay | no_name | ordinary().words | ordinary().capitals
    words = {word.strip(_AROUND_A_WORD) for name in names for word in name.split()}
    parts = {word for word in words if len(word) >= _LEAST_LETTERS and not plain.issuperset(folded(word))}
    return frozenset(names | parts)


def _label(place: Found, hidden: Hidden) -> str:
    if place.who is None:
        return choices().reporter if hidden.claims and place.what in _ONLY_NAMES else ""
    if place.who in hidden.reporters:
        return choices().reporter
    return hidden.handlers.get(place.who, "") if place.what in _ONLY_NAMES else ""


def _claims(cases: Iterable[Case]) -> tuple[str, ...]:
    """The names that reporters gave who were not signed in, but for those who told of themselves."""
    found: dict[str, None] = {}
    for case in cases:
        about = {subject.description for subject in case.subjects}
        names = (case.report.claims, case.report.text("your_name")) if case.report else ()
        found |= dict.fromkeys(name for name in names if name and name not in about)
    return tuple(found)


def _handlers(case: Case) -> Iterable[PersonId]:
    """Everybody who had a hand in a case: in the order in which they come up in it."""
    yield from (entry.author for entry in case.entries if entry.author)
    yield from (reader.person_id for reader in case.readers)
    yield from (action.owner for action in case.actions if action.owner)


def _labels(people: Iterable[PersonId], school: School, on: date) -> dict[PersonId, str]:
    """Each by their highest office; whoever has none by a number that is theirs throughout the export."""
    labels: dict[PersonId, str] = {}
    number = 0
    for person in people:
        role = next((each for each in Role if each in school.roles_of(person, on)), None)
        if role is None:
            number += 1
            labels[person] = fill(choices().nobody, {"number": str(number)})
        else:
            labels[person] = fill(choices().role, {"role": route_words()["role"].get(role.value, role.value)})
    return labels


def _as_it_is(text: str) -> str:
    return text
