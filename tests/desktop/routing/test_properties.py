# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What must hold for every route, over random schools; and that each property fails when its rule is dropped.

Each property is a check of any routing function, so that it can be turned on a deliberately broken copy as well.
"""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import count

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from desktop.people import ConflictPair, PersonId, School
from desktop.routing import Capacity, Column, Part, Reader, Route, RouteRequest, readers_in_full, route
from tests.desktop.routing.random_schools import CASES, Case
from tests.desktop.routing.schools import TODAY
from tests.desktop.routing.transcription import lines

Router = Callable[[RouteRequest, School, date], Route]
Check = Callable[[Router, Case], None]

LINES = {line.kind: line for line in lines()}
ALWAYS_READ = {"case.outcome_notice": "concerned", "case.receipt": "reporter", "draft": "reporter"}
EXAMPLES = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
replace = msgspec.structs.replace


def _concerned(case: Case, answer: Route) -> set[PersonId]:
    """Everyone listed whom it is about; the author, too, of a declaration."""
    author = {case.request.reporter} if LINES[answer.kind].about_author and case.request.reporter else set()
    return {*case.request.concerned, *author}


def _ordinary(case: Case, answer: Route) -> set[PersonId]:
    """The readers, without those who read whatever the rules say (R38, R39, R40)."""
    always: Iterable[PersonId | None] = {
        "concerned": case.request.concerned,
        "reporter": (case.request.reporter,),
    }.get(ALWAYS_READ.get(answer.kind, ""), ())
    return {reader.person_id for reader in answer.readers} - set(always)


def _answer(router: Router, case: Case) -> Route:
    return router(case.request, case.school, TODAY)


def no_person_concerned_reads(router: Router, case: Case) -> None:
    answer = _answer(router, case)
    assert not _ordinary(case, answer) & _concerned(case, answer)


def nobody_with_a_tie_reads(router: Router, case: Case) -> None:
    answer, people = _answer(router, case), case.school.people
    for pair in (p for p in case.school.conflicts if p.until is None or p.until >= TODAY):
        for person in _concerned(case, answer):
            one_way = person == pair.about or (pair.about_employer and people[person].employer == pair.about_employer)
            assert not (one_way and pair.reader in _ordinary(case, answer))
            assert not (person == pair.reader and pair.about in _ordinary(case, answer))


def nobody_away_reads(router: Router, case: Case) -> None:
    away = {a.person_id for a in case.school.absences if a.until is None or a.until >= TODAY}
    assert not _ordinary(case, _answer(router, case)) & away


def nobody_who_left_reads(router: Router, case: Case) -> None:
    left = {p.person_id for p in case.school.people.values() if p.end and p.end < TODAY}
    assert not _ordinary(case, _answer(router, case)) & left


def nobody_described_by_name_reads(router: Router, case: Case) -> None:
    named = {p.person_id for p in case.school.people.values() if p.name in case.request.described}
    assert not _ordinary(case, _answer(router, case)) & named


def it_is_never_silently_empty(router: Router, case: Case) -> None:
    answer = _answer(router, case)
    read = any(reader.part is Part.FULL for reader in answer.readers)
    assert read is not answer.outside
    assert read or (not answer.readers and "lado" in answer.contacts and not answer.decision_maker)


def narrowing_never_adds(router: Router, case: Case) -> None:
    wide = set(_answer(router, Case(school=case.school, request=replace(case.request, not_to=()))).readers)
    narrow = set(_answer(router, case).readers)
    left_out = {reader for reader in wide if reader.person_id in case.request.not_to}
    assert narrow in (wide, wide - left_out)


def several_concerned_have_only_common_readers(router: Router, case: Case) -> None:
    """Each reads about every one of them; only if there is nobody, the chair, the vice-chair or the group lead.

    DSL and head together are a column of their own, which may name more than the two columns have in common.
    """
    request = replace(case.request, not_to=(), described=(), could_be_someone_in_charge=False)
    if len(request.concerned) < 2 or request.kind in ALWAYS_READ:
        return
    answer = router(request, case.school, TODAY)
    school = _with_the_ties_of_all(case.school, request.concerned)
    singles = [route(replace(request, concerned=(person,)), school, TODAY) for person in request.concerned]
    common = set.intersection(*({reader.person_id for reader in single.readers} for single in singles))
    full = set.intersection(*({r.person_id for r in single.readers if r.part is Part.FULL} for single in singles))
    direct = full and not any(single.fallback for single in singles) and answer.column is not Column.DSL_AND_HEAD
    chain = set() if direct else {Capacity.CHAIR, Capacity.VICE_CHAIR, Capacity.GROUP_LEAD}
    assert all(reader.person_id in common or reader.role in chain for reader in answer.readers)


def _with_the_ties_of_all(school: School, concerned: Iterable[PersonId]) -> School:
    """The school in which whoever may not read about one of them may not read about the others."""
    out = {p for p in school.people for c in concerned if p in concerned or school.is_conflicted(p, c, TODAY)}
    pairs = [ConflictPair(reader=p, about=c) for p in sorted(out) for c in concerned if p != c]
    return replace(school, conflicts=(*school.conflicts, *pairs))


def the_order_of_listing_changes_nothing(router: Router, case: Case) -> None:
    school, request = case.school, case.request
    turned = replace(
        school,
        people=dict(reversed(list(school.people.items()))),
        appointments=school.appointments[::-1],
        conflicts=school.conflicts[::-1],
    )
    asked = replace(request, concerned=request.concerned[::-1], not_to=request.not_to[::-1])
    assert router(asked, turned, TODAY) == router(request, school, TODAY)


def the_same_question_has_the_same_answer(router: Router, case: Case) -> None:
    assert _answer(router, case) == _answer(router, case)


def readers_are_distinct_people(router: Router, case: Case) -> None:
    people = [reader.person_id for reader in _answer(router, case).readers]
    assert len(people) == len(set(people))


def nobody_both_reads_and_is_excluded(router: Router, case: Case) -> None:
    answer = _answer(router, case)
    assert not {reader.person_id for reader in answer.readers} & {e.person_id for e in answer.excluded}


def nobody_who_may_not_read_decides(router: Router, case: Case) -> None:
    answer = _answer(router, case)
    away = {a.person_id for a in case.school.absences if a.until is None or a.until >= TODAY}
    assert not {answer.decision_maker, answer.sign_off} & (_concerned(case, answer) | away)


def two_people_decide_and_confirm(router: Router, case: Case) -> None:
    answer = _answer(router, case)
    if answer.decision_maker:
        assert answer.sign_off not in (answer.decision_maker, case.request.reporter) or answer.sign_off is None


def asked_for_the_readers_alone_it_names_the_same(router: Router, case: Case) -> None:
    full = [reader.person_id for reader in _answer(router, case).readers if reader.part is Part.FULL]
    assert [*readers_in_full(case.request, case.school, TODAY)] == full


# ------------------------------------------------------------------------------- copies in which one rule is dropped


def _reading(answer: Route, *more: PersonId) -> Route:
    return replace(answer, readers=(*answer.readers, *(Reader(person_id=p, role=Capacity.PARTY) for p in more)))


def forgets_who_is_concerned(request: RouteRequest, school: School, today: date) -> Route:
    return route(replace(request, concerned=(), described=()), school, today)


def forgets_ties(request: RouteRequest, school: School, today: date) -> Route:
    return route(request, replace(school, conflicts=()), today)


def forgets_absences(request: RouteRequest, school: School, today: date) -> Route:
    return route(request, replace(school, absences=()), today)


def forgets_leavers(request: RouteRequest, school: School, today: date) -> Route:
    people = {person_id: replace(person, end=None) for person_id, person in school.people.items()}
    return route(request, replace(school, people=people), today)


def forgets_descriptions(request: RouteRequest, school: School, today: date) -> Route:
    return route(replace(request, described=()), school, today)


def forgets_outside(request: RouteRequest, school: School, today: date) -> Route:
    return replace(route(request, school, today), outside=False)


def narrows_by_adding_the_dsl(request: RouteRequest, school: School, today: date) -> Route:
    left_out = tuple(set(request.not_to))
    answer = route(replace(request, not_to=()), school, today)
    return _reading(answer, *(p for p in school.people if left_out and p not in left_out))


def narrows_to_nobody(request: RouteRequest, school: School, today: date) -> Route:
    answer = route(replace(request, not_to=()), school, today)
    return replace(answer, readers=tuple(r for r in answer.readers if r.person_id not in request.not_to))


def unites_the_readers_of_several(request: RouteRequest, school: School, today: date) -> Route:
    singles = [route(replace(request, concerned=(p,)), school, today) for p in request.concerned]
    answer = route(request, school, today)
    return replace(answer, readers=tuple({r.person_id: r for single in singles for r in single.readers}.values()))


def sees_only_the_first(request: RouteRequest, school: School, today: date) -> Route:
    return route(replace(request, concerned=request.concerned[:1]), school, today)


def sees_only_the_last_appointments(request: RouteRequest, school: School, today: date) -> Route:
    return route(request, replace(school, appointments=school.appointments[-5:]), today)


def makes_the_reporter_confirm(request: RouteRequest, school: School, today: date) -> Route:
    answer = route(request, school, today)
    return replace(answer, sign_off=request.reporter or answer.decision_maker)


def makes_the_person_concerned_decide(request: RouteRequest, school: School, today: date) -> Route:
    return replace(route(request, school, today), decision_maker=next(iter(request.concerned), None))


def lets_the_excluded_read(request: RouteRequest, school: School, today: date) -> Route:
    answer = route(request, school, today)
    return _reading(answer, *(exclusion.person_id for exclusion in answer.excluded[:1]))


def names_a_reader_twice(request: RouteRequest, school: School, today: date) -> Route:
    answer = route(request, school, today)
    return replace(answer, readers=(*answer.readers, *answer.readers[:1]))


def _changes_its_mind() -> Router:
    turns = count()

    def changing(request: RouteRequest, school: School, today: date) -> Route:
        return replace(route(request, school, today), directory_version=next(turns))

    return changing


PROPERTIES: tuple[tuple[Check, Router], ...] = (
    (no_person_concerned_reads, forgets_who_is_concerned),
    (no_person_concerned_reads, sees_only_the_first),
    (nobody_with_a_tie_reads, forgets_ties),
    (nobody_away_reads, forgets_absences),
    (nobody_who_left_reads, forgets_leavers),
    (nobody_described_by_name_reads, forgets_descriptions),
    (it_is_never_silently_empty, forgets_outside),
    (it_is_never_silently_empty, narrows_to_nobody),
    (narrowing_never_adds, narrows_by_adding_the_dsl),
    (several_concerned_have_only_common_readers, unites_the_readers_of_several),
    (the_order_of_listing_changes_nothing, sees_only_the_first),
    (the_order_of_listing_changes_nothing, sees_only_the_last_appointments),
    (the_same_question_has_the_same_answer, _changes_its_mind()),
    (readers_are_distinct_people, names_a_reader_twice),
    (nobody_both_reads_and_is_excluded, lets_the_excluded_read),
    (nobody_who_may_not_read_decides, makes_the_person_concerned_decide),
    (two_people_decide_and_confirm, makes_the_reporter_confirm),
    (asked_for_the_readers_alone_it_names_the_same, names_a_reader_twice),
)
CHECKS = tuple(dict.fromkeys(check for check, _ in PROPERTIES))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_it_holds_for_every_route(check: Check) -> None:
    @EXAMPLES
    @given(CASES)
    def holds(case: Case) -> None:
        check(route, case)

    holds()


@pytest.mark.parametrize(("check", "broken"), PROPERTIES, ids=lambda function: function.__name__)
def test_the_property_fails_on_a_copy_in_which_the_rule_is_dropped(check: Check, broken: Router) -> None:
    @settings(
        EXAMPLES, max_examples=800, phases=[Phase.generate], report_multiple_bugs=False, derandomize=True, database=None
    )
    @given(CASES)
    def holds(case: Case) -> None:
        check(broken, case)

    with pytest.raises(AssertionError):
        holds()
