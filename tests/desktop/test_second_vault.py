# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One person, two computers, a vault on each: both are in use, show the same, and never count as two people."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.attaching.adding import read_attached
from desktop.cases.acting import act
from desktop.cases.handing import OWES
from desktop.changing.making import approve as sign
from desktop.changing.making import make_change
from desktop.changing.proposals import read_proposals
from desktop.changing.telling import tell_change
from desktop.faults import DeskFault
from desktop.founding import join_school, publish
from desktop.inviting import Answer, approve, approve_and_ask, approve_with, ask_to_join, invite, requests
from desktop.sent import SentState, sent_by
from desktop.services import Candour, open_candour
from desktop.session import Session
from desktop.soundness import check
from storage.charter import RevokeData, SettingsData
from storage.errors import Fault, KnownError
from storage.invitation import key_data, read_joining
from storage.slots import FLOOR
from tests.desktop.cases.test_acting import NOTE
from tests.desktop.desks import Desks, concern
from tests.school import Member

PHRASE = "muffin harbour tunnel wicker"


@dataclass
class Two:
    """The school's first computer, and a second one that has joined."""

    desks: Desks
    second: Candour
    sessions: list[Session] = field(default_factory=list)

    def ask(self, who: Member) -> str:
        """Somebody makes a code for themselves and asks with it at the other computer. Returns the request."""
        first = self.desks.of(who)
        ask_to_join(self.second, who.person_id, invite(first, who.person_id).code, PHRASE, FLOOR)
        first.sync()
        return requests(first)[-1].eid

    def add(self, who: Member) -> Session:
        """Somebody has a second vault, signed by another officer where that is needed. Returns its session."""
        first, eid = self.desks.of(who), self.ask(who)
        other = self.desks.school.chair if who != self.desks.school.chair else self.desks.school.head
        approve(first, eid, self.desks.of(other).vault if requests(first)[-1].needs_second else None)
        first.sync()
        session = self.second.sign_in(who.person_id, PHRASE)
        self.sessions.append(session)
        session.sync()
        return session


@pytest.fixture
def two(desks: Desks, tmp_path: Path) -> Iterator[Two]:
    second = open_candour(tmp_path / "second", desks.hands)
    join_school(second, desks.school.exchange, desks.school.enrolment_code)
    made = Two(desks, second)
    yield made
    for session in made.sessions:
        session.close()


def held(session: Session, case: str) -> set[str]:
    """What a vault holds of a case, the grants themselves apart."""
    return {each.entry.eid for each in session.entries.of_case(case) if each.entry.body.kind != "grant"}


def grants(session: Session) -> int:
    return len(session.entries.of_kind("grant"))


