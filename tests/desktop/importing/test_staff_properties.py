# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import csv
import io
from collections.abc import Sequence
from datetime import date

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from desktop.importing.cells import LONGEST
from desktop.importing.names import loose_key
from desktop.importing.staff import Fate, read_staff_list
from desktop.importing.staff_columns import StaffColumn, staff_words
from desktop.people import Person, PersonId, WorkerType
from storage.errors import KnownError
from tests.desktop.importing.reading import ids

WORDS = staff_words()
TEXT_COLUMNS = ("known_as", "job", "group", "employer", "site", "room", "phone")
SIGNS = "=+-@\t\r"

letters = "abcdefghijklmnopqrstuvwxyzéèëöüßñçøåÉÖABCDEFGHIJKLM"
words = st.text(letters, min_size=1, max_size=12).filter(lambda word: word.casefold() not in WORDS.titles)
names = st.lists(words, min_size=2, max_size=3).map(" ".join)
texts = (
    st.lists(st.text(letters + "0123456789\"',;()&/.", min_size=1, max_size=12), max_size=5)
    .map(" ".join)
    .filter(lambda text: len(text) <= LONGEST)
)
spans = st.lists(st.dates(date(1950, 1, 1), date(2150, 1, 1)), min_size=2, max_size=2).map(sorted)


@st.composite
def staffs(draw: st.DrawFn) -> list[Person]:
    """People with different names, some of whom manage others."""
    drawn = draw(st.lists(names, min_size=1, max_size=6, unique_by=loose_key))
    new_id = ids()
    numbered = [(new_id(), name) for name in drawn]
    people = []
    for person_id, name in numbered:
        start, end = draw(spans)
        person = Person(
            person_id=person_id,
            name=name,
            worker_type=draw(st.sampled_from(WorkerType)),
            start=draw(st.sampled_from([start, None])),
            end=draw(st.sampled_from([end, None])),
            manager=draw(st.sampled_from([None, *(other for other, _ in numbered if other != person_id)])),
        )
        people.append(msgspec.structs.replace(person, **{column: draw(texts) for column in TEXT_COLUMNS}))
    return people


def dated(draw: st.DrawFn, day: date | None) -> str:
    if day is None:
        return ""
    ways = [day.isoformat(), f"{day.day}/{day.month}/{day.year}", f"{day.day} {day:%b} {day.year}"]
    return draw(st.sampled_from(ways))


@st.composite
def written(draw: st.DrawFn, people: Sequence[Person]) -> bytes:
    """The people as some system would export them: any order and spelling of columns, any dialect and encoding."""
    name_of = {person.person_id: person.name for person in people}
    columns = draw(st.permutations([*TEXT_COLUMNS, "name", "worker_type", "start", "end", "manager"]))
    out = io.StringIO()
    writer = csv.writer(
        out,
        delimiter=draw(st.sampled_from(",;\t")),
        lineterminator=draw(st.sampled_from(["\n", "\r\n", "\r"])),
        quoting=draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
    )
    trailing = [""] * draw(st.integers(0, 3))
    writer.writerows(draw(st.sampled_from([[], [["Staff list"]], [["Staff list", ""], []]])))
    writer.writerow(
        [draw(st.sampled_from(WORDS.columns[StaffColumn(column)])).title() for column in columns] + trailing
    )
    for person in people:
        values: dict[str, str] = {column: getattr(person, column) for column in (*TEXT_COLUMNS, "name")}
        values["worker_type"] = draw(st.sampled_from(WORDS.worker_types[person.worker_type]))
        values["start"], values["end"] = dated(draw, person.start), dated(draw, person.end)
        values["manager"] = name_of[person.manager] if person.manager else ""
        writer.writerow([values[column] for column in columns] + trailing)
        writer.writerows([[]] * draw(st.integers(0, 1)))
    return out.getvalue().encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])))


@given(data=st.data(), people=staffs())
def test_people_written_in_any_dialect_come_back_the_same(data: st.DataObject, people: list[Person]) -> None:
    file = data.draw(written(people))
    assert list(read_staff_list(file, (), ids()).people) == people


@given(data=st.data(), people=staffs())
def test_reading_a_file_again_adds_and_changes_nothing(data: st.DataObject, people: list[Person]) -> None:
    file = data.draw(written(people))
    fates = {row.fate for row in read_staff_list(file, people, ids()).rows}
    assert fates == {Fate.UNCHANGED}


cells = st.text(st.sampled_from("=+-@\t\r\n \u200b＝aZ3/,;\"'") | st.characters(codec="utf-8"), max_size=8)
tables = st.lists(st.lists(cells, min_size=3, max_size=6), max_size=6)


@given(rows=tables)
def test_no_cell_that_a_spreadsheet_would_run_is_ever_kept(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([["Name", "Job", "Room", "Known as", "Class", "Phone"], *rows])
    try:
        report = read_staff_list(out.getvalue().encode(), (), ids())
    except KnownError:
        return
    kept = [getattr(person, field) for person in report.people for field in ("name", *TEXT_COLUMNS)]
    assert [text for text in kept if text.startswith(tuple(SIGNS)) or not text.isprintable()] == []


headed = st.builds(
    lambda head, rest: head + rest, st.sampled_from([b"Name,Job,Start,Manager\n", b"\xff\xfe"]), st.binary()
)


@given(
    data=st.one_of(st.binary(max_size=300), headed, tables.map(lambda rows: "\n".join(map(",".join, rows)).encode()))
)
def test_whatever_the_bytes_are_only_a_known_fault_is_raised(data: bytes) -> None:
    existing = [Person(person_id=PersonId("0" * 32), name="a Z", job="3")]
    try:
        first = read_staff_list(data, existing, ids())
    except KnownError:
        return
    again = read_staff_list(data, [*existing, *first.people], ids())
    assert Fate.ADDED not in {row.fate for row in again.rows}
