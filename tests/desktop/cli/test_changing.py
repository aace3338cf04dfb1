# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour people appoint, end, away, …, candour school propose, approve, …, candour settings."""

import json
from pathlib import Path

import pytest

from storage.home import Home
from tests.desktop.cli.running import Machine
from tests.school import Member, SmallSchool


def setting(machine: Machine, name: str) -> object:
    return machine.json("settings").data[name]


def both(*members: Member) -> str:
    return "".join(f"{member.passphrase}\n" for member in members)


class TestSettings:
    def test_are_shown_without_a_passphrase(self, machine: Machine) -> None:
        assert setting(machine, "decision_hours") == 24

    def test_one_officer_proposes_and_another_makes_it_hold(self, machine: Machine, small_school: SmallSchool) -> None:
        made = machine.json("settings", "set", "decision_hours", "48", member=small_school.head).data
        assert (made["published"], setting(machine, "decision_hours")) == (False, 24)
        approved = machine.json("school", "approve", made["proposal"][:8], member=small_school.chair)
        assert approved.data["published"]
        assert setting(machine, "decision_hours") == 48

    def test_both_at_one_computer_make_it_hold_at_once(self, machine: Machine, small_school: SmallSchool) -> None:
        words = ("settings", "set", "closure_days", '["2026-10-27", "2026-10-26"]', "--also", "Martin Oyelaran")
        typed = both(small_school.head, small_school.chair)
        assert machine.json(*words, member=small_school.head, stdin=typed).data["published"]
        assert setting(machine, "closure_days") == ["2026-10-26", "2026-10-27"]

    def test_terms_hold_where_no_two_share_a_day(self, machine: Machine, small_school: SmallSchool) -> None:
        spring = {"first": "2026-01-05", "last": "2026-03-27"}
        words = ("settings", "set", "terms", json.dumps([spring]), "--also", "Martin Oyelaran")
        typed = both(small_school.head, small_school.chair)
        assert machine.json(*words, member=small_school.head, stdin=typed).data["published"]
        assert setting(machine, "terms") == [spring]
        twice = machine.json("settings", "set", "terms", json.dumps([spring, spring]), member=small_school.head)
        assert (twice.code, "two terms share a day" in twice.err) == (1, True)

    def test_readers_are_called_by_their_roles_where_names_are_not_wanted(
        self, machine: Machine, small_school: SmallSchool
    ) -> None:
        words = ("settings", "set", "readers_named", "false", "--also", "Martin Oyelaran")
        machine.json(*words, member=small_school.head, stdin=both(small_school.head, small_school.chair))
        ran = machine.file("concern", {"what_happened": "He shouted.", "risk_now": "no"}, "--anonymous")
        called = [reader["name"] for reader in ran.data["readers"]]
        assert called == ["the designated safeguarding lead", "the headteacher"]

    def test_plain_words_need_no_quotes(self, machine: Machine, small_school: SmallSchool) -> None:
        words = ("settings", "set", "support_line", "Staff room, 215", "--also", "Martin Oyelaran")
        machine.json(*words, member=small_school.head, stdin=both(small_school.head, small_school.chair))
        assert setting(machine, "support_line") == "Staff room, 215"

    @pytest.mark.parametrize(("name", "value"), [("decision_hours", "soon"), ("decision_hours", "-1"), ("colour", "1")])
    def test_what_no_school_may_have_is_refused(
        self, machine: Machine, small_school: SmallSchool, name: str, value: str
    ) -> None:
        ran = machine.json("settings", "set", name, value, member=small_school.head)
        assert ran.code == 1
        assert f"The setting “{name}” can’t have that value." in ran.err


class TestProposals:
    def test_say_what_they_do_before_anybody_signs(self, machine: Machine, small_school: SmallSchool) -> None:
        machine.json("people", "end", "Priya Nair", "dsl", member=small_school.head)
        (proposal,) = machine.json("school", "proposals", member=small_school.chair).data
        assert proposal["says"] == ["Priya Nair is no longer designated safeguarding lead."]
        assert any("will no longer be able to open it." in effect for effect in proposal["effects"])
        assert proposal["signed"] == ["Helen Marsh"]

    def test_turned_down_they_change_nothing(self, machine: Machine, small_school: SmallSchool) -> None:
        made = machine.json("people", "end", "Priya Nair", "dsl", member=small_school.head).data
        machine.json("school", "refuse", made["proposal"], "--reason", "Not now.", member=small_school.chair)
        (proposal,) = machine.json("school", "proposals", member=small_school.head).data
        assert (proposal["stage"], proposal["reason"]) == ("turned_down", "Not now.")

    def test_overtaken_they_are_made_again(self, machine: Machine, small_school: SmallSchool) -> None:
        made = machine.json("people", "end", "Priya Nair", "dsl", member=small_school.head).data
        machine.json("people", "away", "Rhiannon Pryce", member=small_school.deputy)
        assert machine.json("school", "approve", made["proposal"], member=small_school.chair).code == 1
        again = machine.json("school", "propose-again", made["proposal"], member=small_school.chair).data
        assert machine.json("school", "approve", again["proposal"], member=small_school.head).data["published"]

    def test_several_changes_hold_together(self, machine: Machine, small_school: SmallSchool, tmp_path: Path) -> None:
        ta, dsl = small_school.ta.person_id, small_school.dsl.person_id
        changes = [
            {"type": "role", "data": {"role": "dsl", "person": ta}},
            {"type": "role", "data": {"role": "dsl", "person": dsl, "ends": True}},
        ]
        (tmp_path / "changes.json").write_text(json.dumps({"changes": changes}), encoding="utf-8")
        words = ("school", "propose", str(tmp_path / "changes.json"), "--also", "Martin Oyelaran", "--also", ta)
        typed = both(small_school.head, small_school.chair, small_school.ta)
        assert machine.json(*words, member=small_school.head, stdin=typed).data["published"]
        held = machine.json("people", "roles").data["roles"]
        assert [each["person_id"] for each in held if each["role"] == "dsl"] == [ta]

    @pytest.mark.parametrize(
        "content",
        ["{}", '{"changes": []}', '{"changes": [{"type": "role", "data": {}}]}', '{"changes": [{"type": "x"}]}'],
    )
    def test_what_is_no_list_of_changes_is_refused(
        self, machine: Machine, small_school: SmallSchool, tmp_path: Path, content: str
    ) -> None:
        (tmp_path / "changes.json").write_text(content, encoding="utf-8")
        ran = machine.json("school", "propose", str(tmp_path / "changes.json"), member=small_school.head)
        assert (ran.code, "That is not a list of changes." in ran.err) == (1, True)

    def test_one_that_is_not_there_is_said_so(self, machine: Machine, small_school: SmallSchool) -> None:
        ran = machine.json("school", "approve", "0123456789ab", member=small_school.head)
        assert "There is no such proposal among yours." in ran.err


