# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a case file says of a case."""

import msgspec
import pytest

from desktop.documents.case_file import case_file
from desktop.soundness import Trouble
from storage.body import Standing
from tests.desktop.cases.building import AT, eid, entry
from tests.desktop.documents.cases import (
    CONCERN,
    DSL,
    HEAD,
    NO_LIMB,
    OTHER,
    RATIONALE,
    SCHOOL,
    case_of,
    decision,
    report,
    source,
)
from tests.desktop.documents.printing import filed
from tests.desktop.documents.reading import Document, Node

NOTE = entry(2, "note", DSL, {"text": "Saw the boy at break."})


def section(read: Document, title: str) -> Node:
    """A section by its title."""
    return next(node for node in read.tree.all("Sect") if node.kids[0].words == title)


def row(node: Node, label: str) -> str:
    """The value beside a label."""
    return next(each.kids[1].words for each in node.all("TR") if each.kids[0].words == label)


def summary(read: Document, label: str) -> str:
    return row(section(read, "Summary"), label)


def full(read: Document) -> str:
    return section(read, "Every entry in full").words


def test_the_cover_says_for_whom_why_by_whom_and_when_and_names_nobody_concerned() -> None:
    cover = filed(report(), NOTE).pages[0].replace("\n", " ")
    assert "Northmere Council, LADO" in cover
    assert "For the strategy discussion on 23 March" in cover
    assert "Priya Nair, Designated safeguarding lead" in cover
    assert "Friday 20 March 2026, 09:30" in cover
    assert "Tom Ashby" not in cover


def test_every_entrys_words_stand_in_it_exactly_as_written() -> None:
    read = filed(report(), NOTE, decision(3))
    for words in (CONCERN["what_happened"], "Saw the boy at break.", RATIONALE):
        assert str(words) in full(read)


def test_every_entry_names_its_author_and_its_time() -> None:
    said = full(filed(report(), NOTE, decision(3)))
    assert "1. Beth Collier reported a concern" in said
    assert "Beth Collier, Teaching assistant. Signed in; the signature is theirs." in said
    assert "2. Note by Priya Nair" in said
    assert "Recorded Thursday 12 March 2026, 16:12." in said
    assert "3. Helen Marsh recorded the decision" in said


def test_an_author_is_named_as_the_directory_had_them_when_they_wrote() -> None:
    people = dict(SCHOOL.people) | {DSL: msgspec.structs.replace(SCHOOL.people[DSL], name="Priya Menon")}
    before = msgspec.structs.replace(SCHOOL, people=people)
    read = Document(case_file(source(case_of(report(), NOTE), schools={7: before})).content)
    assert "2. Note by Priya Menon" in full(read)


def test_a_name_that_nobody_checked_is_never_shown_as_a_name_that_was() -> None:
    claimed = report(author=None, standing=Standing.WALK_UP_NAMED, claims="Jo Smith, midday supervisor")
    read = filed(claimed, NOTE)
    assert summary(read, "Reported by") == "Says they are Jo Smith, midday supervisor. Not checked."
    assert "1. Jo Smith, midday supervisor (name not checked) reported a concern" in full(read)


def test_an_anonymous_report_has_a_day_and_no_time() -> None:
    day = AT.replace(hour=0, minute=0)
    unnamed = report(author=None, standing=Standing.WALK_UP_ANONYMOUS, is_day_only=True, at=day, received_at=AT)
    read = filed(unnamed, NOTE)
    assert summary(read, "Reported by") == "No name was given."
    assert summary(read, "Reported on") == "Thursday 12 March 2026"
    assert "Recorded Thursday 12 March 2026: an anonymous report says its day, not its time." in full(read)
    assert "00:00" not in read.words


def test_a_key_that_the_school_does_not_know_is_said_to_be_unknown() -> None:
    said = full(filed(report(author=None), NOTE))
    assert "Signed with a key that is not on the school’s list." in said


def test_when_it_arrived_is_said_where_that_was_at_another_time() -> None:
    late = entry(2, "note", HEAD, {"text": "x"}, received_at=AT.replace(day=14))
    said = full(filed(report(), late))
    assert "Reached Priya Nair’s record Saturday 14 March 2026, 15:12." in said
    assert said.count("Reached") == 1


def test_what_is_odd_about_an_entry_is_said_in_words() -> None:
    assert "by the time this arrived" in full(filed(report(flags=frozenset({"revoked_key"})), NOTE))


def test_the_chronology_goes_by_when_things_happened() -> None:
    earlier = entry(3, "note", DSL, {"note_kind": "conversation", "on": "2026-03-11", "text": "Rang home."})
    rows = section(filed(report(), NOTE, earlier), "Chronology").all("TR")[1:]
    assert [each.kids[3].words for each in rows] == ["1", "3", "2"]
    assert rows[0].kids[0].words == "Tuesday 10 March 2026, after school"
    assert rows[0].kids[2].words == "12 Mar 2026, 15:12"


def test_openings_on_one_day_share_a_row_in_the_chronology_and_each_has_its_own_among_the_entries() -> None:
    read = filed(report(), *(entry(number, "access", DSL, {}) for number in (2, 3, 4)))
    rows = section(read, "Chronology").all("TR")[1:]
    assert [each.kids[3].words for each in rows] == ["1", "2, 3, 4"]
    assert full(read).count("Priya Nair opened it") == 3


def test_what_was_not_answered_is_said_not_to_be_recorded() -> None:
    assert "Not recorded: Where" in full(filed(report(), NOTE))


