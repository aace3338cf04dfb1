# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The demonstration school, made once for all of these tests: a real one, with something in every state."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from nacl.pwhash import argon2id

from desktop.board.board import When, read_board
from desktop.cases.case import Missing, Phase
from desktop.cases.items import ItemKind
from desktop.cases.rows import CaseRow
from desktop.changing.proposals import read_proposals
from desktop.chronology.listing import read_people
from desktop.chronology.page import PersonPage, read_page
from desktop.clocks import SystemClock
from desktop.demo.card import CARD, DemoCard, demo_card
from desktop.demo.data import load_demo
from desktop.demo.making import make_demo
from desktop.faults import DeskFault
from desktop.governors.issuing import issued_reports, report_content
from desktop.patterns.choosing import cuts_of
from desktop.patterns.desk import read_desk
from desktop.patterns.signs import Kind
from desktop.people import PersonId
from desktop.policies.chasing import read_chased
from desktop.policies.citing import Citation
from desktop.policies.reasons import of_form
from desktop.policies.wording import wording
from desktop.questions.library import published
from desktop.references.view import read_reference
from desktop.registers.declared import Register
from desktop.registers.listing import State
from desktop.registers.reading import read_register
from desktop.retention.everything import read_kept
from desktop.retention.listing import Standing
from desktop.services import open_candour
from desktop.session import Session
from desktop.soundness import check
from desktop.training.acting import read_training
from desktop.training.register import State as TrainingState
from storage.errors import KnownError
from storage.home import Home
from tests.desktop.cli.running import Machine, Ran
from tests.school import SmallSchool, stretched

A_DAY = timedelta(days=1)
BUSIEST = 3
"""Of how many people the short form looks back at the page; the long form does so of everybody."""
OF_NO_RECORD = frozenset({ItemKind.DUTY, ItemKind.POLICY_REVIEW, ItemKind.TRAINING})
"""What stands on the board and belongs to no record."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the vaults of the demonstration hold: each person's cases and soundness, and the reviewers' rows."""

    cases: dict[PersonId, set[str]]
    concerned: dict[str, set[PersonId]]
    reporters: dict[str, PersonId | None]
    rows: dict[PersonId, list[CaseRow]]
    unsound: list[str]
    to_sign: dict[PersonId, int]
    named_later: set[tuple[PersonId, str]]
    patterns: dict[PersonId, set[Kind]]


@pytest.fixture(scope="session")
def quick() -> Iterator[None]:
    """Stretch each passphrase once: nearly fifty people sign in here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(argon2id, "kdf", stretched)
        yield


@pytest.fixture(scope="session")
def demo(quick: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the demonstration, made by the command."""
    home = tmp_path_factory.mktemp("demonstration") / "home"
    assert Machine(home).json("demo").code == 0
    return home


@pytest.fixture(scope="session")
def card(demo: Path) -> DemoCard:
    found = demo_card(demo)
    assert found is not None
    return found


@pytest.fixture(scope="session")
def seen(demo: Path, card: DemoCard, pytestconfig: pytest.Config) -> Seen:
    """Everybody signs in once, looks at the exchange and has their vault checked.

    The short form has those with an office do so, and a few of the others.
    """
    candour = open_candour(demo)
    found = Seen({}, {}, {}, {}, [], {}, set(), {})
    is_long = pytestconfig.getoption("--long")
    for person in [each for at, each in enumerate(card.people) if is_long or each.roles or at % 24 == 0]:
        session = candour.sign_in(person.id, person.passphrase)
        try:
            session.sync()
            found.to_sign[person.id] = sum(each.waits_for(person.id) for each in read_proposals(session))
            cases = session.entries.cases()
            found.cases[person.id] = {*cases}
            if not check(session).is_sound:
                found.unsound.append(person.name)
            if session.is_reviewer:
                found.rows[person.id] = [session.row(case) for case in cases]
                if "head" in person.roles:
                    desk = read_desk(session, cuts_of(session))
                    found.patterns[person.id] = {
                        Kind(kind) for each in desk.to_look_at for kind in each.shown.pattern_type
                    }
                built = [session.case(case) for case in cases]
                found.concerned.update({case.case_id: {*case.concerned()} for case in built})
                found.reporters.update({case.case_id: case.reporter for case in built})
                found.named_later.update((who, case.case_id) for case in built for who in case.identities.left)
        finally:
            session.close()
    return found


