# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A history is replayed as it stood: each day with what was known and judged on that day."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.patterns.cuts import Cuts
from desktop.patterns.engine import Shown, play, play_as_judged
from desktop.patterns.forking import fork
from desktop.patterns.judged import History, JudgedReplay, Standing
from desktop.patterns.parameters import load_parameters
from desktop.patterns.register import ConcernRecord, Record, Register
from desktop.patterns.replaying import Replay
from tests.desktop.patterns.registers import LAST, concern, register, staff

CUTS = Cuts(parameters=load_parameters())
A_DAY = timedelta(days=1)
MARCH = date(2025, 3, 3)
PATTERN = tuple(concern(f"P{number}", MARCH + timedelta(days=9 * number), 1, 40 + number) for number in range(5))


def history(*cases: Sequence[Standing]) -> History:
    """These cases, beside the background, which was never judged otherwise."""
    known = tuple((as_told(each),) for each in register().concerns)
    return History(cases=(*known, *map(tuple, cases)), staff=staff())


def as_told(record: Record) -> Standing:
    return Standing(record.recorded_at.date(), (record,))


def judged(record: ConcernRecord, on: date, **otherwise: object) -> tuple[Standing, ...]:
    """A record as it was told, and as what it counted from another day on."""
    return as_told(record), Standing(on, (replace(record, **otherwise),))


def played(known: History, as_of: date = LAST) -> tuple[Shown, ...]:
    return play_as_judged(known, as_of, CUTS).shown


def as_it_stood(known: History, on: date) -> Register:
    """What counted at the end of a day."""
    standing = [[each for each in case if each.since <= on][-1:] for case in known.cases]
    records = [record for (last,) in filter(None, standing) for record in last.records]
    return Register(concerns=tuple(r for r in records if isinstance(r, ConcernRecord)), staff=known.staff)


CHANGES = st.fixed_dictionaries(
    {},
    optional={"counts": st.booleans(), "severity": st.integers(1, 4), "category": st.sampled_from(("One", "Two"))},
)


@st.composite
def standings(draw: st.DrawFn, number: int) -> tuple[Standing, ...]:
    """A record of spring 2025 that is told and judged otherwise up to three times."""
    day = MARCH + timedelta(days=draw(st.integers(0, 70)))
    record = concern(f"P{number}", day, draw(st.integers(1, 2)), 40 + draw(st.integers(0, 4)))
    known_on, found = day + timedelta(days=draw(st.integers(-2, 9))), []
    for otherwise in ({}, *draw(st.lists(CHANGES, max_size=3))):
        record = replace(record, **otherwise)
        found.append(Standing(known_on, (record,)))
        known_on += timedelta(days=draw(st.integers(1, 90)))
    return tuple(found)


@settings(max_examples=10, deadline=None)
@given(st.tuples(*map(standings, range(12))), st.integers(0, 150))
def test_on_any_day_it_stands_as_a_look_at_what_counted_then_finds_it(
    cases: tuple[tuple[Standing, ...], ...], days: int
) -> None:
    known, on = history(*cases), MARCH + timedelta(days=days)
    run = JudgedReplay(known, on, CUTS)
    list(run.prompts())
    assert run.course.newest == {prompt.card: prompt for prompt in Replay(as_it_stood(known, on), on, CUTS).prompts()}


def test_where_nothing_was_judged_it_is_the_replay_of_the_register() -> None:
    told = history(*((as_told(each),) for each in PATTERN))
    assert played(told) == play(register(*PATTERN), LAST, CUTS).shown


def test_what_came_up_before_a_record_was_withdrawn_is_replayed_as_it_stood() -> None:
    first = played(history(*((as_told(each),) for each in PATTERN)))
    withdrawn = judged(PATTERN[1], MARCH + timedelta(weeks=10), counts=False)
    others = ((as_told(each),) for each in PATTERN if each is not PATTERN[1])
    assert played(history(withdrawn, *others)) == first


def test_a_record_that_was_withdrawn_in_between_does_not_count_for_what_came_later() -> None:
    last = PATTERN[-1].reported_at.date()
    withdrawn = (judged(each, last - A_DAY, counts=False) for each in PATTERN[:-1])
    shown = played(history(*withdrawn, (as_told(PATTERN[-1]),)))
    assert shown
    assert all(each.first_flagged_on < last - A_DAY for each in shown)


def test_what_a_later_judgement_brings_up_came_up_on_the_day_of_that_judgement() -> None:
    graver = MARCH + timedelta(days=60)
    rising = [judged(each, graver, severity=1 + number) for number, each in enumerate(PATTERN[:4])]
    shown = [each for each in played(history(*rising)) if "escalation" in each.pattern_type]
    assert [each.first_flagged_on for each in shown] == [graver]


def test_what_was_judged_later_is_not_known_on_an_earlier_day() -> None:
    on = MARCH + timedelta(weeks=10)
    withdrawn = [judged(each, on, counts=False) for each in PATTERN]
    plain = history(*((as_told(each),) for each in PATTERN))
    assert played(history(*withdrawn), on - A_DAY) == played(plain, on - A_DAY)


def test_a_record_of_an_old_log_counts_from_its_own_day() -> None:
    brought_in = history(*((Standing(date.min, (each,)),) for each in PATTERN))
    assert played(brought_in) == played(history(*((as_told(each),) for each in PATTERN)))


def test_a_september_is_calibrated_once_by_what_was_known_then() -> None:
    asked = []
    later = [judged(each, date(2025, 9, 10) + timedelta(days=at), counts=False) for at, each in enumerate(PATTERN)]
    run = JudgedReplay(history(*later), date(2025, 10, 1), CUTS)

    def calibrated(_ground: object, day: int) -> object:
        asked.append(day)
        return None

    assert list(run.prompts(calibrated))  # type: ignore[arg-type]  # no calibration: the shipped figures
    assert asked == [date(2025, 9, 1).toordinal()]


def test_a_copy_that_goes_on_changes_nothing_of_what_it_was_copied_from() -> None:
    everything = register(*PATTERN)
    run, day = Replay(everything, PATTERN[1].reported_at.date(), CUTS), PATTERN[2].reported_at.date()
    list(run.prompts())
    plain = fork(run, run.last)
    gone_on = fork(run, run.last).go_on(day, PATTERN[2:3])
    assert gone_on
    assert (plain.go_on(day, PATTERN[2:3]), run.go_on(day, PATTERN[2:3])) == (gone_on, gone_on)
