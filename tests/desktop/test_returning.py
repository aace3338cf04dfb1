# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Coming back with a return phrase: what it opens, whom it believes, and what it adds."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.cases.rows import Group, Shelf
from desktop.faults import DeskFault
from desktop.filing import AnswersError, Delivery, Filed
from desktop.founding import publish
from desktop.returning import Returned, add_more, come_back
from desktop.sent import SentState
from desktop.slips import Slip, seal_slip
from storage.charter import PeopleData, PersonFact, RevokeData, RoleData
from storage.compose import Audience, Composed, Content, compose_member, compose_walk_up
from storage.entries import ChainPosition
from storage.errors import KnownError
from storage.keys import new_vault_keys
from storage.outbox import deliver
from storage.reply_key import ReturnKeys, return_keys
from storage.seal import seal
from tests.desktop.desks import LOW_LEVEL, Desks, concern, envelopes, opened_by, take_away
from tests.school import Member

QUESTION = {"text": "Which day was it?"}
WRONG = "antelope taco cartwheel spinach wreath"


def walk_up(desks: Desks, about: Member | None = None, **values: object) -> Filed:
    """Somebody who is not signed in shares a concern, without their name unless told otherwise."""
    said = {"about": (about or desks.school.teacher).person_id, "name_choice": "leave_off", **concern(), **values}
    return desks.candour.file_walk_up("concern", said)


def returned(desks: Desks, filed: Filed) -> Returned:
    return come_back(desks.candour.machine, filed.phrase or "")


def keys_of(desks: Desks, filed: Filed) -> ReturnKeys:
    return return_keys(filed.phrase or "", desks.candour.machine.state.school)


def answered(desks: Desks, filed: Filed) -> list[str]:
    return [reply.words for reply in returned(desks, filed).replies]


def refused(desks: Desks, phrase: str) -> str:
    with pytest.raises(KnownError) as raised:
        come_back(desks.candour.machine, phrase)
    return raised.value.code


def add(desks: Desks, filed: Filed, words: str = "It was the Tuesday.") -> Delivery:
    return add_more(desks.candour.machine, desks.candour.meaning, returned(desks, filed), {"text": words})


def forged_answer(desks: Desks, by: Member, filed: Filed, to: str = "", **changes: object) -> Composed:
    """An answer by somebody's own vault key, as a changed program could write it, to that report or as `to` says."""
    machine = desks.candour.machine
    audience = Audience((), machine.state.slots, to or keys_of(desks, filed).recipient)
    content = Content(
        kind="question",
        data={"form": "question", "answers": QUESTION},
        rule="R39",
        at=machine.now(),
        directory=(machine.state.n, machine.state.head),
        case=filed.case_id,
    )
    composed = compose_member(
        replace(content, **changes),  # type: ignore[arg-type]  # fields of Content, by name
        audience,
        machine.state.school,
        desks.of(by).vault.keys,
        ChainPosition("ab" * 16, 1, None),
    )
    deliver(machine.exchange, composed.envelope)
    return composed


# What it opens


def test_before_anybody_has_answered_the_phrase_leads_to_its_reference(desks: Desks) -> None:
    filed = walk_up(desks)
    found = returned(desks, filed)
    assert (found.reference, found.state, found.replies) == (filed.reference, SentState.SENT, ())
    assert (found.sent_on, found.lead, found.decide_by) == (
        date(2026, 3, 12),
        desks.school.dsl.person_id,
        date(2026, 3, 13),
    )


def test_a_question_is_found_with_who_asked_it(desks: Desks) -> None:
    filed = walk_up(desks)
    desks.act(desks.school.dsl, filed.case_id, "question", QUESTION)
    found = returned(desks, filed)
    (reply,) = found.replies
    assert (reply.author, reply.words, reply.is_question) == (desks.school.dsl.person_id, QUESTION["text"], True)
    assert found.state is SentState.ASKED


def test_feedback_with_the_phrase_is_found(desks: Desks) -> None:
    filed = walk_up(desks)
    desks.act(desks.school.head, filed.case_id, "decision", LOW_LEVEL)
    desks.act(desks.school.dsl, filed.case_id, "feedback", {"channel": "phrase", "words": "Thank you."})
    assert answered(desks, filed) == ["Thank you."]
    assert returned(desks, filed).state is SentState.DEALT_WITH


def test_a_named_walk_up_comes_back_the_same_way(desks: Desks) -> None:
    filed = walk_up(desks, name_choice="give", your_name="Joe", your_job="Supply teacher")
    desks.act(desks.school.dsl, filed.case_id, "question", QUESTION)
    assert answered(desks, filed) == [QUESTION["text"]]


