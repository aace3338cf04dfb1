# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from typing import Any

import pytest

from desktop.filing import readers_of
from desktop.importing.log_columns import LogKind
from desktop.importing.old_records import digest, read_answers
from desktop.importing.planning import Choices, Fate, Importer, Plan, PlannedRow, plan_import, read_log_file
from desktop.importing.refusals import Reason
from desktop.people import PersonId
from tests.desktop.cases.building import CHAIR, COOK, DEPUTY, DSL, HEAD, MEANING, TEACHER, TODAY, VICE, school_with

CONCERNS = "reference,reported_at,subject,narrative\n"
GIFTS = "reference,declared_at,recipient,giver,value_gbp\n"
TIES = "reference,declared_at,declarant,party,party_type\n"


def planned(text: str, me: PersonId = DSL, **changed: Any) -> Plan:
    choices = changed.pop("choices", Choices())
    school = school_with(**changed.pop("school", {}))
    by = Importer(me=me, school=school, today=TODAY, forms=MEANING.forms, known=changed.pop("known", {}))
    return plan_import([read_log_file("old.csv", text.encode())], by, choices)


def only(text: str, me: PersonId = DSL, **changed: Any) -> PlannedRow:
    (row,) = planned(text, me, **changed).rows
    return row


def why(row: PlannedRow) -> list[Reason]:
    return [each.reason for each in row.refusals]


def test_a_concern_goes_to_whoever_would_read_it_today() -> None:
    row = only(CONCERNS + "C1,1/9/2024,Tom Ashby,Late.\n")
    assert row.route is not None
    assert (row.fate, row.person, set(readers_of(row.route))) == (Fate.NEW, TEACHER, {DSL, HEAD})


def test_its_answers_say_what_the_row_said_and_where_it_stood() -> None:
    row = only(CONCERNS + "C1,1/9/2024,Tom Ashby,Late.\n")
    old = read_answers("imported_concern", row.answers)
    assert old is not None
    assert (old.record.reference, old.about, old.source.file, old.source.row) == ("C1", TEACHER, "old.csv", 2)
    assert row.answers["on"] == "2024-09-01"


def test_a_row_about_whoever_imports_it_is_left_out() -> None:
    assert why(only(CONCERNS + "C1,1/9/2024,Priya Nair,Late.\n")) == [Reason.OWN_RECORD]


def test_a_row_that_whoever_imports_it_may_not_read_names_who_may() -> None:
    row = only(CONCERNS + "C1,1/9/2024,Helen Marsh,Late.\n")
    assert (why(row), row.refusals[0].words) == ([Reason.NOT_YOUR_RECORD], "Martin Oyelaran")


def test_a_row_that_nobody_in_the_school_may_read_is_left_out() -> None:
    row = only(CONCERNS + "C1,1/9/2024,Tom Ashby,Late.\n", school={"without_office": (HEAD, DSL, DEPUTY, CHAIR, VICE)})
    assert why(row) == [Reason.NO_READER_HERE]


@pytest.mark.parametrize(
    ("row", "fate", "reason"),
    [
        ("C1,1/9/2024,Mr T Ashby,Late.\n", Fate.UNCLEAR, Reason.UNCLEAR_PERSON),
        ("C1,1/9/2024,Zebedee Quince,Late.\n", Fate.UNCLEAR, Reason.UNKNOWN_PERSON),
        ("C1,1/9/2024,,Late.\n", Fate.REFUSED, Reason.NOBODY_NAMED),
        ("C1,1/9/2026,Tom Ashby,Late.\n", Fate.REFUSED, Reason.IN_THE_FUTURE),
        ("C1,soon,Tom Ashby,Late.\n", Fate.REFUSED, Reason.UNREADABLE_MOMENT),
    ],
)
def test_what_is_not_certain_is_left_out_with_its_reason(row: str, fate: Fate, reason: Reason) -> None:
    found = only(CONCERNS + row)
    assert (found.fate, why(found), found.route) == (fate, [reason], None)


def test_a_name_that_somebody_settled_is_taken() -> None:
    row = only(CONCERNS + "C1,1/9/2024,The cook,Late.\n", choices=Choices(people={"the cook": COOK}))
    assert (row.fate, row.person) == (Fate.NEW, COOK)


def test_the_same_row_again_adds_nothing_and_another_of_its_name_is_said() -> None:
    cells = {"reference": "C1", "reported_at": "1/9/2024", "subject": "Tom Ashby", "narrative": "Late."}
    known = {(LogKind.CONCERNS, "C1"): (digest(cells), "ab" * 32)}
    same = only(CONCERNS + "C1,1/9/2024,Tom Ashby,Late.\n", known=known)
    other = only(CONCERNS + "C1,1/9/2024,Tom Ashby,Very late.\n", known=known)
    assert (same.fate, same.case_id) == (Fate.HERE, "ab" * 32)
    assert (other.fate, why(other)) == (Fate.REFUSED, [Reason.CHANGED_SINCE])


def test_new_rows_are_taken_oldest_first() -> None:
    rows = planned(CONCERNS + "C2,1/9/2024,Tom Ashby,b\nC1,1/9/2023,Tom Ashby,a\n").new
    assert [row.reference for row in rows] == ["C1", "C2"]


def test_a_gift_is_kept_from_whoever_declared_it() -> None:
    row = only(GIFTS + "G1,1/9/2024,Priya Nair,Rao family,12\n", me=HEAD)
    assert row.route is not None
    assert (row.person, DSL in readers_of(row.route)) == (DSL, False)


def test_a_tie_to_a_colleague_is_kept_from_whoever_that_may_be() -> None:
    row = only(TIES + "R1,1/9/2024,Tom Ashby,Miss P Nair,colleague\n", me=HEAD)
    assert row.route is not None
    assert DSL not in readers_of(row.route)


def test_the_staff_list_becomes_no_record() -> None:
    assert planned("staff_id,first_name,last_name\nS1,Tom,Ashby\n").rows == ()
