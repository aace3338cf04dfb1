# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Founding a school, joining one from an empty machine, and keeping its staff list (security.md 3.2, R41)."""

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from desktop.directory import Plan
from desktop.faults import DeskFault
from desktop.founding import (
    admit,
    enrolment_code,
    found_school,
    import_people,
    join_school,
    new_person_id,
    publish,
)
from desktop.importing.faults import ImportFault
from desktop.importing.staff import Fate
from desktop.people import Appointment, ListChange, Person, PersonId, Role, Settings
from desktop.phrases import fingerprint
from desktop.services import Candour, open_candour
from storage.charter import PeopleData, PersonFact, RoleData, SettingsData
from storage.errors import Fault, KnownError
from storage.keys import SigningSecret
from storage.slots import FLOOR
from storage.typed_codes import ALPHABET, from_base32
from storage.vault import create_vault
from tests.desktop.desks import Desks, concern, take_away
from tests.school import Hands, Member, SmallSchool

HEAD, DSL, CHAIR = (PersonId(f"{number:032x}") for number in (1, 2, 3))
PHRASES = {HEAD: "antelope taco cartwheel", DSL: "wreath tutor buckle", CHAIR: "cricket squash juggle"}
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstv"
FIRST = [f"{c.upper()}{v}{d}{w}" for c in CONSONANTS for v in VOWELS for d in "ln" for w in "ao"]
LAST = [f"{c.upper()}{v}{c}son" for c in CONSONANTS[:8] for v in VOWELS[:2]]
"""Invented names enough for a list that fills more than one statement."""

CSV = b"Name,Job title,Class\nAda Kaya,Cook,\nBeth Carver,Teaching assistant,Year 2\n"


def plan(
    *, roles: tuple[tuple[Role, PersonId], ...] = ((Role.HEAD, HEAD), (Role.DSL, DSL), (Role.CHAIR, CHAIR))
) -> Plan:
    people = tuple(Person(person_id=pid, name=f"Person {pid[-1]}") for pid in (HEAD, DSL, CHAIR))
    return Plan(
        name="Marsh Lane School",
        people=people,
        appointments=tuple(Appointment(role=role, person_id=pid) for role, pid in roles),
        settings=Settings(decision_hours=12),
    )


@pytest.fixture
def empty(tmp_path_factory: pytest.TempPathFactory, hands: Hands) -> Candour:
    """Candour on a machine that belongs to no school."""
    return open_candour(tmp_path_factory.mktemp("machine") / "home", hands)


def code_of(raised: pytest.ExceptionInfo[KnownError]) -> object:
    return raised.value.code


def fails(does: Callable[[], object]) -> object:
    with pytest.raises(KnownError) as raised:
        does()
    return raised.value.code


# Founding


def test_a_school_is_founded_with_its_people_roles_and_settings(empty: Candour, tmp_path: Path) -> None:
    founded = found_school(empty, plan(), PHRASES, tmp_path / "share", FLOOR)
    school = empty.school
    assert (school.school_id, school.name, school.version) == (founded.school_id, "Marsh Lane School", 1)
    assert (school.holders(Role.CHAIR, empty.machine.today()), school.settings.decision_hours) == ((CHAIR,), 12)


def test_the_paper_key_is_shown_by_no_repr_and_kept_nowhere(empty: Candour, tmp_path: Path) -> None:
    founded = found_school(empty, plan(), PHRASES, tmp_path / "share", FLOOR)
    seed = from_base32(founded.paper_key.replace("-", ""), 32)
    assert founded.paper_key not in repr(founded)
    files = [path for root in (empty.machine.home.root, tmp_path) for path in root.rglob("*") if path.is_file()]
    assert not any(
        seed in content or seed.hex().encode() in content for content in (path.read_bytes() for path in files)
    )


