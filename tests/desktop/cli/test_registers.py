# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour registers."""

import csv
import hashlib
import stat
from pathlib import Path

import pytest

from tests.desktop.cli.running import Machine, machine_of
from tests.school import SmallSchool

GIFT = {"direction": "offered", "kind": "gift", "what_happened": "Tea.", "worth": 1_250, "giver": "=Hall"}
TIE = {"tie": "former_pupil", "other_name": "R. Quayle", "state": "current"}


@pytest.fixture
def machine(small_school: SmallSchool) -> Machine:
    """A machine on which a gift and a tie were declared, and the gift was decided."""
    machine = machine_of(small_school)
    gift = machine.file("gift", GIFT, member=small_school.ta).data["reference"]
    assert machine.file("relationship", TIE, member=small_school.ta).code == 0
    decided = machine.act(
        gift,
        "gift_decision",
        {"outcome": "keep", "rationale": "A kind thought at the end of a long year."},
        small_school.head,
    )
    assert decided.code == 0
    return machine


def test_a_register_is_listed_filtered_and_added_up(machine: Machine, small_school: SmallSchool) -> None:
    head = small_school.head
    [row] = machine.json("registers", "gifts", "--search", "hall", member=head).data
    assert (row["pence"], row["state"], row["who"]) == (1_250, "approved", "Beth Carver")
    assert machine.json("registers", "gifts", "--year", "1999", member=head).data == []
    assert machine.json("registers", "gifts", "--state", "noted", member=head).data == []
    totals = machine.json("registers", "gifts", "--totals", member=head).data
    assert totals["givers"] == [{"giver": "=Hall", "count": 1, "pence": 1_250, "unknown": 0}]
    [tie] = machine.json("registers", "ties", member=head).data
    assert (tie["whom"], tie["state"]) == ("R. Quayle", "waiting")


def test_it_says_who_has_not_answered_for_the_year(machine: Machine, small_school: SmallSchool) -> None:
    found = machine.json("registers", "ties", "--returns", member=small_school.head).data
    answers = {each["person"]: each["answer"] for each in found}
    assert answers[small_school.ta.person_id] == "declared"
    assert answers[small_school.teacher.person_id] == "missing"


def test_a_register_is_saved_without_formulas_and_that_is_put_on_record(
    machine: Machine, small_school: SmallSchool, tmp_path: Path
) -> None:
    target = tmp_path / "gifts.csv"
    words = ("export", "register", "gifts", "--out", str(target), "--purpose", "X", "--recipient", "Y")
    saved = machine.json(*words, "--file-format", "csv", member=small_school.head).data
    assert saved["sha256"] == hashlib.sha256(target.read_bytes()).hexdigest()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1][3] == "'=Hall"
    assert machine.json(*words, "--file-format", "csv", member=small_school.head).code == 1


def test_what_is_published_is_saved_as_such(machine: Machine, small_school: SmallSchool, tmp_path: Path) -> None:
    target = tmp_path / "published.csv"
    words = ("export", "register", "gifts", "--publish", "jobs", "--purpose", "X", "--recipient", "Y")
    machine.json(*words, "--out", str(target), "--file-format", "csv", member=small_school.head)
    (row,) = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))[1:]
    assert row[1] == "Teaching assistant"


def test_an_audit_is_saved_as_it_is_asked_for(machine: Machine, small_school: SmallSchool, tmp_path: Path) -> None:
    machine.json("search", "tea", member=small_school.head)
    words = ("export", "audit", "--what", "searched", "--purpose", "X", "--recipient", "Y", "--file-format", "csv")
    machine.json(*words, "--out", str(tmp_path / "audit.csv"), member=small_school.head)
    (row,) = list(csv.reader((tmp_path / "audit.csv").read_text(encoding="utf-8-sig").splitlines()))[1:]
    assert row[4] == "Helen Marsh searched their records."


def test_notices_are_the_heads_alone(machine: Machine, small_school: SmallSchool) -> None:
    values = {"nature": ["caution"], "what_happened": "A caution.", "child_affected": "yes"}
    assert machine.file("wrongdoing", values, member=small_school.ta).code == 0
    assert len(machine.json("registers", "notices", member=small_school.head).data) == 1
    assert machine.json("registers", "notices", member=small_school.dsl).data == []


def test_what_is_published_has_jobs_and_no_words(machine: Machine, small_school: SmallSchool) -> None:
    [row] = machine.json("registers", "gifts", "--publish", "jobs", member=small_school.head).data
    assert (row["who"], row["giver"]) == ("Teaching assistant", "A private person")
