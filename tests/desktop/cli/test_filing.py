# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour forms, route, file and redirect: as architecture.md states them."""

import json
from pathlib import Path

import pytest

from desktop.forms import FormKind, load_forms
from tests.desktop.cli.running import Machine
from tests.desktop.desks import take_away
from tests.school import SmallSchool

LEAST = {"about": "07" * 16, "what_happened": "He shouted at a child.", "risk_now": "no"}
FILINGS = {spec.form_id for spec in load_forms().values() if spec.kind is FormKind.FILING}
FILED = {"reference", "filed_at", "readers", "rule", "return_phrase", "state"}


# forms


def test_the_forms_are_described(machine: Machine) -> None:
    ran = machine.json("forms")
    assert (ran.code, {form["form"] for form in ran.data}) == (0, FILINGS)


@pytest.mark.parametrize("form", [*sorted(FILINGS), "note", "decision", "gift_decision"])
def test_a_form_is_described_with_its_fields(machine: Machine, form: str) -> None:
    ran = machine.json("forms", form)
    assert ran.code == 0
    assert all({"name", "type", "required"} <= field.keys() for field in ran.data["fields"])
    assert "text" in machine.run("forms", form).out


def test_forms_need_no_school(tmp_path: Path) -> None:
    assert Machine(tmp_path / "empty").json("forms").code == 0


def test_the_forms_are_listed_to_read(machine: Machine) -> None:
    assert "concern" in machine.run("forms", "--home", str(machine.home)).out


def test_only_filings_are_listed(machine: Machine) -> None:
    assert {form["kind"] for form in machine.json("forms").data} == {FormKind.FILING.value}


# route


def test_a_route_says_who_reads_who_does_not_by_which_rule(machine: Machine, small_school: SmallSchool) -> None:
    ran = machine.json("route", "concern", "--about", small_school.head.name)
    assert {"readers", "excluded", "rule", "fallbacks"} <= ran.data.keys()
    assert [reader["name"] for reader in ran.data["readers"]] == [small_school.chair.name]
    assert {each["name"]: each["reason"] for each in ran.data["excluded"]}[small_school.head.name] == "person_concerned"


def test_a_reader_of_a_route_has_id_name_and_role(machine: Machine, small_school: SmallSchool) -> None:
    first = machine.json("route", "concern", "--about", small_school.head.name).data["readers"][0]
    assert {"id", "name", "role"} <= first.keys()


def test_several_people_can_be_named(machine: Machine, small_school: SmallSchool) -> None:
    ran = machine.json("route", "concern", "--about", small_school.teacher.name, "--about", small_school.head.name)
    assert [reader["id"] for reader in ran.data["readers"]] == [small_school.chair.person_id]


def test_a_route_with_nobody_named_and_somebody_in_charge_goes_up(machine: Machine, small_school: SmallSchool) -> None:
    ran = machine.json("route", "concern", "--could-be-someone-in-charge")
    assert [reader["id"] for reader in ran.data["readers"]] == [small_school.chair.person_id]


def test_a_reporter_may_leave_a_reader_out(machine: Machine, small_school: SmallSchool) -> None:
    who = ("--about", small_school.teacher.name, "--not-to", small_school.head.name)
    assert [r["id"] for r in machine.json("route", "concern", *who).data["readers"]] == [small_school.dsl.person_id]


def test_ones_own_route_needs_no_passphrase(machine: Machine, small_school: SmallSchool) -> None:
    ran = machine.run(
        "route", "self_report", "--home", str(machine.home), "--as", small_school.head.name, "--format", "json"
    )
    assert [reader["id"] for reader in ran.data["readers"]] == [small_school.chair.person_id]


def test_a_route_files_nothing(machine: Machine, small_school: SmallSchool) -> None:
    machine.json("route", "concern", "--about", small_school.head.name)
    assert list((small_school.exchange / "in").iterdir()) == []


@pytest.mark.parametrize("form", ["note", "nothing", ""])
def test_what_is_no_filing_has_no_route(machine: Machine, form: str) -> None:
    ran = machine.json("route", form)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("There is no form of that name.")


# file


