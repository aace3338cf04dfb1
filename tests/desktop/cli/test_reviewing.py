# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour sync, inbox, show, act, check: what a reviewer does, and what nobody else gets to see."""

import shutil
from pathlib import Path

import pytest

from desktop.cli.parser import COMMANDS
from desktop.cli.terminal import FAILED
from storage.home import Home
from storage.vault import DATABASE
from tests.desktop.cli.running import Machine
from tests.desktop.desks import LOW_LEVEL, THRESHOLD, Desks, put_another_schools, put_back, take_away
from tests.desktop.wont_open import make_newer
from tests.school import Member, SmallSchool

CANARY = "marmalade hippopotamus"
CONCERN = {"about": "07" * 16, "what_happened": f"He shouted about a {CANARY}.", "risk_now": "no"}


@pytest.fixture
def reference(machine: Machine, small_school: SmallSchool) -> str:
    """A concern about the teacher, by the teaching assistant."""
    found: str = machine.file("concern", CONCERN, member=small_school.ta).data["reference"]
    return found


# inbox


def test_an_inbox_lists_a_case_as_it_stands(machine: Machine, small_school: SmallSchool, reference: str) -> None:
    (row,) = machine.json("inbox", member=small_school.dsl).data
    assert {"reference", "form", "about", "filed_at", "state", "decide_by", "summary"} <= row.keys()
    assert (row["reference"], row["form"], row["about"]) == (reference, "concern", ["Tom Ashby"])
    assert (row["state"], row["shelf"], row["unread"]) == ("to_decide", "needs_you", True)
    assert CANARY in row["summary"]


def test_a_shelf_lists_only_what_stands_on_it(machine: Machine, small_school: SmallSchool, reference: str) -> None:
    assert reference
    assert machine.json("inbox", "--shelf", "closed", member=small_school.dsl).data == []


def test_an_inbox_lists_only_what_has_a_category(machine: Machine, small_school: SmallSchool, reference: str) -> None:
    values = {"about": small_school.supply.person_id, "what_happened": "A lift.", "everyday": ["lift"]}
    machine.file("concern", {**values, "risk_now": "no", "child_affected": "no"}, member=small_school.ta)
    (row,) = machine.json("inbox", "--category", "a lift in a  car", member=small_school.dsl).data
    assert row["about"] == [small_school.supply.name]
    nothing = machine.json("inbox", "--category", "Touch", member=small_school.dsl)
    assert nothing.data == []
    assert "In use: A lift in a car" in nothing.err


def test_the_reporter_sees_what_they_sent_as_theirs(
    machine: Machine, small_school: SmallSchool, reference: str
) -> None:
    (row,) = machine.json("inbox", member=small_school.ta).data
    assert (row["reference"], row["shelf"]) == (reference, "mine")


@pytest.mark.parametrize("name", ["teacher", "chair", "vice_chair", "deputy"])
@pytest.mark.parametrize("command", ["inbox", "show", "sync", "check", "act", "find by id"])
def test_whoever_does_not_read_it_sees_nothing_of_it(
    machine: Machine, small_school: SmallSchool, reference: str, name: str, command: str
) -> None:
    member: Member = getattr(small_school, name)
    answers = machine.answers({"text": "…"})
    words = {
        "inbox": ("inbox",),
        "show": ("show", reference),
        "sync": ("sync",),
        "check": ("check",),
        "act": ("act", reference, "note", "--answers", answers),
        "find by id": ("show", reference.replace("-", "").lower()),
    }[command]
    ran = machine.json(*words, member=member)
    told = ran.out + ran.err
    assert not any(word in told for word in (CANARY, "Beth", "Tom Ashby", small_school.teacher.person_id))
    if command in {"show", "act", "find by id"}:
        assert (ran.code, ran.out) == (1, "")
        assert (
            ran.err == "There is no record with that reference for you to see. Nothing was done. Check the reference.\n"
        )


