# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour policy."""

import json
from pathlib import Path

import pytest

from tests.desktop.cli.running import Machine, Ran
from tests.school import SmallSchool

FIRST = "1 Why\n\nChildren come first.\n\n2 Gifts\n\nDeclare each gift above ten pounds.\n"
SECOND = "1 Why\n\nChildren come first.\n\n2 Gifts\n\nDeclare each gift.\n\n4 Dress\n\nDress for the task.\n"


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A file with a code of conduct."""
    path = tmp_path / "code.txt"
    path.write_text(FIRST, encoding="utf-8")
    return path


def publish(machine: Machine, school: SmallSchool, *words: str, typed: str | None = None) -> Ran:
    """Publish with head and chair at one computer."""
    both = f"{school.head.passphrase}\n{school.chair.passphrase}\n" if typed is None else typed
    return machine.json("policy", "publish", *words, "--also", school.chair.name, member=school.head, stdin=both)


NAMED = ("--policy", "code", "--title", "Code", "--edition", "One", "--review-due", "2026-10")


def test_a_version_holds_once_two_officers_have_signed_and_says_what_changed(
    machine: Machine, small_school: SmallSchool, code: Path
) -> None:
    assert publish(machine, small_school, str(code), *NAMED).data["published"]
    code.write_text(SECOND, encoding="utf-8")
    assert publish(machine, small_school, str(code), *NAMED[:-4], "--edition", "Two").data["published"]
    [listed] = machine.json("policy", "list").data
    assert (listed["edition"], listed["versions"], listed["clauses"]) == ("Two", 2, 3)
    changes = machine.json("policy", "compare", "code").data
    assert [change["change"] for change in changes] == ["reworded", "added"]
    back = machine.json("policy", "compare", "code", "--since", "2", "--until", "1").data
    assert [change["change"] for change in back] == ["reworded", "removed"]
    assert machine.json("policy", "compare", "code", "--until", "3").code == 1
    assert machine.json("policy", "show", "code", "4").data[0]["paragraphs"] == ["Dress for the task."]


def test_a_late_review_is_shown(machine: Machine, small_school: SmallSchool, code: Path) -> None:
    publish(machine, small_school, str(code), *NAMED[:-1], "2020-10")
    assert machine.json("policy", "list").data[0]["overdue"]


def test_what_one_officer_alone_wants_does_not_hold(machine: Machine, small_school: SmallSchool, code: Path) -> None:
    made = machine.json("policy", "publish", str(code), *NAMED, member=small_school.head).data
    assert not made["published"]
    assert machine.json("policy", "list").data == []
    [waiting] = machine.json("policy", "proposed", member=small_school.chair).data
    assert [clause["number"] for clause in waiting["ready"]["version"]["clauses"]] == ["1", "2"]


def test_what_was_read_can_be_put_right_and_published(
    machine: Machine, small_school: SmallSchool, code: Path, tmp_path: Path
) -> None:
    taken = machine.json("policy", "read", str(code)).data
    taken["found"]["clauses"][1]["heading"] = "Gifts and hospitality"
    (tmp_path / "right.json").write_text(json.dumps(taken), encoding="utf-8")
    assert publish(machine, small_school, str(tmp_path / "right.json"), *NAMED).data["published"]
    assert machine.json("policy", "show", "code", "2").data[0]["heading"] == "Gifts and hospitality"


def test_a_policy_saved_as_a_word_file_is_read_again_with_the_clauses_that_it_had(
    machine: Machine, small_school: SmallSchool, code: Path, tmp_path: Path
) -> None:
    publish(machine, small_school, str(code), *NAMED)
    file = tmp_path / "code.docx"
    assert machine.json("policy", "word", "code", "--out", str(file)).data["clauses"] == 2
    was = [clause["clause_id"] for clause in machine.json("policy", "show", "code").data]
    taken = machine.json("policy", "read", str(file)).data
    assert [clause["clause_id"] for clause in taken["found"]["clauses"]] == was
    assert machine.json("policy", "word", "--model", "--out", str(file)).err.startswith(
        "There is already a file of that"
    )
    model = tmp_path / "model.docx"
    assert machine.json("policy", "word", "--model", "--out", str(model)).data["clauses"] > 50
    assert "Still to fill in: [name and telephone number]" in machine.run("policy", "read", str(model)).out


def test_the_model_code_is_marked_as_one_until_a_school_has_its_own(
    machine: Machine, small_school: SmallSchool
) -> None:
    publish(machine, small_school, "--model")
    assert machine.json("policy", "list").data[0]["model"]
    short = machine.json("policy", "show", "code-of-conduct", "--short").data
    assert 5 < len(short) < len(machine.json("policy", "show", "code-of-conduct").data)


@pytest.mark.parametrize(
    "words",
    [
        ("--policy", "Code!", "--title", "Code", "--edition", "One"),
        ("--policy", "code", "--title", " ", "--edition", "One"),
        (*NAMED[:-1], "2026-13"),
        ("--policy", "code", "--title", "Code"),
    ],
)
def test_what_lacks_something_is_refused_and_nothing_is_changed(
    machine: Machine, small_school: SmallSchool, code: Path, words: tuple[str, ...]
) -> None:
    ran = publish(machine, small_school, str(code), *words)
    assert ran.code == 1
    assert "Nothing was changed" in ran.err
    assert machine.json("policy", "list").data == []


def test_one_that_was_withdrawn_no_longer_holds(machine: Machine, small_school: SmallSchool, code: Path) -> None:
    publish(machine, small_school, str(code), *NAMED)
    both = f"{small_school.head.passphrase}\n{small_school.chair.passphrase}\n"
    words = ("policy", "withdraw", "code", "--also", small_school.chair.name)
    assert machine.json(*words, member=small_school.head, stdin=both).data["published"]
    assert machine.json("policy", "list").data == []
    assert machine.json("policy", "show", "code").code == 1


def test_who_has_confirmed_is_told_to_the_head_and_not_to_colleagues(
    machine: Machine, small_school: SmallSchool, code: Path
) -> None:
    publish(machine, small_school, str(code), *NAMED)
    assert machine.json("policy", "confirm", "code", member=small_school.ta).code == 0
    assert machine.json("policy", "confirm", "code", "--name", "Vera Isitor").code == 0
    told = machine.json("policy", "register", "code", member=small_school.head).data
    confirmed = [row["person_id"] for row in told["rows"] if row["reading"] == "confirmed"]
    assert confirmed == [small_school.ta.person_id]
    assert (told["confirmed"], [each["name"] for each in told["by_name"]]) == (1, ["Vera Isitor"])
    colleague = machine.json("policy", "register", "code", member=small_school.teacher).data
    assert (colleague["confirmed"], colleague["by_name"]) == (0, [])


def test_a_confirmation_is_nobodys_case(machine: Machine, small_school: SmallSchool, code: Path) -> None:
    publish(machine, small_school, str(code), *NAMED)
    before = machine.json("inbox", member=small_school.head).data
    machine.json("policy", "confirm", "code", member=small_school.ta)
    machine.json("policy", "confirm", "code", "--name", "Vera Isitor")
    machine.json("sync", member=small_school.head)
    assert machine.json("inbox", member=small_school.head).data == before


def test_a_policy_is_printed_without_a_sign_in(
    machine: Machine, small_school: SmallSchool, code: Path, tmp_path: Path
) -> None:
    publish(machine, small_school, str(code), *NAMED)
    made = machine.json("policy", "print", "code", "--out", str(tmp_path / "code.pdf")).data
    assert made["fingerprint"] == machine.json("policy", "list").data[0]["fingerprint"]
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF-")