def test_a_member_files_with_the_least_answers(machine: Machine, small_school: SmallSchool) -> None:
    ran = machine.file("concern", LEAST, member=small_school.ta)
    assert (ran.code, ran.data.keys()) == (0, FILED)
    assert (ran.data["rule"], ran.data["state"], ran.data["return_phrase"]) == ("R01", "sent", None)
    assert {reader["name"] for reader in ran.data["readers"]} == {small_school.dsl.name, small_school.head.name}


def test_a_walk_up_files_under_a_name(machine: Machine, small_school: SmallSchool) -> None:
    ran = machine.file("concern", LEAST, "--name", "Jo Smith, supply")
    assert (ran.code, len(ran.data["return_phrase"].split())) == (0, 5)
    shown = machine.json("show", ran.data["reference"], member=small_school.dsl).data
    assert (shown["reporter"]["name"], shown["reporter"]["standing"]) == ("Jo Smith, supply", "walkup-named")


def test_a_walk_up_files_without_a_name_and_is_told_the_day(machine: Machine, small_school: SmallSchool) -> None:
    ran = machine.file("concern", LEAST, "--anonymous")
    shown = machine.json("show", ran.data["reference"], member=small_school.dsl).data
    assert (len(ran.data["filed_at"]), len(shown["filed_at"]), shown["reporter"]["name"]) == (10, 10, "")


@pytest.mark.parametrize("risk", ["yes", "not_sure"])
def test_a_risk_now_is_filed_too(machine: Machine, risk: str) -> None:
    assert machine.file("concern", {**LEAST, "risk_now": risk}, "--anonymous").code == 0


def test_somebody_not_known_can_be_described(machine: Machine) -> None:
    values = {**LEAST, "about": None, "about_description": "The tall one", "could_be_someone_in_charge": "no"}
    assert machine.file("concern", values, "--anonymous").code == 0


def test_answers_come_over_standard_input_too(machine: Machine) -> None:
    ran = machine.json("file", "concern", "--answers", "-", "--anonymous", stdin=json.dumps(LEAST))
    assert (ran.code, ran.data["state"]) == (0, "sent")


def test_a_self_report_needs_a_name(machine: Machine) -> None:
    ran = machine.file("self_report", {"what_happened": "I drove a child home."}, "--anonymous")
    assert (ran.code, ran.err.startswith("This form is about whoever sends it")) == (1, True)


def test_a_self_report_of_a_walk_up_goes_under_their_name(machine: Machine) -> None:
    ran = machine.file("self_report", {"what_happened": "I drove a child home."}, "--name", "Jo Smith, cook")
    assert (ran.code, ran.data["rule"]) == (0, "R08")


def test_what_cannot_leave_waits_and_is_said_to(machine: Machine, small_school: SmallSchool) -> None:
    take_away(small_school)
    ran = machine.file("concern", LEAST, "--anonymous")
    assert (ran.code, ran.data["state"]) == (0, "waiting")


def test_answers_that_are_off_are_named_one_by_one(machine: Machine) -> None:
    ran = machine.file("concern", {"about": "07" * 16, "risk_now": "maybe", "colour": "blue"}, "--anonymous")
    assert (ran.code, ran.out) == (1, "")
    assert {line.split(":")[0] for line in ran.err.splitlines()} == {"risk_now", "what_happened", "colour"}


def test_filing_needs_somebody_or_nobody(machine: Machine) -> None:
    ran = machine.file("concern", LEAST)
    assert (ran.code, "signed in" in ran.err) == (1, True)


def test_a_name_and_no_name_at_once_are_misuse(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    assert machine.file("concern", LEAST, "--name", "Jo", "--anonymous").code == 2
    assert "not allowed with" in capsys.readouterr().err


def test_the_phrase_is_told_to_who_reads_along(machine: Machine) -> None:
    path = machine.answers(LEAST)
    ran = machine.run("file", "concern", "--answers", path, "--anonymous", "--home", str(machine.home))
    assert "Return phrase: " in ran.out


# redirect


def test_a_redirect_is_noted_by_day(machine: Machine, small_school: SmallSchool) -> None:
    ran = machine.json("redirect")
    assert (ran.code, ran.data.keys()) == (0, {"day"})
    assert [row["form"] for row in machine.json("inbox", member=small_school.dsl).data] == ["redirect"]
