# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour guidance."""

from tests.desktop.cli.running import Machine
from tests.school import SmallSchool

ASKED = ("kcsie", "--edition", "September 2026", "--confirm-by", "2027-01-15")


def test_an_edition_is_asked_for_confirmed_and_dropped(machine: Machine, small_school: SmallSchool) -> None:
    school = small_school
    both = f"{school.head.passphrase}\n{school.chair.passphrase}\n"
    signed = ("--also", school.chair.name)
    ran = machine.json("guidance", "ask", *ASKED, *signed, member=school.head, stdin=both)
    assert ran.data["published"], ran.err
    [listed] = machine.json("guidance", "list").data
    assert (listed["title"], listed["newer"]) == ("Keeping children safe in education", None)
    said = machine.json("guidance", "confirm", "kcsie", member=school.ta).data
    assert said == {"policy": "guidance:kcsie", "version": "September 2026", "part": "part_one"}
    machine.json("guidance", "confirm", "kcsie", "--name", "Vera Isitor")
    register = machine.json("guidance", "register", "kcsie", member=school.head).data
    assert register["confirmed"] == 1
    assert [each["name"] for each in register["by_name"]] == ["Vera Isitor"]
    assert register["elsewhere"] > 0
    machine.json("guidance", "drop", "kcsie", *signed, member=school.head, stdin=both)
    assert machine.json("guidance", "list").data == []


def test_what_nobody_is_asked_for_cannot_be_confirmed(machine: Machine, small_school: SmallSchool) -> None:
    assert machine.json("guidance", "confirm", "kcsie", member=small_school.ta).code == 1
