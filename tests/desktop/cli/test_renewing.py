# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour renew, and what is behind it."""

from desktop.declarations.renewing import renew_all, renewals
from desktop.declarations.yearly import to_confirm
from desktop.sent import sent_by
from tests.desktop.cli.running import machine_of
from tests.desktop.desks import Desks
from tests.school import SmallSchool

TIE: dict[str, object] = {"tie": "former_pupil", "other_name": "R. Quayle", "state": "current"}


def test_all_ties_of_last_year_are_declared_again_once(desks: Desks) -> None:
    session = desks.of(desks.school.ta)
    first = [session.file("relationship", {**TIE, "other_name": name}).reference for name in ("A. Bell", "C. Dunn")]
    desks.hands.forward(days=190)
    today = desks.candour.machine.today()
    asked = renewals(session, to_confirm(sent_by(session), today))
    assert {each.item.reference for each in asked} == set(first)
    assert len(renew_all(session, asked)) == 2
    assert to_confirm(sent_by(session), today) == ()
    again = [item.values["former_reference"] for item in sent_by(session) if item.values["state"] == "renewed"]
    assert sorted(map(str, again)) == sorted(first)


def test_the_command_says_when_there_is_nothing_to_confirm(small_school: SmallSchool) -> None:
    machine = machine_of(small_school)
    assert machine.file("relationship", TIE, member=small_school.ta).code == 0
    assert machine.json("renew", "--all-still-right", member=small_school.ta).data == []
