# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The routing table as data: complete in both directions, and refused when it is not."""

import pytest

import resources
from desktop.people import Role
from desktop.routing import Capacity, Caution, Column, ExclusionReason, Part, read_table, shipped_table
from desktop.routing.explain import words
from desktop.routing.table import When

TOML = resources.text("routing/routes.toml")
TABLE = shipped_table()
CELLS = [cell for row in TABLE.rows.values() for cell in (*row.cells.values(), *row.about.values()) if cell]
TERMS = [term for cell in CELLS for term in cell.terms]


def test_every_row_has_every_column() -> None:
    assert all(set(row.cells) == set(Column) for row in TABLE.rows.values())


def test_a_worker_can_always_be_routed() -> None:
    assert all(row.cells[Column.WORKER] for row in TABLE.rows.values())


def test_every_condition_is_used() -> None:
    assert {term.when for term in TERMS} == set(When)


def test_every_part_is_used() -> None:
    assert {term.part for term in TERMS} == set(Part)


def test_every_capacity_is_used_in_a_cell_or_a_chain() -> None:
    chained = {capacity for start in Capacity for capacity in TABLE.chain(start)}
    assert {option for term in TERMS for option in term.options} | chained == set(Capacity)


def test_every_capacity_that_bears_a_roles_name_is_a_role_and_no_role_is_forgotten() -> None:
    inside_others = {Role.GOVERNOR, Role.DEPUTY_HEAD}  # "board" and "senior_leader"
    assert set(Role) - {Role(c.value) for c in Capacity if c.value in set(Role)} == inside_others


def test_the_twelve_rules_are_all_there_in_order() -> None:
    assert [rule.number for rule in TABLE.rules] == list(range(1, 13))
    assert all(rule.text and rule.plainly for rule in TABLE.rules)


def test_every_row_says_what_it_is_and_why() -> None:
    assert all(row.title and row.reason for row in TABLE.rows.values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('worker = "D H"\n', ""),
        ('worker = "D H"', 'worker = "D X"'),
        ('worker = "D H"', 'worker = ""'),
        ('worker = "D H"', 'worker = "D:nothing H"'),
        ('worker = "D H"', 'worker = "D?sometimes H"'),
        ('worker = "D H"', 'worker = "D/H|C"'),
        ('worker = "D H"', 'worker = "D H"\nparent = "D"'),
        ('kind = "concern.conduct"', 'kind = "concern.safeguarding"'),
        ('child_makes_it = "concern.safeguarding"', 'child_makes_it = "concern.unheard"'),
        ('id = "R01"', 'id = "R1"'),
        ('H = "C"', 'H = "X"'),
        ('everyone = "everyone"', ""),
        ('dsl = ["dsl"]', 'dsl = ["safeguarding"]'),
    ],
)
def test_a_table_with_a_mistake_never_loads(old: str, new: str) -> None:
    assert old in TOML
    with pytest.raises(ValueError, match=r"."):
        read_table(TOML.replace(old, new, 1))


@pytest.mark.parametrize(
    ("section", "values"),
    [("role", Capacity), ("reader", Part), ("exclusion", ExclusionReason), ("caution", Caution)],
)
def test_every_value_has_its_words_and_no_words_are_left_over(section: str, values: type[Capacity]) -> None:
    assert set(words()[section]) == {value.value for value in values}
