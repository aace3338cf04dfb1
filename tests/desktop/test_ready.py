# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is kept ready of a case says what the opened case says, and to nobody more than they may read.

That it is made again identically after any sequence of acts: tests/desktop/test_projections.py.
"""

from desktop.chronology.items import item_of
from desktop.chronology.page import read_page
from desktop.patterns.reading import read_register
from desktop.soundness import Trouble, check
from tests.desktop.cases.test_identifying import WORDS, named
from tests.desktop.cases.test_narrowing import keep_away
from tests.desktop.desks import LOW_LEVEL, Desks


def test_a_page_shows_what_the_opened_cases_say(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher, when={"certainty": "day", "date": "2026-03-02"})
    desks.act(school.dsl, case, "triage", LOW_LEVEL)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    desks.act(school.head, case, "action", {"what": "Talk.", "owner": school.dsl.person_id, "due": "2026-04-01"})
    desks.concern(school.deputy, school.teacher)
    for member in (school.head, school.dsl):
        desks.sync(member)
        session, person = desks.of(member), school.teacher.person_id
        items = read_page(session, person).items
        by = (session.me, session.machine.school, session.meaning, session.clocks)
        assert {item.case_id: item for item in items} == {
            each: item_of(session.case(each), person, *by) for each in session.about(person)
        }
        assert len(items) == 2


def test_no_case_is_opened_for_a_page_or_for_patterns(desks: Desks) -> None:
    school = desks.school
    desks.concern(school.ta, school.teacher)
    desks.sync()
    session = desks.of(school.dsl)
    session.vault.database.execute("UPDATE entries SET signature = x'' WHERE kind = 'report'")
    assert len(read_page(session, school.teacher.person_id).items) == 1
    assert len(read_register(session).concerns) == 1


def test_what_somebody_only_sent_counts_for_nothing_in_their_vault(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    session = desks.of(desks.school.ta)
    assert session.entries.cases() != []
    assert session.views.counted() == []


def test_a_reader_who_turns_out_to_be_concerned_counts_nothing_that_came_after(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, about_description=WORDS, could_be_someone_in_charge="no")
    desks.sync()
    dsl, head = desks.of(school.dsl), desks.of(school.head)
    before, kept = read_register(dsl), dsl.views.counted()
    desks.act(school.head, case, "identification", named(school.dsl))
    desks.act(school.head, case, "decision", LOW_LEVEL)
    desks.sync()
    assert [record.subject for record in read_register(head).concerns] == [school.dsl.person_id]
    assert (read_register(dsl), dsl.views.counted()) == (before, kept)
    assert [record.subject for record in before.concerns] == [WORDS]


def test_whom_the_directory_keeps_away_counts_nothing_of_the_case_that_goes_on_without_them(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.sync()
    dsl, head = desks.of(school.dsl), desks.of(school.head)
    keep_away(desks, school.dsl, school.teacher)
    desks.sync()
    kept = dsl.views.counted()
    desks.act(school.head, case, "decision", LOW_LEVEL)
    desks.sync()
    assert [record.severity for record in read_register(head).concerns] == [2]
    assert dsl.views.counted() == kept


def test_what_was_put_in_its_place_is_found(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    session = desks.of(desks.school.dsl)
    session.vault.database.execute("UPDATE ready SET counted = x'7b7d'")
    assert Trouble.INDEX_DIFFERS in check(session).troubles
    session.project_everything()
    assert check(session).is_sound