class TestLettingItIn:
    def test_anybody_approves_their_own_second_vault(self, two: Two) -> None:
        ta = two.desks.school.ta
        session = two.add(ta)
        kids = {key.sign for key in session.machine.state.active_keys(ta.person_id)}
        assert kids == {session.vault.keys.public.sign, two.desks.of(ta).vault.keys.public.sign}

    def test_the_request_is_sealed_to_their_own_vault_and_nobody_elses(self, two: Two) -> None:
        two.ask(two.desks.school.ta)
        two.desks.sync()
        others = [one for one in two.desks.school.members if one.passphrase and one != two.desks.school.ta]
        assert not any(two.desks.of(one).entries.of_kind("joining") for one in others)

    def test_it_waits_until_it_is_approved(self, two: Two) -> None:
        two.ask(two.desks.school.ta)
        with pytest.raises(KnownError) as waiting:
            two.second.sign_in(two.desks.school.ta.person_id, PHRASE)
        assert waiting.value.code is DeskFault.SIGN_IN_WAITING

    def test_with_another_code_it_is_not_let_in(self, two: Two) -> None:
        ta, first = two.desks.school.ta, two.desks.of(two.desks.school.ta)
        invite(first, ta.person_id)
        ask_to_join(two.second, ta.person_id, "000000-000000-000000", PHRASE, FLOOR)
        first.sync()
        assert [each.answer for each in requests(first)] == [Answer.WRONG]

    def test_for_somebody_who_reads_reports_another_officer_signs_too(self, two: Two) -> None:
        head, dsl = two.desks.school.head, two.desks.school.dsl
        first, eid = two.desks.of(head), two.ask(head)
        for second in (None, first.vault):
            with pytest.raises(KnownError) as error:
                approve(first, eid, second)
            assert error.value.code is DeskFault.SECOND_OFFICER_NEEDED
        assert approve_with(first, eid, dsl.person_id, dsl.passphrase) == head.person_id

    def test_the_other_officer_may_sign_on_their_own_computer(self, two: Two) -> None:
        deputy, head = two.desks.school.deputy, two.desks.of(two.desks.school.head)
        made = approve_and_ask(two.desks.of(deputy), two.ask(deputy))
        assert head.me in made.asked
        with pytest.raises(KnownError):
            two.second.sign_in(deputy.person_id, PHRASE)
        head.sync()
        [proposal] = read_proposals(head)
        told = tell_change(proposal.said[0], head.machine.school, head.machine.state)
        assert "Rhiannon Pryce signs in on another computer too" in told[0]
        assert sign(head, proposal.eid).is_published
        two.second.sign_in(deputy.person_id, PHRASE).close()

    def test_nobody_is_asked_for_who_has_no_office(self, two: Two) -> None:
        ta = two.desks.school.ta
        assert approve_and_ask(two.desks.of(ta), two.ask(ta)).is_published

    def test_officers_cannot_propose_a_further_key_for_somebody_else(self, two: Two) -> None:
        ta, head = two.desks.school.ta, two.desks.of(two.desks.school.head)
        asked = read_joining(two.desks.of(ta).entries.held(two.ask(ta)).entry.body.data)
        assert asked is not None
        with pytest.raises(KnownError) as error:
            make_change(head, [key_data(asked)])
        assert error.value.code is DeskFault.NOT_YOURS_TO_SIGN

    def test_a_proposal_from_one_computer_is_not_approved_by_the_same_officer_on_the_other(self, two: Two) -> None:
        second, first = two.add(two.desks.school.head), two.desks.of(two.desks.school.head)
        made = make_change(first, [SettingsData(set={"decision_hours": 48})])
        second.sync()
        [proposal] = read_proposals(second)
        with pytest.raises(KnownError) as error:
            sign(second, proposal.eid)
        assert error.value.code is DeskFault.NOT_YOURS_TO_SIGN
        assert made.proposal == proposal.eid
        assert proposal.signed == {first.me}

    def test_two_signatures_of_one_officer_change_nothing(self, two: Two) -> None:
        second, first = two.add(two.desks.school.head), two.desks.of(two.desks.school.head)
        signing = [first.vault.keys.signing, second.vault.keys.signing]
        with pytest.raises(KnownError) as error:
            publish(first.machine, "settings", SettingsData(set={"decision_hours": 48}), signing)
        assert error.value.code is Fault.DIRECTORY_REFUSED


