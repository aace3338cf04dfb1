# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Changes of the directory: at once by one person where the charter lets them, otherwise by those who sign together."""

from contextlib import AbstractContextManager

import pytest

from desktop.cases.rows import Shelf
from desktop.changing.making import approve, break_glass, make_change, propose_again, settle, turn_down
from desktop.changing.proposals import Stage, read_proposals
from desktop.directory import next_statement
from desktop.faults import DeskFault
from desktop.people import Role
from desktop.session import Session
from storage.charter import AbsenceData, ConflictData, RevokeData, RoleData, SettingsData
from storage.compose import Content
from storage.errors import Fault, KnownError
from storage.proposals import PROPOSAL, proposal_data
from tests.desktop.changing.conftest import Office
from tests.school import NOW, Member, SmallSchool

TODAY = NOW.date()


def appoint(member: Member, role: str = "deputy_dsl", **days: str) -> RoleData:
    return RoleData(role=role, person=member.person_id, **days)  # type: ignore[arg-type]  # only days are given


def roles_of(session: Session, member: Member) -> frozenset[Role]:
    return session.machine.school.roles_of(member.person_id, TODAY)


def refuses(code: object) -> AbstractContextManager[object]:
    return pytest.raises(KnownError, match=str(code))


class TestWhatOnePersonMayDo:
    def test_an_absence_with_a_deputy_as_cover_holds_at_once(self, office: Office, small_school: SmallSchool) -> None:
        dsl = office.of(small_school.dsl)
        away = AbsenceData(person=dsl.me, cover=small_school.deputy.person_id)
        assert make_change(dsl, [away]).is_published
        assert dsl.machine.school.absence(dsl.me, TODAY) is not None

    def test_one_officer_revokes_the_key_of_another_person(self, office: Office, small_school: SmallSchool) -> None:
        head = office.of(small_school.head)
        kid = office.of(small_school.ta).vault.kid
        assert make_change(head, [RevokeData(kid=kid)]).is_published
        assert not head.machine.state.active_keys(small_school.ta.person_id)

    def test_who_is_no_officer_cannot_even_propose(self, office: Office, small_school: SmallSchool) -> None:
        with refuses(DeskFault.NOT_YOURS_TO_SIGN):
            make_change(office.of(small_school.deputy), [appoint(small_school.teacher)])


class TestWhatNeedsTwo:
    def test_one_signature_changes_nothing(self, office: Office, small_school: SmallSchool) -> None:
        head = office.of(small_school.head)
        made = make_change(head, [SettingsData(set={"decision_hours": 48})])
        assert not made.is_published
        assert head.machine.school.settings.decision_hours == 24

    def test_the_second_makes_it_hold(self, office: Office, small_school: SmallSchool) -> None:
        made = make_change(office.of(small_school.head), [SettingsData(set={"decision_hours": 48})])
        chair = office.of(small_school.chair)
        assert made.proposal
        assert approve(chair, made.proposal).is_published
        assert chair.machine.school.settings.decision_hours == 48

    def test_the_same_person_cannot_sign_twice(self, office: Office, small_school: SmallSchool) -> None:
        head = office.of(small_school.head)
        made = make_change(head, [SettingsData(set={"decision_hours": 48})])
        assert made.proposal
        with refuses(DeskFault.NOT_YOURS_TO_SIGN):
            approve(head, made.proposal)

    def test_an_appointment_waits_for_the_new_holder_too(self, office: Office, small_school: SmallSchool) -> None:
        made = make_change(office.of(small_school.head), [appoint(small_school.ta)])
        assert made.proposal
        assert not approve(office.of(small_school.chair), made.proposal).is_published
        ta = office.of(small_school.ta)
        assert approve(ta, made.proposal).is_published
        assert Role.DEPUTY_DSL in roles_of(ta, small_school.ta)

    def test_whoever_has_the_last_signature_publishes(self, office: Office, small_school: SmallSchool) -> None:
        head = office.of(small_school.head)
        made = make_change(head, [appoint(small_school.ta)])
        assert made.proposal
        ta, chair = office.of(small_school.ta), office.of(small_school.chair)
        approve(ta, made.proposal)
        approve(chair, made.proposal)  # without the other's answer at hand
        head = office.of(small_school.head)
        settle(head)
        assert Role.DEPUTY_DSL in roles_of(head, small_school.ta)

    def test_somebody_without_a_vault_cannot_be_made_a_reader(self, office: Office, small_school: SmallSchool) -> None:
        with refuses(DeskFault.READER_WITHOUT_KEYS):
            make_change(office.of(small_school.head), [appoint(small_school.supply)])

    def test_replacing_is_one_proposal_and_holds_together(self, office: Office, small_school: SmallSchool) -> None:
        both = [
            appoint(small_school.ta),
            RoleData(role="deputy_dsl", person=small_school.deputy.person_id, ends=True),
        ]
        made = make_change(office.of(small_school.head), both)
        assert made.proposal
        approve(office.of(small_school.ta), made.proposal)
        chair = office.of(small_school.chair)
        approve(chair, made.proposal)
        assert chair.machine.school.holders(Role.DEPUTY_DSL, TODAY) == (small_school.ta.person_id,)

    def test_both_can_sign_at_one_computer(self, office: Office, small_school: SmallSchool) -> None:
        office.of(small_school.chair)
        office.desks.leave(small_school.chair)
        here = {small_school.chair.person_id: small_school.chair.passphrase}
        made = make_change(office.of(small_school.head), [SettingsData(set={"decision_hours": 48})], here)
        assert made.is_published

    def test_a_wrong_passphrase_there_changes_nothing(self, office: Office, small_school: SmallSchool) -> None:
        here = {small_school.chair.person_id: "certainly not this one"}
        with refuses(Fault.WRONG_PASSPHRASE):
            make_change(office.of(small_school.head), [SettingsData(set={"decision_hours": 48})], here)