def test_the_paper_key_can_break_glass(empty: Candour, tmp_path: Path) -> None:
    founded = found_school(empty, plan(), PHRASES, tmp_path / "share", FLOOR)
    paper = SigningSecret(from_base32(founded.paper_key.replace("-", ""), 32))
    publish(empty.machine, "breakglass", RoleData(role="vice_chair", person=DSL), (paper,))
    assert empty.school.holders(Role.VICE_CHAIR, empty.machine.today()) == (DSL,)
    assert empty.machine.state.changes[-1].break_glass


def test_another_key_breaks_no_glass(empty: Candour, tmp_path: Path) -> None:
    found_school(empty, plan(), PHRASES, tmp_path / "share", FLOOR)
    data = RoleData(role="vice_chair", person=DSL)
    assert (
        fails(lambda: publish(empty.machine, "breakglass", data, (SigningSecret(b"\1" * 32),)))
        is Fault.DIRECTORY_REFUSED
    )


@pytest.mark.parametrize(
    ("roles", "phrases"),
    [
        (((Role.HEAD, HEAD), (Role.DSL, DSL)), {HEAD, DSL}),
        (((Role.HEAD, HEAD), (Role.CHAIR, CHAIR)), {HEAD, CHAIR}),
        (((Role.DSL, DSL), (Role.CHAIR, CHAIR)), {DSL, CHAIR}),
        (((Role.HEAD, HEAD), (Role.DSL, HEAD), (Role.CHAIR, HEAD)), {HEAD}),
        (((Role.HEAD, HEAD), (Role.DSL, DSL), (Role.CHAIR, CHAIR)), {HEAD}),
        (((Role.HEAD, HEAD), (Role.DSL, DSL), (Role.CHAIR, CHAIR)), set()),
        ((), set()),
    ],
    ids=["no chair", "no lead", "no head", "one person", "one signs", "nobody signs", "nobody"],
)
def test_a_school_needs_its_officers_and_two_persons_who_sign(
    empty: Candour, tmp_path: Path, roles: tuple[tuple[Role, PersonId], ...], phrases: set[PersonId]
) -> None:
    signing = {pid: PHRASES[pid] for pid in phrases}
    found = lambda: found_school(empty, plan(roles=roles), signing, tmp_path / "share", FLOOR)  # noqa: E731 - called once
    assert fails(found) is DeskFault.TOO_FEW_OFFICERS
    assert not empty.has_school
    assert not (tmp_path / "share").exists()


def test_a_school_is_not_founded_with_lists_that_no_school_may_have(empty: Candour, tmp_path: Path) -> None:
    settings = Settings(vocabularies=(ListChange(vocabulary="categories", retired=("injury",)),))
    planned = msgspec.structs.replace(plan(), settings=settings)
    assert fails(lambda: found_school(empty, planned, PHRASES, tmp_path / "share", FLOOR)) is DeskFault.TERM_KEPT
    assert not empty.has_school


def test_a_head_who_is_also_the_lead_founds_it_with_the_chair(empty: Candour, tmp_path: Path) -> None:
    roles = ((Role.HEAD, HEAD), (Role.DSL, HEAD), (Role.CHAIR, CHAIR))
    found_school(empty, plan(roles=roles), {pid: PHRASES[pid] for pid in (HEAD, CHAIR)}, tmp_path / "share", FLOOR)
    assert empty.has_school


def test_a_short_passphrase_founds_nothing(empty: Candour, tmp_path: Path) -> None:
    short = PHRASES | {DSL: "too short"}
    assert fails(lambda: found_school(empty, plan(), short, tmp_path / "share", FLOOR)) is Fault.PASSPHRASE_SHORT
    assert not empty.machine.home.vaults.exists()


def test_a_machine_that_has_a_school_gets_no_other(desks: Desks, tmp_path: Path) -> None:
    again = lambda: found_school(desks.candour, plan(), PHRASES, tmp_path / "share", FLOOR)  # noqa: E731 - called once
    assert fails(again) is DeskFault.SCHOOL_THERE_ALREADY
    assert fails(lambda: join_school(desks.candour, desks.school.exchange, desks.school.enrolment_code)) is (
        DeskFault.SCHOOL_THERE_ALREADY
    )


