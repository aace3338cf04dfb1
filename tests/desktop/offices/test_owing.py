# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which vault hands on what stands in no case: after any joins, changes of roles and looks, everybody gets theirs."""

from collections.abc import Sequence
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.cases.handing import Own
from desktop.offices.audience import people_for
from desktop.offices.owing import Debt, Kept, Present, debt_of, kept_of
from desktop.people import Appointment, Person, PersonId, Role, School

TODAY = date(2026, 3, 2)
PEOPLE = tuple(PersonId(f"{number:02d}" * 16) for number in range(1, 7))
OFFICES = (Role.HEAD, Role.DSL, Role.BUSINESS_MANAGER, Role.CHAIR)


def kid(person: str) -> str:
    """The key id of somebody's only vault."""
    return f"aa{person[2:]}"


def person_of(written: str) -> PersonId | None:
    """Whose vault that is."""
    person = PersonId(f"{written[-2:]}{written[2:]}")
    return person if person in PEOPLE else None


class World:
    """Vaults that hand on to one another by the rule under test, as honest computers would."""

    def __init__(self) -> None:
        self.holders: dict[PersonId, Role] = dict(zip(PEOPLE, OFFICES, strict=False))
        self.left: set[PersonId] = set()
        self.held: dict[PersonId, dict[int, Kept]] = {each: {} for each in PEOPLE}
        self.signed: set[tuple[int, PersonId]] = set()
        self.on_the_way: list[tuple[int, Kept, PersonId]] = []
        self.written = 0

    @property
    def school(self) -> School:
        return School(
            school_id="ab" * 32,
            name="A school",
            version=1,
            version_hash="ab" * 6,
            people={
                each: Person(person_id=each, name=each, end=date(2026, 3, 1) if each in self.left else None)
                for each in PEOPLE
            },
            appointments=tuple(Appointment(role=role, person_id=each) for each, role in self.holders.items()),
        )

    def readers(self, audience: str) -> tuple[PersonId, ...]:
        return tuple(each for each in people_for(audience, self.school, TODAY) if each not in self.left)

    def write(self, author: PersonId | None) -> None:
        """Somebody confirms what they have read; None is somebody without a sign-in."""
        audience, self.written = f"staff:{author or ''}", self.written + 1
        to = [each for each in self.readers(audience) if each != author]
        key = kid(author) if author else "ff" * 16
        kept = Kept(audience=audience, author=key, to=frozenset(map(kid, to)), given=frozenset())
        self.on_the_way += [(self.written, kept, each) for each in to]
        if author:
            self.held[author][self.written] = kept

    def look(self, who: PersonId) -> None:
        """Somebody takes in what came for them, and hands on what they owe."""
        for entry, kept, to in [each for each in self.on_the_way if each[2] == who]:
            self.on_the_way.remove((entry, kept, to))
            self.held[who].setdefault(entry, kept)
            if kid(who) in kept.to:
                self.signed.add((entry, who))
        for entry, kept in tuple(self.held[who].items()):
            debt = self.debt(who, kept)
            if debt and not any((entry, each) in self.signed for each in PEOPLE if kid(each) in debt.unless):
                self.hand_on(who, entry, kept, debt)

    def debt(self, who: PersonId, kept: Kept) -> Debt | None:
        own = Own(me=who, kid=kid(who), kids=frozenset({kid(who)}))
        by = Present(self.school, TODAY, lambda person: frozenset({kid(person)}), person_of, bool)
        return debt_of(kept, self.readers(kept.audience), own, by)

    def hand_on(self, who: PersonId, entry: int, kept: Kept, debt: Debt) -> None:
        given = frozenset({*kept.given, *map(kid, debt.to)})
        self.held[who][entry] = Kept(audience=kept.audience, author=kept.author, to=kept.to, given=given)
        bare = Kept(audience=kept.audience, author=kept.author, to=kept.to, given=frozenset())
        self.on_the_way += [(entry, bare, each) for each in debt.to]

    def settle(self) -> None:
        """Everybody looks until nothing is on its way; who has left no longer does."""
        for _ in range(6):
            for each in PEOPLE:
                if each not in self.left:
                    self.look(each)


PERSON = st.sampled_from(PEOPLE)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), PERSON | st.none()),
        st.tuples(st.just("look"), PERSON),
        st.tuples(st.sampled_from(OFFICES), PERSON),
        st.tuples(st.just("leave"), PERSON),
    ),
    max_size=14,
)


def after(steps: Sequence[tuple[str, PersonId | None]]) -> World:
    """The school after these steps; whoever has left does nothing more, and nobody but them leaves an office empty."""
    world = World()
    for what, who in steps:
        if who in world.left:
            continue
        if what == "write":
            world.write(who)
        elif who is not None and what == "look":
            world.look(who)
        elif who is not None and what == "leave":
            world.left.add(who)
        elif who is not None:
            world.holders = {each: role for each, role in world.holders.items() if role != what} | {who: Role(what)}
    return world


ALL_NEW = [("write", None), ("look", PEOPLE[0]), *((office, PEOPLE[4]) for office in OFFICES)]


@settings(max_examples=40, deadline=None)
@example(ALL_NEW)
@given(STEPS)
def test_whoever_reads_today_comes_to_hold_all_that_anybody_here_holds(
    steps: Sequence[tuple[str, PersonId | None]],
) -> None:
    world = after(steps)
    world.settle()
    here = [each for each in PEOPLE if each not in world.left]
    kept = {entry: kept for each in here for entry, kept in world.held[each].items()}
    for entry, one in kept.items():
        assert all(entry in world.held[reader] for reader in world.readers(one.audience))


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_once_everybody_has_theirs_nobody_hands_on_anything(steps: Sequence[tuple[str, PersonId | None]]) -> None:
    world = after(steps)
    world.settle()
    assert world.on_the_way == [each for each in world.on_the_way if each[2] in world.left]
    before = len(world.on_the_way)
    world.settle()
    assert len(world.on_the_way) == before


@given(
    st.builds(
        Kept,
        audience=st.sampled_from(["staff:", f"staff:{PEOPLE[0]}", "duty:guidance", "report:supplement"]),
        author=st.sampled_from(PEOPLE).map(kid),
        to=st.frozensets(PERSON.map(kid)),
        given=st.frozensets(PERSON.map(kid)),
    )
)
def test_a_tag_says_what_was_put_into_it(kept: Kept) -> None:
    assert kept_of(kept.tag) == kept
