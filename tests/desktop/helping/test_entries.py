# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One search over everything that anybody may read: help, glossary, people, contacts, and every clause."""

import dataclasses
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.helping import searching
from desktop.helping.entries import every_entry
from desktop.helping.finding import Found, Source
from desktop.helping.glossary import glossary
from desktop.helping.index import Index
from desktop.helping.searching import read_index
from desktop.people import Contact, PolicyLine
from desktop.policies.library import Kept
from desktop.policies.taking_in import model_code
from desktop.questions.library import Published
from desktop.questions.text import Question
from desktop.services import open_candour
from storage.errors import Fault, KnownError
from tests.school import NOW, SmallSchool

TODAY = NOW.date()
CODE = model_code()
ASKED = Question(question="May I take a gift of flowers?", answer="Yes, and declare it.")
QUESTIONS = [Published(fingerprint="d" * 64, text=ASKED), Published(fingerprint="c" * 64, text=None)]
TYPED = {Source.CONTACT: "nspcc", Source.POLICY: "staff code conduct", Source.CARD: "child tells"}


@pytest.fixture(scope="module")
def index() -> Index:
    line = PolicyLine(policy_id="code", title="Staff code of conduct", versions=("f" * 64,))
    return Index(every_entry(None, [Kept(line=line, fingerprint="f" * 64, version=CODE)], QUESTIONS, TODAY))


def found(index: Index, typed: str, source: Source) -> list[Found]:
    return [each for each in index.find(typed, 50).found if each.entry.source is source]


@pytest.mark.parametrize("source", Source)
def test_one_search_finds_each_kind(index: Index, source: Source) -> None:
    assert found(index, TYPED.get(source, "gift"), source)


def test_every_clause_is_found_by_its_number_and_says_whose_it_is(index: Index) -> None:
    for clause in (each for each in CODE.clauses if each.number):
        first = found(index, f"{clause.number} {clause.heading}", Source.CLAUSE)[0].entry
        assert (first.id, first.within) == (f"code/{clause.clause_id}", "Staff code of conduct")


def test_a_policy_whose_text_has_not_come_is_found_by_its_title() -> None:
    line = PolicyLine(policy_id="lone", title="Lone working", versions=("e" * 64,))
    entries = every_entry(None, [Kept(line=line, fingerprint="e" * 64, version=None)], (), TODAY)
    [found] = Index(entries).find("lone working").found
    assert (found.entry.id, found.entry.note) == ("lone", "Its text has not reached this computer yet.")


def test_every_term_is_found_by_its_name_before_anything_else(index: Index) -> None:
    others = [each.id for each in glossary() if index.find(each.term).found[0].entry.title != each.term]
    assert others == []


def test_terms_stand_in_the_order_of_the_alphabet_and_each_once() -> None:
    names = [each.term.casefold() for each in glossary()]
    assert names == sorted(names)
    assert len({each.id for each in glossary()}) == len(names)


def test_an_office_finds_who_holds_it_and_where_they_are(small_school: SmallSchool) -> None:
    school = small_school.open().school
    first = Index(every_entry(school, (), (), TODAY)).find("designated safeguarding lead").found[0]
    assert first.entry.title == "Priya Nair"


def test_an_old_number_says_so(small_school: SmallSchool) -> None:
    contact = Contact(purpose="LADO", name="LADO for Elmshire", phone="01234", verified_on=TODAY.replace(year=2020))
    school = small_school.open().school
    school = replace(school, settings=replace(school.settings, contacts=(contact,)))
    entry = next(each for each in every_entry(school, (), (), TODAY) if each.title == contact.name)
    assert "over a year ago" in entry.note


def test_without_a_school_help_contacts_and_glossary_are_found(tmp_path: Path) -> None:
    index = read_index(open_candour(tmp_path)).index
    assert {each.entry.source for each in index.find("child", 50).found} == {
        Source.HELP,
        Source.CONTACT,
        Source.TERM,
        Source.CARD,
    }


def test_policies_that_the_disk_cannot_read_leave_the_rest(
    small_school: SmallSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_school: object, _documents: object) -> None:
        raise KnownError(Fault.DISK_ERROR)

    monkeypatch.setattr(searching, "library", fail)
    kept = searching.read_index(small_school.open())
    assert kept.index.find("nspcc").found
    assert not kept.is_whole


def test_an_index_is_made_again_only_when_there_is_something_new(small_school: SmallSchool) -> None:
    candour = small_school.open()
    kept = read_index(candour)
    assert read_index(candour, kept) is kept
    assert read_index(candour, dataclasses.replace(kept, is_whole=False)) is not kept
    assert read_index(candour, dataclasses.replace(kept, made_of=("", NOW.date()))) is not kept
