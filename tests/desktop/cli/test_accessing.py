# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour access, as somebody types it."""

from tests.desktop.cli.running import machine_of
from tests.school import SmallSchool

ASKED = {"received_on": "2026-03-02", "came_by": "email", "what_happened": "Everything that you keep about me."}


def test_a_request_is_logged_and_stands_in_the_list_of_who_answers_it(small_school: SmallSchool) -> None:
    machine, school = machine_of(small_school), small_school
    asked = machine.answers(ASKED)
    logged = machine.json("access", "log", school.teacher.name, "--answers", asked, member=school.dsl)
    (listed,) = machine.json("access", "list", member=school.head).data
    assert (listed["reference"], listed["person"]["name"]) == (logged.data["reference"], school.teacher.name)
    assert (listed["due"], listed["identity_checked"]) == ("2026-04-02", False)
    assert machine.json("access", "list", member=school.dsl).data == []
