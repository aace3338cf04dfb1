# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signing in through the window: which side somebody comes to, and what a wrong passphrase says."""

from desktop.declarations.following import Following
from desktop.idle_limits import IdleLimits, KeptLimits
from tests.desktop.test_recovery import kit_for
from tests.ui.shell.conftest import House
from ui.review.list_pane import ListPane
from ui.review.side import ReviewSide
from ui.staff.form_desk import FormDesk
from ui.tour.hands import Key

WRONG = "That passphrase doesn’t match."


def test_a_member_of_staff_comes_to_what_they_have_sent(house: House) -> None:
    house.open()
    house.sign_in(house.school.ta)
    house.sees("You haven’t sent anything yet.")


def test_a_reviewer_comes_to_the_inbox(house: House) -> None:
    house.open()
    house.sign_in(house.school.dsl)
    house.sees("Inbox")


def test_a_reviewer_s_lists_begin_with_initials_where_this_computer_does(house: House) -> None:
    KeptLimits(house.school.home).choose(IdleLimits(initials_first=True))
    house.open()
    house.sign_in(house.school.dsl)
    house.sees("Inbox")
    (pane,) = house.window.findChildren(ListPane)
    assert pane._is_private


def test_a_reviewer_can_go_to_the_forms_and_back(house: House) -> None:
    house.open()
    house.sign_in(house.school.dsl)
    house.choose("New record")
    house.sees("Tell us something")
    house.choose("Back to the inbox")
    house.sees("Inbox")


def test_what_follows_from_a_record_is_begun_in_the_forms(house: House) -> None:
    house.open()
    house.sign_in(house.school.dsl)
    house.sees("Inbox")
    [side] = house.window.findChildren(ReviewSide)
    begun = Following(form="concern", typed={"what_happened": "Raised from a question."})
    side.record.form_asked.emit(begun)
    house.settle()
    [desk] = house.window.findChildren(FormDesk)
    assert desk.filling.typed == begun.typed


def test_what_was_begun_before_becomes_a_draft(house: House) -> None:
    house.open()
    house.write_something()
    house.choose("Sign in and finish later")
    house.sign_in(house.school.ta)
    house.sees("What you’ve started")


def test_whoever_has_a_kit_is_backed_up(house: House) -> None:
    dsl = house.school.dsl
    session = house.school.sign_in(house.school.open(), dsl)
    kit_for(session, dsl)
    session.close()
    house.open()
    house.sign_in(dsl)
    house.sees("Inbox")
    house.settle()
    assert len(list((house.school.exchange / "backup").iterdir())) == 1


class TestAWrongPassphrase:
    def test_says_so_and_is_forgotten(self, house: House) -> None:
        house.open()
        house.sign_in(house.school.ta, "not the right one")
        house.sees(WRONG)
        assert not house.hands.sees("Tell us something")
        house.fill("Passphrase", house.school.ta.passphrase, Key.Key_Return)
        house.sees("Tell us something")

    def test_says_the_same_of_somebody_without_an_account(self, house: House) -> None:
        house.open()
        house.sign_in(house.school.ta, "not the right one")
        mine = fault(house)
        house.open()
        house.sign_in(house.school.supply, "not the right one")
        assert fault(house) == mine

    def test_makes_one_wait_only_after_several_in_a_row(self, house: House) -> None:
        house.open()
        house.sign_in(house.school.ta, "wrong")
        for _ in range(4):
            assert not house.hands.sees("Try again in")
            house.fill("Passphrase", "wrong", Key.Key_Return)
            house.settle()
        house.sees("Try again in 10 seconds.")


def fault(house: House) -> list[str]:
    """What the window says about signing in."""
    house.settle()
    return sorted(words for words in house.hands._texts() if "passphrase" in words.lower())
