# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Searching real vaults: what is found, by whom, and what that leaves behind."""

import pytest

from desktop.auditing.noting import note_search, watchers
from desktop.cases.inbox import read_inbox
from desktop.cases.rows import SEARCH, Shelf
from desktop.searching.finding import search
from desktop.searching.guessing import Guess
from desktop.searching.words import sought
from desktop.soundness import check
from storage.typed_codes import from_base32
from storage.views import View
from tests.desktop.desks import Desks
from tests.school import Member


@pytest.fixture
def case(desks: Desks) -> str:
    """A concern about the teacher, by the assistant, that its readers hold."""
    case = desks.concern(desks.school.ta, desks.school.teacher, what_happened="He hummed Brontë in the corridor.")
    desks.sync()
    return case


def _name_with(reference: str) -> str:
    return from_base32(reference.replace("-", ""), 5).hex() + "0" * 54


def found(desks: Desks, by: Member, typed: str) -> list[str]:
    return list(search(desks.of(by), typed).ids)


@pytest.mark.parametrize("typed", ["Ashby", "ash tom", "bronte", "CORRIDOR hum", "carver", "tom"])
def test_a_record_is_found_by_its_names_and_words(desks: Desks, case: str, typed: str) -> None:
    assert found(desks, desks.school.dsl, typed) == [case]


def test_it_is_found_by_its_reference_with_and_without_the_hyphen(desks: Desks, case: str) -> None:
    reference = desks.of(desks.school.dsl).row(case).reference
    assert found(desks, desks.school.dsl, reference) == [case]
    assert found(desks, desks.school.dsl, reference.replace("-", "").lower()) == [case]


def test_what_is_added_is_found_too(desks: Desks, case: str) -> None:
    desks.act(desks.school.dsl, case, "note", {"text": "Spoke about the xylophone."})
    assert found(desks, desks.school.dsl, "xylo") == [case]
    desks.sync()
    assert found(desks, desks.school.head, "xylo") == [case]


def test_who_does_not_read_a_record_finds_nothing(desks: Desks, case: str) -> None:
    for member in (desks.school.ta, desks.school.teacher, desks.school.deputy, desks.school.chair):
        assert found(desks, member, "ashby") == []


def test_who_stood_aside_finds_it_no_more(desks: Desks, case: str) -> None:
    desks.act(desks.school.dsl, case, "recusal", {})
    assert found(desks, desks.school.dsl, "ashby") == []


def test_drafts_are_not_found(desks: Desks, case: str) -> None:
    desks.of(desks.school.dsl).drafts.save(f"case {case} note", "2026-03-12", b"xylophone")
    assert found(desks, desks.school.dsl, "xylophone") == []


def test_the_inbox_finds_what_was_written_and_not_only_what_its_rows_show(desks: Desks, case: str) -> None:
    desks.act(desks.school.dsl, case, "note", {"text": "Spoke about the xylophone."})
    inbox = read_inbox(desks.of(desks.school.dsl), Shelf.NEEDS_YOU, "xylophone")
    assert inbox.ids == (case,)


def guessed(desks: Desks, by: Member, typed: str) -> dict[str, tuple[str, ...]]:
    return {guess.typed: guess.nearest for guess in search(desks.of(by), typed).guesses}


def test_for_a_word_in_no_record_the_nearest_is_found_and_told(desks: Desks, case: str) -> None:
    hits = search(desks.of(desks.school.dsl), "coridor ashbi")
    assert hits.ids == (case,)
    assert hits.guesses == (Guess("coridor", ("corridor",)), Guess("ashbi", ("ashby",)))


def test_a_word_in_a_record_is_never_changed(desks: Desks, case: str) -> None:
    assert guessed(desks, desks.school.dsl, "corri hummed") == {}
    assert guessed(desks, desks.school.dsl, "corri humed") == {"humed": ("hummed",)}


def test_a_guess_that_finds_nothing_beside_the_other_words_is_not_told(desks: Desks, case: str) -> None:
    assert guessed(desks, desks.school.dsl, "coridor marmalade") == {}


def test_no_word_is_guessed_that_this_reader_may_not_see(desks: Desks, case: str) -> None:
    for member in (desks.school.deputy, desks.school.chair):
        assert guessed(desks, member, "coridor") == {}


def test_no_word_is_guessed_of_a_record_that_one_stood_aside_from(desks: Desks, case: str) -> None:
    desks.act(desks.school.dsl, case, "recusal", {})
    assert guessed(desks, desks.school.dsl, "coridor") == {}


def test_neither_a_reference_nor_a_part_of_one_is_guessed(desks: Desks) -> None:
    session = desks.of(desks.school.dsl)
    case = _name_with("KQAM-ZXRT")
    session.views.put([View(case, Shelf.CLOSED, "", b"", words="kqam zxrt kqamzxrt corridor part time")])
    for typed in ("kqan", "kqamzxrs", "KQAN-ZXRT", "kqam-zxrs", "part-tiem"):
        assert guessed(desks, desks.school.dsl, typed) == {}
    assert guessed(desks, desks.school.dsl, "tiem") == {"tiem": ("time",)}


def test_that_somebody_searched_is_told_to_the_others_and_not_for_what(desks: Desks, case: str) -> None:
    school = desks.school
    note_search(desks.of(school.dsl))
    desks.sync()
    (told,) = desks.of(school.head).entries.of_kind(SEARCH)
    assert told.entry.body.data == {"form": SEARCH, "answers": {}}
    assert told.entry.case not in desks.of(school.head).shelf(Shelf.NEEDS_YOU)


def test_who_oversees_the_head_tells_only_those_who_do_so_too(desks: Desks) -> None:
    school = desks.school
    assert watchers(desks.of(school.chair)) == (school.vice_chair.person_id,)
    assert watchers(desks.of(school.head)) == (school.dsl.person_id,)


def test_the_index_made_again_is_the_same(desks: Desks, case: str) -> None:
    session = desks.of(desks.school.dsl)
    assert check(session).is_sound
    session.vault.database.execute("UPDATE search_cases SET digest = 'x'")
    assert not check(session).is_sound


def test_what_is_sought_has_neither_accents_nor_signs() -> None:
    assert sought("  O'Connor, Łukasz—ZOË zoe *") == ("oconnor", "lukasz", "zoe")
