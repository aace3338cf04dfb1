# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Run the published vectors of `onward` entries (tests/vectors/README.md)."""

from pathlib import Path

import pytest

from desktop.cases.entry import CaseEntry, read_entry
from desktop.cases.onward import left_out
from desktop.people import Appointment, PersonId, Role, School
from storage.entries import StoredEntry
from storage.frame import pack
from storage.verify import Addressee, verify
from tests.storage.school import NOW
from tests.vectors.vector import Vector, read

FILES = sorted((Path(__file__).resolve().parents[2] / "vectors").glob("onward-*.txt"))


def members_of(vector: Vector) -> dict[str, tuple[PersonId, Role]]:
    """Each member by key id, with the office that they hold."""
    split = (each.split(" ") for each in vector.every("member"))
    return {kid: (PersonId(person), Role(office)) for person, kid, office in split}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_it_leaves_out_whom_the_vector_says(path: Path) -> None:
    vector = read(path.read_text(encoding="utf-8"))
    members = members_of(vector)
    school = School(
        school_id=vector.one("school"),
        name="",
        version=1,
        version_hash="ab",
        people={},
        appointments=tuple(Appointment(role=role, person_id=person) for person, role in members.values()),
    )
    reader = Addressee(vector.one("school"), frozenset(vector.every("kid")))
    signed = zip(vector.payloads, vector.every("signature"), strict=True)
    verified = [verify(pack(body, bytes.fromhex(signature)), reader) for body, signature in signed]
    entries = [
        read_entry(StoredEntry(each, NOW, frozenset()), lambda kid: members[kid][0] if kid in members else None)
        for each in verified
    ]

    def people_of(entry: CaseEntry) -> set[PersonId]:
        sent = {members[kid][0] for kid in entry.to if kid in members}
        return sent | ({entry.author} if entry.author else set())

    found = left_out(entries, people_of, school, NOW.date())
    assert sorted(found) == vector.every("left-out")


def test_there_are_vectors_to_run() -> None:
    assert len(FILES) > 5