def test_a_passphrase_for_somebody_who_is_not_planned_founds_nothing(empty: Candour, tmp_path: Path) -> None:
    phrases = PHRASES | {PersonId("ff" * 16): "pillow ladder comet"}
    assert fails(lambda: found_school(empty, plan(), phrases, tmp_path / "share", FLOOR)) is Fault.DIRECTORY_REFUSED
    assert not empty.has_school


def test_a_founding_that_failed_can_be_tried_again(empty: Candour, tmp_path: Path) -> None:
    phrases = PHRASES | {PersonId("ff" * 16): "pillow ladder comet"}
    fails(lambda: found_school(empty, plan(), phrases, tmp_path / "share", FLOOR))
    found_school(empty, plan(), PHRASES, tmp_path / "share", FLOOR)
    assert empty.has_school


def test_a_founder_signs_in(empty: Candour, tmp_path: Path) -> None:
    found_school(empty, plan(), PHRASES, tmp_path / "share", FLOOR)
    session = empty.sign_in(CHAIR, PHRASES[CHAIR])
    try:
        assert session.is_reviewer
    finally:
        session.close()


# Joining


def test_an_empty_machine_joins_with_the_code(desks: Desks, empty: Candour) -> None:
    words = join_school(empty, desks.school.exchange, desks.school.enrolment_code)
    assert words == desks.school.fingerprint == fingerprint(empty.school.school_id)
    assert empty.machine.state == desks.candour.machine.state


@pytest.mark.parametrize("write", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code} "])
def test_a_code_may_be_typed_in_several_ways(desks: Desks, empty: Candour, write: Callable[[str], str]) -> None:
    join_school(empty, desks.school.exchange, write(desks.school.enrolment_code))
    assert empty.has_school


@pytest.mark.parametrize("place", [0, 4, 12, 20, 28])
def test_a_wrong_letter_is_found(desks: Desks, empty: Candour, place: int) -> None:
    letters = desks.school.enrolment_code.replace("-", "")
    other = ALPHABET[(ALPHABET.index(letters[place]) + 1) % 32]
    wrong = letters[:place] + other + letters[place + 1 :]
    assert fails(lambda: join_school(empty, desks.school.exchange, wrong)) is Fault.CODE_REFUSED
    assert not empty.has_school


@pytest.mark.parametrize("code", ["", "ABC", "0" * 29, "é" * 29])
def test_what_is_no_code_is_refused(desks: Desks, empty: Candour, code: str) -> None:
    assert fails(lambda: join_school(empty, desks.school.exchange, code)) in {
        Fault.CODE_REFUSED,
        Fault.EXCHANGE_OTHER_SCHOOL,
    }
    assert not empty.has_school


def test_a_code_of_another_school_is_refused_here(desks: Desks, empty: Candour, tmp_path: Path) -> None:
    found_school(empty, plan(), PHRASES, tmp_path / "share", FLOOR)
    other = open_candour(tmp_path / "other", desks.hands)
    assert (
        fails(lambda: join_school(other, desks.school.exchange, enrolment_code(empty.machine)))
        is Fault.EXCHANGE_OTHER_SCHOOL
    )


def test_last_years_directory_is_refused(desks: Desks, empty: Candour) -> None:
    old = desks.school.exchange.with_name("old")
    shutil.copytree(desks.school.exchange, old)
    signers = tuple(desks.of(each).vault.keys.signing for each in (desks.school.head, desks.school.chair))
    publish(desks.candour.machine, "settings", SettingsData(set={"decision_hours": 1}), signers)
    code = enrolment_code(desks.candour.machine)
    assert fails(lambda: join_school(empty, old, code)) is Fault.DIRECTORY_REFUSED
    assert not empty.has_school
    join_school(empty, desks.school.exchange, code)