def test_a_case_that_is_there_sounds_like_one_that_is_not(
    machine: Machine, small_school: SmallSchool, reference: str
) -> None:
    there = machine.json("show", reference, member=small_school.teacher)
    assert there == machine.json("show", "0000-0000", member=small_school.teacher)


def test_a_look_at_the_exchange_says_nothing_of_what_is_for_others(machine: Machine, small_school: SmallSchool) -> None:
    before = machine.json("sync", member=small_school.head).data
    for _ in range(3):
        machine.file("concern", {**CONCERN, "about": small_school.head.person_id}, "--anonymous")
    after = machine.json("sync", member=small_school.head).data
    # What waits on this machine for a receipt is everybody's to see; what it is for is not.
    assert {**after, "waiting": 0, "sent": 0} == {**before, "waiting": 0, "sent": 0}


# show


def test_a_case_is_shown_with_its_entries(machine: Machine, small_school: SmallSchool, reference: str) -> None:
    shown = machine.json("show", reference, member=small_school.dsl).data
    assert [entry["kind"] for entry in shown["entries"]] == ["report", "access"]
    assert (shown["reporter"]["name"], shown["about"][0]["name"]) == ("Beth Carver", "Tom Ashby")
    assert {reader["name"] for reader in shown["readers"]} == {small_school.dsl.name, small_school.head.name}
    assert shown["entries"][0]["answers"]["what_happened"] == CONCERN["what_happened"]


def test_a_case_is_shown_with_every_limit_that_runs_and_its_source(
    machine: Machine, small_school: SmallSchool, reference: str
) -> None:
    (clock,) = machine.json("show", reference, member=small_school.dsl).data["clocks"]
    assert (clock["what"], clock["runs_from"], clock["calendar_known"]) == ("decision", "filing", True)
    assert [rule["rule"] for rule in clock["rules"]] == ["decision"]
    assert clock["rules"][0]["source"].startswith("Project SAFE")


def test_a_decision_that_waits_for_a_second_person_is_shown_and_signed(
    machine: Machine, small_school: SmallSchool, reference: str
) -> None:
    for values in (THRESHOLD, LOW_LEVEL):
        assert machine.act(reference, "decision", values, small_school.head).code == 0
    waiting = machine.json("show", reference, member=small_school.dsl).data["second_person"]
    assert (waiting["why"], waiting["waits_for"]) == ("lowered", [small_school.dsl.person_id])
    says = {"decision": waiting["entry"], "says": "agrees"}
    assert machine.act(reference, "sign_off", says, small_school.head).code == 1
    assert machine.act(reference, "sign_off", says, small_school.dsl).code == 0
    assert machine.json("show", reference, member=small_school.head).data["second_person"] is None


def test_a_case_shown_twice_is_on_record_twice(machine: Machine, small_school: SmallSchool, reference: str) -> None:
    machine.json("show", reference, member=small_school.dsl)
    shown = machine.json("show", reference, member=small_school.head).data
    assert [entry["kind"] for entry in shown["entries"]] == ["report", "access", "access"]


def test_the_reporter_is_shown_their_own_words_and_no_more(
    machine: Machine, small_school: SmallSchool, reference: str
) -> None:
    machine.act(reference, "note", {"text": "A private note."}, small_school.dsl)
    shown = machine.json("show", reference, member=small_school.ta)
    assert [entry["kind"] for entry in shown.data["entries"]] == ["report"]
    assert "private" not in shown.out


def test_a_forged_entry_is_shown_as_one_that_does_not_count(desks: Desks, machine: Machine, reference: str) -> None:
    from tests.desktop.desks import content, forge

    (case,) = desks.of(desks.school.ta).entries.cases()
    forge(desks, desks.school.ta, (desks.school.dsl,), content(desks, "decision", LOW_LEVEL, case=case))
    desks.close()
    shown = machine.json("show", reference, member=desks.school.dsl).data
    assert [entry["counts"] for entry in shown["entries"] if entry["kind"] == "decision"] == [False]
    assert shown["state"] == "to_decide"


