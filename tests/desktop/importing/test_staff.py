# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date
from pathlib import Path

import pytest

from desktop.importing.refusals import Reason
from desktop.importing.staff import Fate, FieldChange, read_staff_list
from desktop.people import Person, Role, WorkerType
from tests.desktop.importing.reading import ids, listed, only_row, read

TOM = listed("Tom Ashby", "Year 4 teacher")


def reasons(text: str, existing: tuple[Person, ...] = ()) -> list[tuple[Reason, str]]:
    return [(refusal.reason, refusal.column) for refusal in only_row(text, existing).refusals]


def test_a_row_about_somebody_new_adds_all_that_it_says() -> None:
    row = only_row(
        "Name,Known as,Job title,Class,Contract,Agency,Site,Room,Ext,Start,End,Candour roles\n"
        "Mrs Priya Nair,Pri,Deputy head,Oak,Agency,Elm Supply,Main,3,204,1/9/21,31 Aug 2027,DSL; deputy head\n"
    )
    assert row.person == Person(
        person_id=ids()(),
        name="Priya Nair",
        known_as="Pri",
        job="Deputy head",
        group="Oak",
        worker_type=WorkerType.SUPPLY,
        employer="Elm Supply",
        site="Main",
        room="3",
        phone="204",
        start=date(2021, 9, 1),
        end=date(2027, 8, 31),
    )
    assert (row.fate, row.roles) == (Fate.ADDED, (Role.DSL, Role.DEPUTY_HEAD))


def test_a_row_that_says_something_else_changes_the_person_and_says_what() -> None:
    row = only_row("Name,Job,Room,Phone\ntom ashby,Year 4 Teacher,4,\n", (TOM,))
    assert row.fate is Fate.CHANGED
    assert row.changes == (
        FieldChange(field="job", before="Year 4 teacher", after="Year 4 Teacher"),
        FieldChange(field="room", before="", after="4"),
    )
    assert row.person
    assert (row.person.person_id, row.person.name) == (TOM.person_id, "Tom Ashby")


def test_an_empty_cell_clears_nothing() -> None:
    tom = listed("Tom Ashby", "Teacher", room="4", start=date(2020, 9, 1))
    assert only_row("Name,Job,Room,Start\nTom Ashby,,,\n", (tom,)).fate is Fate.UNCHANGED


def test_hours_with_children_are_read_kept_as_minutes_and_never_cleared() -> None:
    tom = listed("Tom Ashby", "Teacher", contact_minutes=1290)
    assert [row.person and row.person.contact_minutes for row in read("Name,Contact hours\nZoë Hart,22.5\n").rows] == [
        1350
    ]
    assert only_row("Name,Contact hours\nTom Ashby,0\n", (tom,)).changes == (
        FieldChange(field="contact_minutes", before="1290", after="0"),
    )
    assert only_row("Name,Contact hours\nTom Ashby,\n", (tom,)).fate is Fate.UNCHANGED


def test_other_sites_are_read_and_an_empty_cell_clears_none() -> None:
    tom = listed("Tom Ashby", "Teacher", other_sites=("North", "South"))
    assert only_row("Name,Also works at\nTom Ashby,East; West\n", (tom,)).changes == (
        FieldChange(field="other_sites", before="North, South", after="East, West"),
    )
    assert only_row("Name,Also works at\nTom Ashby,\n", (tom,)).fate is Fate.UNCHANGED


@pytest.mark.parametrize("cell", ["many", "20 to 25", "81", "22:30"])
def test_hours_that_are_no_number_are_refused(cell: str) -> None:
    assert reasons(f"Name,Contact hours\nZoë Hart,{cell}\n") == [(Reason.UNREADABLE_NUMBER, "Contact hours")]


def test_a_row_with_the_candour_id_may_give_a_new_name_and_job_and_keeps_the_former_name() -> None:
    row = only_row(f"Candour id,Name,Job\n{TOM.person_id},Tom Reed,Year 5 teacher\n", (TOM,))
    assert row.person
    assert (row.person.name, row.person.aliases, row.person.job) == ("Tom Reed", ("Tom Ashby",), "Year 5 teacher")
    assert [change.field for change in row.changes] == ["name", "aliases", "job"]


def test_a_manager_may_stand_further_down_in_the_file() -> None:
    tom, helen = read("Name,Line manager\nTom Ashby,Mrs Helen Marsh\nHelen Marsh,\n").people
    assert tom.manager == helen.person_id


def test_a_manager_may_be_listed_already() -> None:
    person = only_row("Name,Manager\nZoë Hart,Tom Ashby\n", (TOM,)).person
    assert person
    assert person.manager == TOM.person_id