# What is told about it (architecture.md, 'Command line')


def test_the_card_says_which_school_and_who_is_in_it(demo: Path, card: DemoCard) -> None:
    ran = Machine(demo).json("demo")
    assert (ran.code, {"school", "people"} <= ran.data.keys()) == (0, True)
    assert all({"id", "name", "job", "roles", "passphrase"} <= person.keys() for person in ran.data["people"])
    assert [person["id"] for person in ran.data["people"]] == [person.id for person in card.people]


def test_everybody_of_the_data_is_on_the_card_with_their_passphrase(card: DemoCard) -> None:
    assert {(p.id, p.passphrase) for p in card.people} == {(p.id, p.passphrase) for p in load_demo().people}


def test_the_roles_that_a_school_needs_are_held(card: DemoCard) -> None:
    held = {role for person in card.people for role in person.roles}
    assert {"head", "dsl", "deputy_dsl", "chair", "vice_chair"} <= held


def test_making_it_again_changes_nothing(demo: Path, card: DemoCard) -> None:
    before = (demo / CARD).stat().st_mtime_ns
    assert make_demo(demo, SystemClock()) == card
    assert (demo / CARD).stat().st_mtime_ns == before


def test_nothing_of_its_making_is_left_over(demo: Path) -> None:
    assert {path.name for path in demo.iterdir()} <= {
        CARD, "directory", "documents", "exchange", "school.pin", "vaults", "spool",
    }  # fmt: skip


# What is in it


def test_they_sign_in_and_every_vault_is_sound(seen: Seen, card: DemoCard) -> None:
    assert seen.cases.keys() > {person.id for person in card.people if person.roles}
    assert seen.unsound == []


def test_nobody_holds_a_case_that_is_about_them_unless_they_sent_it_or_were_named_later(seen: Seen) -> None:
    held = {
        (person, case)
        for case, people in seen.concerned.items()
        for person in people
        if case in seen.cases.get(person, set()) and seen.reporters[case] != person
    }
    assert held <= seen.named_later


def test_a_reader_was_named_later(seen: Seen, card: DemoCard) -> None:
    lead = next(person.id for person in card.people if "dsl" in person.roles)
    assert [case for who, case in seen.named_later if who == lead and case in seen.cases[lead]]


def test_something_is_about_the_head_and_something_about_the_chair(seen: Seen, card: DemoCard) -> None:
    for role in ("head", "chair", "dsl"):
        holders = {person.id for person in card.people if role in person.roles}
        assert any(people & holders for people in seen.concerned.values()), role


def rows(seen: Seen, card: DemoCard, role: str) -> list[CaseRow]:
    holder = next(person.id for person in card.people if role in person.roles)
    return seen.rows[holder]


@pytest.mark.parametrize("role", ["head", "dsl"])
def test_there_is_something_in_every_phase(seen: Seen, card: DemoCard, role: str) -> None:
    phases = {row.phase for row in rows(seen, card, role)}
    assert {Phase.TO_DECIDE, Phase.WITH_LADO, Phase.IN_PROGRESS, Phase.CLOSED} <= phases


@pytest.mark.parametrize("role", ["head", "dsl"])
def test_something_is_unread(seen: Seen, card: DemoCard, role: str) -> None:
    assert any(row.is_unread for row in rows(seen, card, role))


def test_something_is_overdue_and_something_is_due_within_the_hour(seen: Seen, card: DemoCard, demo: Path) -> None:
    made = datetime.fromtimestamp((demo / CARD).stat().st_mtime, UTC)
    due = [row.decide_by - made for row in rows(seen, card, "head") if row.decide_by]
    assert any(left < timedelta() for left in due)
    assert any(timedelta() < left < timedelta(hours=1) for left in due)


def test_something_waits_for_an_employer_and_something_is_ready_to_close(seen: Seen, card: DemoCard) -> None:
    missing = [row.missing for row in rows(seen, card, "dsl") if row.phase is Phase.IN_PROGRESS]
    assert any(Missing.EMPLOYER in each for each in missing)
    assert any(len(each) == 1 for each in missing)


def test_something_is_open_in_every_way_and_a_decision_waits_for_a_second_person(seen: Seen) -> None:
    kinds = {item.kind for rows in seen.rows.values() for row in rows for item in row.items}
    assert kinds == set(ItemKind) - OF_NO_RECORD


