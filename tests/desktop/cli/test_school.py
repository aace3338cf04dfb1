# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour school and people: founding, joining, looking, and the staff list."""

import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from desktop.cli.main import run
from desktop.cli.terminal import Terminal
from storage.home import Home
from tests.desktop.cli.running import Machine, Ran, Screen
from tests.desktop.desks import take_away
from tests.school import SmallSchool

PLAN: Mapping[str, object] = {
    "name": "Marsh Lane School",
    "people": [
        {"name": "Ann Bell", "job": "Headteacher", "roles": ["head"]},
        {"name": "Ben Cole", "job": "Deputy head", "roles": ["dsl", "deputy_head"]},
        {"name": "Cat Dean", "roles": ["chair"]},
        {"name": "Dan East", "job": "Cook"},
    ],
    "settings": {"decision_hours": 12},
}
PHRASES = "antelope taco cartwheel\nwreath tutor buckle\ncricket squash juggle\n"


def create(folder: Path, plan: object = PLAN, phrases: str = PHRASES) -> Ran:
    (folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    (folder / "phrases").write_text(phrases, encoding="utf-8")
    words = ("school", "create", str(folder / "plan.json"), "--passphrases", str(folder / "phrases"))
    return Machine(folder / "home").json(*words)


@pytest.fixture(scope="module")
def created(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """A school founded by the command, whose folder nobody changes."""
    folder = tmp_path_factory.mktemp("created")
    return folder, create(folder)


# create


def test_a_school_is_created(created: tuple[Path, Ran]) -> None:
    _, ran = created
    assert ran.code == 0
    assert {"school", "school_id", "fingerprint", "enrolment_code", "paper_key", "people"} <= ran.data.keys()
    assert [person["name"] for person in ran.data["people"]] == ["Ann Bell", "Ben Cole", "Cat Dean", "Dan East"]


def test_its_founders_sign_in_with_the_passphrases_in_order(created: tuple[Path, Ran]) -> None:
    folder, ran = created
    phrase = (folder / "phrase of the chair", "cricket squash juggle")
    phrase[0].write_text(phrase[1], encoding="utf-8")
    who = ("--as", ran.data["people"][2]["id"], "--passphrase-file", str(phrase[0]))
    assert Machine(folder / "home").json("inbox", *who).data == []


def test_it_says_how_it_stands(created: tuple[Path, Ran]) -> None:
    folder, ran = created
    status = Machine(folder / "home").json("school", "status")
    assert status.code == 0
    assert (status.data["school"], status.data["fingerprint"]) == (PLAN["name"], ran.data["fingerprint"])
    assert (status.data["version"], status.data["reachable"], status.data["in_spool"]) == (1, True, 0)
    assert {reader["role"]: reader["ready"] for reader in status.data["readers"]} == {
        "head": True,
        "dsl": True,
        "deputy_head": True,
        "chair": True,
    }


def test_another_machine_joins_it(created: tuple[Path, Ran], tmp_path: Path) -> None:
    folder, ran = created
    words = ("school", "join", ran.data["enrolment_code"], "--exchange", str(folder / "home" / "exchange"))
    joined = Machine(tmp_path / "other").json(*words)
    assert (joined.code, joined.data["fingerprint"]) == (0, ran.data["fingerprint"])
    assert {person["name"] for person in Machine(tmp_path / "other").json("people", "list").data} == {
        "Ann Bell",
        "Ben Cole",
        "Cat Dean",
        "Dan East",
    }


def test_the_paper_key_stands_in_no_file(created: tuple[Path, Ran]) -> None:
    folder, ran = created
    key = ran.data["paper_key"].encode()
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert not any(key in path.read_bytes() or key.replace(b"-", b"") in path.read_bytes() for path in files)


def test_a_place_that_was_named_from_here_is_found_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
    (tmp_path / "phrases").write_text(PHRASES, encoding="utf-8")
    words = ("school", "create", "plan.json", "--passphrases", "phrases", "--exchange", "share", "--home", "home")
    assert Machine(tmp_path).run(*words).code == 0
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert Machine(tmp_path / "home").json("school", "status").data["reachable"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"people": []}, "A school needs a head"),
        ({"people": [{"name": "Ann Bell", "roles": ["head", "dsl", "chair"]}]}, "A school needs a head"),
        ({"people": [{"name": "Ann Bell", "roles": ["emperor"]}]}, "That file is not a plan of a school."),
        ({"people": [{"job": "Cook"}]}, "That file is not a plan of a school."),
        ({"people": "everyone"}, "That file is not a plan of a school."),
        ({"name": 7}, "That file is not a plan of a school."),
        ({"settings": {"decision_hours": "soon"}}, "That file is not a plan of a school."),
        ({"settings": {"decision_hour": 12}}, "That file is not a plan of a school."),
        ({"colour": "blue"}, "That file is not a plan of a school."),
    ],
)
def test_a_plan_that_is_off_founds_nothing(tmp_path: Path, change: Mapping[str, object], sentence: str) -> None:
    ran = create(tmp_path, {**PLAN, **change})
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(sentence), ran.err
    assert not Home(tmp_path / "home").has_school()