def test_a_case_is_shown_to_read(machine: Machine, small_school: SmallSchool, reference: str) -> None:
    who = ("--as", small_school.dsl.name, "--home", str(machine.home))
    ran = machine.run("show", reference, *who, stdin=f"{small_school.dsl.passphrase}\n")
    assert (ran.code, CANARY in ran.out, "Beth Carver" in ran.out) == (0, True, True)


# act


def test_an_act_is_recorded(machine: Machine, small_school: SmallSchool, reference: str) -> None:
    ran = machine.act(reference, "triage", LOW_LEVEL, small_school.dsl)
    assert (ran.code, ran.data.keys()) == (0, {"reference", "entry", "kind", "at"})
    ran = machine.act(reference, "decision", LOW_LEVEL, small_school.head)
    assert machine.json("inbox", member=small_school.dsl).data[0]["state"] == "in_progress"


def test_an_act_that_the_rules_refuse_is_refused_in_one_sentence(
    machine: Machine, small_school: SmallSchool, reference: str
) -> None:
    ran = machine.act(reference, "decision", LOW_LEVEL, small_school.dsl)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("This decision is not yours to make.")


@pytest.mark.parametrize("kind", ["access", "concern", "grant", "report", "nothing"])
def test_what_is_no_act_of_a_reviewer_is_refused(
    machine: Machine, small_school: SmallSchool, reference: str, kind: str
) -> None:
    ran = machine.act(reference, kind, {"text": "…"}, small_school.dsl)
    assert (ran.code, ran.err.startswith("There is no form of that name.")) == (1, True)


def test_the_reporter_does_not_act(machine: Machine, small_school: SmallSchool, reference: str) -> None:
    ran = machine.act(reference, "note", {"text": "And another thing."}, small_school.ta)
    assert (ran.code, ran.err) == (1, "There is no record with that reference for you to see.\n")


# sync


SYNCED = {"sent", "received", "quarantined", "reachable", "waiting", "pending", "receipts", "directory", "alarms"}


def test_a_sync_says_what_was_sent_received_and_set_aside(
    machine: Machine, small_school: SmallSchool, reference: str
) -> None:
    assert reference
    ran = machine.json("sync", member=small_school.dsl)
    assert (ran.code, ran.data.keys() >= SYNCED) == (0, True)
    assert (ran.data["received"], ran.data["quarantined"]) == (1, 0)
    assert machine.json("sync", member=small_school.dsl).data["received"] == 0
    assert machine.json("sync", member=small_school.ta).data["receipts"] == 1


def test_a_hostile_file_is_set_aside_with_its_reason(machine: Machine, small_school: SmallSchool) -> None:
    (small_school.exchange / "in" / f"{'0' * 32}.cenv").write_bytes(b"age-encryption.org/v1\nnot at all")
    import os

    os.utime(small_school.exchange / "in" / f"{'0' * 32}.cenv", (0, 0))
    data = machine.json("sync", member=small_school.dsl).data
    assert (data["quarantined"], data["quarantine"]) == (1, ["not_an_envelope"])


def test_without_anybody_a_sync_sends_what_waits(machine: Machine, small_school: SmallSchool) -> None:
    take_away(small_school)
    machine.file("concern", CONCERN, "--anonymous")
    put_back(small_school)
    assert machine.json("sync").data["sent"] == 2  # the report, and the slip of its phrase


def test_an_exchange_out_of_reach_is_said(machine: Machine, small_school: SmallSchool) -> None:
    take_away(small_school)
    ran = machine.json("sync", member=small_school.dsl)
    assert (ran.code, ran.data["reachable"]) == (0, False)
    assert "can’t be reached" in machine.json("inbox", member=small_school.dsl).err


@pytest.mark.parametrize("words", [("sync",), ("school", "status")])
def test_a_folder_that_is_another_school_s_is_said_to_be_that(
    machine: Machine, small_school: SmallSchool, words: tuple[str, ...]
) -> None:
    put_another_schools(small_school)
    assert "The shared folder belongs to another school." in machine.run(*words, "--home", str(small_school.home)).out
    data = machine.json(*words).data
    assert (data["reachable"], data["fault"]) == (False, "exchange_other_school")


