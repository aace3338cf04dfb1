# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever may not read something learns nothing from it: not by a row, a gap, a count, a receipt or a word.

At random: several people file about one another, act, share, look, lose the shared folder and find it again. Whenever
something happens that somebody may not read, what they can see stays as it was; in the end everybody who may read a
case holds the same of it (security.md 4.5; requirements.md F07, F14).
"""

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from typing_extensions import override

from desktop.cases.acting import ActRefusedError, open_case
from desktop.filing import readers_of
from desktop.session import Session
from desktop.soundness import check
from storage.exchange import lay_out
from tests.desktop.desks import LOW_LEVEL, Desks, KeyRing, concern, seen_by, tables
from tests.school import Hands, Member, SmallSchool

PEOPLE = ("head", "dsl", "deputy", "chair", "vice_chair", "ta", "teacher")
ABOUT = (*PEOPLE, "supply", None)
READERS = ("head", "dsl", "chair", "vice_chair")
ACTS = {
    "note": {"text": "I rang her."},
    "triage": LOW_LEVEL,
    "lado_consultation": {"officer": "A. Brown", "advice": "Go on.", "on": "2026-03-12"},
    "action": {"what": "Talk to him.", "owner": "01" * 16, "due": "2026-12-20"},
}
INDEX = ("search_cases", "search_words_data", "search_words_docsize", "search_words_idx")
"""What the search index keeps of its own history: the numbers of the cases, and in which pieces it lies."""


def derived(session: Session) -> dict[str, object]:
    """Everything that is worked out from the entries, and for each case of which words it can be found by."""
    found = session.vault.database.rows("SELECT case_id, digest FROM search_cases ORDER BY case_id")
    return {**tables(session, *INDEX), "found by": [tuple(row) for row in found]}


def desks_in(root: Path, founded: SmallSchool, ring: KeyRing) -> Desks:
    shutil.rmtree(root, ignore_errors=True)
    school = founded.copied_to(root)
    hands = Hands()
    return Desks(school, school.open(hands), hands, ring)


def machine(fresh: Callable[[], Desks]) -> type[RuleBasedStateMachine]:  # noqa: C901 - one class
    class School(RuleBasedStateMachine):
        @initialize()
        def begin(self) -> None:
            self.desks = fresh()
            self.readers: dict[str, set[str]] = {}

        def member(self, name: str) -> Member:
            found: Member = getattr(self.desks.school, name)
            return found

        def seen(self, name: str) -> dict[str, object]:
            return seen_by(self.desks.of(self.member(name)), self.desks.school.members)

        def hidden_from(self, does: Callable[[], str]) -> None:
            """Do something in a case. Whoever does not read it, and did not do it, sees no difference."""
            for _ in range(2):  # receipts for what came before take a second look
                self.desks.sync()
            before = {name: self.seen(name) for name in PEOPLE}
            case = does()
            self.desks.hands.forward(minutes=20)
            self.desks.sync()
            for name in PEOPLE:
                if name not in self.readers[case]:
                    assert self.seen(name) == before[name]

        @rule(by=st.sampled_from(PEOPLE), about=st.sampled_from(ABOUT), named=st.booleans())
        def file(self, by: str, about: str | None, named: bool) -> None:
            values = {**concern(), "about": self.member(about).person_id if about else None}
            if not named:
                values["name_choice"] = "leave_off"

            def filed() -> str:
                done = self.desks.of(self.member(by)).file("concern", values)
                open_to = {name for name in PEOPLE if self.member(name).person_id in readers_of(done.route)}
                assert about not in open_to
                self.readers[done.case_id] = open_to | ({by} if named else set())
                return done.case_id

            self.hidden_from(filed)

        @rule(by=st.sampled_from(READERS), kind=st.sampled_from(sorted(ACTS)), at=st.integers(0, 9))
        def act(self, by: str, kind: str, at: int) -> None:
            session = self.desks.of(self.member(by))
            held = [case for case in session.entries.cases() if session.case(case).reads(session.me)]
            if held:
                case = held[at % len(held)]
                for earlier in held:
                    open_case(session, earlier)
                self.hidden_from(lambda: self.recorded(by, case, kind))

        def recorded(self, by: str, case: str, kind: str) -> str:
            with contextlib.suppress(ActRefusedError):
                self.desks.act(self.member(by), case, kind, ACTS[kind])
            return case

        @rule(by=st.sampled_from(READERS), new=st.sampled_from(("vice_chair", "deputy", "ta")), at=st.integers(0, 9))
        def share(self, by: str, new: str, at: int) -> None:
            session = self.desks.of(self.member(by))
            held = [case for case in session.entries.cases() if session.case(case).reads(session.me)]
            if held:
                case = held[at % len(held)]
                said = {"with": [{"person": self.member(new).person_id}], "reason": "They know him."}
                try:
                    self.desks.act(self.member(by), case, "share", said)
                except ActRefusedError:
                    return
                self.readers[case].add(new)

        @rule()
        def the_shared_folder_is_lost(self) -> None:
            self.desks.sync()
            shutil.rmtree(self.desks.school.exchange)
            lay_out(self.desks.school.exchange)

        @rule(hours=st.integers(1, 60))
        def time_passes(self, hours: int) -> None:
            self.desks.hands.forward(hours=hours)

        @invariant()
        def rows_made_again_are_the_same(self) -> None:
            for name in ("head", "chair"):
                session = self.desks.of(self.member(name))
                before = derived(session)
                session.project_everything()
                assert derived(session) == before

        @override
        def teardown(self) -> None:
            try:
                self.everybody_agrees()
            finally:
                self.desks.close()

        def everybody_agrees(self) -> None:
            for _ in range(2):
                self.desks.sync()
            self.desks.hands.forward(hours=1)
            for case, readers in self.readers.items():
                held = {name: self.held(name, case) for name in PEOPLE}
                assert {name for name, entries in held.items() if entries} == readers
                roles = {name: self.role(name, case) for name in readers}
                # Whoever was added later has the report, but not what another wrote before they heard of it.
                assert all(case in held[name] for name, role in roles.items() if role)
                assert len({frozenset(held[name]) for name, role in roles.items() if role not in {"", "share"}}) <= 1
            for name in PEOPLE:
                assert check(self.desks.of(self.member(name))).troubles == ()

        def role(self, name: str, case: str) -> str:
            """As what somebody reads a case; empty for whoever only sent it."""
            session = self.desks.of(self.member(name))
            readers = session.case(case).readers if case in session.entries.cases() else ()
            return next((reader.role for reader in readers if reader.person_id == session.me), "")

        def held(self, name: str, case: str) -> set[str]:
            stored = self.desks.of(self.member(name)).entries.of_case(case)
            return {each.entry.eid for each in stored if each.entry.body.kind != "grant"}

    return School


def test_nobody_learns_of_what_they_may_not_read(
    founded_school: SmallSchool, key_ring: KeyRing, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("random") / "home"
    run_state_machine_as_test(
        machine(lambda: desks_in(root, founded_school, key_ring)),
        settings=settings(
            max_examples=4,
            stateful_step_count=12,
            deadline=None,
            phases=(Phase.generate,),  # each step is slow: a failure is told as it was found
            suppress_health_check=[*HealthCheck],
        ),
    )


@pytest.mark.parametrize("excluded", ["head", "dsl"])
def test_what_the_excluded_see_is_the_same_with_reports_about_them_and_without(desks: Desks, excluded: str) -> None:
    school = desks.school
    member: Member = getattr(school, excluded)
    desks.concern(school.ta, school.teacher)
    desks.sync()
    desks.hands.forward(hours=1)
    session = desks.of(member)
    before, looked = seen_by(session, school.members), session.sync()
    about = desks.concern(school.ta, member)
    desks.candour.file_walk_up("concern", {"about": member.person_id, "name_choice": "leave_off", **concern()})
    reader = next(each for each in school.members if each.passphrase and desks.reads(each, about))
    desks.act(reader, about, "note", {"text": "I asked her."})
    again = session.sync()
    assert seen_by(session, school.members) == before
    assert (again.ingested.new, again.received, again.alarms) == (looked.ingested.new, looked.received, looked.alarms)
    assert (again.ingested.flagged, again.ingested.set_aside) == ((), 0)