def test_all_but_one_have_read_the_code_and_a_policy_and_a_duty_are_overdue(head: Session) -> None:
    code, *_ = read_chased(head)
    assert (code.figures.confirmed, code.figures.of) == (46, 47)
    late = {line.item.kind for line in read_board(head).open if line.when is When.OVERDUE}
    assert late >= OF_NO_RECORD


def test_training_of_29_february_is_due_on_28_february_and_some_is_overdue(head: Session) -> None:
    rows = [row for row in read_training(head).rows if row.record]
    leap = next(row for row in rows if row.record and (row.record.on.month, row.record.on.day) == (2, 29))
    assert leap.due is not None
    assert (leap.due.month, leap.due.day) == (2, 28)
    assert TrainingState.OVERDUE in {row.state for row in rows}
    assert any(row.claim for row in read_training(head).rows)


def test_of_one_person_something_may_stand_in_a_reference_and_of_others_nothing(head: Session) -> None:
    ids = {person.name: person.person_id for person in head.machine.school.people.values()}
    told, untold = (read_reference(head, ids[name]) for name in ("Rhodri Vance", "Nathan Cole"))
    assert [each.rule.rule_id for each in told.included] == ["substantiated", "group"]
    assert [rule.rule_id for rule in told.left_out] == ["low_level"]
    assert (untold.included, [rule.rule_id for rule in untold.left_out]) == (
        (),
        ["left_to_the_school", "low_level", "not_borne_out"],
    )
    with pytest.raises(KnownError) as caught:
        read_reference(head, head.me)
    assert caught.value.code is DeskFault.REFERENCE_YOURSELF


def test_a_decision_was_late_and_says_why(seen: Seen) -> None:
    decided = [row.decided for rows in seen.rows.values() for row in rows if row.decided]
    assert any(each.late_by and each.reason for each in decided)


def test_every_kind_of_pattern_stands_out_for_the_head(seen: Seen) -> None:
    (shown,) = seen.patterns.values()
    # Gifts of December and July do not count, and a summer may lie in the middle of a stretch.
    depend_on_today = {Kind.CUMULATIVE_WEAK, Kind.SAME_CHILD, Kind.GIFT_CONCERN_RELATIONSHIP}
    assert shown | depend_on_today == {*Kind}


def test_some_were_sent_without_a_name_and_some_under_one_that_nobody_checked(seen: Seen, card: DemoCard) -> None:
    assert {"member", "walkup-named", "walkup-anonymous"} <= {row.standing for row in rows(seen, card, "dsl")}


# Where it is made


def stopped(*_: object) -> DemoCard:
    raise KeyboardInterrupt


def test_one_that_was_stopped_halfway_is_not_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.demo.making._make", stopped)
    with pytest.raises(KeyboardInterrupt):
        make_demo(tmp_path / "home", SystemClock())
    assert not Home(tmp_path / "home").has_school()
    assert demo_card(tmp_path / "home") is None


def fault(home: Path) -> object:
    with pytest.raises(KnownError) as raised:
        make_demo(home, SystemClock())
    return raised.value.code


def test_a_folder_with_another_school_is_left_alone(small_school: SmallSchool) -> None:
    assert fault(small_school.home) is DeskFault.SCHOOL_THERE_ALREADY


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"school": 7}'])
def test_a_damaged_card_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / CARD).write_bytes(content)
    assert fault(tmp_path) is DeskFault.FILE_UNREADABLE


def test_the_command_says_what_a_damaged_card_means(tmp_path: Path) -> None:
    (tmp_path / CARD).write_bytes(b"{")
    ran: Ran = Machine(tmp_path).json("demo")
    assert (ran.code, ran.out) == (1, "")


# Registers


def test_the_registers_have_something_in_every_state(demo: Path, card: DemoCard) -> None:
    candour = open_candour(demo)
    states: dict[str, set[State]] = {}
    for role in ("head", "business_manager"):
        [person] = [each for each in card.people if role in each.roles]
        session = candour.sign_in(person.id, person.passphrase)
        try:
            session.sync()
            for register in Register:
                states.setdefault(register, set()).update(row.state for row in read_register(session, register))
        finally:
            session.close()
    # Which ties are due for renewal, and which gifts pass the year's limit, depends on how old the school year is.
    assert states["gifts"] >= {State.WAITING, State.NOTED, State.APPROVED, State.TURNED_DOWN, State.DECLARED}
    assert states["ties"] >= {State.WAITING, State.ENDED, State.REPLACED, State.NOTHING}
    assert states["ties"] & {State.CURRENT, State.DUE}
    assert states["permissions"] >= {State.CURRENT, State.EXPIRED, State.TURNED_DOWN}
    assert states["notices"] == {State.WAITING, State.DECIDED}


