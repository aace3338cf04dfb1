# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody who has lost everything gets a new sign-in; the lost key ends in the same step, or nothing changes."""

import pytest

from desktop.faults import DeskFault
from desktop.readmitting import make_another_sign_in
from storage.errors import Fault, KnownError
from storage.keys import SigningSecret
from storage.slots import FLOOR
from tests.desktop.desks import Desks
from tests.school import Member

PHRASE = "antelope taco cartwheel"


def again(desks: Desks, by: Member, somebody: Member, *others: Member, chosen: str = PHRASE) -> int:
    return make_another_sign_in(desks.of(by), somebody.person_id, chosen, FLOOR, signing(desks, *others))


def signing(desks: Desks, *members: Member) -> list[SigningSecret]:
    return [desks.of(member).vault.keys.signing for member in members]


def refused(desks: Desks, by: Member, somebody: Member, *others: Member, chosen: str = PHRASE) -> object:
    machine, folder = desks.candour.machine, desks.candour.machine.home.vaults
    state, before = machine.state, sorted(folder.rglob("*"))
    with pytest.raises(KnownError) as told:
        again(desks, by, somebody, *others, chosen=chosen)
    assert machine.state == state
    assert sorted(folder.rglob("*")) == before
    return told.value.code


def test_a_colleague_gets_a_new_one_and_the_lost_key_ends(desks: Desks) -> None:
    school, machine = desks.school, desks.candour.machine
    (old,) = machine.state.active_keys(school.ta.person_id)
    assert again(desks, school.dsl, school.ta) == 1
    (new,) = machine.state.active_keys(school.ta.person_id)
    assert new != old
    desks.candour.sign_in(school.ta.person_id, PHRASE).close()


def test_what_they_had_here_is_put_beside(desks: Desks) -> None:
    again(desks, desks.school.dsl, desks.school.ta)
    folder = desks.candour.machine.home.vaults
    assert len(list(folder.glob(f"{desks.school.ta.person_id}.until-*"))) == 1


def test_an_officer_gets_one_from_two_others_and_reads_what_comes_next(desks: Desks) -> None:
    school = desks.school
    again(desks, school.head, school.dsl, school.chair)
    session = desks.candour.sign_in(school.dsl.person_id, PHRASE)
    case = desks.concern(school.ta, school.teacher)
    session.sync()
    assert session.entries.cases() == [case]
    session.close()


def test_an_officer_gets_none_from_one_alone(desks: Desks) -> None:
    assert refused(desks, desks.school.head, desks.school.dsl) is DeskFault.SIGN_IN_NOT_YOURS


def test_nobody_makes_their_own_with_a_friend(desks: Desks) -> None:
    assert refused(desks, desks.school.dsl, desks.school.dsl, desks.school.chair) is DeskFault.SIGN_IN_NOT_YOURS


def test_the_head_and_the_deputy_head_do_not_replace_the_chair_s_key_unless_both_are_officers(desks: Desks) -> None:
    school = desks.school
    assert refused(desks, school.head, school.chair, school.deputy) is DeskFault.SIGN_IN_NOT_YOURS


def test_somebody_without_the_right_makes_none(desks: Desks) -> None:
    assert refused(desks, desks.school.teacher, desks.school.ta) is DeskFault.SIGN_IN_NOT_YOURS


def test_a_short_passphrase_makes_none(desks: Desks) -> None:
    assert refused(desks, desks.school.dsl, desks.school.ta, chosen="short") is Fault.PASSPHRASE_SHORT
