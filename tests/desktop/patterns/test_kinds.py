# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each kind of pattern, planted plainly, is named; and what only looks like it is not."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from desktop.patterns.arrivals import Matter, Report
from desktop.patterns.matters import weights
from desktop.patterns.parameters import load_parameters
from desktop.patterns.register import ConcernRecord, GiftRecord, TieRecord
from desktop.patterns.resolving import Resolver
from tests.desktop.patterns.registers import concern, found, name, register, staff

MARCH = date(2025, 3, 3)
TIES = {"party_type": "colleague", "relationship": "Sibling", "site": "Main"}


def spread(many: int, apart: int, **more: object) -> list[ConcernRecord]:
    """So many concerns about one person, so many days apart, each told by somebody else."""
    days = [MARCH + timedelta(days=apart * number) for number in range(many)]
    return [concern(f"P{number}", day, 1, 40 + number, **more) for number, day in enumerate(days)]


def about_several(many: int, **more: object) -> list[ConcernRecord]:
    """The same about a different person each time."""
    return [replace(each, subject=name(number + 1), **more) for number, each in enumerate(spread(many, 6))]


def gift(reference: str, day: date, pounds: int, **more: object) -> GiftRecord:
    record = GiftRecord(
        reference=reference,
        declared_at=datetime.combine(day, time(9)),
        exchanged_on=day,
        direction="received by staff",
        giver="Mrs Ashdown",
        giver_type="parent",
        recipient=name(1),
        value=Decimal(pounds),
        site="Main",
    )
    return replace(record, **more)


def tie(reference: str, day: date, by: int, party: str = "", **more: object) -> TieRecord:
    record = TieRecord(
        reference=reference,
        declared_at=datetime.combine(day, time(9)),
        declarant=name(by),
        is_nil=not party,
        party=party,
    )
    return replace(record, **more)


def test_matters_of_one_category_are_named() -> None:
    assert found(register(*spread(4, 20, category="Lifts")), "same_category")


def test_growing_seriousness_is_named() -> None:
    rising = [replace(each, severity=level) for each, level in zip(spread(4, 40), (1, 1, 2, 4), strict=True)]
    assert found(register(*rising), "escalation")


def test_falling_seriousness_is_not() -> None:
    falling = [replace(each, severity=level) for each, level in zip(spread(4, 40), (4, 2, 1, 1), strict=True)]
    assert not found(register(*falling), "escalation")


def test_the_same_adult_and_child_are_named() -> None:
    (prompt, *_more) = found(register(*spread(3, 40, children=("Robin Ashdown (4A)",))), "adult_child_pair")
    assert "Robin Ashdown" in prompt.names


def test_an_own_child_who_was_declared_is_never_a_pattern() -> None:
    own = tie("T1", date(2024, 9, 10), 1, "Robin Ashdown (4A)", party_type="pupil", relationship="Parent of pupil")
    records = replace(register(*spread(3, 40, children=("Robin Ashdown (4A)",))), ties=(own,))
    assert not found(records, "adult_child_pair")


def test_one_child_in_matters_about_several_adults_is_named() -> None:
    prompts = found(register(*about_several(4, children=("Robin Ashdown (4A)",))), "same_child")
    assert prompts[0].prompt.card.about == "child"


@pytest.mark.parametrize(
    ("kind", "more"),
    [("location_cluster", {"location": "Pool"}), ("activity_cluster", {"activity": "Swimming"})],
)
def test_one_place_or_activity_is_named(kind: str, more: dict[str, object]) -> None:
    records = register(*about_several(6, **more))
    elsewhere = tuple(
        each if each.location or each.activity else replace(each, location=f"Room {at % 9}", activity=f"Act {at % 9}")
        for at, each in enumerate(records.concerns)
    )
    assert found(replace(records, concerns=elsewhere), kind)


def test_what_one_colleague_tells_about_one_person_is_named_so() -> None:
    (prompt, *_more) = found(register(*spread(4, 20, reporter=name(60))), "single_source")
    assert "one colleague" in prompt.sentence


def test_a_colleague_who_suddenly_tells_a_great_deal_is_named_so() -> None:
    assert found(register(*about_several(7, reporter=name(60))), "prolific_reporter")


def test_several_self_reports_are_named() -> None:
    assert found(register(*spread(4, 10, reporter="Self", source="self")), "self_report_cluster")


def test_a_site_that_falls_silent_is_named() -> None:
    records = register()
    told = tuple(each for each in records.concerns if each.reported_at.date() < date(2025, 2, 1))
    many = tuple(replace(each, reference=f"{each.reference}/{copy}") for each in told for copy in range(3))
    last = concern("END", date(2025, 7, 18), 70, 5, site="Other")
    (prompt, *_more) = found(replace(records, concerns=(*many, last)), "silence")
    assert (prompt.site, prompt.pattern_type) == ("Main", ("silence",))


