# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Another school's files, an old directory replayed, and clocks that are wrong by minutes to decades.

Nothing foreign is believed, no role comes back, nothing is lost to a date (security.md 3.2, 4.5, 4.6, T16).
"""

import dataclasses
import functools
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.founding import enrolment_code, join_school, publish
from desktop.services import Candour, open_candour
from storage import entries, ingest, spool
from storage.charter import RevokeData
from storage.compose import Audience, Composed, Content, compose_member, compose_walk_up
from storage.directory import DirectoryState, extend, found
from storage.directory_store import DirectoryStore, Merged, fetch
from storage.entries import ChainPosition
from storage.errors import KnownError
from storage.exchange import Exchange, lay_out
from storage.ingest import Reason, set_aside
from storage.judge import Flag
from storage.outbox import deliver
from storage.verify import Addressee, VerifiedEntry, verify
from tests.desktop.desks import KeyRing
from tests.faults.driving import Told
from tests.faults.ground import READERS, Before, Ground, aftermath, copied, errand_named, violations
from tests.faults.tally import Tally
from tests.faults.workshop import Workshop
from tests.school import NOW, Hands, SmallSchool, found_small_school

NOTHING = Told((), "", "", 0, 0)


# Another school


@pytest.fixture(scope="module")
def other_founded(tmp_path_factory: pytest.TempPathFactory) -> SmallSchool:
    """Another school, with people of the same ids and names."""
    return found_small_school(tmp_path_factory.mktemp("other") / "home")


@pytest.fixture
def other(other_founded: SmallSchool, tmp_path: Path) -> Ground:
    """A copy of it in which reports were filed and read."""
    ground = copied(other_founded, KeyRing(other_founded), tmp_path / "other")
    ground.file("ta")
    ground.school.open().file_walk_up("concern", ground.concern())
    ground.sync(*READERS)
    return ground


def test_what_another_school_exchanges_changes_nothing(workshop: Workshop, tally: Tally, other: Ground) -> None:
    ground = workshop.fresh()
    before = Before.of(ground)
    state = ground.school.open().machine.state
    for file in (each for each in other.school.exchange.rglob("*") if each.is_file()):
        tally.counted["tried"] += 1
        shutil.copy(file, ground.school.exchange / file.relative_to(other.school.exchange))
    tally.found(violations(ground, before, errand_named("a member files")))
    tally.found(f"accepted: {eid}" for name in READERS for eid in ground.held(name).keys() - before.held[name].keys())
    tally.settle()
    with ground.session("dsl") as session:
        assert session.sync().alarms == ()
        assert session.machine.state == state


def foreign(ground: Ground, other: Ground, *, school: str) -> list[Composed]:
    """What people of another school can seal to our readers, under this school's name."""
    with ground.session("ta") as session:
        state = session.machine.state
        keys = tuple(key for name in READERS for key in state.active_keys(ground.member(name).person_id))
        exchange = session.machine.exchange
    content = Content(
        kind="report",
        data={"form": "concern", "form_version": 1, "answers": ground.concern()},
        rule="R1",
        at=NOW,
        directory=(state.n, state.head),
    )
    audience = Audience(keys, state.slots)
    with other.session("ta") as session:
        by_member = compose_member(content, audience, school, session.vault.keys, ChainPosition("ab" * 16, 1, None))
    made = [by_member, compose_walk_up(content, audience, school, None)]
    for each in made:
        deliver(exchange, each.envelope)
    ground.sync(*READERS)
    return made


def test_what_another_school_seals_to_our_readers_is_set_aside(workshop: Workshop, tally: Tally, other: Ground) -> None:
    ground = workshop.fresh()
    made = foreign(ground, other, school=other.school.open().machine.state.school)
    for name in READERS:
        held = ground.held(name)
        tally.add(name, [f"accepted: {each.entry.eid}" for each in made if each.entry.eid in held])
        with ground.session(name) as session:
            assert [reason for _, reason, _ in set_aside(session.vault)] == [Reason.OTHER_SCHOOL] * 2
    tally.settle()