class TestPeople:
    def test_away_and_back(self, machine: Machine, small_school: SmallSchool) -> None:
        words = ("people", "away", "Priya Nair", "--until", "2026-04-01", "--cover", "Rhiannon Pryce")
        assert machine.json(*words, member=small_school.dsl).data["published"]
        (absence,) = machine.json("people", "roles").data["absences"]
        assert absence["cover"] == small_school.deputy.person_id
        machine.json("people", "back", "Priya Nair", member=small_school.dsl)
        assert machine.json("people", "roles").data["absences"] == []

    def test_a_day_that_is_none_is_refused(self, machine: Machine, small_school: SmallSchool) -> None:
        ran = machine.json("people", "away", "Priya Nair", "--until", "1 April", member=small_school.dsl)
        assert ran.code == 2

    def test_a_reader_stands_aside_at_once(self, machine: Machine, small_school: SmallSchool) -> None:
        words = ("people", "conflict", "Priya Nair", "--about", "Tom Ashby")
        assert machine.json(*words, member=small_school.dsl).data["published"]

    def test_the_paper_key_needs_nobody_else(self, machine: Machine, small_school: SmallSchool, tmp_path: Path) -> None:
        (tmp_path / "key").write_text(small_school.paper_key, encoding="utf-8")
        words = ("people", "appoint", "Beth Carver", "vice_chair", "--paper-key", str(tmp_path / "key"))
        assert machine.json(*words).data["published"]

    def test_keys_are_revoked_by_person_or_id(self, machine: Machine, small_school: SmallSchool) -> None:
        def keys() -> list[str]:
            held = machine.json("people", "roles").data["keys"]
            return [key["kid"] for key in held if key["person"] == small_school.ta.person_id and key["trusted"]]

        assert machine.json("people", "revoke", keys()[0][:8], member=small_school.head).data["published"]
        assert keys() == []
        assert machine.json("people", "revoke", "Beth Carver", member=small_school.head).code == 1

    def test_what_a_key_has_signed_is_listed(self, machine: Machine, small_school: SmallSchool) -> None:
        machine.json("people", "end", "Priya Nair", "dsl", member=small_school.head)
        (signed,) = machine.json("people", "signed", "Helen Marsh", member=small_school.chair).data
        assert (signed["kind"], signed["is_late"]) == ("proposal", False)


class TestLeaving:
    def test_lists_what_is_to_be_done(self, machine: Machine) -> None:
        kinds = [step["kind"] for step in machine.json("people", "leave", "Priya Nair").data]
        assert kinds[:2] == ["last_day", "only_holder"]
        assert kinds[-4:] == ["revoke", "wipe", "sheet", "backups"]

    def test_the_last_day_of_somebody_without_an_office_holds_at_once(
        self, machine: Machine, small_school: SmallSchool
    ) -> None:
        words = ("people", "leave", "Beth Carver", "--on", "2026-07-22")
        assert machine.json(*words, member=small_school.dsl).data["published"]
        assert machine.json("people", "leave", "Beth Carver").data[0]["is_done"]
        machine.json("people", "leave", "Beth Carver", "--stays", member=small_school.dsl)
        assert not machine.json("people", "leave", "Beth Carver").data[0]["is_done"]

    def test_wiping_destroys_the_vault_and_says_what_it_held(self, machine: Machine, small_school: SmallSchool) -> None:
        ran = machine.json("people", "leave", "Priya Nair", "--wipe", member=small_school.dsl)
        assert ran.data["told"].startswith("They could read 0 records until today.")
        assert not Home(machine.home).vault(small_school.dsl.person_id).exists()

    def test_nobody_wipes_for_another(self, machine: Machine, small_school: SmallSchool) -> None:
        assert machine.json("people", "leave", "Priya Nair", "--wipe", member=small_school.head).code == 1
        assert Home(machine.home).vault(small_school.dsl.person_id).exists()
