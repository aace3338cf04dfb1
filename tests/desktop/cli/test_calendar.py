# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour calendar."""

import json

from desktop.clocks import SystemClock, london_day
from desktop.declarations.gifts import year_of
from tests.desktop.cli.running import Machine
from tests.school import SmallSchool


def test_a_duty_is_listed_done_and_undone(machine: Machine, small_school: SmallSchool) -> None:
    school = small_school
    assert machine.json("calendar", "list", member=school.head).data == []
    year = year_of(london_day(SystemClock().now()))
    terms = json.dumps([{"first": f"{year}-09-01", "last": f"{year}-12-18"}])
    both = f"{school.head.passphrase}\n{school.chair.passphrase}\n"
    words = ("settings", "set", "terms", terms, "--also", school.chair.name)
    ran = machine.json(*words, member=school.head, stdin=both)
    assert ran.code == 0, ran.err
    term = f"{year}-autumn"
    machine.json("calendar", "done", "guidance", term, "--note", "Staff meeting", member=school.dsl)
    [line] = [each for each in machine.json("calendar", "list", member=school.head).data if each["duty"] == "guidance"]
    assert (line["state"], line["done_by"], line["note"]) == ("done", school.dsl.person_id, "Staff meeting")
    machine.json("calendar", "undo", "guidance", term, member=school.head)
    assert machine.json("calendar", "done", "guidance", "1999-autumn", member=school.head).code == 1
    [line] = [each for each in machine.json("calendar", "list", member=school.head).data if each["duty"] == "guidance"]
    assert line["done_by"] is None