def test_two_reports_are_kept_apart(desks: Desks) -> None:
    one, other = walk_up(desks), walk_up(desks)
    desks.act(desks.school.dsl, other.case_id, "question", QUESTION)
    assert (answered(desks, one), answered(desks, other)) == ([], [QUESTION["text"]])


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([" ", "-", "  ", " - "]), st.sampled_from([str.upper, str.title, str.lower]))
def test_a_phrase_leads_back_however_it_was_typed(desks: Desks, between: str, cased: object) -> None:
    filed = walk_up(desks)
    typed = between.join((filed.phrase or "").split())
    assert callable(cased)
    assert come_back(desks.candour.machine, f" {cased(typed)} ").reference == filed.reference


def test_neither_the_report_nor_who_it_is_about_can_be_read_with_the_phrase(desks: Desks) -> None:
    filed = walk_up(desks)
    said = repr(returned(desks, filed))
    assert desks.school.teacher.person_id not in said
    assert "shouted" not in said


# What it does not open


def test_wrong_words_are_told_after_the_same_search(desks: Desks) -> None:
    walk_up(desks)
    looks: list[tuple[int, int]] = []
    with pytest.raises(KnownError) as raised:
        come_back(desks.candour.machine, WRONG, lambda done, of: looks.append((done, of)))
    assert raised.value.code is DeskFault.NO_SUCH_PHRASE
    assert looks[-1] == (2, 2)


def test_a_report_that_has_not_arrived_sounds_like_wrong_words(desks: Desks) -> None:
    filed = walk_up(desks)
    for path in (desks.school.exchange / "in").iterdir():
        path.unlink()
    assert refused(desks, filed.phrase or "") == refused(desks, WRONG) == DeskFault.NO_SUCH_PHRASE


def test_looking_leaves_no_trace_on_the_disk(desks: Desks) -> None:
    filed = walk_up(desks)
    desks.act(desks.school.dsl, filed.case_id, "question", QUESTION)

    def disk() -> dict[Path, str]:
        files = (path for path in desks.school.home.rglob("*") if path.is_file())
        return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    before = disk()
    returned(desks, filed)
    refused(desks, WRONG)
    assert disk() == before


def test_a_search_can_be_stopped(desks: Desks) -> None:
    filed = walk_up(desks)

    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        come_back(desks.candour.machine, filed.phrase or "", stop)


def test_a_shared_folder_out_of_reach_is_said(desks: Desks) -> None:
    filed = walk_up(desks)
    take_away(desks.school)
    assert refused(desks, filed.phrase or "") == "exchange_unreachable"


# Whom it believes


def test_an_answer_by_somebody_whom_no_reader_vouches_for_is_said_to_be_so_and_they_get_nothing(desks: Desks) -> None:
    filed = walk_up(desks)
    forged_answer(desks, desks.school.teacher, filed)
    found = returned(desks, filed)
    assert [(reply.author, reply.is_vouched) for reply in found.replies] == [(desks.school.teacher.person_id, False)]
    assert desks.school.teacher.person_id not in found.readers