class TestWhoIsAsked:
    def asked(self, office: Office, by: Member, said: RoleData | ConflictData) -> set[str]:
        made = make_change(office.of(by), [said])
        names = {member.person_id: member.name for member in office.school.members}
        return {names[person] for person in made.asked}

    def test_about_the_lead_it_is_head_and_chair(self, office: Office, small_school: SmallSchool) -> None:
        ends = RoleData(role="dsl", person=small_school.dsl.person_id, ends=True)
        assert self.asked(office, small_school.head, ends) == {small_school.chair.name}

    def test_about_the_head_it_is_the_chair_and_the_vice_chair(self, office: Office, small_school: SmallSchool) -> None:
        ends = RoleData(role="head", person=small_school.head.person_id, ends=True)
        assert self.asked(office, small_school.chair, ends) == {small_school.vice_chair.name}

    def test_about_the_chair_it_is_the_vice_chair_and_the_head(self, office: Office, small_school: SmallSchool) -> None:
        ends = RoleData(role="chair", person=small_school.chair.person_id, ends=True)
        assert self.asked(office, small_school.head, ends) == {small_school.vice_chair.name}

    def test_nobody_proposes_about_themselves(self, office: Office, small_school: SmallSchool) -> None:
        ends = RoleData(role="head", person=small_school.head.person_id, ends=True)
        with refuses(DeskFault.NOT_YOURS_TO_SIGN):
            make_change(office.of(small_school.head), [ends])

    def test_nor_with_another_officer_beside_them(self, office: Office, small_school: SmallSchool) -> None:
        ends = RoleData(role="head", person=small_school.head.person_id, ends=True)
        here = {small_school.chair.person_id: small_school.chair.passphrase}
        with refuses(DeskFault.NOT_YOURS_TO_SIGN):
            make_change(office.of(small_school.head), [ends], here)

    def test_the_one_it_is_about_cannot_sign_at_another_s_computer(
        self, office: Office, small_school: SmallSchool
    ) -> None:
        ends = RoleData(role="head", person=small_school.head.person_id, ends=True)
        here = {small_school.head.person_id: small_school.head.passphrase}
        with refuses(DeskFault.NOT_YOURS_TO_SIGN):
            make_change(office.of(small_school.chair), [ends], here)

    def test_what_another_program_proposes_about_its_own_owner_is_passed_over(
        self, office: Office, small_school: SmallSchool
    ) -> None:
        head, chair = office.of(small_school.head), office.of(small_school.chair)
        machine = head.machine
        ends = RoleData(role="deputy_head", person=head.me, ends=True)
        signed = next_statement(machine.state, "role", ends, (head.vault.keys.signing,), machine.now())
        state = machine.state
        content = Content(
            kind=PROPOSAL,
            data=proposal_data((signed,)),
            rule="R41",
            at=machine.now(),
            directory=(state.n, state.head),
        )
        head.write(content, [chair.me])
        assert read_proposals(office.of(small_school.chair)) == ()

    def test_the_head_cannot_have_the_chair_kept_from_the_head(self, office: Office, small_school: SmallSchool) -> None:
        pair = ConflictData(reader=small_school.chair.person_id, about=small_school.head.person_id)
        with refuses(DeskFault.NOT_YOURS_TO_SIGN):
            make_change(office.of(small_school.head), [pair])


