# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Guidance that people are asked to have read: which part, which edition, and who has."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from desktop.people import PersonId, ReadingLine, Role, School, Settings, WorkerType
from desktop.policies.asking import asked_for, item_called, no_longer_asked
from desktop.policies.confirming import Confirmation, Confirmed, Part
from desktop.policies.guidance import guidance_rows, part_for, parts_read_with, to_read
from desktop.policies.reading_rules import Edition, guidance_items, part_words
from desktop.policies.register import Reading
from storage.errors import KnownError
from tests.desktop.policies.test_register import TODAY, person, school

KCSIE = "guidance:kcsie"
LINE = ReadingLine(item_id=KCSIE, title="Keeping children safe", edition="2026", confirm_by=date(2026, 10, 1))


def said(name: str, edition: str, part: Part) -> Confirmation:
    """Somebody says to have read a part of an edition."""
    return Confirmation(
        person=PersonId(name),
        claims="",
        at=datetime(2026, 9, 14, 12, tzinfo=UTC),
        said=Confirmed(policy=KCSIE, version=edition, part=part),
    )


@pytest.mark.parametrize(
    ("worker", "role", "minutes", "part"),
    [
        (WorkerType.EMPLOYEE, None, None, Part.PART_ONE),
        (WorkerType.EMPLOYEE, None, 600, Part.PART_ONE),
        (WorkerType.EMPLOYEE, None, 0, Part.ANNEX_A),
        (WorkerType.CONTRACTOR, None, 0, Part.ANNEX_A),
        (WorkerType.CONTRACTOR, None, None, None),
        (WorkerType.VOLUNTEER, None, None, Part.PART_ONE),
        (WorkerType.GOVERNOR, None, None, Part.WHOLE),
        (WorkerType.EMPLOYEE, Role.DEPUTY_DSL, 0, Part.WHOLE),
        (WorkerType.HIRER, None, None, None),
    ],
)
def test_the_part_goes_by_role_and_work(
    worker: WorkerType, role: Role | None, minutes: int | None, part: Part | None
) -> None:
    somebody = person("Ann", worker_type=worker, contact_minutes=minutes)
    assert part_for(KCSIE, somebody, frozenset({role} if role else ())) is part


def test_of_guidance_that_only_the_school_knows_everybody_reads_all() -> None:
    assert part_for("guidance:county", person("Ann"), ()) is Part.WHOLE


@pytest.mark.parametrize(
    ("part", "edition", "reading"),
    [
        (Part.PART_ONE, "2026", Reading.CONFIRMED),
        (Part.WHOLE, "2026", Reading.CONFIRMED),
        (Part.ANNEX_A, "2026", Reading.AGAIN),
        (Part.PART_ONE, "2025", Reading.AGAIN),
    ],
)
def test_less_than_is_asked_or_another_edition_is_asked_for_again(part: Part, edition: str, reading: Reading) -> None:
    found = to_read(LINE, [said("Ann", edition, part)], school(person("Ann")), person("Ann"), TODAY)
    assert found.reading is reading
    assert found.is_asked is (reading is not Reading.CONFIRMED)


def test_whoever_has_said_nothing_is_waited_for() -> None:
    assert to_read(LINE, [], school(person("Ann")), person("Ann"), TODAY).reading is Reading.WAITING


def test_the_register_leaves_out_leavers_those_to_come_and_those_who_are_not_asked() -> None:
    people = (
        person("Gone", end=date(2026, 11, 20)),
        person("Soon", start=date(2026, 11, 22)),
        person("Hall", worker_type=WorkerType.HIRER),
        person("Ann"),
        person("Bob"),
    )
    rows = guidance_rows(LINE, [said("Ann", "2026", Part.PART_ONE)], school(*people), people, TODAY)
    assert [(str(row.person_id), row.reading) for row in rows] == [
        ("Bob", Reading.WAITING),
        ("Ann", Reading.CONFIRMED),
    ]


def test_asking_for_an_edition_takes_the_place_of_the_one_before_under_the_title_that_is_known() -> None:
    before = with_readings(LINE)
    new = ReadingLine(item_id=KCSIE, title="", edition="2027", confirm_by=date(2027, 10, 1))
    stated = asked_for(before, new).set["readings"]
    assert isinstance(stated, list)
    assert [(each["title"], each["edition"]) for each in stated] == [("Keeping children safe in education", "2027")]


def test_what_nobody_was_asked_for_cannot_be_dropped() -> None:
    with pytest.raises(KnownError):
        no_longer_asked(with_readings(LINE), "guidance:other")


def test_guidance_without_a_title_is_refused() -> None:
    with pytest.raises(KnownError):
        asked_for(with_readings(), ReadingLine(item_id="guidance:x", title="", edition="1", confirm_by=TODAY))


def test_every_rule_names_its_source_and_every_part_has_a_word() -> None:
    assert all(part_words(part) for part in Part)
    assert all(rule.source for item in guidance_items().values() for rule in item.readers)
    assert parts_read_with(Part.ANNEX_A)[0] is Part.ANNEX_A


@pytest.mark.parametrize(
    ("asked", "on", "newer"),
    [("old", date(2026, 9, 1), "new"), ("old", date(2026, 8, 31), None), ("new", TODAY, None), ("odd", TODAY, None)],
)
def test_an_edition_that_another_has_followed_is_told_of_from_the_day_on_which_that_holds(
    asked: str, on: date, newer: str | None
) -> None:
    editions = tuple(
        Edition(edition=name, in_force_from=date(year, 9, 1), source="test")
        for name, year in (("new", 2026), ("old", 2025))
    )
    item = msgspec.structs.replace(guidance_items()[KCSIE], editions=editions)
    found = item.newer_than(asked, on)
    assert (found.edition if found else None) == newer


@pytest.mark.parametrize(
    ("title", "item"),
    [
        ("County safeguarding handbook", "guidance:county-safeguarding-handbook"),
        ("2026 Llawlyfr Diogelu’r Ŷsgol!", "guidance:llawlyfr-diogelur-ysgol"),
        ("2026", ""),
        ("", ""),
    ],
)
def test_what_only_the_school_knows_is_named_after_what_it_is_called(title: str, item: str) -> None:
    assert item_called(title) == item


def with_readings(*lines: ReadingLine) -> School:
    """A school that asks for these."""
    return msgspec.structs.replace(school(person("Ann")), settings=Settings(readings=lines))
