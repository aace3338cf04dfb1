# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour patterns --replay for somebody signed in: each day with what was known and judged on that day."""

from desktop.cases.acting import open_case
from tests.desktop.cli.running import machine_of
from tests.desktop.desks import LOW_LEVEL, Desks
from tests.desktop.patterns.looking import three_reports

NO_CONCERN = {**LOW_LEVEL, "outcome": "T6"}


def replayed(desks: Desks) -> list[tuple[str, set[str]]]:
    """On which day which records came up side by side."""
    desks.close()
    played = machine_of(desks.school).json("patterns", "--replay", member=desks.school.dsl).data
    return [(prompt["first_flagged_on"], set(prompt["records"])) for prompt in played]


def test_what_was_flagged_is_replayed_as_it_stood_though_one_record_was_no_concern_later(desks: Desks) -> None:
    cases = three_reports(desks)
    flagged = replayed(desks)
    assert flagged[-1][0] == desks.candour.machine.today().isoformat()
    assert len(flagged[-1][1]) == len(cases)
    desks.hands.forward(days=10)
    head = desks.of(desks.school.head)
    head.sync()
    for other in cases:
        open_case(head, other)
    desks.act(desks.school.head, cases[0], "decision", NO_CONCERN)
    desks.sync()
    assert replayed(desks) == flagged