def test_a_build_that_does_not_ask_for_the_school_is_noticed(
    workshop: Workshop, other: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = other.school.open().machine.state.school

    def gullible(frame: bytes, me: Addressee) -> VerifiedEntry:
        try:
            return verify(frame, me)
        except KnownError:
            return verify(frame, dataclasses.replace(me, school=elsewhere))

    for module in (ingest, entries):
        monkeypatch.setattr(module, "verify", gullible)
    ground = workshop.fresh()
    made = foreign(ground, other, school=elsewhere)
    assert made[0].entry.eid in ground.held("dsl")


def test_a_stranger_who_claims_to_be_of_our_school_is_shown_as_one(workshop: Workshop, other: Ground) -> None:
    ground = workshop.fresh()
    by_member, _ = foreign(ground, other, school=ground.school.open().machine.state.school)
    with ground.session("dsl") as session:
        (stored,) = session.entries.of_case(by_member.entry.eid)
        assert Flag.UNKNOWN_AUTHOR.value in stored.flags
        assert session.machine.person_of(stored.entry.author_kid) is None


# A directory replayed


def revoke_the_teacher(ground: Ground) -> tuple[Path, str]:
    """Revoke the teacher's key. Returns a copy of the directory as it was before, and the key."""
    candour = ground.school.open()
    folder = ground.school.exchange / "directory"
    before = shutil.copytree(folder, ground.school.home / "directory-before")
    (key,) = candour.machine.state.active_keys(ground.school.teacher.person_id)
    kid = next(kid for kid, record in candour.machine.state.keys.items() if record.fact == key)
    signers = []
    for name in ("head", "chair"):
        with ground.session(name) as session:
            signers.append(session.vault.keys.signing)
    publish(candour.machine, "revoke", RevokeData(kid=kid), signers)
    return before, kid


def replay(ground: Ground, before: Path) -> None:
    """Whoever runs the share puts the old directory back."""
    folder = ground.school.exchange / "directory"
    shutil.rmtree(folder)
    shutil.copytree(before, folder)


def given_back(ground: Ground, name: str, before: Path, kid: str) -> list[str]:
    """Have somebody look at the exchange with the old directory in it, and name what is then wrong."""
    replay(ground, before)
    with ground.session(name) as session:
        session.sync()
        trusted = session.machine.state.keys[kid].revoked is None
    there = {file.name for file in (ground.school.exchange / "directory").iterdir()}
    mine = {file.name for file in (ground.school.home / "directory").iterdir()}
    return [*(["accepted: the old directory"] if trusted else []), *(f"lost: {each}" for each in mine - there)]


def test_a_replayed_directory_gives_nobody_back_what_was_taken(workshop: Workshop, tally: Tally) -> None:
    ground = workshop.fresh()
    before, kid = revoke_the_teacher(ground)
    for name in ("ta", *READERS):
        tally.add(name, given_back(ground, name, before, kid))
    tally.settle()


def test_a_build_that_believes_the_share_is_noticed(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def as_the_share_has_it(_store: DirectoryStore, state: DirectoryState, exchange: Exchange) -> Merged:
        first, *others = fetch(exchange, state.school, (1, ""))
        return Merged(functools.reduce(extend, others, found(first)), 0, 0, (), is_behind=False)

    ground = workshop.fresh()
    before, kid = revoke_the_teacher(ground)
    monkeypatch.setattr(DirectoryStore, "merge", as_the_share_has_it)
    assert given_back(ground, "dsl", before, kid) == ["accepted: the old directory"]


def joined(home: Path, exchange: Path, code: str) -> Candour:
    candour = open_candour(home, Hands())
    join_school(candour, exchange, code)
    return candour


def test_a_new_computer_with_a_code_is_not_given_the_old_directory(workshop: Workshop, tmp_path: Path) -> None:
    ground = workshop.fresh()
    before, _ = revoke_the_teacher(ground)
    code = enrolment_code(ground.school.open().machine)
    replay(ground, before)
    with pytest.raises(KnownError):
        joined(tmp_path / "new", ground.school.exchange, code)


def test_only_the_code_keeps_it_from_being_given(workshop: Workshop, tmp_path: Path) -> None:
    ground = workshop.fresh()
    code = enrolment_code(ground.school.open().machine)
    before, kid = revoke_the_teacher(ground)
    replay(ground, before)
    assert joined(tmp_path / "new", ground.school.exchange, code).machine.state.keys[kid].revoked is None


# A wrong clock

SKEWS = (
    *(timedelta(minutes=minutes) for minutes in (-60, -11, -9, 9, 11, 60)),
    *(timedelta(days=days) for days in (-3653, -366, -31, -8, -1, 1, 8, 31, 366, 3653)),
)


def wrong(skew: timedelta) -> Hands:
    return Hands(NOW + skew)


@pytest.mark.parametrize("skew", SKEWS, ids=str)
def test_a_wrong_clock_of_a_sender_is_shown_and_loses_nothing(
    workshop: Workshop, tally: Tally, skew: timedelta
) -> None:
    ground, errand = workshop.fresh(), errand_named("a member files")
    before = Before.of(ground)
    case = ground.file("ta", wrong(skew))
    ground.sync("ta", clock=wrong(skew))
    tally.add(skew, aftermath(ground, before, errand, Told((case,), "", "", 0, 0)))
    tally.settle()
    with ground.session("dsl") as session:
        (flags,) = (stored.flags for stored in session.entries.of_case(case) if stored.entry.eid == case)
    assert (Flag.CLOCK_AHEAD.value in flags) == (skew > timedelta(minutes=10))
    assert (Flag.CLOCK_OLD.value in flags) == (skew < timedelta(days=-7))


@pytest.mark.parametrize("skew", SKEWS[::3], ids=str)
def test_a_wrong_clock_of_a_reader_loses_nothing(workshop: Workshop, tally: Tally, skew: timedelta) -> None:
    ground, errand = workshop.fresh(), errand_named("a member files")
    before = Before.of(ground)
    case = ground.file("ta")
    ground.sync(*READERS, clock=wrong(skew))
    tally.add(skew, aftermath(ground, before, errand, Told((case,), "", "", 0, 0)))
    tally.settle()


def lost_to_time(ground: Ground, skew: timedelta) -> list[str]:
    """A walk-up's report, a clock that runs away with nobody reading, and an exchange that loses everything."""
    before, errand = Before.of(ground), errand_named("a walk-up files")
    case = ground.school.open().file_walk_up("concern", ground.concern()).case_id
    ground.sync("ta", "ta", clock=wrong(skew))
    shutil.rmtree(ground.school.exchange)
    lay_out(ground.school.exchange)
    ground.sync("ta", clock=wrong(skew))
    return aftermath(ground, before, errand, Told((case,), "", "", 0, 0))


@pytest.mark.parametrize("skew", [timedelta(days=3653), timedelta(days=-3653)], ids=str)
def test_no_clock_lets_go_of_what_nobody_has_received(workshop: Workshop, tally: Tally, skew: timedelta) -> None:
    tally.add(skew, lost_to_time(workshop.fresh(), skew))
    tally.settle()


def test_a_build_that_lets_go_by_the_calendar_is_noticed(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def by_the_calendar(sidecar: spool._Sidecar, today: date) -> bool:
        return date.fromisoformat(sidecar.day) + timedelta(days=30) <= today

    monkeypatch.setattr(spool, "_is_done", by_the_calendar)
    assert any(each.startswith("lost") for each in lost_to_time(workshop.fresh(), timedelta(days=31)))
