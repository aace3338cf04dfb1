# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody without an office gets their first sign-in from whoever keeps the staff list, or nothing is made."""

import pytest

from desktop.faults import DeskFault
from desktop.founding import make_sign_in
from storage.errors import Fault, KnownError
from storage.slots import FLOOR
from storage.vault import create_vault
from tests.desktop.desks import Desks, concern
from tests.school import Member

PHRASE = "antelope taco cartwheel"


def make(desks: Desks, by: Member, somebody: Member, passphrase: str = PHRASE) -> None:
    make_sign_in(desks.of(by), somebody.person_id, passphrase, FLOOR)


def refused(desks: Desks, by: Member, somebody: Member, passphrase: str = PHRASE) -> object:
    state, folder = desks.candour.machine.state, desks.candour.machine.home.vault(somebody.person_id)
    before = sorted(folder.rglob("*"))
    with pytest.raises(KnownError) as told:
        make(desks, by, somebody, passphrase)
    assert desks.candour.machine.state == state
    assert sorted(folder.rglob("*")) == before
    return told.value.code


def test_they_file_in_their_own_name(desks: Desks) -> None:
    school = desks.school
    make(desks, school.dsl, school.supply)
    session = desks.candour.sign_in(school.supply.person_id, PHRASE)
    case = session.file("concern", {"about": school.teacher.person_id, **concern()}).case_id
    session.close()
    report = desks.case(school.head, case).report
    assert report is not None
    assert (report.author, report.flags) == (school.supply.person_id, frozenset())


def test_somebody_without_the_right_makes_none(desks: Desks) -> None:
    assert refused(desks, desks.school.ta, desks.school.supply) is DeskFault.NOT_YOURS_TO_CHANGE


def test_somebody_who_has_one_gets_no_other(desks: Desks) -> None:
    assert refused(desks, desks.school.dsl, desks.school.ta) is Fault.VAULT_EXISTS


def test_a_short_passphrase_makes_none(desks: Desks) -> None:
    assert refused(desks, desks.school.dsl, desks.school.supply, "short") is Fault.PASSPHRASE_SHORT


def test_an_officer_gets_none_from_one_alone(desks: Desks) -> None:
    vice = desks.school.vice_chair
    desks.candour.machine.home.vault(vice.person_id).rename(desks.school.home / "elsewhere")
    assert refused(desks, desks.school.dsl, vice) is DeskFault.SIGN_IN_NOT_YOURS


def test_one_that_was_begun_and_not_listed_is_finished(desks: Desks) -> None:
    school, machine = desks.school, desks.candour.machine
    folder = machine.home.vault(school.supply.person_id)
    create_vault(folder, person=school.supply.person_id, passphrase=PHRASE.encode(), cost=FLOOR).close()
    make(desks, school.dsl, school.supply)
    assert machine.state.active_keys(school.supply.person_id)
