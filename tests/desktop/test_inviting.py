# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody is invited, asks on their own computer, is let in with one approval, and files as themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.cases.rows import Shelf
from desktop.faults import DeskFault
from desktop.founding import join_school, publish
from desktop.inviting import Answer, approve, approve_with, ask_to_join, invite, invited, requests, take_back
from desktop.people import PersonId
from desktop.services import Candour, open_candour
from desktop.session import Session
from storage.charter import RevokeData
from storage.errors import Fault, KnownError
from storage.slots import FLOOR
from tests.school import Hands, Member, SmallSchool

PHRASE = "muffin harbour tunnel wicker"


@dataclass
class Two:
    """The school's first computer with somebody signed in, and a second one that has joined."""

    school: SmallSchool
    hands: Hands
    first: Candour
    second: Candour
    head: Session

    def ask(self, who: Member, code: str, passphrase: str = PHRASE) -> None:
        ask_to_join(self.second, who.person_id, code, passphrase, FLOOR)
        self.head.sync()

    def sign_in(self, who: Member) -> Session:
        return self.second.sign_in(who.person_id, PHRASE)


@pytest.fixture
def two(small_school: SmallSchool, tmp_path: Path) -> Iterator[Two]:
    hands = Hands()
    first, second = small_school.open(hands), open_candour(tmp_path / "second", hands)
    join_school(second, small_school.exchange, small_school.enrolment_code)
    head = small_school.sign_in(first, small_school.head)
    yield Two(small_school, hands, first, second, head)
    head.close()


def refused(two: Two, code: object, person: PersonId) -> bool:
    with pytest.raises(KnownError) as error:
        invite(two.head, person)
    return error.value.code is code


def test_somebody_is_invited_let_in_and_files_under_their_name(two: Two) -> None:
    supply = two.school.supply
    made = invite(two.head, supply.person_id)
    two.ask(supply, made.code)
    [request] = requests(two.head)
    assert (request.person, request.answer, request.needs_second) == (supply.person_id, Answer.MATCHES, False)
    approve(two.head, request.eid)
    session = two.sign_in(supply)
    assert session.machine.state.active_keys(supply.person_id)[0].sign == session.vault.keys.public.sign
    session.close()


def test_before_the_approval_the_sign_in_waits_and_says_so(two: Two) -> None:
    two.ask(two.school.supply, invite(two.head, two.school.supply.person_id).code)
    with pytest.raises(KnownError) as waiting:
        two.sign_in(two.school.supply)
    assert waiting.value.code is DeskFault.SIGN_IN_WAITING


def test_a_request_is_in_nobodys_inbox(two: Two) -> None:
    two.ask(two.school.supply, invite(two.head, two.school.supply.person_id).code)
    shelves = {shelf: two.head.shelf(shelf) for shelf in Shelf}
    assert [shelf for shelf, cases in shelves.items() if cases] == [Shelf.ELSEWHERE]


def test_a_code_is_good_once(two: Two) -> None:
    supply = two.school.supply
    made = invite(two.head, supply.person_id)
    two.ask(supply, made.code)
    approve(two.head, requests(two.head)[0].eid)
    assert requests(two.head) == ()
    assert invited(two.head) == ()
    with pytest.raises(KnownError) as used:
        ask_to_join(two.second, supply.person_id, made.code, PHRASE, FLOOR)
    assert used.value.code is DeskFault.SIGN_IN_THERE_ALREADY


def test_with_another_code_nobody_is_let_in(two: Two) -> None:
    supply, ta = two.school.supply, two.school.teacher
    invite(two.head, supply.person_id)
    wrong = "000000-000000-000000"
    two.ask(supply, wrong)
    [request] = requests(two.head)
    assert request.answer is Answer.WRONG
    with pytest.raises(KnownError) as error:
        approve(two.head, request.eid)
    assert error.value.code is DeskFault.INVITATION_WRONG
    assert two.first.machine.state.active_keys(ta.person_id)