def test_a_question_was_answered_and_is_published_without_names(demo: Path) -> None:
    candour = open_candour(demo)
    texts = [each.text for each in published(candour.school, candour.machine.documents)]
    assert len(texts) > 1
    assert all(texts)


def test_the_board_was_given_a_report_which_the_chair_can_read_again(demo: Path, card: DemoCard) -> None:
    person = next(each for each in card.people if "chair" in each.roles)
    session = open_candour(demo).sign_in(person.id, person.passphrase)
    try:
        (report,) = issued_reports(session)
        assert report_content(session, report).startswith(b"%PDF")
    finally:
        session.close()


def test_something_waits_for_the_chair_to_sign(seen: Seen) -> None:
    data = load_demo()
    assert seen.to_sign[data.person("martin-oyelaran").id] == 1
    assert seen.to_sign[data.person("helen-marsh").id] == 0


# Looking back: a page changes only on days on which something was recorded; the days between two of those are one page


@pytest.fixture
def head(demo: Path, card: DemoCard) -> Iterator[Session]:
    """The head's session, with everything taken in."""
    person = next(each for each in card.people if "head" in each.roles)
    session = open_candour(demo).sign_in(person.id, person.passphrase)
    session.sync()
    yield session
    session.close()


def busiest(session: Session, *, all_of_them: bool) -> list[PersonId]:
    """The people with most on record."""
    found = sorted(read_people(session).shown(), key=lambda each: -each.total)
    return [each.person.person_id for each in (found if all_of_them else found[:BUSIEST])]


def turning_days(session: Session, person: PersonId) -> list[date]:
    """The days on which somebody's page may have changed, each with the one before it."""
    entries = [entry for case_id in session.about(person) for entry in session.case(case_id).entries]
    days = {entry.at.date() for entry in entries}
    return sorted({day + A_DAY * step for day in days for step in (-1, 0, 1)})


def days_on(page: PersonPage) -> set[date]:
    """Every day on which something on a page was recorded or decided."""
    return {item.recorded for item in page.items} | {item.decided for item in page.items if item.decided}


def test_nothing_is_known_before_it_was_recorded(head: Session, pytestconfig: pytest.Config) -> None:
    for person in busiest(head, all_of_them=bool(pytestconfig.getoption("--long"))):
        before: set[str] = set()
        for day in turning_days(head, person):
            page = read_page(head, person, day)
            known = {item.case_id for item in page.items}
            assert max(days_on(page), default=day) <= day
            assert before <= known
            before = known


def test_something_is_due_something_is_kept_and_something_was_destroyed(head: Session) -> None:
    found = {record.standing for record in read_kept(head)}
    assert found >= {Standing.DUE, Standing.HELD, Standing.DESTROYED}


def test_before_the_first_report_nothing_is_known(head: Session) -> None:
    for person in busiest(head, all_of_them=False):
        first = min(item.recorded for item in read_page(head, person).items)
        assert read_page(head, person, first - A_DAY).items == ()


def test_nothing_in_it_is_taken_for_a_newer_candour_s(head: Session) -> None:
    assert [case for case in head.entries.cases() if head.case(case).newer] == []


def test_today_looked_back_at_is_today(head: Session) -> None:
    (person, *_) = busiest(head, all_of_them=False)
    today = head.machine.today()
    assert read_page(head, person, today) == read_page(head, person)


def test_an_old_record_shows_the_words_of_its_day_and_that_they_were_changed(head: Session) -> None:
    row = min((row for row in map(head.row, head.entries.cases()) if row.form == "gift"), key=lambda row: row.filed_at)
    [found] = wording(head.machine, of_form(head.meaning.forms["gift"]), head.case(row.case_id).report).clauses
    assert (found.shown.edition, found.is_reworded) == ("First edition", True)


def test_a_word_of_the_schools_own_rests_on_a_clause_of_its_code(head: Session) -> None:
    own = Citation(words="", key="categories/own_1")
    [found] = wording(head.machine, (own,)).clauses
    assert found.shown.clause.label == "5.1"
