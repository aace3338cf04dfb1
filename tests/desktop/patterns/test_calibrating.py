# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The stated chance is true where nothing goes on: on the school's own background, and on invented empty schools."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import exp, factorial
from random import Random

import pytest
from msgspec.structs import replace

from desktop.patterns.arrivals import Arrival
from desktop.patterns.background import habits_of
from desktop.patterns.calibrating import A_STEP, DAYS_AS_ONE, Effort, Showings, begin, calibrate, calibrate_by, play
from desktop.patterns.cuts import Calibration, Curve, Cuts, shipped_curve
from desktop.patterns.engine import Wish
from desktop.patterns.engine import play as look_through
from desktop.patterns.ground import Ground
from desktop.patterns.looking import Looker
from desktop.patterns.parameters import Dial, load_parameters
from desktop.patterns.replaying import Replay
from desktop.patterns.signs import Kind, Sign
from tests.desktop.patterns.registers import LAST, register
from tests.patterns_yardstick.inventing import Invented, invent
from tests.patterns_yardstick.judging import Finding, findings_of, stated_against_true

PARAMETERS = load_parameters()
CUTS = Cuts(parameters=PARAMETERS)
DAY = LAST.toordinal()
MOST_OF_A_DAY = 12
"""More records than this school has on any day."""


@pytest.fixture(scope="module")
def ground() -> Ground:
    """A year of a school of seventy-two, in which nobody is named twice."""
    run = Replay(register(), LAST, CUTS)
    assert not list(run.prompts())
    return run.looker.ground


@pytest.fixture(scope="module")
def calibrated(ground: Ground) -> Calibration:
    """What a short calibration says of it."""
    return calibrate_by(ground, DAY, Effort(seed=1, matters=1200))


def test_the_same_seed_gives_the_same_calibration(ground: Ground, calibrated: Calibration) -> None:
    assert calibrate_by(ground, DAY, Effort(seed=1, matters=1200)) == calibrated


def test_progress_is_told_to_its_end(ground: Ground) -> None:
    told: list[tuple[int, int]] = []
    calibrate_by(ground, DAY, Effort(seed=1, matters=50, progress=lambda done, whole: told.append((done, whole))))
    assert told[-1] == (50, 50)


def test_a_step_is_a_few_days_and_records_whatever_there_is_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others get their turn between steps: while the register is read as while histories are played."""
    done = Counter[str]()
    take, close = Looker.take, Looker.close

    def counted_take(looker: Looker, arrival: Arrival) -> Iterator[Sign]:
        done["records"] += 1
        return take(looker, arrival)

    def counted_close(looker: Looker, day: int) -> Iterator[Sign]:
        done["days"] += 1
        return close(looker, day)

    monkeypatch.setattr(Looker, "take", counted_take)
    monkeypatch.setattr(Looker, "close", counted_close)
    run = begin(register(), LAST, PARAMETERS, Effort(seed=1, matters=200))
    assert not done
    while not run.is_done:
        before = done.copy()
        run.step()
        step = done - before
        assert step["days"] <= A_STEP * DAYS_AS_ONE
        assert step["records"] <= A_STEP + MOST_OF_A_DAY
    assert done["days"] > 4 * 365
    assert done["records"] > 200


def test_in_steps_it_finds_what_it_finds_at_once(ground: Ground) -> None:
    run = begin(register(), LAST, PARAMETERS, Effort(seed=1, matters=200))
    while not run.is_done:
        run.step()
    assert run.found() == calibrate_by(ground, DAY, Effort(seed=1, matters=200))


def test_a_less_surprising_sign_never_has_a_smaller_chance(calibrated: Calibration) -> None:
    assert all(first <= second for curve in calibrated.curves.values() for first, second in pairwise(curve.true))


def test_without_a_staff_list_the_shipped_figures_stay() -> None:
    alone = replace(register(), staff=())
    curve = calibrate(alone, LAST, PARAMETERS, Effort(seed=1)).curves[Kind.REPEAT_PERSON]
    assert curve.at(0.1) == pytest.approx(shipped_curve(PARAMETERS, Kind.REPEAT_PERSON).at(0.1), rel=0.05)


def test_a_curve_is_straight_between_its_points_and_beyond_them() -> None:
    curve = Curve((0.01, 1.0), (0.001, 0.1))
    assert [curve.at(chance) for chance in (0.0001, 0.1, 10)] == pytest.approx([0.00001, 0.01, 1.0])


def test_a_larger_school_and_a_more_sensitive_dial_bear_more() -> None:
    small, large = (CUTS.cut(Kind.SILENCE, staff) for staff in (45, 180))
    assert small < large < replace(CUTS, dial=Dial.SENSITIVE).cut(Kind.SILENCE, 180)


def test_on_its_own_background_each_kind_comes_up_as_often_as_stated(ground: Ground, calibrated: Calibration) -> None:
    habits = habits_of(ground, "", DAY)
    assert habits
    chance = Random(99)  # noqa: S311 - invented matters, no secret
    again, histories = Showings(), 24
    for _ in range(histories):
        again.add((sign for signs, _many in play(habits, PARAMETERS, chance) for sign in signs), {})
    everything = sum(counts[6] for counts in again.counts.values()) / (12 * histories)
    stated = sum(curve.at(1.0) for curve in calibrated.curves.values())
    assert stated / 2 < everything < stated * 2


@pytest.mark.long
@pytest.mark.parametrize(("size", "seeds"), [("primary", 24), ("secondary", 8)])
def test_on_empty_schools_each_kind_comes_up_as_often_as_stated(size: str, seeds: int) -> None:
    empty = [invent(size, seed, planted=False) for seed in range(900, 900 + seeds)]
    found = {kind: (many, said * many / true) for kind, many, said, true in stated_against_true(map(_judged, empty))}
    told = {kind: each for kind, each in found.items() if each[0] > 2}
    assert told
    assert {kind: each for kind, each in told.items() if not _within_a_factor_of_two(*each)} == {}


def _within_a_factor_of_two(many: int, stated: float) -> bool:
    """Whether so many prompts, where so many were stated, can still be chance at half or at twice as many."""
    seldom = 0.01
    return _at_least(many, 2 * stated) > seldom and 1 - _at_least(many + 1, stated / 2) > seldom


def _at_least(many: int, usual: float) -> float:
    """P(N >= many) of a Poisson distribution."""
    return 1 - sum(exp(-usual) * usual**each / factorial(each) for each in range(many))


def test_thrice_as_many_as_stated_is_told_apart_from_chance_and_once_and_a_half_is_not() -> None:
    judged = [_within_a_factor_of_two(many, 30.0) for many in (5, 30, 45, 90)]
    assert judged == [False, True, True, False]


def _judged(school: Invented) -> tuple[Invented, list[Finding]]:
    last = max(record.reported_at for record in school.register.concerns).date()
    seen = look_through(school.register, last, CUTS, Wish(effort=Effort(seed=5, matters=3000)))
    return school, findings_of(each.prompt for each in seen.shown)
