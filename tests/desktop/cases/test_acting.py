# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Acts in real vaults: who gets them, who never does, and what a share hands on."""

from collections.abc import Mapping

import pytest

from desktop.cases.acting import ActRefusedError, act, act_kinds, earlier_rows, open_case
from desktop.cases.case import Missing, Phase
from desktop.cases.refusals import Refusal
from desktop.filing import AnswersError
from desktop.founding import publish
from desktop.routing import Part
from storage.charter import AbsenceData, ConflictData, RoleData
from storage.errors import KnownError
from storage.reply_key import return_keys
from storage.seal import open_envelope
from storage.verify import verify_granted
from tests.desktop.desks import LADO, LOW_LEVEL, THRESHOLD, Desks, concern, content, envelopes, forge, opened_by
from tests.school import Member

NOTE = {"text": "I spoke to her after school."}


def shared(desks: Desks, by: Member, case: str, new: Member) -> str:
    return desks.act(by, case, "share", {"with": [{"person": new.person_id}], "reason": "She chairs the panel."})


def roles_end(desks: Desks, role: str, member: Member) -> None:
    """Two officers end somebody's role."""
    signers = tuple(desks.of(each).vault.keys.signing for each in (desks.school.head, desks.school.chair))
    publish(desks.candour.machine, "role", RoleData(role=role, person=member.person_id, ends=True), signers)


def refused(desks: Desks, by: Member, case: str, kind: str, values: Mapping[str, object]) -> Refusal:
    with pytest.raises(ActRefusedError) as raised:
        desks.act(by, case, kind, values)
    return raised.value.why


# Opening


