# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who has read what: only whom a policy binds is asked, again only where a clause that binds them has changed."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from desktop.people import Person, PersonId, PolicyLine, School, WorkerType
from desktop.policies.confirming import Confirmation, Confirmed, Part
from desktop.policies.register import Reading, Taken, by_name_only, reading_rows, taken
from desktop.policies.version import Clause, Version

TODAY = date(2026, 11, 21)
OLD = Version(
    policy_id="code",
    title="Code",
    edition="1",
    clauses=(
        Clause(clause_id="a", number="1", paragraphs=("Be kind.",)),
        Clause(clause_id="b", number="2", paragraphs=("Ask before other work.",), binds=("employee",)),
    ),
)
NEW = msgspec.structs.replace(
    OLD, edition="2", clauses=(OLD.clauses[0], msgspec.structs.replace(OLD.clauses[1], paragraphs=("Ask in writing.",)))
)
VERSIONS = {"old": OLD, "new": NEW}
LINE = PolicyLine(policy_id="code", title="Code", versions=("old", "new"))


def person(name: str, **fields: object) -> Person:
    """Somebody on the staff list."""
    return msgspec.structs.replace(Person(person_id=PersonId(name), name=name), **fields)


def school(*people: Person) -> School:
    """A school of these."""
    return School(
        school_id="s", name="S", version=1, version_hash="0", people={each.person_id: each for each in people}
    )


def said(name: str | None, version: str, days: int = 1) -> Confirmation:
    """Somebody confirmed a version some days ago."""
    at = datetime(2026, 11, 21, 12, tzinfo=UTC) - timedelta(days=days)
    who = None if name is None else PersonId(name)
    return Confirmation(
        person=who, claims="" if name else "V. Isitor", at=at, said=Confirmed(policy="code", version=version)
    )


def readings(*confirmed: Confirmation, people: tuple[Person, ...]) -> dict[str, Reading]:
    """Where each person stands."""
    return {str(row.person_id): row.reading for row in reading_rows(LINE, VERSIONS, confirmed, people, TODAY)}


def test_a_changed_clause_asks_again_only_those_whom_it_binds() -> None:
    people = (person("Ann"), person("Vic", worker_type=WorkerType.VOLUNTEER), person("New"))
    assert readings(said("Ann", "old"), said("Vic", "old"), people=people) == {
        "Ann": Reading.AGAIN,
        "Vic": Reading.CONFIRMED,
        "New": Reading.WAITING,
    }


def test_whoever_has_confirmed_the_version_in_force_is_asked_no_more() -> None:
    assert readings(said("Ann", "new"), said("Ann", "old", days=0), people=(person("Ann"),)) == {
        "Ann": Reading.CONFIRMED
    }


def test_the_short_version_is_enough_only_for_whom_it_is() -> None:
    people = (person("Ann"), person("Vic", worker_type=WorkerType.VOLUNTEER))
    short = [
        msgspec.structs.replace(each, said=msgspec.structs.replace(each.said, part=Part.SHORT))
        for each in (said("Ann", "new"), said("Vic", "new"))
    ]
    assert readings(*short, people=people) == {"Ann": Reading.WAITING, "Vic": Reading.CONFIRMED}


def test_leavers_and_those_who_have_not_begun_are_in_no_figure() -> None:
    people = (
        person("Gone", end=TODAY - timedelta(days=1)),
        person("Soon", start=TODAY + timedelta(days=1)),
        person("Ann"),
    )
    assert set(readings(people=people)) == {"Ann"}


def test_a_policy_for_employees_asks_nobody_else() -> None:
    versions = {"new": msgspec.structs.replace(NEW, binds=("employee",))}
    line = msgspec.structs.replace(LINE, versions=("new",))
    found = reading_rows(line, versions, (), (person("Ann"), person("Vic", worker_type=WorkerType.VOLUNTEER)), TODAY)
    assert [str(row.person_id) for row in found] == ["Ann"]


def test_a_version_that_was_never_in_force_confirms_nothing() -> None:
    assert readings(said("Ann", "other"), people=(person("Ann"),)) == {"Ann": Reading.WAITING}


def test_a_name_that_nobody_checked_is_listed_apart_and_counts_for_nobody() -> None:
    assert readings(said(None, "new"), people=(person("Ann"),)) == {"Ann": Reading.WAITING}
    assert [each.claims for each in by_name_only("code", [said(None, "new")])] == ["V. Isitor"]


@pytest.mark.parametrize(("confirmed", "of", "percent"), [(46, 47, 97), (47, 47, 100), (0, 3, 0), (0, 0, None)])
def test_a_hundred_percent_means_everybody(confirmed: int, of: int, percent: int | None) -> None:
    assert Taken(confirmed=confirmed, of=of).percent == percent


def test_the_figures_are_those_of_the_rows() -> None:
    rows = reading_rows(LINE, VERSIONS, [said("Ann", "new")], (person("Ann"), person("Bob")), TODAY)
    assert taken(rows) == Taken(confirmed=1, of=2)


@pytest.mark.parametrize(("days", "reading"), [(364, Reading.CONFIRMED), (365, Reading.YEARLY)])
def test_what_was_confirmed_is_asked_for_again_after_a_year(days: int, reading: Reading) -> None:
    assert readings(said("Ann", "new", days), people=(person("Ann"),)) == {"Ann": reading}


def test_whoever_confirmed_again_is_asked_from_the_last_time() -> None:
    assert readings(said("Ann", "new", 400), said("Ann", "new", 3), people=(person("Ann"),)) == {
        "Ann": Reading.CONFIRMED
    }
