# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever keeps, proposes, signs, adds and looks in whatever order: readers come to agree, and all stays sound.

Two readers act on a record whose time is over, each at their own computer's pace. No vault destroys what it knows to be
kept. At the end everybody looks, every hold ends, what is left is proposed and signed, and both hold the same.
"""

import contextlib
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from typing_extensions import override

from desktop.cases.acting import ActRefusedError, act, open_case
from desktop.retention.acting import hold, lift, propose, sign
from desktop.retention.carrying import ground_of
from desktop.retention.disposal import Stage, disposals_of, nameable
from desktop.retention.holds import holds_of
from desktop.session import Session
from desktop.soundness import check
from storage.errors import KnownError
from tests.desktop.desks import Desks, KeyRing
from tests.desktop.retention.conftest import Made
from tests.school import Hands

READERS = st.sampled_from(["dsl", "head"])
REASON = {"basis": "court", "reason": "Claim 12/2026"}


def held(session: Session, case: str) -> set[str]:
    """What a vault holds of the record, besides what says that it was destroyed."""
    return set(nameable(session.case(case)))


def is_open_to(session: Session, case: str) -> bool:
    """Say whether the record is there to be acted on."""
    return session.case(case).report is not None


class Ground:
    """A fresh copy of the school for each example."""

    def __init__(self, made: Made, ring: KeyRing, folder: Path) -> None:
        self.made, self.ring, self.folder, self.number = made, ring, folder, 0
        self.done: Counter[str] = Counter()

    def desks(self) -> Desks:
        self.number += 1
        home = self.folder / f"{self.number}" / "home"
        school = self.made.school.copied_to(home)
        hands = Hands()
        return Desks(school, school.open(hands), hands, self.ring)


def machine(ground: Ground) -> type[RuleBasedStateMachine]:  # noqa: C901 - one class
    class Readers(RuleBasedStateMachine):
        @initialize()
        def begin(self) -> None:
            self.desks = ground.desks()
            self.case = ground.made.case

        def of(self, name: str) -> Session:
            return self.desks.of(getattr(self.desks.school, name))

        @contextlib.contextmanager
        def trying(self, what: str) -> Iterator[None]:
            with contextlib.suppress(ActRefusedError, KnownError):
                yield
                ground.done[what] += 1

        @rule(by=READERS)
        def look(self, by: str) -> None:
            session = self.of(by)
            known = {each.eid for each in holds_of(session.case(self.case).entries)}
            before = held(session, self.case)
            session.sync()
            after = session.case(self.case)
            if known & {each.eid for each in holds_of(after.entries)}:
                assert before <= held(session, self.case)
            assert check(session).troubles == ()

        @rule(by=READERS)
        def keep(self, by: str) -> None:
            with self.trying("keep"):
                hold(self.of(by), self.case, REASON)

        @rule(by=READERS)
        def end(self, by: str) -> None:
            session = self.of(by)
            for each in holds_of(session.case(self.case).counted):
                with self.trying("end"):
                    lift(session, self.case, each.eid, "It was settled.")

        @rule(by=READERS)
        def suggest(self, by: str) -> None:
            with self.trying("propose"):
                propose(self.of(by), self.case)

        @rule(by=READERS)
        def agree(self, by: str) -> None:
            with self.trying("sign"):
                sign(self.of(by), self.case)

        @rule(by=READERS, words=st.sampled_from(["note", "access"]))
        def add(self, by: str, words: str) -> None:
            session = self.of(by)
            if is_open_to(session, self.case):
                with self.trying(words):
                    if words == "note":
                        act(session, self.case, "note", {"text": "His new school rang."})
                    else:
                        open_case(session, self.case)

        @rule(days=st.sampled_from([1, 4, 8]))
        def wait(self, days: int) -> None:
            self.desks.hands.forward(days=days)

        @override
        def teardown(self) -> None:
            if hasattr(self, "desks"):
                self.settle()
                self.desks.close()
                shutil.rmtree(self.desks.school.home.parent)

        def everybody_looks(self) -> None:
            for _ in range(3):
                for name in ("dsl", "head"):
                    self.look(name)

        def settle(self) -> None:
            """Everybody hears of everything; nothing is kept any more; and whoever still has something sees to it."""
            self.everybody_looks()
            self.end("head")
            self.everybody_looks()
            for proposer, signer in (("dsl", "head"), ("head", "dsl")):
                self.suggest(proposer)
                self.everybody_looks()
                self.agree(signer)
                self.everybody_looks()
                self.wait(8)
                self.everybody_looks()
            assert held(self.of("dsl"), self.case) == held(self.of("head"), self.case) == set()
            for name in ("dsl", "head"):
                session = self.of(name)
                assert session.gaps() == []
                found = disposals_of(session.case(self.case), ground_of(session, self.case))
                assert Stage.DONE in {each.stage for each in found}

    return Readers


@pytest.mark.parametrize("examples", [1, pytest.param(60, marks=pytest.mark.long)])
def test_readers_come_to_agree(made: Made, key_ring: KeyRing, tmp_path: Path, examples: int) -> None:
    ground = Ground(made, key_ring, tmp_path)
    run_state_machine_as_test(
        machine(ground),
        settings=settings(
            max_examples=examples,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=[*HealthCheck],
            phases=[Phase.generate],
            database=None,
        ),
    )
    assert ground.done["sign"] >= examples