def test_an_answer_by_a_key_of_nobody_in_the_directory_is_passed_over(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed = walk_up(desks)
    monkeypatch.setattr(desks.of(desks.school.dsl).vault, "keys", new_vault_keys(b"\7" * 32))
    forged_answer(desks, desks.school.dsl, filed)
    assert answered(desks, filed) == []


def test_an_answer_in_another_case_is_passed_over(desks: Desks) -> None:
    filed, other = walk_up(desks), walk_up(desks)
    forged_answer(desks, desks.school.dsl, filed, case=other.case_id)
    assert answered(desks, filed) == []


def test_an_answer_of_no_kind_that_answers_is_passed_over(desks: Desks) -> None:
    filed = walk_up(desks)
    forged_answer(desks, desks.school.dsl, filed, kind="note")
    assert answered(desks, filed) == []


def test_an_answer_that_was_sealed_on_to_the_phrase_without_naming_it_is_passed_over(desks: Desks) -> None:
    filed, other = walk_up(desks), walk_up(desks)
    machine = desks.candour.machine
    answer = forged_answer(desks, desks.school.dsl, filed, to=keys_of(desks, other).recipient)
    sealed = seal(answer.entry.frame, [keys_of(desks, filed).recipient], machine.state.slots, lambda _: None)
    deliver(machine.exchange, sealed)
    assert answered(desks, filed) == []


def test_whoever_the_record_was_shared_with_is_believed_once_a_reader_has_answered_them_too(desks: Desks) -> None:
    school, filed = desks.school, walk_up(desks)
    shared = {"with": [{"person": school.chair.person_id}], "reason": "She chairs the panel."}
    desks.act(school.dsl, filed.case_id, "share", shared)
    desks.act(school.dsl, filed.case_id, "question", QUESTION)
    desks.act(school.chair, filed.case_id, "question", {"text": "And where?"})
    found = returned(desks, filed)
    assert {(reply.words, reply.is_vouched) for reply in found.replies} == {
        (QUESTION["text"], True),
        ("And where?", True),
    }
    assert school.chair.person_id in found.readers


def test_an_answer_under_a_key_that_was_withdrawn_says_so(desks: Desks) -> None:
    filed = walk_up(desks)
    desks.act(desks.school.dsl, filed.case_id, "question", QUESTION)
    signers = tuple(desks.of(each).vault.keys.signing for each in (desks.school.head, desks.school.chair))
    publish(desks.candour.machine, "revoke", RevokeData(kid=desks.of(desks.school.dsl).vault.kid), signers)
    (reply,) = returned(desks, filed).replies
    assert reply.is_withdrawn


def test_a_slip_that_a_reader_forged_is_passed_over(desks: Desks) -> None:
    filed = walk_up(desks)
    machine, keys = desks.candour.machine, keys_of(desks, filed)
    for path in (desks.school.exchange / "in").iterdir():
        path.unlink()
    forged = ReturnKeys(keys.identity, desks.of(desks.school.dsl).vault.keys.signing)
    content = Content(
        kind="slip",
        data={},
        rule="R39",
        at=machine.now(),
        directory=(machine.state.n, machine.state.head),
        case=filed.case_id,
    )
    audience = machine.audience((desks.school.dsl.person_id,))
    slip = Slip(readers=(desks.school.dsl.person_id,), decider=None)
    deliver(machine.exchange, seal_slip(slip, content, audience, machine.state.school, forged).envelope)
    assert refused(desks, filed.phrase or "") == DeskFault.NO_SUCH_PHRASE


# Adding


def test_what_is_added_stands_in_the_case_as_by_whoever_holds_the_phrase(desks: Desks) -> None:
    filed = walk_up(desks)
    assert add(desks, filed) is Delivery.SENT
    case = desks.case(desks.school.dsl, filed.case_id)
    (added,) = case.of_kind("addition")
    assert (added.text("text"), added.author, added.is_day_only) == ("It was the Tuesday.", None, True)


def test_what_a_named_walk_up_adds_says_the_day_only(desks: Desks) -> None:
    filed = walk_up(desks, name_choice="give", your_name="Joe", your_job="Supply teacher")
    add(desks, filed)
    (added,) = desks.case(desks.school.dsl, filed.case_id).of_kind("addition")
    assert (added.is_day_only, added.claims) == (True, "")


def test_nothing_is_added_without_words(desks: Desks) -> None:
    filed = walk_up(desks)
    with pytest.raises(AnswersError):
        add(desks, filed, " ")


def test_what_somebody_without_the_phrase_adds_changes_nothing(desks: Desks) -> None:
    filed = walk_up(desks)
    machine = desks.candour.machine
    content = Content(
        kind="addition",
        data={"form": "addition", "answers": {"text": "I made it up."}},
        rule="R39",
        at=machine.now(),
        directory=(machine.state.n, machine.state.head),
        case=filed.case_id,
    )
    audience = machine.audience((desks.school.dsl.person_id,))
    deliver(machine.exchange, compose_walk_up(content, audience, machine.state.school, None).envelope)
    case = desks.case(desks.school.dsl, filed.case_id)
    assert case.of_kind("addition") == ()
    assert [case.entry(eid).kind for eid in case.uncounted if case.entry(eid)] == ["addition"]  # type: ignore[union-attr]


def test_the_phrase_decides_nothing(desks: Desks) -> None:
    filed = walk_up(desks)
    machine, keys = desks.candour.machine, keys_of(desks, filed)
    content = Content(
        kind="decision",
        data={"form": "decision", "answers": dict(LOW_LEVEL)},
        rule="R25",
        at=machine.now(),
        directory=(machine.state.n, machine.state.head),
        case=filed.case_id,
    )
    audience = machine.audience((desks.school.dsl.person_id,))
    composed = compose_walk_up(content, audience, machine.state.school, None, keys.signing)
    deliver(machine.exchange, composed.envelope)
    assert desks.case(desks.school.dsl, filed.case_id).decision is None


@pytest.mark.parametrize("concerned", ["head", "dsl", "chair"])
def test_what_is_added_reaches_nobody_whom_the_report_did_not(desks: Desks, concerned: str) -> None:
    filed = walk_up(desks, getattr(desks.school, concerned))
    before = {*envelopes(desks.school)}
    add(desks, filed)
    (new,) = {*envelopes(desks.school)} - before
    (report, *_) = sorted(before, key=lambda each: each not in envelopes(desks.school)[:1])
    members = [each for each in desks.school.members if each.passphrase]
    openers, readers = (
        {each.name for each in members if opened_by(desks.of(each), envelope)} for envelope in (new, report)
    )
    assert openers == readers
    assert getattr(desks.school, concerned).name not in openers


def test_whoever_comes_into_office_later_gets_nothing_of_it(desks: Desks) -> None:
    filed = walk_up(desks)
    machine, school = desks.candour.machine, desks.school
    signers = tuple(desks.of(each).vault.keys.signing for each in (school.head, school.chair))
    new = RoleData(role="dsl", person=school.deputy.person_id, order=1)
    publish(machine, "role", new, (*signers, desks.of(school.deputy).vault.keys.signing))
    assert school.deputy.person_id not in returned(desks, filed).readers


def test_whoever_has_left_gets_nothing_new(desks: Desks) -> None:
    filed = walk_up(desks)
    school, machine = desks.school, desks.candour.machine
    gone = PersonFact(id=school.dsl.person_id, profile={"name": school.dsl.name, "end": "2026-03-11"})
    signers = tuple(desks.of(each).vault.keys.signing for each in (school.head, school.chair))
    publish(machine, "people", PeopleData(set=(gone,)), signers)
    assert returned(desks, filed).readers == (school.head.person_id,)


def test_a_reader_who_answers_to_themselves_alone_takes_nobody_away(desks: Desks) -> None:
    filed = walk_up(desks)
    forged_answer(desks, desks.school.dsl, filed)
    assert {*returned(desks, filed).readers} == {desks.school.dsl.person_id, desks.school.head.person_id}


def test_where_all_its_readers_have_gone_nothing_is_added(desks: Desks) -> None:
    found = returned(desks, walk_up(desks))
    with pytest.raises(KnownError) as raised:
        add_more(desks.candour.machine, desks.candour.meaning, replace(found, readers=()), {"text": "It was Tuesday."})
    assert raised.value.code is DeskFault.NOBODY_LEFT


def test_the_phrase_does_not_open_what_was_added(desks: Desks) -> None:
    filed = walk_up(desks)
    add(desks, filed)
    assert answered(desks, filed) == []


# What the readers see


@pytest.fixture
def noted(desks: Desks) -> Filed:
    """A report that both readers have opened."""
    filed = walk_up(desks)
    for reader in (desks.school.dsl, desks.school.head):
        desks.act(reader, filed.case_id, "note", {"text": "Seen."})
    desks.sync()
    return filed


def test_what_was_added_brings_the_case_back_to_whoever_waits_for_it(desks: Desks, noted: Filed) -> None:
    dsl = desks.of(desks.school.dsl)
    desks.act(desks.school.dsl, noted.case_id, "triage", LOW_LEVEL)
    assert dsl.row(noted.case_id).shelf is Shelf.IN_PROGRESS
    desks.hands.forward(hours=1)
    add(desks, noted)
    dsl.sync()
    row = dsl.row(noted.case_id)
    assert (row.shelf, row.group) == (Shelf.NEEDS_YOU, Group.REPLIES)
    desks.hands.forward(hours=1)
    desks.act(desks.school.dsl, noted.case_id, "note", {"text": "Read it."})
    assert dsl.row(noted.case_id).shelf is Shelf.IN_PROGRESS


def test_the_slip_is_no_part_of_the_case(desks: Desks) -> None:
    filed = walk_up(desks)
    case = desks.case(desks.school.dsl, filed.case_id)
    assert [entry.kind for entry in case.entries] == ["report"]


def test_whoever_may_not_read_it_sees_no_difference_when_it_is_answered_and_added_to(desks: Desks) -> None:
    filed = walk_up(desks, desks.school.head)
    desks.sync()
    session = desks.of(desks.school.head)
    before = session.entries.cases(), [session.shelf(shelf) for shelf in Shelf], session.gaps()
    desks.act(desks.school.chair, filed.case_id, "question", QUESTION)
    add(desks, filed)
    desks.hands.forward(hours=1)
    desks.sync()
    assert (session.entries.cases(), [session.shelf(shelf) for shelf in Shelf], session.gaps()) == before


def test_from_outside_an_answer_and_an_addition_look_like_any_envelope(desks: Desks) -> None:
    filed = walk_up(desks)
    desks.act(desks.school.dsl, filed.case_id, "question", QUESTION)
    add(desks, filed)
    found = envelopes(desks.school)
    assert {each.count(b"\n-> X25519 ") for each in found} == {desks.candour.machine.state.slots}
    told = (filed.case_id, bytes.fromhex(filed.case_id), filed.reference, keys_of(desks, filed).recipient)
    assert not any(word.encode() in each for each in found for word in told if isinstance(word, str))
    assert not any(told[1] in each for each in found)
