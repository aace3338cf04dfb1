# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who may be let in to a case, and by whom: sharing it, handing it over, and saying who somebody in it is. Pure."""

from desktop.cases.case import Case
from desktop.cases.conflicts import Subject, is_kept_away, may_be_about
from desktop.cases.deciders import Desk, Values, has_tie, may_decide, offices
from desktop.cases.readership import SHARED
from desktop.cases.refusals import Refusal
from desktop.people import PersonId, Role
from desktop.routing import Column

_GOVERNING = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.GROUP_LEAD})
_ABOUT_THE_HEAD = frozenset({Column.HEAD, Column.DSL_AND_HEAD})


def may_be_shared_with(case: Case, values: Values, desk: Desk) -> Refusal | None:
    """A share can never add a person concerned, nor somebody tied to one (requirements.md §10 rule 8).

    Words for somebody unlisted bar everyone whom they could mean, as they did when it was routed (sharp case k).
    """
    ids = _people(values.get("with"))
    about = may_be_about(case.subjects, desk.school, desk.today)
    barred = any(person in about or has_tie(case, person, desk) for person in ids)
    if barred:
        return Refusal.SHARED_WITH_CONCERNED
    return Refusal.SHARED_WITH_ASIDE if any(person in case.aside for person in ids) else None


def not_a_reader_yet(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    """With nobody who reads it already."""
    there = any(case.reads(person) for person in _people(values.get("with")))
    return Refusal.SHARED_ALREADY if there else None


def reads_by_no_office_yet(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    """Only to those who read it by no office so far."""
    roles = {reader.person_id: reader.role for reader in case.readers}
    there = any(roles.get(person, SHARED) != SHARED for person in _people(values.get("with")))
    return Refusal.SHARED_ALREADY if there else None


def reads_by_office(case: Case, _values: Values, desk: Desk) -> Refusal | None:
    """Whoever was let in for this one case does not let in others; a successor in an office does."""
    role = next((reader.role for reader in case.readers if reader.person_id == desk.me), SHARED)
    return Refusal.SHARED_SECOND_HAND if role == SHARED else None


def into_an_office(_case: Case, values: Values, desk: Desk) -> Refusal | None:
    """Only to somebody who holds an office today."""
    without = any(not offices(person, desk) for person in _people(values.get("with")))
    return Refusal.HANDED_TO_NO_OFFICE if without else None


def by_the_chairs_side(case: Case, _values: Values, desk: Desk) -> Refusal | None:
    """Records about a head are handed on by governors only (security.md 3.11)."""
    column = case.report.rule.rpartition(".")[2] if case.report else ""
    return Refusal.ABOUT_THE_HEAD if column in _ABOUT_THE_HEAD and not offices(desk.me, desk) & _GOVERNING else None


def describes_somebody(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    """The words are those of somebody in the case whom nobody has named yet."""
    words = str(values.get("described", ""))
    is_open = any(subject.person_id is None and subject.description == words for subject in case.subjects)
    return None if is_open else Refusal.NO_SUCH_WORDS


def was_described(case: Case, values: Values, desk: Desk) -> Refusal | None:
    """The words were said to mean this person, or are still open."""
    words, person = str(values.get("described", "")), values.get("person")
    known = case.identities.known.get(words)
    return None if known and known[0] == person else describes_somebody(case, values, desk)


def may_identify(case: Case, values: Values, desk: Desk) -> Refusal | None:
    """Whoever decides says who it is; another reader by office does where it is a reader, whose reading has to end."""
    person = PersonId(str(values.get("person")))
    if person == desk.me:
        return Refusal.IDENTIFIED_YOURSELF
    if is_kept_away((Subject(person_id=person),), desk.me, desk.school, desk.today):
        return Refusal.DECLARED_TIE
    ends_reading = case.reads(person) and reads_by_office(case, values, desk) is None
    return None if ends_reading or may_decide(case, desk) else Refusal.NOT_YOURS_TO_IDENTIFY


def may_take_back(case: Case, values: Values, desk: Desk) -> Refusal | None:
    """Whoever said who it is takes it back, or whoever may say it."""
    person, entry = case.identities.known.get(str(values.get("described", "")), (None, None))
    is_own = entry is not None and entry.author == desk.me and person == values.get("person")
    return None if is_own else may_identify(case, values, desk)


def _people(value: object) -> tuple[PersonId, ...]:
    return tuple(PersonId(str(item["person"])) for item in (value if isinstance(value, list) else ()))
