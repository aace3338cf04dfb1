# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a school chose about patterns, and what is worked out once a term."""

from datetime import date

import pytest

from desktop.changing.setting import change_settings
from desktop.faults import DeskFault
from desktop.patterns.choosing import FEWEST, begin_work, cuts_of, is_due, keep, parameters_of, term_of
from desktop.patterns.parameters import Dial, load_parameters
from desktop.patterns.reading import read_register
from desktop.patterns.signs import Kind
from desktop.people import PatternNumbers, Settings
from storage.errors import KnownError
from tests.desktop.desks import Desks
from tests.desktop.patterns.looking import three_reports


def test_a_schools_own_numbers_stand_in_for_the_shipped_ones_of_that_kind() -> None:
    own = PatternNumbers(kind="repeat_person", longest_days=365, minimum=4)
    kinds = parameters_of(Settings(pattern_numbers=(own,))).kinds
    assert (kinds[Kind.REPEAT_PERSON].longest_days, kinds[Kind.REPEAT_PERSON].minimum) == (365, 4)
    assert kinds[Kind.ESCALATION] == load_parameters().kinds[Kind.ESCALATION]


def test_numbers_of_a_kind_that_is_not_known_here_change_nothing() -> None:
    other = PatternNumbers(kind="of_a_later_candour", longest_days=365, minimum=4)
    assert parameters_of(Settings(pattern_numbers=(other,))) == load_parameters()


@pytest.mark.parametrize(
    "wrong",
    [
        {"pattern_dial": "loud"},
        {"pattern_numbers": [{"kind": "escalation", "longest_days": 2, "minimum": 3}]},
        {"pattern_numbers": [{"kind": "escalation", "longest_days": 200, "minimum": 1}]},
    ],
)
def test_numbers_that_mean_nothing_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(KnownError) as caught:
        change_settings(wrong)
    assert caught.value.code is DeskFault.SETTING_REFUSED


def test_chances_are_worked_out_once_a_term(desks: Desks) -> None:
    three_reports(desks)
    session = desks.of(desks.school.dsl)
    assert is_due(session, FEWEST)
    work = begin_work(session, read_register(session), matters=1)
    while not work.is_done:
        work.step()
    keep(session, work)
    assert not is_due(session, FEWEST)
    assert cuts_of(session).calibration is not None
    desks.hands.forward(days=120)
    assert is_due(session, FEWEST)
    assert cuts_of(session).calibration is None


def test_a_few_reports_say_nothing_about_what_is_usual(desks: Desks) -> None:
    assert not is_due(desks.of(desks.school.dsl), FEWEST - 1)


def test_another_dial_than_the_schools_may_be_asked_for(desks: Desks) -> None:
    session = desks.of(desks.school.dsl)
    assert (cuts_of(session).dial, cuts_of(session, Dial.QUIET).dial) == (Dial.STANDARD, Dial.QUIET)


@pytest.mark.parametrize(("day", "term"), [(date(2026, 3, 1), "2026-01"), (date(2026, 8, 31), "2026-05")])
def test_a_year_has_three_terms(day: date, term: str) -> None:
    assert term_of(day) == term