class TestWhatComesOver:
    def test_what_was_sealed_to_the_first_vault_comes_to_the_second(self, two: Two) -> None:
        school = two.desks.school
        case = two.desks.concern(school.ta, school.teacher)
        two.desks.act(school.dsl, case, "note", NOTE)
        second = two.add(school.dsl)
        assert held(second, case) == held(two.desks.of(school.dsl), case)
        assert second.case(case).readers == two.desks.case(school.dsl, case).readers
        assert check(second).is_sound

    def test_nobody_else_has_to_do_anything_and_nothing_comes_twice(self, two: Two) -> None:
        school = two.desks.school
        case = two.desks.concern(school.ta, school.teacher)
        two.desks.sync(school.dsl)
        second, first = two.add(school.dsl), two.desks.of(school.dsl)
        before = grants(first), grants(second)
        for session in (first, second, first, second):
            session.sync()
        assert (grants(first), grants(second)) == before == (1, 1)
        assert first.views.tagged(OWES) == second.views.tagged(OWES) == []
        assert held(second, case)

    def test_what_was_handed_to_the_first_vault_is_handed_on(self, two: Two) -> None:
        school = two.desks.school
        case = two.desks.concern(school.ta, school.teacher)
        two.desks.act(school.dsl, case, "share", {"with": [{"person": school.chair.person_id}], "reason": "She asked."})
        two.desks.sync(school.dsl, school.chair)
        assert case in held(two.add(school.chair), case)

    def test_what_they_sent_comes_over_with_its_receipts(self, two: Two) -> None:
        school = two.desks.school
        case = two.desks.concern(school.ta, school.teacher)
        second = two.add(school.ta)
        assert [item.case_id for item in sent_by(second)] == [case]
        two.desks.sync(school.dsl)
        second.sync()
        [item] = sent_by(second)
        assert (item.state, set(item.received)) == (SentState.RECEIVED, {school.dsl.person_id})

    def test_the_second_signs_for_what_it_was_handed_so_that_nothing_is_sent_for_ever(self, two: Two) -> None:
        school = two.desks.school
        two.desks.concern(school.ta, school.teacher)
        two.desks.sync(school.dsl, school.head)
        two.add(school.ta)
        two.desks.sync(school.ta)
        assert two.desks.of(school.ta).outbox.waiting() == []

    def test_a_share_from_the_first_computer_is_not_handed_on_again_from_the_second(self, two: Two) -> None:
        school = two.desks.school
        case = two.desks.concern(school.ta, school.teacher)
        two.desks.act(school.dsl, case, "share", {"with": [{"person": school.chair.person_id}], "reason": "She asked."})
        second = two.add(school.dsl)
        second.sync()
        written = [one for one in second.entries.of_kind("grant") if one.entry.author_kid == second.vault.kid]
        assert written == []

    def test_a_file_of_an_entry_comes_over_with_it(self, two: Two) -> None:
        school, note = two.desks.school, read_attached("note.txt", b"Seen at the gate.")
        values = {"about": school.teacher.person_id, **concern()}
        filed = two.desks.of(school.ta).file("concern", values, (note,))
        two.desks.sync(school.dsl)
        second = two.add(school.dsl)
        assert second.blobs.names() == two.desks.of(school.dsl).blobs.names() != []
        assert held(second, filed.case_id)

    def test_a_withdrawn_first_vault_leaves_its_debts_to_the_second(self, two: Two) -> None:
        school = two.desks.school
        case = two.desks.concern(school.ta, school.teacher)
        two.desks.sync(school.dsl)
        second, first = two.add(school.dsl), two.desks.of(school.dsl)
        with pytest.MonkeyPatch.context() as stopped:
            stopped.setattr(Session, "hand_on", lambda *_: None)
            act(first, case, "share", {"with": [{"person": school.chair.person_id}], "reason": "She asked."})
            second.sync()
        make_change(second, [RevokeData(kid=first.vault.kid)])
        second.sync()
        two.desks.sync(school.chair)
        assert case in held(two.desks.of(school.chair), case)


class TestBothInUse:
    def test_what_is_filed_from_now_on_is_sealed_to_both(self, two: Two) -> None:
        school = two.desks.school
        second = two.add(school.dsl)
        case = two.desks.concern(school.ta, school.teacher)
        second.sync()
        assert held(second, case) == {case}
        assert grants(second) == 0

    def test_an_act_on_one_appears_on_the_other(self, two: Two) -> None:
        school = two.desks.school
        case = two.desks.concern(school.ta, school.teacher)
        two.desks.sync(school.dsl)
        second, first = two.add(school.dsl), two.desks.of(school.dsl)
        there = act(second, case, "note", NOTE).entry.eid
        first.sync()
        here = act(first, case, "note", NOTE).entry.eid
        second.sync()
        assert {there, here} <= held(first, case) == held(second, case)

    def test_what_is_filed_on_one_is_among_what_was_sent_on_the_other(self, two: Two) -> None:
        school = two.desks.school
        second = two.add(school.ta)
        case = two.desks.concern(school.ta, school.teacher)
        two.desks.sync(school.ta)
        second.sync()
        assert [item.case_id for item in sent_by(second)] == [case]

    def test_the_other_own_vault_does_not_confirm_the_list_of_readers(self, two: Two) -> None:
        second, first = two.add(two.desks.school.head), two.desks.of(two.desks.school.head)
        two.desks.hands.forward(days=20)
        second.sync()
        assert first.sync().days_unconfirmed == 20
