# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How prompts fall on groups of people: counted over many, never about one."""

from datetime import date, timedelta

from msgspec.structs import replace

from desktop.patterns.cuts import Cuts
from desktop.patterns.fairness import Groups, Line, compare
from desktop.patterns.parameters import load_parameters
from desktop.patterns.register import Register
from tests.desktop.patterns.registers import LAST, concern, name, register, shown

MARCH = date(2025, 3, 3)
TOLD = register(*(concern(f"P{at}", MARCH + timedelta(days=9 * at), 1, 40 + at) for at in range(5)))


def lines(records: Register, by: str, groups: Groups | None = None) -> dict[str, Line]:
    found = compare(records, LAST, Cuts(parameters=load_parameters()), groups or {})
    return {line.group: line for each in found if each.by == by for line in each.lines}


def with_hours(*hours: tuple[int, float | None]) -> Register:
    """The register whose first people have these hours: how many people, and how many hours."""
    of_each = [each for many, each in hours for _ in range(many)]
    changed = [replace(member, contact_hours=each) for member, each in zip(TOLD.staff, of_each, strict=False)]
    return replace(TOLD, staff=(*changed, *TOLD.staff[len(changed) :]))


def test_every_prompt_about_a_person_is_counted_in_their_group() -> None:
    about = [each for each in shown(TOLD) if each.names == (name(1),)]
    (line,) = lines(TOLD, "role").values()
    assert (line.group, line.people) == ("Teacher", len(TOLD.staff))
    assert line.prompts >= len(about) > 0


def test_hours_are_told_in_three_bands_and_years_are_those_in_post() -> None:
    found = lines(with_hours((12, 5.0), (12, 12.0)), "hours with children")
    assert {group: line.people for group, line in found.items()} == {
        "under 8 hours": 12, "8 to 18 hours": 12, "over 18 hours": 48,
    }  # fmt: skip
    assert found["over 18 hours"].staff_years > 3 * found["under 8 hours"].staff_years > 0


def test_a_group_of_few_goes_in_with_others_until_they_are_many_together() -> None:
    found = lines(with_hours((3, 5.0), (12, 12.0)), "hours with children")
    assert {group: line.people for group, line in found.items()} == {"over 18 hours": 57, "all others": 15}


def test_groups_that_a_trust_names_are_compared_too() -> None:
    groups = {member.staff_id: "first" if at < 30 else "second" for at, member in enumerate(TOLD.staff)}
    assert {group: line.people for group, line in lines(TOLD, "own", {"own": groups}).items()} == {
        "first": 30, "second": 42,
    }  # fmt: skip
