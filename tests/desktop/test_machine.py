# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One machine: what it knows of the directory, and to which keys something goes."""

from datetime import date

import pytest

from desktop.directory import next_statement
from desktop.founding import publish
from desktop.people import PersonId
from desktop.services import open_candour
from storage.charter import AbsenceData, SettingsData
from storage.directory import extend
from storage.directory_store import DirectoryStore, statement_file
from storage.errors import Fault, KnownError
from storage.statements import write_statement
from tests.desktop.desks import Desks, put_back, take_away
from tests.school import Hands


def hours(desks: Desks, number: int) -> None:
    """Two officers set the hours for a decision."""
    signers = tuple(desks.of(each).vault.keys.signing for each in (desks.school.head, desks.school.chair))
    publish(desks.candour.machine, "settings", SettingsData(set={"decision_hours": number}), signers)


def test_a_machine_without_a_school_says_so(tmp_path_factory: pytest.TempPathFactory, hands: Hands) -> None:
    with pytest.raises(KnownError) as raised:
        _ = open_candour(tmp_path_factory.mktemp("empty"), hands).machine.state
    assert raised.value.code is Fault.NO_SCHOOL


def test_the_day_of_the_school_is_londons(desks: Desks) -> None:
    desks.hands.at = desks.hands.at.replace(month=6, hour=23, minute=30)
    assert desks.candour.machine.today().day == desks.hands.at.day + 1


def test_an_earlier_school_is_as_it_was(desks: Desks) -> None:
    before = desks.candour.machine.state.n
    hours(desks, 12)
    then = desks.candour.machine.school_at(before)
    assert then is not None
    assert (then.settings.decision_hours, desks.candour.school.settings.decision_hours) == (24, 12)


@pytest.mark.parametrize("number", [0, 99, 65_535])
def test_a_school_of_a_statement_that_is_not_here_is_not_known(desks: Desks, number: int) -> None:
    assert desks.candour.machine.school_at(number) is None


def test_another_machine_learns_of_a_statement_when_it_looks(desks: Desks) -> None:
    elsewhere = open_candour(desks.school.copied_to(desks.school.home.with_name("elsewhere")).home, desks.hands).machine
    place = elsewhere.home.place()
    elsewhere.home.settle(
        type(place)(school=place.school, n=place.n, head=place.head, exchange=str(desks.school.exchange))
    )
    hours(desks, 12)
    assert elsewhere.refresh().new == 1
    assert elsewhere.school.settings.decision_hours == 12


def test_a_statement_that_lacks_signatures_changes_nothing(desks: Desks) -> None:
    signers = (desks.of(desks.school.head).vault.keys.signing,)
    with pytest.raises(KnownError) as raised:
        publish(desks.candour.machine, "settings", SettingsData(set={"decision_hours": 1}), signers)
    assert raised.value.code is Fault.DIRECTORY_REFUSED
    assert desks.candour.school.settings.decision_hours == 24


def test_a_look_without_the_exchange_is_no_error(desks: Desks) -> None:
    take_away(desks.school)
    assert not desks.candour.machine.refresh().is_reachable


def test_a_statement_made_without_the_exchange_goes_when_it_is_back(desks: Desks) -> None:
    take_away(desks.school)
    hours(desks, 12)
    put_back(desks.school)
    desks.candour.machine.refresh()
    name = statement_file_of_latest(desks)
    assert (desks.school.exchange / "directory" / name).exists()


def statement_file_of_latest(desks: Desks) -> str:
    return max(path.name for path in desks.candour.machine.home.directory.iterdir())


def test_what_the_exchange_lost_of_the_directory_is_put_back(desks: Desks) -> None:
    for path in (desks.school.exchange / "directory").iterdir():
        path.unlink()
    desks.candour.machine.refresh()
    assert (desks.school.exchange / "directory" / statement_file_of_latest(desks)).exists()


