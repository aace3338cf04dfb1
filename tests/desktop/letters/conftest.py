# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A concern about the teacher by the teaching assistant, and what letters about it are drafted from."""

from collections.abc import Callable

import pytest

from desktop.letters.facts import Source
from desktop.letters.issuing import source_for
from tests.desktop.desks import Desks
from tests.school import Member

WORDS = "In the hall Tom Ashby held L.M. by the arm.\n# He said “hush”."
VALUES: dict[str, object] = {
    "what_happened": WORDS,
    "children": [{"initials": "L.M.", "year": "4"}],
    "child_affected": "yes",
    "when": {"certainty": "day", "date": "2026-03-10"},
    "where": {"kind": "playground"},
}
SourceFor = Callable[[Member], Source]


@pytest.fixture
def case_id(desks: Desks) -> str:
    """The concern, as everybody who reads it has it."""
    return desks.concern(desks.school.ta, desks.school.teacher, **VALUES)


@pytest.fixture
def source_of(desks: Desks, case_id: str) -> SourceFor:
    """What somebody would draft from now."""

    def made(member: Member) -> Source:
        desks.sync(member)
        return source_for(desks.of(member), desks.case(member, case_id))

    return made