def test_gifts_of_one_family_that_come_to_the_policys_sum_are_named() -> None:
    gifts = tuple(gift(f"G{at}", date(2025, 1, 14) + timedelta(days=30 * at), 20) for at in range(3))
    assert found(replace(register(), gifts=gifts), "gifts_cumulative")


def test_the_same_gifts_at_christmas_are_not() -> None:
    gifts = tuple(gift(f"G{at}", date(2024, 12, 4 + at), 20) for at in range(3))
    assert not found(replace(register(), gifts=gifts), "gifts_cumulative")


def test_three_registers_that_meet_are_a_fact() -> None:
    told = concern("C1", MARCH, 1, 50, children=("Robin Ashdown (4A)",))
    given = gift("G1", MARCH + timedelta(days=30), 10, related_child="Robin Ashdown (4A)")
    declared = tie("T1", MARCH + timedelta(days=60), 1, "Mrs Ashdown (parent of Robin Ashdown)", party_type="parent")
    (prompt,) = found(replace(register(told), gifts=(given,), ties=(declared,)), "gift_concern_relationship")
    assert (prompt.chance_per_term, set(prompt.records)) == (None, {"C1", "G1", "T1"})


def test_two_returns_that_do_not_agree_are_a_fact() -> None:
    ties = (
        tie("T1", date(2024, 10, 1), 1, name(50), started_on=date(2015, 1, 1), **TIES),
        tie("T2", date(2025, 1, 9), 50),
    )
    (prompt,) = found(replace(register(), ties=ties), "undeclared_relationship")
    assert prompt.subjects == ("S050", "S001")


def test_a_relationship_that_began_after_the_nil_return_is_not() -> None:
    ties = (tie("T1", date(2024, 10, 1), 50), tie("T2", date(2025, 1, 9), 1, name(50), started_on=MARCH, **TIES))
    assert not found(replace(register(), ties=ties), "undeclared_relationship")


def test_one_person_at_three_sites_is_named() -> None:
    told = [replace(each, site=site) for each, site in zip(spread(3, 40), ("Main", "North", "South"), strict=True)]
    roaming = tuple(
        replace(each, other_sites=("North", "South")) if each.staff_id == "S001" else each for each in staff()
    )
    assert found(replace(register(*told), staff=roaming), "cross_site_person")


def test_what_names_no_site_makes_no_third_one() -> None:
    told = [replace(each, site=site) for each, site in zip(spread(3, 40), ("Main", "North", ""), strict=True)]
    roaming = tuple(replace(each, other_sites=("North",)) if each.staff_id == "S001" else each for each in staff())
    assert not found(replace(register(*told), staff=roaming), "cross_site_person")


def test_a_site_is_written_as_the_staff_list_writes_it() -> None:
    resolved = Resolver(register(), load_parameters()).resolve(concern("C1", MARCH, 1, 50, site="MAIN"))
    assert isinstance(resolved, Report)
    assert resolved.site == "Main"


def test_small_things_of_five_kinds_are_named() -> None:
    told = [concern("C1", MARCH, 1, 50), concern("C2", date(2025, 4, 1), 1, 51, source="parent", reporter="Parent")]
    own = concern("C3", date(2025, 5, 1), 1, 1, source="self", reporter="Self")
    given = gift("G2", date(2025, 5, 20), 9, direction="given by staff", giver=name(1), recipient="Robin Ashdown")
    declared = tie("T1", date(2025, 6, 10), 1, "Mrs Ashdown", party_type="parent", relationship="Family friend")
    assert found(replace(register(*told, own), gifts=(given,), ties=(declared,)), "cumulative_weak")


def test_what_a_prolific_reporter_tells_weighs_half_in_the_other_patterns() -> None:
    told = [Matter(name(1), "", "", day, day, "", voices={name(60)}) for day in range(3)]
    assert list(weights(told)) == [1, 1 / 2, 1 / 3]
    assert list(weights(told, {name(60)})) == [1 / 2, 1 / 4, 1 / 6]
    told[0].voices.add(name(61))
    assert next(iter(weights(told, {name(60)}))) == 1


def test_two_hours_that_name_the_same_records_are_one_card() -> None:
    records = register(*about_several(8))
    timed = tuple(
        replace(each, occurred_on=each.reported_at.date(), occurred_time=time(10, 45))
        if each.reference.startswith("P")
        else replace(each, occurred_on=each.reported_at.date(), occurred_time=time(8 + at % 7, 5))
        for at, each in enumerate(records.concerns)
    )
    prompts = found(replace(records, concerns=timed), "time_cluster")
    assert prompts
    assert len({prompt.records for prompt in prompts}) == len(prompts)