def test_a_correction_and_what_it_corrects_point_to_each_other() -> None:
    right = {"corrects": eid(2), "text": "It was after lunch.", "reason": "Misread"}
    said = full(filed(report(), NOTE, entry(3, "correction", DSL, right, supersedes=eid(2))))
    assert "Corrected later by its author: see entry 3." in said
    assert "Entry 2: Note by Priya Nair, Thursday 12 March 2026, 16:12. It begins: “Saw the boy at break.”" in said
    assert "It was after lunch." in said


def test_nobody_corrects_what_somebody_else_wrote() -> None:
    wrong = entry(3, "correction", HEAD, {"corrects": eid(2), "text": "No."}, supersedes=eid(2))
    assert "Corrected later" not in full(filed(report(), NOTE, wrong))


def test_entries_of_people_who_have_no_say_stand_apart_and_last() -> None:
    read = filed(report(), entry(2, "note", OTHER, {"text": "Let me in."}), decision(3))
    assert "Let me in." not in full(read)
    assert "3. Note by Łukasz Nguyễn" in section(read, "Entries that change nothing").words
    assert "Let me in." not in section(read, "Chronology").words


def test_actions_say_what_became_of_them() -> None:
    what = {"what": "Ring home", "owner": HEAD, "due": "2026-03-13"}
    moved = {"action": eid(2), "state": "moved", "due": "2026-03-19", "reason": "Away"}
    read = filed(report(), entry(2, "action", DSL, what), entry(3, "action_update", HEAD, moved))
    cells = [cell.words for cell in section(read, "Actions").all("TD")]
    words = "To be done; the day has passed. The date was moved, once"
    assert cells == ["Ring home", "Helen Marsh", "19 Mar 2026", words, "2"]
    assert "Entry 2: Action: Ring home" in full(read)


def test_who_can_read_it_and_who_opened_it_are_listed() -> None:
    node = section(filed(report(), entry(2, "access", DSL, {})), "Who can read it, and who opened it")
    assert "Priya Nair, Designated safeguarding lead designated safeguarding lead" in node.words
    assert "Helen Marsh, Headteacher headteacher Not recorded as opened" in node.words
    assert [cell.words for cell in node.all("Table")[1].all("TD")] == [
        "Priya Nair",
        "Thursday 12 March 2026, 16:12",
        "2",
    ]


def test_every_entry_has_its_fingerprint_in_groups_of_four() -> None:
    node = section(filed(report(), NOTE), "How far this copy can be trusted").all("Table")[-1]
    groups = [cell.words.split() for cell in node.all("TD")[1::2]]
    assert ["".join(group) for group in groups] == [eid(1), eid(2)]
    assert {len(each) for group in groups for each in group} == {4}


def test_the_schools_fingerprint_and_its_directory_are_named() -> None:
    node = section(filed(report(), NOTE), "How far this copy can be trusted")
    assert row(node, "School").startswith("Hollowbrook Primary School. Its fingerprint in six words: ")
    assert row(node, "List of people and roles") == "Statement 7, fingerprint 5ac8 ddf0 8a37 25bc"


def test_an_entry_that_others_name_and_that_is_not_here_is_missed() -> None:
    node = section(filed(report(), entry(3, "note", DSL, {"text": "x"})), "How far this copy can be trusted")
    assert row(node, "Order").endswith("So named, but not here: 1.")


@pytest.mark.parametrize("trouble", Trouble)
def test_what_is_wrong_with_the_record_is_said(trouble: Trouble) -> None:
    read = Document(case_file(source(case_of(report(), NOTE), troubles=(trouble,))).content)
    said = row(section(read, "How far this copy can be trusted"), "The whole record")
    assert "Nothing was found" not in said
    assert said


def test_the_summary_names_the_decision_and_what_is_missing() -> None:
    read = filed(report(), NOTE, decision(3))
    assert summary(read, "Decision").startswith("Low-level concern (by Helen Marsh, Thursday 12 March 2026, 17:12")
    assert summary(read, "Reason for the decision") == RATIONALE
    assert "What the school learnt" in [node.words.removeprefix("• ") for node in read.tree.all("LBody")]


def test_the_four_questions_are_shown_as_answered_by_each() -> None:
    triage = entry(2, "triage", DSL, {**NO_LIMB, "limb_risk": "not_sure", "outcome": "T1", "rationale": RATIONALE})
    node = section(filed(report(), triage, decision(3)), "Summary").all("Table")[-1]
    assert [cell.words for cell in node.all("TR")[3].all("TD")][1:] == ["Not sure", "No"]


def test_a_person_who_is_not_listed_is_described_in_the_reporters_words() -> None:
    values = {name: value for name, value in CONCERN.items() if name != "about"}
    described = {**values, "about_description": "Tall man, coaches football"}
    assert summary(filed(report(described), NOTE), "Person concerned") == (
        "Not named. Described as: “Tall man, coaches football”"
    )


def test_a_case_without_its_report_says_so() -> None:
    read = filed(entry(2, "note", DSL, {"text": "Only this."}))
    assert "The report that began this record is not among the entries in this copy." in read.words
    assert "Only this." in full(read)


def test_the_words_that_were_signed_with_a_report_are_shown() -> None:
    read = filed(report(data={"signed_words": {"truth/1": "It is true, as far as I know."}}), NOTE)
    assert "It is true, as far as I know." in full(read)


def test_a_handed_on_entry_says_by_whom() -> None:
    grant = entry(3, "grant", DSL, {})
    read = filed(report(), entry(2, "note", HEAD, {"text": "x"}, granted_by=grant.eid), grant)
    assert "Handed on by Priya Nair in entry 3." in full(read)
    assert "3. Priya Nair handed an earlier entry on to a new reader." in full(read)
