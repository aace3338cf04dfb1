# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour actions, digest: the board and the week on the command line, and on paper without names."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.board.words import initials, without_names
from tests.desktop.cli.running import Machine
from tests.desktop.desks import LOW_LEVEL, Desks
from tests.school import Member, SmallSchool


def words_of(content: bytes) -> str:
    """The words of a PDF, in one line."""
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def case(desks: Desks) -> str:
    """A decided concern about the teacher, with an action of the head's."""
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    said = {"what": "Talk to Tom Ashby", "owner": school.head.person_id, "due": "2026-03-12"}
    desks.act(school.dsl, case, "action", said)
    desks.close()
    return case


def items(machine: Machine, member: Member, *words: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = machine.json("actions", *words, member=member).data["items"]
    return found


def test_everything_that_is_open_is_listed_with_colour_and_owner(
    machine: Machine, small_school: SmallSchool, case: str
) -> None:
    assert case
    found = {item["kind"]: item for item in items(machine, small_school.dsl)}
    assert found.keys() == {"action", "feedback", "closing"}
    assert (found["action"]["group"], found["action"]["colour"], found["action"]["why"]) == (
        "overdue",
        "red",
        "overdue",
    )
    assert found["action"]["owner"] == {"id": small_school.head.person_id, "name": small_school.head.name}


def test_a_group_and_ones_own_can_be_asked_for(machine: Machine, small_school: SmallSchool, case: str) -> None:
    assert case
    assert [item["kind"] for item in items(machine, small_school.head, "--mine")] == ["action"]
    assert [item["kind"] for item in items(machine, small_school.dsl, "--group", "later")] == ["closing"]


@pytest.mark.parametrize("name", ["ta", "teacher", "chair"])
def test_whoever_does_not_read_it_has_nothing_of_it(
    machine: Machine, small_school: SmallSchool, case: str, name: str
) -> None:
    assert case
    member: Member = getattr(small_school, name)
    if member.passphrase:
        assert items(machine, member) == []


def test_a_daily_check_is_on_record_and_in_no_inbox(machine: Machine, small_school: SmallSchool) -> None:
    before = machine.json("actions", member=small_school.dsl).data
    assert (before["checked_today"], before["missed_checks"]) == (False, [])
    assert machine.json("actions", "--check", member=small_school.dsl).data["checked_today"]
    assert machine.json("inbox", member=small_school.dsl).data == []
    assert machine.json("check", member=small_school.dsl).data["sound"]


def test_todays_list_is_printed_with_initials_only(
    machine: Machine, small_school: SmallSchool, case: str, tmp_path: Path
) -> None:
    assert case
    out = tmp_path / "list.pdf"
    assert machine.json("actions", "--print", str(out), member=small_school.dsl).data["pages"] == 1
    words = words_of(out.read_bytes())
    assert "Talk to TA" in words
    for member in small_school.members:
        assert member.name not in words
    again = machine.json("actions", "--print", str(out), member=small_school.dsl)
    assert again.code == 1


def test_the_digest_counts_what_the_board_shows(
    machine: Machine, small_school: SmallSchool, case: str, tmp_path: Path
) -> None:
    assert case
    week = machine.json("digest", "--week", "2026-03-12", member=small_school.dsl).data
    assert sum(week["open"].values()) == len(items(machine, small_school.dsl)) == 3
    assert (week["came"], week["decisions"]["taken"], week["decisions"]["late"]) == (1, 1, 0)
    out = tmp_path / "digest.pdf"
    assert machine.json("digest", "--week", "2026-03-12", "--out", str(out), member=small_school.dsl).code == 0
    assert "Week of 9 March 2026" in words_of(out.read_bytes())


def test_the_digest_is_said_to_read(machine: Machine, small_school: SmallSchool, case: str) -> None:
    assert case
    member = small_school.dsl
    said = machine.run(
        "digest",
        "--week",
        "2026-03-09",
        "--home",
        str(machine.home),
        "--as",
        member.person_id,
        stdin=f"{member.passphrase}\n",
    ).out
    assert "Reports that came: 1" in said
    assert "First decisions: 1, of which 0 late" in said


def test_listed_names_in_peoples_words_become_initials(desks: Desks) -> None:
    school = desks.candour.school
    assert without_names("Tell Helen Marsh and Ashby’s class, not Marshall.", school) == (
        "Tell HM and A’s class, not Marshall."
    )
    assert initials("Giles Montgomery-Featherstonehaugh") == "GM"
