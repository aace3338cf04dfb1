# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a vault keeps ready is what its entries make, after whatever was filed, acted and taken in, in whatever order.

People file and act at random, with answers drawn from the forms themselves: a new form, act or tag is tried as soon as
it is there. After each step the rows and tags of whoever did something are made again from the entries and compared.
"""

import contextlib
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from typing_extensions import override

from desktop.cases.acting import ActRefusedError, act, act_kinds, open_case
from desktop.cases.inbox import SHELVES
from desktop.cases.meaning import shipped_meaning
from desktop.chronology.noting import write_note
from desktop.clocks.terms import terms
from desktop.filing import AnswersError
from desktop.forms import FormKind, FormSpec
from desktop.patterns.from_cases import register_of
from desktop.patterns.reading import holidays_of, read_register
from desktop.patterns.register import Register
from desktop.people import PersonId
from desktop.session import Session
from desktop.soundness import check
from storage.errors import KnownError
from tests.desktop.desks import LADO, LOW_LEVEL, Desks, KeyRing, tables
from tests.desktop.forms.test_properties import filled
from tests.desktop.test_leaving_no_trace import desks_in
from tests.school import MEMBERS, Member, SmallSchool

PROJECTED = {"views", "view_tags", "ready"}
FORMS = shipped_meaning().forms


def form(form_id: str) -> FormSpec:
    """The form of this name."""
    return FORMS[form_id]


FILINGS = st.sampled_from([spec.form_id for spec in FORMS.values() if spec.kind is FormKind.FILING]).map(form)
ACTS = st.sampled_from([spec.form_id for spec in FORMS.values() if spec.kind is FormKind.ACT]).map(form)
PEOPLE = st.sampled_from([member.person_id for member in MEMBERS.values()])
SIGNED_IN = st.sampled_from([name for name, member in MEMBERS.items() if member.passphrase])
READERS = st.sampled_from(["head", "dsl", "dsl", "head", "chair", "vice_chair"])
ABOUT = st.sampled_from([*MEMBERS, None])
WORDS = "Somebody tall"
SURE: Mapping[str, Mapping[str, object]] = {
    "triage": LOW_LEVEL,
    "decision": LOW_LEVEL,
    "lado_consultation": LADO,
    "note": {"text": "I rang her."},
    "recusal": {},
    "action": {"what": "Talk to him.", "owner": "01" * 16, "due": "2026-12-20"},
    "feedback": {"channel": "phrase", "text": "Thank you."},
    "question": {"text": "Which day?"},
}
"""Acts with answers that are always in order, so that cases get on."""


def projected(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """What a vault keeps ready."""
    return {name: rows for name, rows in tables(session).items() if name in PROJECTED}


class _UndoneError(Exception):
    """What was made again was only looked at."""


def made_again(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """What a vault would keep ready if all of it were made again. It is undone: nothing has to reach the disk."""
    made = {}
    with contextlib.suppress(_UndoneError), session.vault.database.transaction():
        session.project_everything()
        made = projected(session)
        raise _UndoneError
    return made


def opened_register(session: Session) -> Register:
    """What patterns count of everything that somebody reads, by opening each case."""
    school = session.machine.school
    cases = [session.case(case) for shelf in SHELVES for case in session.shelf(shelf)]
    return register_of(cases, session.me, school, holidays_of(terms(school.settings)))


def machine(fresh: Callable[[], Desks], done: Counter[str]) -> type[RuleBasedStateMachine]:  # noqa: C901 - one class
    class School(RuleBasedStateMachine):
        @initialize()
        def begin(self) -> None:
            self.desks = fresh()

        def of(self, name: str) -> Session:
            member: Member = getattr(self.desks.school, name)
            return self.desks.of(member)

        def does(self, name: str, what: str, how: Callable[[Session], object]) -> None:
            session = self.of(name)
            with contextlib.suppress(ActRefusedError, AnswersError, KnownError):
                how(session)
                done[what] += 1
            assert made_again(session) == projected(session)
            assert read_register(session) == opened_register(session)

        @rule(by=SIGNED_IN, about=ABOUT)
        def report(self, by: str, about: str | None) -> None:
            said: dict[str, object] = {"about": MEMBERS[about].person_id if about else None, "risk_now": "no"}
            said |= {"what_happened": "He shouted."} | ({} if about else {"about_description": WORDS})
            self.does(by, "report", lambda session: session.file("concern", said))

        @rule(by=SIGNED_IN, what=filled(FILINGS, PEOPLE))
        def file(self, by: str, what: tuple[FormSpec, dict[str, object]]) -> None:
            spec, answers = what
            self.does(by, "file", lambda session: session.file(spec.form_id, answers))

        @rule(by=READERS, about=PEOPLE)
        def write_note(self, by: str, about: PersonId) -> None:
            self.does(by, "note", lambda session: write_note(session, about, {"what_happened": "A plan."}))

        @rule(by=READERS, kind=st.sampled_from(sorted(SURE)), which=st.integers(0, 20))
        def act_for_sure(self, by: str, kind: str, which: int) -> None:
            self.acts(by, kind, dict(SURE[kind]), which)

        @rule(by=READERS, what=filled(ACTS, PEOPLE), which=st.integers(0, 20))
        def act_somehow(self, by: str, what: tuple[FormSpec, dict[str, object]], which: int) -> None:
            spec, answers = what
            self.acts(by, spec.form_id, answers, which)

        @rule(by=READERS, who=PEOPLE, which=st.integers(0, 20), kind=st.sampled_from(["identification", "not_them"]))
        def identify(self, by: str, who: PersonId, which: int, kind: str) -> None:
            self.acts(by, kind, {"described": WORDS, "person": who, "reason": "He says so."}, which)

        @rule(by=READERS, who=PEOPLE, which=st.integers(0, 20), kind=st.sampled_from(["share", "handover"]))
        def let_in(self, by: str, who: PersonId, which: int, kind: str) -> None:
            self.acts(by, kind, {"with": [{"person": who}], "reason": "They need it."}, which)

        def acts(self, by: str, kind: str, answers: dict[str, object], which: int) -> None:
            session = self.of(by)
            session.sync()
            cases = sorted(session.entries.cases())
            if cases and kind in act_kinds(session):
                case = cases[which % len(cases)]
                self.does(by, kind, lambda session: act(session, case, kind, answers))

        @rule(by=READERS, which=st.integers(0, 20))
        def look(self, by: str, which: int) -> None:
            self.does(by, "sync", lambda session: session.sync())
            cases = sorted(self.of(by).entries.cases())
            if cases:
                self.does(by, "open", lambda session: open_case(session, cases[which % len(cases)]))

        @rule(hours=st.integers(1, 60))
        def wait(self, hours: int) -> None:
            self.desks.hands.forward(hours=hours)

        @override
        def teardown(self) -> None:
            try:
                self.desks.sync()
                for name in ("head", "dsl", "chair", "ta"):
                    assert check(self.of(name)).troubles == ()
            finally:
                self.desks.close()

    return School


@pytest.mark.parametrize(
    ("examples", "steps"), [pytest.param(10, 30), pytest.param(200, 40, marks=pytest.mark.long, id="long")]
)
def test_what_is_kept_ready_is_what_the_entries_make(
    examples: int,
    steps: int,
    tmp_path_factory: pytest.TempPathFactory,
    founded_school: SmallSchool,
    key_ring: KeyRing,
) -> None:
    root: Path = tmp_path_factory.mktemp("projections") / "school"
    done: Counter[str] = Counter()
    how = settings(
        max_examples=examples,
        stateful_step_count=steps,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    run_state_machine_as_test(machine(lambda: desks_in(root, founded_school, key_ring), done), settings=how)
    shutil.rmtree(root, ignore_errors=True)
    assert done["report"]
    assert sum(done.values()) > examples


def test_a_row_that_says_something_else_is_seen(desks: Desks) -> None:
    """The comparison can fail."""
    desks.concern(desks.school.ta, desks.school.teacher)
    session = desks.of(desks.school.ta)
    kept = projected(session)
    session.vault.database.execute("UPDATE views SET shelf = 'closed'")
    assert projected(session) != kept
    session.project_everything()
    assert projected(session) == kept
