# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour patterns for somebody signed in, as they type it."""

import json
from pathlib import Path

from tests.desktop.cli.running import machine_of
from tests.desktop.desks import Desks
from tests.desktop.patterns.looking import three_reports


def test_what_stands_out_is_listed_and_answered(desks: Desks, tmp_path: Path) -> None:
    three_reports(desks)
    desks.close()
    school, answers = desks.school, tmp_path / "answers.json"
    answers.write_text(json.dumps({"answer": "nothing", "why": "The same lesson three times."}), encoding="utf-8")
    machine = machine_of(school)
    (prompt,) = machine.json("patterns", member=school.dsl).data
    kept = machine.json("patterns", "respond", *prompt["records"], "--answers", str(answers), member=school.dsl).data
    assert (kept["records"], set(kept["readers"])) == (prompt["records"], {school.head.name, school.dsl.name})


def test_records_of_no_prompt_are_refused(desks: Desks, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text("{}", encoding="utf-8")
    machine = machine_of(desks.school)
    ran = machine.json("patterns", "respond", "7KQ4-M2XR", "--answers", str(answers), member=desks.school.dsl)
    assert ran.code == 1
    assert "Nothing that stands out names those records" in ran.err
