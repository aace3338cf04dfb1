# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A school changes its lists, and entries from before and after are read: real vaults, two signatures."""

from pathlib import Path

import pytest

from desktop.cases.inbox import read_categories
from desktop.cases.page import read_page
from desktop.changing.change import listing
from desktop.changing.making import make_change
from desktop.changing.telling import tell_change
from desktop.faults import DeskFault
from desktop.filing import AnswersError
from desktop.forms.lists import add_word, change_of, retire, reword, with_change
from desktop.people import ListChange
from desktop.searching.finding import search
from desktop.session import Session
from storage.charter import SettingsData
from storage.errors import KnownError
from tests.desktop.changing.conftest import Office
from tests.desktop.desks import LOW_LEVEL
from tests.desktop.documents.reading import Document
from tests.desktop.exports.orders import export_case
from tests.school import SmallSchool

ADDED = add_word(ListChange(vocabulary="everyday"), "Left the pond gate open")


def change(office: Office, new: ListChange) -> None:
    """The head and the chair change a list."""
    head, chair = office.school.head, office.school.chair
    changes = office.of(head).machine.school.settings.vocabularies
    said = [listing(with_change(changes, new))]
    assert make_change(office.of(head), said, {chair.person_id: chair.passphrase}).is_published


def told(session: Session, case_id: str) -> str:
    """What a reviewer reads of a report."""
    page = read_page(session, case_id)
    return " ".join(row.value for row in (*page.facts, *page.more))


def file(office: Office, *everyday: str) -> str:
    return office.desks.concern(office.school.ta, office.school.teacher, everyday=list(everyday))


def test_one_signature_changes_no_list(office: Office, small_school: SmallSchool) -> None:
    head = office.of(small_school.head)
    assert not make_change(head, [listing([ADDED])]).is_published
    assert head.machine.school.settings.vocabularies == ()


def test_an_own_word_can_be_filed_and_is_read_in_the_case_and_its_file(
    office: Office, small_school: SmallSchool, tmp_path: Path
) -> None:
    change(office, ADDED)
    case_id = file(office, "own_1")
    dsl = office.of(small_school.dsl)
    assert "Left the pond gate open" in told(dsl, case_id)
    made = export_case(dsl, case_id, tmp_path / "a.pdf", "For the file", "Head")
    assert "Left the pond gate open" in Document(made.path.read_bytes()).words


def test_a_reviewer_records_an_own_category(office: Office, small_school: SmallSchool) -> None:
    change(office, add_word(ListChange(vocabulary="categories"), "Left the pond gate open"))
    case_id = file(office, "not_sure")
    office.desks.act(small_school.dsl, case_id, "triage", {**LOW_LEVEL, "categories": ["own_1"]})
    story = read_page(office.of(small_school.head), case_id).story
    assert "Left the pond gate open" in str(story)


def test_an_old_entry_keeps_its_word_after_it_was_taken_off(office: Office, small_school: SmallSchool) -> None:
    case_id = file(office, "favouritism")
    before = told(office.of(small_school.dsl), case_id)
    change(office, retire(ListChange(vocabulary="everyday"), "favouritism"))
    assert told(office.of(small_school.dsl), case_id) == before


def test_what_was_taken_off_is_refused_in_one_sentence(office: Office) -> None:
    change(office, retire(ListChange(vocabulary="everyday"), "favouritism"))
    with pytest.raises(AnswersError) as raised:
        file(office, "favouritism")
    (finding,) = raised.value.findings
    assert finding.message == "“Favouritism or gifts” is no longer on the list. Choose another answer"


def test_an_own_word_that_was_taken_off_is_still_read(office: Office, small_school: SmallSchool) -> None:
    change(office, ADDED)
    case_id = file(office, "own_1")
    change(office, retire(ADDED, "own_1"))
    assert "Left the pond gate open" in told(office.of(small_school.dsl), case_id)


def test_an_entry_keeps_the_words_of_its_day_after_they_were_put_otherwise(
    office: Office, small_school: SmallSchool
) -> None:
    case_id = file(office, "favouritism")
    change(office, reword(ListChange(vocabulary="everyday"), "favouritism", "Gifts or favours"))
    later = file(office, "own_1")
    dsl = office.of(small_school.dsl)
    assert "Favouritism or gifts" in told(dsl, case_id)
    assert "Gifts or favours" in told(dsl, later)


def test_records_are_found_by_a_word_that_is_no_longer_offered(office: Office, small_school: SmallSchool) -> None:
    change(office, ADDED)
    case_id = file(office, "own_1")
    change(office, retire(ADDED, "own_1"))
    other = file(office, "touch")
    dsl = office.of(small_school.dsl)
    assert search(dsl, "pond gate").ids == (case_id,)
    assert search(dsl, "touch").ids == (other,)
    assert read_categories(dsl) == ("Left the pond gate open", "Touch")


def test_an_entry_names_the_directory_that_says_what_was_offered(office: Office, small_school: SmallSchool) -> None:
    case_id = file(office, "favouritism")
    change(office, retire(ListChange(vocabulary="everyday"), "favouritism"))
    dsl = office.of(small_school.dsl)
    report = dsl.case(case_id).report
    assert report is not None
    then = dsl.machine.school_at(report.directory)
    assert then is not None
    assert change_of("everyday", then.settings.vocabularies).retired == ()


@pytest.mark.parametrize("said", [[ADDED.own], [{"vocabulary": "everyday", "colour": 1}], "all"])
def test_what_is_no_change_of_a_list_is_refused(office: Office, small_school: SmallSchool, said: object) -> None:
    with pytest.raises(KnownError, match=str(DeskFault.SETTING_REFUSED)):
        make_change(office.of(small_school.head), [SettingsData(set={"vocabularies": said})])


def test_places_have_their_bounds_however_they_are_proposed(office: Office, small_school: SmallSchool) -> None:
    with pytest.raises(KnownError, match=str(DeskFault.WORD_REFUSED)):
        make_change(office.of(small_school.head), [SettingsData(set={"places": ["Hall", "Hall"]})])


def test_what_may_not_be_taken_off_cannot_even_be_proposed(office: Office, small_school: SmallSchool) -> None:
    with pytest.raises(KnownError, match=str(DeskFault.TERM_KEPT)):
        make_change(office.of(small_school.head), [listing([retire(ADDED, "not_sure")])])


def test_an_own_word_cannot_be_proposed_away(office: Office, small_school: SmallSchool) -> None:
    change(office, ADDED)
    with pytest.raises(KnownError, match=str(DeskFault.WORD_STAYS)):
        make_change(office.of(small_school.head), [SettingsData(set={"vocabularies": []})])


def test_whoever_signs_reads_what_becomes_of_the_list(office: Office, small_school: SmallSchool) -> None:
    machine = office.of(small_school.head).machine
    said = tell_change(listing([retire(ADDED, "favouritism")]), machine.school, machine.state)
    assert said == (
        "The list “What kind of thing was it?” no longer offers “Favouritism or gifts”.",
        "The list “What kind of thing was it?” offers a word of the school’s own: “Left the pond gate open”.",
    )
