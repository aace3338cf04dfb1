# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The strip that tells a made-up school from a real one, and signs people in."""

import pytest

from desktop.demo.card import DemoCard, DemoCardPerson
from tests.school import Member, SmallSchool
from tests.ui.shell.conftest import START, House
from tests.ui.walkers import assert_accessible
from ui.shell.demo_strip import DemoStrip, chosen_few
from ui.tour.hands import Key

MADE_UP = "Nothing here is real, and nothing is secret."


def person(member: Member) -> DemoCardPerson:
    return DemoCardPerson(
        id=member.person_id,
        name=member.name,
        job=member.job,
        roles=tuple(role.value for role in member.roles),
        passphrase=member.passphrase,
    )


@pytest.fixture
def card(small_school: SmallSchool) -> DemoCard:
    """The small school as if it were the demonstration."""
    people = tuple(person(member) for member in small_school.members)
    return DemoCard(school="Hollowbrook Primary School", fingerprint="", enrolment_code="", people=people)


def test_a_real_school_has_none(house: House) -> None:
    window = house.open()
    assert window.findChildren(DemoStrip) == []


def test_it_says_that_nothing_is_real(house: House, card: DemoCard) -> None:
    house.open(card=card)
    house.sees(MADE_UP)


def test_the_keyboard_still_begins_on_the_first_form(house: House, card: DemoCard) -> None:
    house.open(card=card)
    house.sees(START)
    house.hands.press(Key.Key_Space)
    house.sees("Who is this about?")


def test_somebody_is_signed_in_by_one_button(house: House, card: DemoCard) -> None:
    house.open(card=card)
    house.choose("Priya Nair")
    house.sees("Inbox")


def test_while_somebody_is_signed_in_it_offers_nobody_but_stays(house: House, card: DemoCard) -> None:
    house.open(card=card)
    house.choose("Priya Nair")
    house.sees("Inbox")
    house.sees(MADE_UP)
    assert not house.hands.finds("Martin Oyelaran")


def test_it_lists_everybody_with_their_passphrases(house: House, card: DemoCard) -> None:
    window = house.open(card=card)
    house.choose("Everybody’s passphrases")
    house.sees("Who can sign in here?")
    house.choose("Close this list")
    assert_accessible(window)


def test_a_locked_screen_can_be_left_for_somebody_else(house: House, card: DemoCard) -> None:
    house.open(card=card)
    house.sign_in(house.school.ta)
    house.choose("Lock")
    house.until(lambda: house.relaunches == 1)
    house.open(card=card)
    house.sees("Locked")
    house.choose("Priya Nair")
    house.sees("Inbox")


def test_the_few_are_head_lead_chair_and_two_without_a_role(card: DemoCard) -> None:
    assert [person.name for person in chosen_few(card.people)] == [
        "Helen Marsh",
        "Priya Nair",
        "Martin Oyelaran",
        "Beth Carver",
        "Tom Ashby",
    ]