def test_an_invitation_is_over_after_a_fortnight(two: Two) -> None:
    supply = two.school.supply
    made = invite(two.head, supply.person_id)
    two.ask(supply, made.code)
    two.hands.forward(days=15)
    with pytest.raises(KnownError) as error:
        approve(two.head, requests(two.head)[0].eid)
    assert error.value.code is DeskFault.INVITATION_OVER
    assert invited(two.head) == ()


def test_a_mistyped_code_is_noticed_at_once_and_leaves_nothing(two: Two) -> None:
    with pytest.raises(KnownError) as error:
        ask_to_join(two.second, two.school.supply.person_id, "ABCDEF-ABCDEF-ABCDEF", PHRASE, FLOOR)
    assert error.value.code is Fault.CODE_REFUSED
    assert not two.second.machine.home.vaults.exists()


def test_an_invitation_that_was_taken_back_is_good_for_nothing(two: Two) -> None:
    supply = two.school.supply
    made = invite(two.head, supply.person_id)
    take_back(two.head, supply.person_id)
    two.ask(supply, made.code)
    assert requests(two.head) == ()


def test_a_new_invitation_takes_the_place_of_the_old_one(two: Two) -> None:
    supply = two.school.supply
    old = invite(two.head, supply.person_id)
    invite(two.head, supply.person_id)
    two.ask(supply, old.code)
    assert [request.answer for request in requests(two.head)] == [Answer.WRONG]


def test_another_registrar_cannot_tell_whether_the_code_was_right_and_sees_nothing(two: Two) -> None:
    two.ask(two.school.supply, invite(two.head, two.school.supply.person_id).code)
    dsl = two.school.sign_in(two.first, two.school.dsl)
    dsl.sync()
    assert requests(dsl) == ()
    dsl.close()


def test_only_somebody_who_keeps_the_staff_list_invites(two: Two) -> None:
    session = two.school.sign_in(two.first, two.school.ta)
    with pytest.raises(KnownError) as error:
        invite(session, two.school.supply.person_id)
    assert error.value.code is DeskFault.NOT_YOURS_TO_CHANGE
    session.close()


def test_whoever_can_sign_in_already_is_not_invited(two: Two) -> None:
    assert refused(two, DeskFault.SIGN_IN_THERE_ALREADY, two.school.ta.person_id)
    assert refused(two, DeskFault.NO_SUCH_PERSON, PersonId("ee" * 16))


def test_asking_again_with_the_same_passphrase_uses_the_same_keys(two: Two) -> None:
    supply = two.school.supply
    made = invite(two.head, supply.person_id)
    two.ask(supply, made.code)
    two.ask(supply, made.code)
    assert len(requests(two.head)) == 1
    with pytest.raises(KnownError) as error:
        two.ask(supply, made.code, "another passphrase altogether")
    assert error.value.code is Fault.WRONG_PASSPHRASE


def test_an_easy_passphrase_is_refused_before_anything_is_made(two: Two) -> None:
    made = invite(two.head, two.school.supply.person_id)
    with pytest.raises(KnownError) as error:
        two.ask(two.school.supply, made.code, "password password password")
    assert error.value.code is DeskFault.PASSPHRASE_EASY
    assert not two.second.machine.home.vaults.exists()


def test_somebody_who_reads_reports_needs_a_second_officer(two: Two) -> None:
    # The deputy's key is withdrawn, so that they have to be let in anew.
    deputy, machine = two.school.deputy, two.first.machine
    chair = two.school.sign_in(two.first, two.school.chair)
    kid = next(kid for kid, record in machine.state.keys.items() if record.fact.person == deputy.person_id)
    publish(machine, "revoke", RevokeData(kid=kid), (chair.vault.keys.signing, two.head.vault.keys.signing))
    chair.close()
    two.ask(deputy, invite(two.head, deputy.person_id).code)
    [request] = requests(two.head)
    assert request.needs_second
    with pytest.raises(KnownError) as error:
        approve(two.head, request.eid)
    assert error.value.code is DeskFault.SECOND_OFFICER_NEEDED
    chair_id, phrase = two.school.chair.person_id, two.school.chair.passphrase
    assert approve_with(two.head, request.eid, chair_id, phrase) == deputy.person_id
    two.sign_in(deputy).close()
