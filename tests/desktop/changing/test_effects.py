# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a change does to who reads what, and the words for it."""

import msgspec

from desktop.changing.effects import Effect, effects
from desktop.changing.making import make_change
from desktop.changing.proposals import read_proposals
from desktop.changing.telling import tell_change, tell_day, tell_effects
from desktop.people import Appointment, ConflictPair, Role, School
from desktop.services import Candour
from storage.charter import AbsenceData, ConflictData, PeopleData, PersonFact, RevokeData, RoleData, SettingsData
from tests.desktop.changing.conftest import Office
from tests.school import NOW, SmallSchool

TODAY = NOW.date()


def without(school: School, role: Role) -> School:
    kept = tuple(each for each in school.appointments if each.role is not role)
    return msgspec.structs.replace(school, appointments=kept)


def test_nothing_changed_has_no_effect(small_candour: Candour) -> None:
    assert effects(small_candour.school, small_candour.school, TODAY) == ()


def test_a_new_lead_reads_instead_of_the_one_before(small_candour: Candour, small_school: SmallSchool) -> None:
    school = small_candour.school
    new = Appointment(role=Role.DSL, person_id=small_school.ta.person_id)
    after = without(school, Role.DSL)
    after = msgspec.structs.replace(after, appointments=(*after.appointments, new))
    anybody = effects(school, after, TODAY)[0]
    assert (anybody.about, anybody.can, anybody.no_longer) == (
        (),
        (small_school.ta.person_id,),
        (small_school.dsl.person_id,),
    )


def test_a_pair_that_is_not_for_each_other_concerns_the_two_alone(
    small_candour: Candour, small_school: SmallSchool
) -> None:
    school = small_candour.school
    dsl, teacher = small_school.dsl.person_id, small_school.teacher.person_id
    after = msgspec.structs.replace(school, conflicts=(ConflictPair(reader=dsl, about=teacher),))
    (effect,) = [each for each in effects(school, after, TODAY) if dsl in each.no_longer]
    assert effect.about == (teacher,)


def test_nobody_left_is_said(small_candour: Candour, small_school: SmallSchool) -> None:
    school = small_candour.school
    after = without(without(school, Role.CHAIR), Role.VICE_CHAIR)
    head = small_school.head.person_id
    assert any(head in each.about and each.is_outside for each in effects(school, after, TODAY))


def test_a_proposal_is_shown_with_what_it_does(office: Office, small_school: SmallSchool) -> None:
    ends = RoleData(role="dsl", person=small_school.dsl.person_id, ends=True)
    make_change(office.of(small_school.head), [ends])
    chair = office.of(small_school.chair)
    (proposal,) = read_proposals(chair)
    told = tell_effects(proposal.effects, chair.machine.school)
    assert any("Priya Nair will no longer be able to open it." in sentence for sentence in told)


def test_no_effect_is_said_in_a_sentence(small_candour: Candour) -> None:
    assert tell_effects((), small_candour.school) == ("Who can open what stays as it is.",)


def test_an_effect_names_everybody_it_is_about(small_candour: Candour, small_school: SmallSchool) -> None:
    effect = Effect(
        about=(small_school.head.person_id,), can=(small_school.chair.person_id,), no_longer=(), is_outside=False
    )
    assert tell_effects((effect,), small_candour.school) == (
        "A report about Helen Marsh: Martin Oyelaran will be able to open it.",
    )


def test_a_later_day_is_said(small_candour: Candour) -> None:
    assert tell_day(TODAY.replace(month=9), TODAY) == ("This applies from 12 September 2026.",)
    assert tell_day(TODAY, TODAY) == ()


def test_every_kind_of_change_has_its_sentence(small_candour: Candour, small_school: SmallSchool) -> None:
    ta, dsl = small_school.ta.person_id, small_school.dsl.person_id
    state = small_candour.machine.state
    kid = next(kid for kid, record in state.keys.items() if record.fact.person == dsl)
    told = {
        sentence
        for said in (
            RoleData(role="deputy_dsl", person=ta, since="2026-09-01", order=2),
            RoleData(role="dsl", person=dsl, ends=True),
            AbsenceData(person=dsl, until="2026-04-01", cover=ta),
            AbsenceData(person=dsl, back=True),
            ConflictData(reader=dsl, about=ta),
            ConflictData(reader=dsl, employer="Bluebird Supply", until="2026-04-01"),
            ConflictData(reader=dsl, about=ta, ends=True),
            SettingsData(set={"head_is_proprietor": True, "closure_days": []}),
            PeopleData(set=(PersonFact(id=ta, profile={"name": "Beth Carver", "end": "2026-07-22"}),)),
            PeopleData(set=(PersonFact(id=ta, profile={"name": "Beth Carver"}),)),
            RevokeData(kid=kid),
        )
        for sentence in tell_change(said, small_candour.school, state)
    }
    assert told == {
        "Beth Carver becomes deputy safeguarding lead from 1 September 2026.",
        "Among several, they are number 3.",
        "Priya Nair is no longer designated safeguarding lead.",
        "Priya Nair is away until 1 April 2026.",
        "Beth Carver stands in.",
        "Priya Nair is back.",
        "Priya Nair does not read anything about Beth Carver.",
        "Priya Nair does not read anything about anybody of Bluebird Supply until 1 April 2026.",
        "Priya Nair is no longer kept away from what is about Beth Carver.",
        "The setting “head is proprietor” becomes: yes.",
        "The setting “closure days” becomes: nothing.",
        "Beth Carver leaves on 22 July 2026.",
        "Beth Carver is on the staff list.",
        f"The key {kid[:8]} of Priya Nair is no longer trusted.",
    }