def test_opening_a_case_leaves_an_entry_that_says_so(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    opened = open_case(desks.of(desks.school.dsl), case)
    assert [entry.kind for entry in opened.entries] == ["report", "access"]
    assert [entry.author for entry in desks.case(desks.school.head, case).of_kind("access")] == [
        desks.school.dsl.person_id
    ]


def test_looking_at_what_one_sent_leaves_none(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    before = len(envelopes(desks.school))
    assert [entry.kind for entry in open_case(desks.of(desks.school.ta), case).entries] == ["report"]
    assert len(envelopes(desks.school)) == before


def test_a_case_that_is_not_there_is_not_opened(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.head)
    desks.sync()
    with pytest.raises(KnownError):
        open_case(desks.of(desks.school.head), case)


# Acting


def test_an_act_goes_to_every_reader_and_to_nobody_else(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.act(desks.school.dsl, case, "note", NOTE)
    desks.sync()
    holders = {m.name for m in desks.school.members if m.passphrase and len(desks.of(m).entries.of_case(case)) > 1}
    assert holders == {desks.school.dsl.name, desks.school.head.name}


def test_an_act_follows_what_its_author_had_seen(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    note = desks.act(desks.school.dsl, case, "note", NOTE)
    later = desks.act(desks.school.head, case, "note", NOTE)
    found = desks.case(desks.school.head, case).entry(later)
    assert found is not None
    assert found.parents == (note,)


def test_an_act_stores_the_directory_and_the_rule_by_which_it_went(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    eid = desks.act(desks.school.dsl, case, "note", NOTE)
    note = desks.case(desks.school.dsl, case).entry(eid)
    assert note is not None
    assert (note.rule, note.directory) == ("R25", desks.candour.machine.state.n)


def test_answers_that_lack_something_record_nothing(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    with pytest.raises(AnswersError):
        act(desks.of(desks.school.dsl), case, "decision", {"outcome": "T3"})
    assert len(desks.of(desks.school.dsl).entries.of_case(case)) == 1


def test_a_refused_act_records_nothing(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    assert refused(desks, desks.school.dsl, case, "decision", LOW_LEVEL) is Refusal.NOT_THE_DECIDER
    assert len(desks.of(desks.school.dsl).entries.of_case(case)) == 1


def test_a_case_goes_from_report_to_closed(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.dsl, case, "triage", THRESHOLD)
    assert refused(desks, school.dsl, case, "note", {"note_kind": "conversation", "spoke_to": "witness", **NOTE}) is (
        Refusal.INTERVIEW_BEFORE_LADO
    )
    desks.act(school.head, case, "decision", THRESHOLD)
    assert desks.case(school.dsl, case).phase is Phase.WITH_LADO
    desks.act(school.dsl, case, "lado_consultation", LADO)
    desks.act(school.head, case, "decision", {**LOW_LEVEL, "agrees": "differ", "differs_because": "The LADO said so."})
    action = desks.act(
        school.dsl, case, "action", {"what": "Talk to him.", "owner": school.head.person_id, "due": "2026-03-20"}
    )
    update = {"action": action, "state": "moved", "due": "2026-03-27", "reason": "She was ill."}
    desks.act(school.head, case, "action_update", update)
    desks.act(school.head, case, "action_update", {"action": action, "state": "done", "what_happened": "We talked."})
    outcome = {"outcomes": ["advice"], "reason": "It was the first time.", "person_told": "yes"}
    desks.act(school.dsl, case, "outcome", {**outcome, "person_told_on": "2026-03-12"})
    desks.act(school.dsl, case, "feedback", {"channel": "letter", "words": "Thank you for telling us."})
    assert desks.case(school.dsl, case).missing == (Missing.LEARNING,)
    desks.act(school.dsl, case, "learning", {"learnt": "Lunch duty needs two people."})
    for reader in (school.dsl, school.head):
        assert desks.case(reader, case).phase is Phase.CLOSED


def test_a_correction_stands_beside_what_it_corrects(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    note = desks.act(desks.school.dsl, case, "note", NOTE)
    desks.act(desks.school.dsl, case, "correction", {"corrects": note, "text": "It was before school."})
    seen = desks.case(desks.school.head, case)
    assert [entry.supersedes for entry in seen.of_kind("correction")] == [note]
    assert seen.entry(note) is not None


def test_earlier_records_have_to_be_opened_before_a_decision(desks: Desks) -> None:
    school = desks.school
    first = desks.concern(school.ta, school.teacher)
    second = desks.concern(school.ta, school.teacher)
    assert refused(desks, school.head, second, "decision", LOW_LEVEL) is Refusal.EARLIER_RECORDS_UNSEEN
    rows = earlier_rows(desks.of(school.head), desks.case(school.head, second))
    assert [row.case_id for row in rows] == [first]
    open_case(desks.of(school.head), first)
    desks.act(school.head, second, "decision", LOW_LEVEL)


def test_earlier_records_that_one_may_not_read_are_not_asked_for(desks: Desks) -> None:
    school = desks.school
    desks.concern(school.ta, school.teacher, not_to=[{"person": school.dsl.person_id}])
    second = desks.concern(school.ta, school.teacher)
    desks.act(school.dsl, second, "triage", LOW_LEVEL)


def test_every_act_but_looking_can_be_asked_for(desks: Desks) -> None:
    assert "access" not in act_kinds(desks.of(desks.school.dsl))
    assert {"note", "triage", "decision", "share", "outcome"} <= {*act_kinds(desks.of(desks.school.dsl))}


# Sharing (requirements.md §10 rule 8; security.md 3.11)


def test_a_new_reader_reads_everything_that_was_there(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.dsl, case, "note", NOTE)
    desks.act(school.head, case, "note", NOTE)
    shared(desks, school.dsl, case, school.chair)
    old, new = desks.case(school.dsl, case), desks.case(school.chair, case)
    assert {e.eid for e in old.entries if e.kind != "grant"} == {e.eid for e in new.entries if e.kind != "grant"}
    assert (new.report, new.missing, new.decider) == (
        new.entry(case),
        old.missing,
        old.decider,
    )


def test_a_new_reader_reads_what_comes_after(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    shared(desks, school.dsl, case, school.chair)
    note = desks.act(school.head, case, "note", NOTE)
    assert desks.case(school.chair, case).entry(note) is not None


def test_a_new_readers_acts_reach_the_others_and_count(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    shared(desks, school.dsl, case, school.chair)
    desks.act(school.chair, case, "triage", LOW_LEVEL)
    assert desks.case(school.head, case).triage is not None


def test_everybody_hears_of_a_share(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    shared(desks, desks.school.dsl, case, desks.school.chair)
    assert desks.case(desks.school.head, case).reads(desks.school.chair.person_id)


def test_whoever_is_left_out_still_has_nothing_after_a_share(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    shared(desks, school.dsl, case, school.chair)
    desks.sync()
    assert [desks.of(m).entries.of_case(case) for m in (school.teacher, school.vice_chair, school.deputy)] == [
        [],
        [],
        [],
    ]
    assert not any(opened_by(desks.of(school.teacher), envelope) for envelope in envelopes(school))


def test_a_person_concerned_is_never_added(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    values = {"with": [{"person": desks.school.teacher.person_id}], "reason": "He asked."}
    assert refused(desks, desks.school.dsl, case, "share", values) is Refusal.SHARED_WITH_CONCERNED


def test_somebody_without_a_vault_is_not_added(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    values = {"with": [{"person": desks.school.supply.person_id}], "reason": "He saw it."}
    assert refused(desks, desks.school.dsl, case, "share", values) is Refusal.SHARED_WITHOUT_KEYS
    assert len(desks.of(desks.school.dsl).entries.of_case(case)) == 1


def test_a_share_of_a_changed_program_with_the_person_concerned_makes_them_no_reader(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.sync()
    said = {"with": [{"person": school.teacher.person_id}], "reason": "He asked."}
    forge(desks, school.dsl, (school.head,), content(desks, "share", said, case=case, parents=(case,)))
    desks.act(school.head, case, "note", NOTE)
    desks.sync(school.teacher)
    assert desks.of(school.teacher).entries.of_case(case) == []


def test_a_new_reader_does_not_hand_on_what_was_handed_to_them(desks: Desks) -> None:
    # Nobody could see by what right: the vault that received it would set the entries aside and stand with half a case.
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    shared(desks, school.dsl, case, school.chair)
    values = {"with": [{"person": school.vice_chair.person_id}], "reason": "I am away next week."}
    assert refused(desks, school.chair, case, "share", values) is Refusal.SHARED_SECOND_HAND


# People changing (security.md T10, 3.11)


def test_whoever_no_longer_holds_an_office_gets_nothing_new(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.sync()
    for role in ("dsl", "deputy_head"):
        roles_end(desks, role, school.dsl)
    note = desks.act(school.head, case, "note", NOTE)
    assert desks.case(school.dsl, case).entry(note) is None
    assert desks.case(school.head, case).reads(school.dsl.person_id)


def test_whoever_was_added_goes_on_getting_it_without_an_office(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.dsl, school.teacher)
    shared(desks, school.dsl, case, school.ta)
    note = desks.act(school.head, case, "note", NOTE)
    assert desks.case(school.ta, case).entry(note) is not None


def test_a_decider_who_is_away_is_stood_in_for_by_whoever_covers(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.sync()
    absence = AbsenceData(
        person=school.head.person_id, since="2026-03-12", until="2026-03-20", cover=school.dsl.person_id
    )
    publish(desks.candour.machine, "absence", absence, (desks.of(school.head).vault.keys.signing,))
    desks.act(school.dsl, case, "decision", LOW_LEVEL)
    assert desks.case(school.head, case).decision is not None


def test_a_tie_declared_afterwards_blocks_the_decision(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.sync()
    tie = ConflictData(reader=school.head.person_id, about=school.teacher.person_id)
    publish(desks.candour.machine, "conflict", tie, (desks.of(school.head).vault.keys.signing,))
    assert refused(desks, school.head, case, "triage", LOW_LEVEL) is Refusal.DECLARED_TIE


# Answering whoever reported it (architecture.md, decision 4)


def test_an_answer_to_a_member_reaches_their_vault(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    question = desks.act(desks.school.dsl, case, "question", {"text": "Which day was it?"})
    assert desks.case(desks.school.ta, case).entry(question) is not None


def test_an_answer_shows_the_reporter_nothing_else(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.act(desks.school.dsl, case, "note", NOTE)
    desks.act(desks.school.dsl, case, "question", {"text": "Which day was it?"})
    assert [entry.kind for entry in desks.case(desks.school.ta, case).entries] == ["report", "question"]


def test_an_answer_to_a_walk_up_opens_with_their_phrase_alone(desks: Desks) -> None:
    school = desks.school
    filed = desks.candour.file_walk_up("concern", {"about": school.teacher.person_id, **concern()})
    desks.act(school.dsl, filed.case_id, "question", {"text": "Which day was it?"})
    state = desks.candour.machine.state.school
    right, wrong = (return_keys(words, state).identity for words in (filed.phrase or "", f"{filed.phrase}s"))
    found = [frame for each in envelopes(school) if (frame := open_envelope(each, [right]))]
    assert {verify_granted(frame, state).body.kind for frame in found} == {"slip", "question"}
    assert not any(open_envelope(each, [wrong]) for each in envelopes(school))


def test_feedback_by_letter_is_not_sealed_to_the_reporter(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    letter = desks.act(school.dsl, case, "feedback", {"channel": "letter", "words": "Thank you."})
    assert desks.case(school.ta, case).entry(letter) is None


def test_what_was_sent_without_a_name_does_not_come_back_to_its_sender(desks: Desks) -> None:
    school = desks.school
    session = desks.of(school.ta)
    filed = session.file("concern", {"about": school.teacher.person_id, "name_choice": "leave_off", **concern()})
    desks.act(school.dsl, filed.case_id, "question", {"text": "Which day was it?"})
    desks.sync()
    assert session.entries.cases() == []


# Junk


@pytest.mark.parametrize("number", [3, 70])
def test_entries_of_somebody_without_a_say_do_not_crowd_out_what_was_seen(desks: Desks, number: int) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    for _ in range(number):
        forge(desks, school.ta, (school.dsl, school.head), content(desks, "note", NOTE, case=case))
    note = desks.act(school.dsl, case, "note", NOTE)
    found = desks.case(school.head, case).entry(note)
    assert found is not None
    assert found.parents == (case,)


def test_only_whole_readers_are_named_in_a_report(desks: Desks) -> None:
    route = desks.candour.route("concern", {"about": desks.school.teacher.person_id, **concern()})
    assert {reader.part for reader in route.readers} == {Part.FULL}