def test_a_second_statement_of_the_same_number_is_a_fork_and_changes_nothing(desks: Desks) -> None:
    machine = desks.candour.machine
    before = machine.state
    hours(desks, 12)
    signers = tuple(desks.of(each).vault.keys.signing for each in (desks.school.dsl, desks.school.vice_chair))
    rival = next_statement(before, "settings", SettingsData(set={"decision_hours": 48}), signers, machine.now())
    assert extend(before, rival).n == machine.state.n
    (desks.school.exchange / "directory" / statement_file(rival)).write_bytes(write_statement(rival))
    assert machine.refresh().forks == (machine.state.n,)
    assert machine.school.settings.decision_hours == 12


def test_a_statement_on_this_disk_that_was_taken_away_is_fetched_again(desks: Desks) -> None:
    hours(desks, 12)
    newest = desks.candour.machine.home.directory / statement_file_of_latest(desks)
    newest.unlink()
    fresh = open_candour(desks.school.home, desks.hands).machine
    assert fresh.refresh().new == 1


def test_a_damaged_statement_on_this_disk_is_not_believed(desks: Desks) -> None:
    first = min(desks.candour.machine.home.directory.iterdir())
    first.write_bytes(first.read_bytes().replace(b"Hollowbrook", b"Hollowbruck"))
    with pytest.raises(KnownError) as raised:
        _ = open_candour(desks.school.home, desks.hands).machine.state
    assert raised.value.code is Fault.DIRECTORY_REFUSED


# To whom something goes


def test_an_audience_names_the_keys_of_its_people(desks: Desks) -> None:
    kids = {desks.of(member).vault.kid for member in (desks.school.dsl, desks.school.head)}
    people = (desks.school.dsl.person_id, desks.school.head.person_id)
    assert {*desks.candour.machine.audience(people).kids} == kids


def test_an_audience_leaves_out_ones_own_vault(desks: Desks) -> None:
    own = desks.of(desks.school.dsl).vault.kid
    people = (desks.school.dsl.person_id, desks.school.head.person_id)
    assert own not in desks.candour.machine.audience(people, without_kid=own).kids


def test_an_audience_of_people_without_vaults_is_refused(desks: Desks) -> None:
    with pytest.raises(KnownError) as raised:
        desks.candour.machine.audience((desks.school.supply.person_id,))
    assert raised.value.code is Fault.NO_READER_KEYS


def test_an_audience_of_oneself_is_empty(desks: Desks) -> None:
    session = desks.of(desks.school.dsl)
    assert desks.candour.machine.audience((session.me,), without_kid=session.vault.kid).is_empty


def test_a_key_that_nobody_has_belongs_to_nobody(desks: Desks) -> None:
    assert desks.candour.machine.person_of("ff" * 16) is None


def test_a_person_is_known_by_their_key(desks: Desks) -> None:
    session = desks.of(desks.school.ta)
    assert desks.candour.machine.person_of(session.vault.kid) == PersonId(session.vault.person)


def test_the_directory_of_a_machine_is_a_real_one(desks: Desks) -> None:
    store = DirectoryStore(desks.candour.machine.home.directory)
    place = desks.candour.machine.home.place()
    assert store.load(place.school, (place.n, place.head)).head == desks.candour.machine.state.head


def test_an_absence_shows_at_once(desks: Desks) -> None:
    data = AbsenceData(person=desks.school.dsl.person_id, since="2026-03-12", until="2026-03-20")
    publish(desks.candour.machine, "absence", data, (desks.of(desks.school.dsl).vault.keys.signing,))
    assert desks.candour.school.absence(desks.school.dsl.person_id, desks.candour.machine.today()) is not None


def test_a_list_of_readers_is_confirmed_by_who_made_it_and_then_by_every_readers_vault(desks: Desks) -> None:
    machine = desks.candour.machine
    made = date.fromisoformat(machine.state.at[:10])
    assert machine.confirmed_on() == made
    desks.hands.forward(days=20)
    desks.sync(desks.school.dsl)
    assert machine.confirmed_on() == machine.today()
    assert machine.confirmed_on(frozenset({desks.of(desks.school.dsl).vault.kid})) == made


def test_out_of_reach_nobody_can_say_when_the_list_was_confirmed(desks: Desks) -> None:
    take_away(desks.school)
    assert desks.candour.machine.confirmed_on() is None