class TestSayingNo:
    def test_ends_it_with_the_reason(self, office: Office, small_school: SmallSchool) -> None:
        made = make_change(office.of(small_school.head), [appoint(small_school.ta)])
        assert made.proposal
        turn_down(office.of(small_school.chair), made.proposal, "Not before she has had the training.")
        (found,) = read_proposals(office.of(small_school.head))
        assert found.stage is Stage.TURNED_DOWN
        assert found.reason == "Not before she has had the training."

    def test_it_cannot_be_signed_after_that(self, office: Office, small_school: SmallSchool) -> None:
        made = make_change(office.of(small_school.head), [appoint(small_school.ta)])
        assert made.proposal
        turn_down(office.of(small_school.ta), made.proposal, "")
        with refuses(DeskFault.PROPOSAL_OVER):
            approve(office.of(small_school.chair), made.proposal)

    def test_whoever_was_not_asked_has_no_say(self, office: Office, small_school: SmallSchool) -> None:
        make_change(office.of(small_school.head), [appoint(small_school.ta)])
        assert read_proposals(office.of(small_school.teacher)) == ()


class TestWhenTheDirectoryMovesOn:
    def test_what_was_signed_before_is_not_applied(self, office: Office, small_school: SmallSchool) -> None:
        head = office.of(small_school.head)
        made = make_change(head, [SettingsData(set={"decision_hours": 48})])
        assert made.proposal
        make_change(head, [AbsenceData(person=head.me)])
        with refuses(DeskFault.PROPOSAL_OVER):
            approve(office.of(small_school.chair), made.proposal)

    def test_it_is_made_again_and_signed_again(self, office: Office, small_school: SmallSchool) -> None:
        head = office.of(small_school.head)
        old = make_change(head, [SettingsData(set={"decision_hours": 48})])
        make_change(head, [AbsenceData(person=head.me)])
        assert old.proposal
        new = propose_again(office.of(small_school.chair), old.proposal)
        assert new.proposal
        assert approve(office.of(small_school.head), new.proposal).is_published


class TestThePaperKey:
    def test_appoints_an_officer_and_is_marked(self, office: Office, small_school: SmallSchool) -> None:
        machine = office.of(small_school.head).machine
        break_glass(machine, small_school.paper_key.lower(), appoint(small_school.teacher, "vice_chair"))
        assert machine.state.changes[-1].break_glass

    @pytest.mark.parametrize("role", ["deputy_dsl", "clerk", "governor"])
    def test_does_nothing_else(self, office: Office, small_school: SmallSchool, role: str) -> None:
        machine = office.of(small_school.head).machine
        with refuses(DeskFault.PAPER_KEY_REFUSED):
            break_glass(machine, small_school.paper_key, appoint(small_school.teacher, role))

    @pytest.mark.parametrize("typed", ["", "AAAA", "ü" * 52, "0" * 52])
    def test_is_refused_when_it_is_another(self, office: Office, small_school: SmallSchool, typed: str) -> None:
        machine = office.of(small_school.head).machine
        with refuses(DeskFault.PAPER_KEY_REFUSED):
            break_glass(machine, typed, appoint(small_school.teacher, "vice_chair"))


class TestWhatCouldNotStand:
    @pytest.mark.parametrize(
        ("said", "code"),
        [
            (AbsenceData(person="06" * 16, back=True), DeskFault.NOTHING_TO_END),
            (AbsenceData(person="99" * 16), DeskFault.NO_SUCH_PERSON),
            (AbsenceData(person="06" * 16, since="2026-03-02", until="2026-03-01"), DeskFault.DAYS_REVERSED),
            (RoleData(role="clerk", person="06" * 16, ends=True), DeskFault.NOTHING_TO_END),
            (ConflictData(reader="02" * 16), DeskFault.CONFLICT_UNREADABLE),
            (ConflictData(reader="02" * 16, about="02" * 16), DeskFault.CONFLICT_UNREADABLE),
            (RevokeData(kid="99" * 16), DeskFault.KEY_NOT_TRUSTED),
        ],
        ids=["not away", "nobody", "reversed", "no role", "no pair", "themselves", "no key"],
    )
    def test_is_refused_before_anybody_signs(
        self, office: Office, small_school: SmallSchool, said: RoleData, code: DeskFault
    ) -> None:
        with refuses(code):
            make_change(office.of(small_school.head), [said])


def test_a_proposal_stands_on_no_shelf_of_the_inbox(office: Office, small_school: SmallSchool) -> None:
    made = make_change(office.of(small_school.head), [SettingsData(set={"decision_hours": 48})])
    chair = office.of(small_school.chair)
    shown = {case for shelf in Shelf if shelf is not Shelf.ELSEWHERE for case in chair.shelf(shelf)}
    assert made.proposal not in shown
    assert chair.shelf(Shelf.ELSEWHERE) == [made.proposal]
