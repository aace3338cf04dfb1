# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What must hold of every look, whatever is found."""

import random
from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.patterns.cuts import Cuts
from desktop.patterns.engine import Wish, play
from desktop.patterns.parameters import load_parameters, with_numbers
from desktop.patterns.register import Register
from desktop.patterns.replaying import Replay
from desktop.patterns.signs import Kind
from tests.desktop.patterns.registers import FIRST, LAST, background, concern, register, shown

CUTS = Cuts(parameters=load_parameters())
DAYS = st.integers(0, 300).map(lambda number: FIRST + timedelta(days=number))
PATTERN = tuple(
    concern(f"P{number}", date(2025, 3, 3) + timedelta(days=9 * number), 1, 40 + number) for number in range(5)
)


def test_five_voices_in_six_weeks_about_one_person_are_shown() -> None:
    (first, *_more) = shown(register(*PATTERN))
    assert first.subjects == ("S001",)
    assert set(first.pattern_type) >= {"repeat_person", "independent_reporters"}


def test_the_background_alone_shows_nothing() -> None:
    assert shown(register()) == ()


def test_no_record_is_named_before_its_day() -> None:
    days = {each.reference: each.reported_at.date() for each in register(*PATTERN).concerns}
    assert all(days[record] <= each.first_flagged_on for each in shown(register(*PATTERN)) for record in each.records)


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_in_which_records_are_handed_in_never_matters(chance: random.Random) -> None:
    concerns = list(register(*PATTERN).concerns)
    chance.shuffle(concerns)
    assert shown(replace(register(), concerns=tuple(concerns))) == shown(register(*PATTERN))


@settings(max_examples=5, deadline=None)
@given(DAYS)
def test_no_later_record_counts(day: date) -> None:
    everything = register(*PATTERN)
    known = replace(everything, concerns=tuple(each for each in everything.concerns if each.reported_at.date() <= day))
    assert shown(known, day) == tuple(each for each in shown(everything) if each.first_flagged_on <= day)


@settings(max_examples=5, deadline=None)
@given(DAYS, st.integers(0, 71))
def test_what_does_not_count_never_matters(day: date, about: int) -> None:
    withdrawn = concern("W1", day, about, 60, counts=False, severity=4)
    assert shown(register(*PATTERN, withdrawn)) == shown(register(*PATTERN))


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 4))
def test_a_record_that_a_reader_may_not_see_leaves_no_trace(hidden: int) -> None:
    seen = tuple(each for each in PATTERN if each is not PATTERN[hidden])
    text = repr(shown(register(*seen)))
    assert PATTERN[hidden].reference not in text


def test_going_on_record_by_record_shows_what_a_replay_shows() -> None:
    everything = register(*PATTERN)
    run = Replay(everything, PATTERN[0].reported_at.date(), CUTS)
    shown_then = list(run.prompts())
    every = sorted(everything.concerns, key=lambda each: each.reported_at)
    later = [each for each in every if each.reported_at > PATTERN[0].reported_at]
    for each in later:
        shown_then.extend(run.go_on(each.reported_at.date(), [each]))
    assert shown_then == list(Replay(everything, later[-1].reported_at.date(), CUTS).prompts())


def test_what_was_looked_at_comes_again_with_the_next_record() -> None:
    (first, *_more) = shown(register(*PATTERN))
    answered = {first.prompt.card: first.first_flagged_on}
    again = play(register(*PATTERN), LAST, CUTS, Wish(looked_at=answered)).shown
    assert again[1].prompt.shown_before == first.first_flagged_on
    assert len(again[1].prompt.new) == 1


def test_a_schools_own_numbers_are_kept_to() -> None:
    own = Cuts(parameters=with_numbers(load_parameters(), {Kind.REPEAT_PERSON: (540, 9)}))
    seen = play(register(*PATTERN), LAST, own).shown
    assert seen
    assert all("repeat_person" not in each.pattern_type for each in seen)


def test_one_incident_told_by_four_people_is_one_matter() -> None:
    told = [concern(f"P{number}", date(2025, 3, 3), 1, 40 + number) for number in range(4)]
    assert shown(register(*told)) == ()


def test_a_card_comes_again_only_when_something_new_is_far_more_surprising() -> None:
    days = [each.first_flagged_on for each in shown(register(*PATTERN))]
    assert len(days) == len(set(days)) < len(PATTERN)


def test_somebody_not_listed_is_still_one_person() -> None:
    told = [replace(each, subject="Zebedee Okafor-Quill") for each in PATTERN]
    (first, *_more) = shown(register(*told))
    assert first.names == ("Zebedee Okafor-Quill",)


def test_a_name_that_could_be_several_people_is_asked_not_guessed() -> None:
    told = [replace(each, subject="Abbot") for each in PATTERN]
    assert shown(register(*told)) == ()


def test_an_empty_register_shows_nothing() -> None:
    assert shown(Register(), LAST) == ()


def test_records_without_a_staff_list_can_be_looked_at() -> None:
    alone = replace(register(*PATTERN), staff=())
    assert isinstance(shown(alone), tuple)


def test_an_hour_at_midnight_is_no_hour() -> None:
    told = [concern(f"M{number}", date(2025, 3, 3), 1 + number, 40, occurred_time=time()) for number in range(6)]
    assert not any("time_cluster" in each.pattern_type for each in shown(register(*told)))


def test_the_background_is_what_it_says() -> None:
    assert len({each.subject for each in background()}) == len(background())
