# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is said beside a prompt about a person: who told, whether everybody told more, and what would make it go."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from desktop.patterns.cuts import Cuts
from desktop.patterns.engine import Shown, look
from desktop.patterns.parameters import load_parameters
from desktop.patterns.register import ConcernRecord
from desktop.patterns.signs import About
from tests.desktop.patterns.registers import LAST, concern, name, register

MARCH = date(2025, 3, 3)


def about_one(*told_by: int) -> list[ConcernRecord]:
    """Concerns about one person in one place, a week apart, told by these."""
    days = [MARCH + timedelta(days=7 * at) for at in range(len(told_by))]
    return [concern(f"P{at}", day, 1, by) for at, (day, by) in enumerate(zip(days, told_by, strict=True))]


def person(*concerns: ConcernRecord, as_of: date = LAST) -> Shown:
    """The card about the first person."""
    seen = look(register(*concerns), as_of, Cuts(parameters=load_parameters()))
    (shown,) = [each for each in seen.shown if each.names == (name(1),)]
    return shown


@pytest.mark.parametrize(
    ("told_by", "said"),
    [
        ((40, 41, 42, 43), "Told by four people, none of whom told most of it."),
        ((40, 40, 40, 43), "Told by two people, one of whom told of three of the four."),
        ((40, 40, 40, 40), "All four were told by one person."),
    ],
)
def test_it_says_how_many_told_and_whether_one_told_of_most(told_by: tuple[int, ...], said: str) -> None:
    assert said in person(*about_one(*told_by)).notes


def test_it_goes_without_its_newest_record() -> None:
    concerns = about_one(40, 41, 42)
    shown = person(*concerns)
    last = next(each for each in concerns if each.reported_at.date() == shown.first_flagged_on)
    day = shown.first_flagged_on
    assert f"It goes if its newest record, of {day.day} {day:%B %Y}," in shown.notes[-1]
    without = [replace(each, counts=each is not last) for each in concerns]
    seen = look(register(*without), day, Cuts(parameters=load_parameters()))
    assert [each for each in seen.shown if "P0" in each.records] == []


def test_it_says_when_more_was_told_about_everybody() -> None:
    days = [MARCH + timedelta(days=at // 2) for at in range(24)]
    surge = [concern(f"E{at}", day, 5 + at, 45 + at % 20) for at, day in enumerate(days)]
    shown = person(*about_one(40, 40, 40, 40), *surge)
    assert [note for note in shown.notes if note.startswith("More was told about everybody then:")]
    assert not [note for note in person(*about_one(40, 40, 40, 40)).notes if note.startswith("More was told")]


PROLIFIC = tuple(concern(f"V{at}", MARCH + timedelta(days=3 * at), 10 + at, 60) for at in range(9))


def test_it_says_when_somebody_who_reports_a_great_deal_told_of_it_without_naming_them() -> None:
    shown = person(*about_one(60, 41, 60, 42, 43, 44, 45, 46), *PROLIFIC)
    (note,) = [each for each in shown.notes if "reports a great deal" in each]
    assert note == (
        "Somebody who reports a great deal at present told of one of the seven. What only they told weighs half."
    )
    assert name(60) not in " ".join(shown.notes)


def test_a_card_that_is_not_about_a_person_concerned_has_none() -> None:
    seen = look(register(*PROLIFIC), LAST, Cuts(parameters=load_parameters()))
    (shown,) = [each for each in seen.shown if each.prompt.card.about is About.VOICE]
    assert shown.notes == ()