def test_namesakes_with_different_jobs_are_two_people() -> None:
    report = read("Name,Job\nSam Taylor,Cook\nSam Taylor,Teacher\n")
    assert [row.fate for row in report.rows] == [Fate.ADDED, Fate.ADDED]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Name,Job\n,Cook\n", (Reason.MISSING_NAME, "Name")),
        ("First name,Last name,Job\nZoë,,Cook\n", (Reason.MISSING_NAME, "Last name")),
        ('Name,Job\n"Hart, Zoë",Cook\n', (Reason.NAME_OUT_OF_ORDER, "Name")),
        ('"Surname, forename",Job\nHart Zoë,Cook\n', (Reason.NAME_NOT_DIVIDED, "Surname, forename")),
        ("Name,Job\nTotal: 61,\n", (Reason.NAME_NOT_A_NAME, "Name")),
        ("Name,Start\nZoë Hart,09/13/2021\n", (Reason.UNREADABLE_DATE, "Start")),
        ("Name,Start,End\nZoë Hart,2/9/2021,1/9/2021\n", (Reason.END_BEFORE_START, "End")),
        ("Name,Contract\nZoë Hart,Full time\n", (Reason.UNKNOWN_WORKER_TYPE, "Contract")),
        ("Name,Roles\nZoë Hart,DSL; captain\n", (Reason.UNKNOWN_ROLE, "Roles")),
        ("Name,Manager\nZoë Hart,H Marsh\n", (Reason.UNKNOWN_MANAGER, "Manager")),
        ("Name,Manager\nZoë Hart,Zoë Hart\n", (Reason.OWN_MANAGER, "Manager")),
        ("Name,Candour id\nZoë Hart,S00001\n", (Reason.UNKNOWN_PERSON_ID, "Candour id")),
        ("Name,Room\nZoë Hart,=1+1\n", (Reason.FORMULA, "Room")),
        ("Name,Room\nZoë Hart, ＝1+1\n", (Reason.FORMULA, "Room")),
        ("Name,Phone\nZoë Hart,+44 1234\n", (Reason.FORMULA, "Phone")),
        ("Name,Job\nZoë Hart,\u202etsop\n", (Reason.CONTROL_CHARACTER, "Job")),
        ("Name,Job\nZoë Hart," + "x" * 101 + "\n", (Reason.TOO_LONG, "Job")),
        ("Name,Job\nZoë Hart,Cook,Baker\n", (Reason.EXTRA_CELLS, "")),
    ],
)
def test_what_cannot_stand_is_refused_by_its_column(text: str, expected: tuple[Reason, str]) -> None:
    assert reasons(text) == [expected]


@pytest.mark.parametrize(
    ("row", "existing", "reason"),
    [
        ("Tom Ashby,Cook", (TOM,), Reason.ANOTHER_JOB),
        ("Tom Ashby,", (TOM, listed("Tom Ashby", "Cook")), Reason.TWO_PEOPLE_HAVE_THIS_NAME),
        ("Zoe Hart,Cook", (listed("Zoë Hart", "Cook"),), Reason.LIKE_ANOTHER),
        ("Tom Ashby,Cook", (listed("Thomas Ashby", "Cook", known_as="Tom"),), Reason.LIKE_ANOTHER),
        ("Tom Ashby,Cook", (listed("Tom Reed", "Cook", aliases=("Tom Ashby",)),), Reason.LIKE_ANOTHER),
    ],
)
def test_a_row_that_may_be_about_somebody_listed_is_not_guessed(
    row: str, existing: tuple[Person, ...], reason: Reason
) -> None:
    assert reasons(f"Name,Job\n{row}\n", existing) == [(reason, "")]


def test_an_end_before_the_start_that_is_listed_is_refused() -> None:
    tom = listed("Tom Ashby", start=date(2021, 9, 1))
    assert reasons("Name,End\nTom Ashby,31/8/2021\n", (tom,)) == [(Reason.END_BEFORE_START, "End")]


@pytest.mark.parametrize(
    "rows",
    ["Sam Taylor,Cook\nSAM TAYLOR,cook", "Sam Taylor,\nSam Taylor,Cook", "Zoe Hart,Cook\nZoë Hart,Cook"],
)
def test_two_rows_that_may_be_one_person_are_both_refused_and_name_each_other(rows: str) -> None:
    first, second = read(f"Name,Job\n{rows}\n").rows
    assert [(refusal.reason, refusal.other_row) for refusal in first.refusals] == [(Reason.TWICE_IN_FILE, 3)]
    assert [(refusal.reason, refusal.other_row) for refusal in second.refusals] == [(Reason.TWICE_IN_FILE, 2)]


def test_two_rows_about_one_listed_person_are_both_refused() -> None:
    report = read(f"Candour id,Name\n{TOM.person_id},Tom Reed\n,Tom Ashby\n", (TOM,))
    assert [row.fate for row in report.rows] == [Fate.REFUSED, Fate.REFUSED]


def test_a_row_falls_with_the_row_that_would_have_added_its_manager() -> None:
    report = read("Name,Manager\nAnn Lee,Beth Moss\nBeth Moss,Cat Nunn\nCat Nunn,Nobody Here\n")
    assert [row.refusals[0].reason for row in report.rows] == [Reason.UNKNOWN_MANAGER] * 3


def test_everything_that_is_wrong_with_a_row_is_said_at_once() -> None:
    assert len(reasons("Name,Start,End,Contract\nZoë Hart,soon,later,maybe\n")) == 3


def test_a_cell_that_is_not_read_may_hold_anything() -> None:
    assert only_row("Name,Notes\nZoë Hart,=1+1\n").fate is Fate.ADDED


def test_a_line_break_in_a_cell_becomes_a_space() -> None:
    person = only_row('Name,Job\nZoë Hart,"Cook\r\nand baker"\n').person
    assert person
    assert person.job == "Cook and baker"


def test_a_refused_row_takes_no_id() -> None:
    assert read("Name,Start\nAnn Lee,soon\nZoë Hart,\n").people[0].person_id == ids()()


def test_a_file_of_a_system_is_read_and_then_changes_nothing() -> None:
    data = (Path(__file__).parent / "system_export.csv").read_bytes()
    first = read_staff_list(data, (), ids())
    again = read_staff_list(data, first.people, ids())
    assert [row.fate for row in first.rows].count(Fate.ADDED) == 6
    assert [row.fate for row in again.rows] == [
        Fate.UNCHANGED if row.fate is Fate.ADDED else Fate.REFUSED for row in first.rows
    ]