def test_a_newer_directory_than_the_code_is_taken(desks: Desks, empty: Candour) -> None:
    signers = tuple(desks.of(each).vault.keys.signing for each in (desks.school.head, desks.school.chair))
    publish(desks.candour.machine, "settings", SettingsData(set={"decision_hours": 1}), signers)
    join_school(empty, desks.school.exchange, desks.school.enrolment_code)
    assert empty.school.settings.decision_hours == 1


def test_a_folder_that_is_not_there_is_said(desks: Desks, empty: Candour) -> None:
    take_away(desks.school)
    assert fails(lambda: join_school(empty, desks.school.exchange, desks.school.enrolment_code)) is (
        Fault.EXCHANGE_UNREACHABLE
    )
    assert not empty.has_school


def test_a_walk_up_can_report_from_a_machine_that_has_joined(desks: Desks, empty: Candour) -> None:
    join_school(empty, desks.school.exchange, desks.school.enrolment_code)
    values = {"about": desks.school.teacher.person_id, "name_choice": "leave_off", **concern()}
    case = empty.file_walk_up("concern", values).case_id
    assert desks.case(desks.school.dsl, case).report is not None


# Admitting a vault


def test_a_new_member_is_admitted_by_a_registrar(desks: Desks) -> None:
    machine, supply = desks.candour.machine, desks.school.supply
    vault = create_vault(
        machine.home.vault(supply.person_id), person=supply.person_id, passphrase=b"a new member here", cost=FLOOR
    )
    try:
        admit(machine, vault, [desks.of(desks.school.deputy).vault.keys.signing])
        assert [machine.person_of(vault.kid)] == [supply.person_id]
    finally:
        vault.close()


@pytest.mark.parametrize(
    ("whose", "signs"),
    [
        ("supply", ("ta",)),
        ("supply", ()),
        ("head", ("dsl",)),
        ("chair", ("head",)),
        ("dsl", ("deputy",)),
        ("ta", ("head",)),
    ],
)
def test_a_vault_is_not_admitted_by_those_who_may_not(desks: Desks, whose: str, signs: tuple[str, ...]) -> None:
    machine = desks.candour.machine
    member: Member = getattr(desks.school, whose)
    vault = create_vault(
        machine.home.vaults / "new", person=member.person_id, passphrase=b"a new vault of theirs", cost=FLOOR
    )
    try:
        signers = [desks.of(getattr(desks.school, name)).vault.keys.signing for name in signs]
        assert fails(lambda: admit(machine, vault, signers)) is Fault.DIRECTORY_REFUSED
        assert machine.person_of(vault.kid) is None
    finally:
        vault.close()


# The staff list


def test_a_dry_run_changes_nothing(desks: Desks) -> None:
    before = desks.candour.machine.state
    report = import_people(desks.of(desks.school.dsl), CSV, dry_run=True)
    assert len(report.with_fate(Fate.ADDED)) == 1
    assert desks.candour.machine.state == before


def test_an_import_lists_who_is_new_and_changes_who_is_there(desks: Desks) -> None:
    report = import_people(desks.of(desks.school.dsl), CSV, dry_run=False)
    people = {person.name: person for person in desks.candour.school.people.values()}
    assert [row.fate for row in report.rows] == [Fate.ADDED, Fate.CHANGED]
    assert (people["Ada Kaya"].job, people["Beth Carver"].group) == ("Cook", "Year 2")
    assert people["Beth Carver"].person_id == desks.school.ta.person_id


def test_the_same_file_again_adds_nobody_and_signs_nothing(desks: Desks) -> None:
    import_people(desks.of(desks.school.dsl), CSV, dry_run=False)
    before = desks.candour.machine.state
    report = import_people(desks.of(desks.school.dsl), CSV, dry_run=False)
    assert {row.fate for row in report.rows} == {Fate.UNCHANGED}
    assert desks.candour.machine.state == before