# check


def test_a_sound_vault_ends_in_0(machine: Machine, small_school: SmallSchool, reference: str) -> None:
    machine.json("show", reference, member=small_school.dsl)
    ran = machine.json("check", member=small_school.dsl)
    assert (ran.code, ran.data) == (0, {"sound": True, "entries": 2, "cases": 1, "troubles": [], "set_aside": 0})


def test_a_changed_row_ends_in_1(desks: Desks, machine: Machine, reference: str) -> None:
    assert reference
    desks.sync(desks.school.dsl)
    desks.of(desks.school.dsl).vault.database.execute("UPDATE views SET shelf = 'closed'")
    desks.close()
    ran = machine.json("check", member=desks.school.dsl)
    assert (ran.code, ran.data["sound"], ran.data["troubles"]) == (1, False, ["index_differs"])


def test_a_damaged_page_ends_in_1(machine: Machine, small_school: SmallSchool, reference: str) -> None:
    machine.json("show", reference, member=small_school.dsl)
    database = Home(small_school.home).vault(small_school.dsl.person_id) / DATABASE
    data = bytearray(database.read_bytes())
    for at in range(5 * 4096 + 9, len(data), 4096):
        data[at] ^= 1
    database.write_bytes(data)
    ran = machine.json("check", member=small_school.dsl)
    assert ran.code == 1
    assert "Traceback" not in ran.err


def test_a_vault_that_is_gone_ends_in_1(machine: Machine, small_school: SmallSchool) -> None:
    shutil.rmtree(Home(small_school.home).vault(small_school.dsl.person_id))
    ran = machine.json("check", member=small_school.dsl)
    assert (ran.code, ran.err.startswith("That passphrase doesn’t match.")) == (1, True)


# export


def test_a_case_file_is_written_where_the_command_says(
    machine: Machine, small_school: SmallSchool, reference: str, tmp_path: Path
) -> None:
    words = (
        "export",
        "case",
        reference,
        "--out",
        str(tmp_path / "case.pdf"),
        "--purpose",
        "Panel",
        "--recipient",
        "HR",
    )
    ran = machine.json(*words, member=small_school.dsl)
    assert (ran.code, Path(ran.data["file"]).read_bytes()[:5]) == (0, b"%PDF-")


def test_nobody_exports_what_they_do_not_read(
    machine: Machine, small_school: SmallSchool, reference: str, tmp_path: Path
) -> None:
    for member in (small_school.teacher, small_school.ta, small_school.chair):
        words = (
            "export",
            "case",
            reference,
            "--out",
            str(tmp_path / "x.pdf"),
            "--purpose",
            "Panel",
            "--recipient",
            "HR",
        )
        ran = machine.json(*words, member=member)
        assert (ran.code, (tmp_path / "x.pdf").exists()) == (1, False)


def test_every_command_of_the_architecture_that_is_there_is_a_command() -> None:
    assert {
        "demo",
        "school",
        "people",
        "forms",
        "route",
        "file",
        "sync",
        "inbox",
        "show",
        "act",
        "export",
        "check",
        "bench",
    } <= {*COMMANDS}


# Records that will not open


def test_records_that_will_not_open_are_read_and_told_of(
    machine: Machine, small_school: SmallSchool, reference: str
) -> None:
    dsl = small_school.dsl
    machine.json("sync", member=dsl)
    make_newer(small_school.sign_in(small_school.open(), dsl))
    assert machine.json("show", reference, member=dsl).code == FAILED
    shown = machine.json("show", reference, "--read-only", member=dsl)
    assert (shown.code, shown.data["reference"]) == (0, reference)
    assert "Open to be read only" in shown.err
    checked = machine.json("check", member=dsl)
    assert (checked.code, checked.data["fault"]) == (FAILED, "vault_too_new")
