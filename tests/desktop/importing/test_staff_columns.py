# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import pytest

from desktop.importing.faults import ImportFault
from desktop.importing.refusals import Reason, Refusal, sentence
from desktop.importing.staff_columns import StaffColumn, plain, staff_words
from desktop.people import Role, WorkerType
from storage.errors import KnownError
from tests.desktop.importing.reading import only_row, read


def test_every_column_worker_type_and_role_has_its_words() -> None:
    words = staff_words()
    assert set(words.columns) == set(StaffColumn)
    assert set(words.worker_types) == set(WorkerType)
    assert set(words.roles) == set(Role)
    assert all([*words.columns.values(), *words.worker_types.values(), *words.roles.values()])


def test_no_word_means_two_things() -> None:
    words = staff_words()
    for table in (words.columns, words.worker_types, words.roles):
        spellings = [spelling for group in table.values() for spelling in group]
        assert len(spellings) == len(set(spellings))


def test_every_word_is_written_as_it_is_compared() -> None:
    words = staff_words()
    groups = [*words.columns.values(), *words.worker_types.values(), *words.roles.values(), tuple(words.titles)]
    assert [word for group in groups for word in group if plain(word) != word] == []


def test_capitals_and_punctuation_in_a_heading_do_not_count() -> None:
    person = only_row("FIRST_NAME,Last-name:,Job  Title\nZoë,Hart,Teacher\n").person
    assert person
    assert (person.name, person.job) == ("Zoë Hart", "Teacher")


def test_of_two_headings_that_fit_the_first_of_the_table_is_read_and_the_other_named() -> None:
    report = read("Name,Role,Job title,E-mail\nZoë Hart,Main scale,Teacher,z@x\n")
    assert report.rows[0].person
    assert report.rows[0].person.job == "Teacher"
    assert report.unread_columns == ("Role", "E-mail")


def test_a_forename_and_a_surname_are_read_before_a_whole_name() -> None:
    report = read('Name,Forename,Surname\n"Hart, Zoë",Zoë,Hart\n')
    assert report.people[0].name == "Zoë Hart"
    assert report.unread_columns == ("Name",)


def test_one_heading_over_two_columns_is_refused() -> None:
    with pytest.raises(KnownError) as caught:
        read("Name,Room,room\nZoë Hart,1,2\n")
    assert caught.value.code is ImportFault.COLUMN_TWICE
    assert caught.value.parameters == {"first": 2, "second": 3}


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence_that_names_the_row(reason: Reason) -> None:
    said = sentence(17, Refusal(reason=reason, column="Start date", other_row=12))
    assert said.startswith("Row 17: ")
    assert said.endswith(".")
    assert "{" not in said
