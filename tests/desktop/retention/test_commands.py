# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour retention."""

from datetime import date

import pytest

from desktop.training.acting import record_training
from tests.desktop.cli.running import Machine, machine_of
from tests.desktop.retention.conftest import Over
from tests.desktop.retention.records import gone


@pytest.fixture
def machine(over: Over) -> Machine:
    """The machine of the school whose record is over, with nobody signed in."""
    over.desks.close()
    return machine_of(over.desks.school)


def test_a_record_is_kept_let_go_proposed_and_signed(machine: Machine, over: Over) -> None:
    dsl, head = over.desks.school.dsl, over.desks.school.head
    [record] = machine.json("retention", "due", member=dsl).data
    reference = record["reference"]
    assert (record["standing"], record["class"], record["due"]) == ("due", "low_level", "2026-03-12")

    kept = machine.json("retention", "hold", reference, "--basis", "court", "--reason", "Claim 12", member=dsl).data
    assert kept["standing"] == "held"
    refused = machine.json("retention", "propose", reference, member=dsl)
    assert (refused.code, "kept" in refused.err) == (1, True)

    hold = kept["holds"][0]["id"][:8]
    machine.json("retention", "lift", reference, "--hold", hold, "--reason", "Settled.", member=head)
    proposed = machine.json("retention", "propose", reference, member=dsl).data
    assert proposed["standing"] == "to_sign"
    assert any("Printed pages" in each for each in proposed["reach"])
    signed = machine.json("retention", "sign", reference, member=head).data
    assert (signed["standing"], signed["disposal"]["signed_by"]) == ("signed", head.person_id)


def test_pension_age_is_recorded_of_whom_it_is_about_only(machine: Machine, over: Over) -> None:
    dsl, ta = over.desks.school.dsl, over.desks.school.ta
    [record] = machine.json("retention", "due", member=dsl).data
    words = ("retention", "pension", record["reference"], "--on", "2055-01-01", "--who")
    assert machine.json(*words, ta.name, member=dsl).code == 1
    assert machine.json(*words, over.desks.school.teacher.name, member=dsl).code == 0


def test_why_it_goes_before_its_time_is_said(machine: Machine, over: Over) -> None:
    [record] = machine.json("retention", "due", member=over.desks.school.dsl).data
    words = ("retention", "propose", record["reference"], "--early", "twice")
    assert machine.json(*words, member=over.desks.school.dsl).code == 1
    proposed = machine.json(*words, "--reason", "ABCD-EFGH holds the same", member=over.desks.school.dsl).data
    assert proposed["disposal"]["early"] == "twice"
    assert "ABCD-EFGH holds the same" in proposed["why"][0]


def test_it_says_how_long_everything_is_kept_and_what_stays_for_good(machine: Machine, over: Over) -> None:
    told = machine.json("retention", "rules", member=over.desks.school.dsl).data
    by_class = {each["class_id"]: each for each in told["classes"]}
    assert by_class["allegation"]["terms"][0]["years"] == 10
    assert all(each["because"] for each in told["stays"])


def test_what_stands_in_no_record_is_proposed_by_the_name_of_its_sheaf(machine: Machine, over: Over) -> None:
    school = over.desks.school
    said = {"person": school.teacher.person_id, "course": "prevent", "on": "2018-03-02", "refresh": "usual"}
    record_training(over.desks.of(school.head), said)
    gone(over.desks, school.teacher, date(2019, 7, 31))
    over.desks.close()
    found = machine.json("retention", "due", member=school.head).data
    (apart,) = [each for each in found if each["apart"]]
    assert (apart["class"], apart["standing"], apart["about"]) == ("training", "due", [school.teacher.name])
    proposed = machine.json("retention", "propose", apart["reference"], member=school.head).data
    assert (proposed["standing"], proposed["apart"]) == ("to_sign", 1)
    machine.json("sync", member=school.dsl)
    signed = machine.json("retention", "sign", proposed["reference"], member=school.dsl).data
    assert signed["standing"] == "signed"