@pytest.mark.parametrize(
    ("phrases", "sentence"),
    [
        ("antelope taco cartwheel\n", "There are fewer passphrases than people who need one."),
        ("short\nwreath tutor buckle\ncricket squash juggle\n", "That passphrase is too short."),
    ],
)
def test_passphrases_that_do_not_do_found_nothing(tmp_path: Path, phrases: str, sentence: str) -> None:
    ran = create(tmp_path, phrases=phrases)
    assert (ran.code, ran.err.startswith(sentence)) == (1, True)
    assert not Home(tmp_path / "home").has_school()


def test_a_home_that_has_a_school_gets_no_other(machine: Machine) -> None:
    ran = create(machine.home.parent)
    assert (ran.code, ran.err.startswith("This folder already belongs to a school.")) == (1, True)


def test_passphrases_are_asked_for_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
    ran = Machine(tmp_path / "home").json("school", "create", str(tmp_path / "plan.json"), stdin=PHRASES)
    assert ran.code == 0


def test_one_passphrase_is_not_given_to_several(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
    (tmp_path / "phrase").write_text("antelope taco cartwheel\n", encoding="utf-8")
    words = ("school", "create", str(tmp_path / "plan.json"), "--passphrase-file", str(tmp_path / "phrase"))
    ran = Machine(tmp_path / "home").json(*words)
    assert (ran.code, ran.err.startswith("That option gives one passphrase")) == (1, True)
    assert not Home(tmp_path / "home").has_school()


@pytest.mark.parametrize(("slip", "code"), [("", 0), ("x", 1)])
def test_a_passphrase_that_is_typed_is_typed_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slip: str, code: int
) -> None:
    asked: list[str] = []

    def ask(prompt: str, **_more: object) -> str:
        asked.append(prompt)
        return PHRASES.splitlines()[(len(asked) - 1) // 2] + slip * (len(asked) == 4)

    monkeypatch.setattr("getpass.getpass", ask)
    (tmp_path / "plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
    words = ("school", "create", str(tmp_path / "plan.json"), "--home", str(tmp_path / "home"))
    said = io.StringIO()
    assert run(words, Terminal(Screen(), io.StringIO(), said)) == code
    assert ("The two passphrases are not the same." in said.getvalue()) is bool(code)


# join and status


@pytest.mark.parametrize("code", ["ABC", "", "0" * 29, "U" * 29])
def test_a_code_that_is_off_is_said(small_school: SmallSchool, tmp_path: Path, code: str) -> None:
    ran = Machine(tmp_path / "other").json("school", "join", code, "--exchange", str(small_school.exchange))
    assert (ran.code, ran.out) == (1, "")
    assert not Home(tmp_path / "other").has_school()


def test_a_status_without_the_exchange_says_so(machine: Machine, small_school: SmallSchool) -> None:
    take_away(small_school)
    status = machine.json("school", "status")
    assert (status.code, status.data["reachable"]) == (0, False)


def test_a_status_tells_a_new_machine_its_code(machine: Machine, small_school: SmallSchool, tmp_path: Path) -> None:
    code = machine.json("school", "status").data["enrolment_code"]
    words = ("school", "join", code, "--exchange", str(small_school.exchange))
    assert Machine(tmp_path / "other").json(*words).code == 0


def test_whoever_has_no_vault_is_not_ready(machine: Machine, small_school: SmallSchool) -> None:
    ready = {reader["name"]: reader["ready"] for reader in machine.json("school", "status").data["readers"]}
    assert ready[small_school.deputy.name] is True
    assert "school" in machine.run("school", "status", "--home", str(machine.home)).out.lower()


# people


CSV = "Name,Job title,Colour\nAda Kaya,Cook,blue\nBeth Carver,Teaching assistant,red\n12345,Cook,\n"


def imported(machine: Machine, school: SmallSchool, *words: str, content: str = CSV) -> Ran:
    file = machine.home.with_name("staff.csv")
    file.write_text(content, encoding="utf-8")
    return machine.json("people", "import", str(file), *words, member=school.dsl)


def test_people_are_listed_with_ids_and_roles(machine: Machine, small_school: SmallSchool) -> None:
    listed = {person["name"]: person for person in machine.json("people", "list").data}
    assert listed[small_school.dsl.name]["roles"] == ["deputy_head", "dsl"]
    assert listed[small_school.dsl.name]["id"] == small_school.dsl.person_id


def test_a_dry_run_tells_each_rows_fate_and_changes_nothing(machine: Machine, small_school: SmallSchool) -> None:
    ran = imported(machine, small_school, "--dry-run")
    assert (ran.code, ran.data["dry_run"]) == (0, True)
    assert [row["fate"] for row in ran.data["rows"]] == ["added", "unchanged", "refused"]
    assert ran.data["unread_columns"] == ["Colour"]
    assert len(machine.json("people", "list").data) == 8


def test_an_import_adds_people_once(machine: Machine, small_school: SmallSchool) -> None:
    assert (imported(machine, small_school).data["added"], len(machine.json("people", "list").data)) == (1, 9)
    assert (imported(machine, small_school).data["added"], len(machine.json("people", "list").data)) == (0, 9)


def test_a_refused_row_is_told_in_words(machine: Machine, small_school: SmallSchool) -> None:
    row = imported(machine, small_school).data["rows"][2]
    assert (row["person"], len(row["refused"])) == (None, 1)
    assert row["refused"][0].endswith(".")


def test_a_list_of_which_nothing_was_taken_ends_in_1(machine: Machine, small_school: SmallSchool) -> None:
    assert imported(machine, small_school, content="Name\n12345\n").code == 1


@pytest.mark.parametrize("content", ["", "x,y\n1,2\n", 'Name\n"Ada\n'])
def test_what_is_no_staff_list_is_said(machine: Machine, small_school: SmallSchool, content: str) -> None:
    ran = imported(machine, small_school, content=content)
    assert (ran.code, ran.out) == (1, "")


def test_columns_without_headings_are_named_by_their_letters(machine: Machine, small_school: SmallSchool) -> None:
    words = ("--column", "name=B", "--column", "job=c", "--no-headings")
    ran = imported(machine, small_school, *words, content="1,Ada Kaya,Cook\n")
    assert (ran.code, ran.data["added"], ran.data["unread_columns"]) == (0, 1, ["A"])


@pytest.mark.parametrize("column", ["name", "name=7", "colour=B"])
def test_a_column_that_cannot_be_meant_is_refused(machine: Machine, small_school: SmallSchool, column: str) -> None:
    assert imported(machine, small_school, "--column", column).code == 2


def test_a_teaching_assistant_imports_nobody(machine: Machine, small_school: SmallSchool) -> None:
    file = machine.home.with_name("staff.csv")
    file.write_text(CSV, encoding="utf-8")
    ran = machine.json("people", "import", str(file), member=small_school.ta)
    assert (ran.code, ran.err.startswith("The staff list can be changed by")) == (1, True)


def test_somebody_gets_their_sign_in(machine: Machine, small_school: SmallSchool, tmp_path: Path) -> None:
    officers = tmp_path / "phrase"
    officers.write_text(small_school.dsl.passphrase, encoding="utf-8")
    words = ("people", "admit", small_school.supply.name, "--as", small_school.dsl.name)
    made = machine.run(
        *words, "--passphrase-file", str(officers), "--home", str(machine.home), stdin="wreath tutor buckle\n"
    )
    assert (made.code, made.out) == (0, "Joe Lindqvist can sign in on this computer.\n")
    ran = machine.run(
        "inbox", "--as", small_school.supply.name, "--home", str(machine.home), stdin="wreath tutor buckle\n"
    )
    assert ran.code == 0
