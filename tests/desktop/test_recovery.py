# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nobody is locked out for good: another passphrase, a kit, and coming back with its code."""

from itertools import count
from pathlib import Path

import pytest

from desktop.backup import back_up
from desktop.faults import DeskFault
from desktop.people import PersonId
from desktop.recovery import (
    CHECKED_GROUPS,
    NewKit,
    check_sheet,
    choose_passphrase,
    come_back,
    come_back_here,
    kit_state,
    new_kit,
    take_into_use,
)
from desktop.session import Session
from storage.errors import Fault, KnownError
from storage.slots import FLOOR
from tests.desktop.desks import Desks
from tests.school import Hands, Member

NEW = "window carpet onion tunnel"


def typed(kit: NewKit) -> list[str]:
    return [kit.groups[number - 1] for number in CHECKED_GROUPS]


def kit_for(session: Session, member: Member) -> NewKit:
    kit = new_kit(session)
    take_into_use(session, kit, typed(kit), member.passphrase)
    return kit


def test_a_new_passphrase_opens_the_same_records(desks: Desks) -> None:
    school, dsl = desks.school, desks.school.dsl
    session = desks.candour.sign_in(dsl.person_id, dsl.passphrase)
    case = session.file(
        "concern", {"about": school.teacher.person_id, "what_happened": "He shouted.", "risk_now": "no"}
    )
    choose_passphrase(session, dsl.passphrase, NEW, FLOOR)
    session.close()
    with pytest.raises(KnownError) as told:
        desks.candour.sign_in(dsl.person_id, dsl.passphrase)
    assert told.value.code is Fault.WRONG_PASSPHRASE
    session = desks.candour.sign_in(dsl.person_id, NEW)
    assert session.case(case.case_id).report is not None
    session.close()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (NEW, NEW, Fault.WRONG_PASSPHRASE),
        ("", "short", Fault.PASSPHRASE_SHORT),
        ("", "password password", DeskFault.PASSPHRASE_EASY),
    ],
)
def test_a_refused_change_leaves_the_old_one(desks: Desks, old: str, new: str, fault: Fault | DeskFault) -> None:
    dsl = desks.school.dsl
    session = desks.candour.sign_in(dsl.person_id, dsl.passphrase)
    with pytest.raises(KnownError) as told:
        choose_passphrase(session, old, new, FLOOR)
    assert told.value.code is fault
    session.close()
    desks.candour.sign_in(dsl.person_id, dsl.passphrase).close()


def test_a_kit_brings_somebody_back_who_has_forgotten(desks: Desks) -> None:
    dsl = desks.school.dsl
    session = desks.candour.sign_in(dsl.person_id, dsl.passphrase)
    kit = kit_for(session, dsl)
    session.close()
    come_back(desks.candour, dsl.person_id, " ".join(kit.groups), NEW, FLOOR)
    session = desks.candour.sign_in(dsl.person_id, NEW)
    assert kit_state(session) is not None
    session.close()


def test_a_wrong_letter_names_its_group_and_changes_nothing(desks: Desks) -> None:
    dsl = desks.school.dsl
    session = desks.candour.sign_in(dsl.person_id, dsl.passphrase)
    kit = kit_for(session, dsl)
    session.close()
    letter = "7" if kit.groups[4][0] != "7" else "8"
    wrong = [*kit.groups[:4], letter + kit.groups[4][1:], *kit.groups[5:]]
    with pytest.raises(KnownError) as told:
        come_back(desks.candour, dsl.person_id, "-".join(wrong), NEW, FLOOR)
    assert told.value.parameters == {"group": 5}
    desks.candour.sign_in(dsl.person_id, dsl.passphrase).close()


def test_somebody_else_s_sheet_opens_nothing(desks: Desks) -> None:
    dsl, head = desks.school.dsl, desks.school.head
    session = desks.candour.sign_in(dsl.person_id, dsl.passphrase)
    kit = kit_for(session, dsl)
    session.close()
    with pytest.raises(KnownError) as told:
        come_back(desks.candour, head.person_id, " ".join(kit.groups), NEW, FLOOR)
    assert told.value.code is Fault.WRONG_RECOVERY_CODE


def test_who_has_no_sign_in_here_is_told_the_same_as_with_a_wrong_code(desks: Desks) -> None:
    code = new_kit(desks.of(desks.school.dsl)).groups
    with pytest.raises(KnownError) as told:
        come_back(desks.candour, PersonId("0a" * 16), " ".join(code), NEW, FLOOR)
    assert told.value.code is Fault.WRONG_RECOVERY_CODE


def test_the_sheet_is_found_again_a_year_later(desks: Desks, hands: Hands) -> None:
    session = desks.of(desks.school.dsl)
    kit = kit_for(session, desks.school.dsl)
    hands.forward(days=365)
    check_sheet(session, typed(kit))
    state = kit_state(session)
    assert state is not None
    assert (state.checked_on - state.made_on).days == 365


def test_a_sheet_is_saved_for_its_owner_alone_and_over_nothing(desks: Desks, tmp_path: Path) -> None:
    kit = new_kit(desks.of(desks.school.dsl))
    kit.save(tmp_path / "kit.pdf")
    assert (tmp_path / "kit.pdf").stat().st_mode & 0o777 == 0o600
    with pytest.raises(KnownError) as told:
        kit.save(tmp_path / "kit.pdf")
    assert told.value.code is DeskFault.FILE_THERE_ALREADY


def test_no_repr_shows_a_code(desks: Desks) -> None:
    kit = new_kit(desks.of(desks.school.dsl))
    assert not any(group in repr(kit) for group in kit.groups)


def test_damaged_records_come_back_from_a_backup_and_are_put_beside(desks: Desks, tmp_path: Path) -> None:
    dsl = desks.school.dsl
    desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync(dsl)
    kit = kit_for(desks.of(dsl), dsl)
    back_up(desks.of(dsl), tmp_path)
    cases = desks.of(dsl).entries.cases()
    desks.leave(dsl)
    (desks.candour.machine.home.vault(dsl.person_id) / "vault.db").write_bytes(b"")
    came = come_back_here(desks.candour, dsl.person_id, " ".join(kit.groups), NEW, count(0.0, 60.0).__next__, tmp_path)
    session = desks.candour.sign_in(came, NEW)
    assert session.entries.cases() == cases != []
    session.close()
    assert len(list(desks.candour.machine.home.vaults.glob(f"{dsl.person_id}.until-*"))) == 1


def test_a_backup_is_not_touched_while_the_records_here_open(desks: Desks, tmp_path: Path) -> None:
    dsl = desks.school.dsl
    kit = kit_for(desks.of(dsl), dsl)
    desks.leave(dsl)
    come_back_here(desks.candour, dsl.person_id, " ".join(kit.groups), NEW, count(0.0, 60.0).__next__, tmp_path)
    desks.candour.sign_in(dsl.person_id, NEW).close()
    assert list(desks.candour.machine.home.vaults.glob("*.until-*")) == []