@pytest.mark.parametrize(
    ("member", "may"), [("head", True), ("dsl", True), ("deputy", True), ("chair", False), ("ta", False)]
)
def test_only_registrars_import(desks: Desks, member: str, may: bool) -> None:
    session = desks.of(getattr(desks.school, member))
    before = desks.candour.machine.state.n
    if may:
        import_people(session, CSV, dry_run=False)
    else:
        assert fails(lambda: import_people(session, CSV, dry_run=False)) is DeskFault.NOT_YOURS_TO_CHANGE
    assert (desks.candour.machine.state.n > before) is may


def test_an_import_proposes_roles_and_gives_none(desks: Desks) -> None:
    report = import_people(desks.of(desks.school.dsl), b"Name,Candour roles\nAda Kaya,Head\n", dry_run=False)
    added = [row.person for row in report.rows if row.person]
    today = desks.candour.machine.today()
    assert [desks.candour.school.roles_of(person.person_id, today) for person in added] == [frozenset()] * len(added)


def test_refused_rows_change_nothing_and_the_others_go(desks: Desks) -> None:
    data = b"Name,Job title\nAda Kaya,Cook\n12345,Cook\n"
    report = import_people(desks.of(desks.school.dsl), data, dry_run=False)
    assert [row.fate for row in report.rows] == [Fate.ADDED, Fate.REFUSED]
    assert "Ada Kaya" in {person.name for person in desks.candour.school.people.values()}


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"PK\x03\x04", b"x,y\n1,2\n"])
def test_what_is_no_staff_list_is_refused(desks: Desks, data: bytes) -> None:
    assert fails(lambda: import_people(desks.of(desks.school.dsl), data, dry_run=False)) in {*ImportFault}


def test_nobody_at_the_school_changes_by_an_import_what_is_listed_of_the_governors(desks: Desks) -> None:
    # An end date would see to it that nobody is left who can open a report about the head.
    before = desks.candour.machine.state
    others = "".join(f"{first} {last},\n" for first in FIRST for last in LAST)
    data = f"Name,End date\n{others}{desks.school.chair.name},01/03/2026\n".encode()
    imported = lambda: import_people(desks.of(desks.school.head), data, dry_run=False)  # noqa: E731 - called once
    assert fails(imported) is DeskFault.OVERSIGHT_NOT_YOURS
    assert desks.candour.machine.state == before


def test_a_long_staff_list_is_taken_whole(desks: Desks) -> None:
    names = [f"{first} {last}" for first in FIRST for last in LAST]
    rows = "".join(f"{name},Teacher of a long and winding subject,Room {at}\n" for at, name in enumerate(names))
    report = import_people(desks.of(desks.school.dsl), b"Name,Job title,Room\n" + rows.encode(), dry_run=False)
    added = len(report.with_fate(Fate.ADDED))
    assert added > 1500
    assert len(desks.candour.school.people) == added + len(desks.school.members)
    assert open_candour(desks.school.home, desks.hands).school.people == desks.candour.school.people


def test_a_person_is_listed_under_a_new_id() -> None:
    assert new_person_id() != new_person_id()
    assert len(bytes.fromhex(new_person_id())) == 16


def test_a_head_cannot_list_the_chair_as_gone(desks: Desks) -> None:
    gone = PersonFact(id=desks.school.chair.person_id, profile={"name": "Martin Oyelaran", "end": "2026-01-01"})
    signer = (desks.of(desks.school.head).vault.keys.signing,)
    assert (
        fails(lambda: publish(desks.candour.machine, "people", PeopleData(set=(gone,)), signer))
        is Fault.DIRECTORY_REFUSED
    )


def test_a_school_is_the_same_on_every_machine(desks: Desks, empty: Candour) -> None:
    join_school(empty, desks.school.exchange, desks.school.enrolment_code)
    assert msgspec.to_builtins(empty.school) == msgspec.to_builtins(desks.candour.school)


def test_the_small_schools_copies_are_schools(small_school: SmallSchool) -> None:
    assert small_school.open().has_school
