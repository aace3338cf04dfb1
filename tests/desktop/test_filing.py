# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From answers to a sealed report: who sends, who reads, what is signed, and what nobody else learns (F05, F07)."""

import errno
import json
import os
import platform
import socket
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from desktop.faults import DeskFault, explain_fault
from desktop.filing import (
    AnswersError,
    Delivery,
    Sender,
    clean_answers,
    readers_of,
    received_by,
    refuse_outside,
    route_of,
    seal_report,
    sender_of,
)
from desktop.forms import Context
from desktop.founding import publish
from desktop.people import PersonId, Settings
from storage.body import Standing
from storage.charter import AbsenceData, RevokeData
from storage.errors import Fault, KnownError
from storage.reply_key import return_keys
from storage.seal import open_envelope
from storage.verify import VerifiedEntry
from tests.desktop.desks import (
    Desks,
    concern,
    envelopes,
    opened_by,
    put_back,
    spool_of,
    tables,
    take_away,
)
from tests.school import Member, SmallSchool

ANONYMOUS = {"name_choice": "leave_off"}


def about(member: Member, **values: object) -> dict[str, object]:
    return {"about": member.person_id, **concern(), **values}


def the_body(desks: Desks, reader: Member) -> VerifiedEntry:
    """What a reader opens of the one report that lies in the exchange."""
    found = opened_by(desks.of(reader), the_report(desks))
    assert found is not None
    return found


def the_report(desks: Desks) -> bytes:
    """The envelope that came first; after a walk-up's comes its slip."""
    return envelopes(desks.school)[0]


# Who sends

PERSON = PersonId("06" * 16)


@pytest.mark.parametrize(
    ("values", "signed_in", "sender"),
    [
        ({}, PERSON, Sender(person_id=PERSON)),
        ({"name_choice": "give"}, PERSON, Sender(person_id=PERSON)),
        (ANONYMOUS, PERSON, Sender()),
        ({"your_name": "Jo Smith", "your_job": "cook"}, PERSON, Sender(person_id=PERSON)),
        ({"name_choice": "give", "your_name": "Jo Smith", "your_job": "cook"}, None, Sender(claims="Jo Smith, cook")),
        ({"your_name": "Jo Smith"}, None, Sender(claims="Jo Smith")),
        ({**ANONYMOUS, "your_name": "Jo Smith"}, None, Sender()),
        ({}, None, Sender()),
        ({"name_choice": ["give"], "your_name": "Jo Smith"}, None, Sender()),
        ({"name_choice": "something new"}, PERSON, Sender()),
    ],
)
def test_a_name_goes_with_a_report_only_where_it_is_given(
    values: Mapping[str, object], signed_in: PersonId | None, sender: Sender
) -> None:
    assert sender_of(values, signed_in) == sender


def test_a_member_signs_with_their_own_key(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    entry = the_body(desks, desks.school.dsl)
    assert (entry.author_kid, entry.body.author.standing) == (desks.of(desks.school.ta).vault.kid, Standing.MEMBER)


def test_a_walk_ups_name_is_a_claim(desks: Desks) -> None:
    values = about(desks.school.teacher, name_choice="give", your_name="Priya Nair", your_job="DSL")
    desks.candour.file_walk_up("concern", values)
    author = the_body(desks, desks.school.dsl).body.author
    assert (author.standing, author.claims) == (Standing.WALK_UP_NAMED, "Priya Nair, DSL")
    assert desks.candour.machine.person_of(the_body(desks, desks.school.dsl).author_kid) is None


def test_two_walk_ups_cannot_be_tied_together(desks: Desks) -> None:
    for _ in range(2):
        desks.candour.file_walk_up("concern", about(desks.school.teacher, **ANONYMOUS))
    bodies = [opened_by(desks.of(desks.school.dsl), envelope) for envelope in envelopes(desks.school)]
    one, other = (each.body for each in bodies if each and each.body.kind == "report")
    assert one.author.pub != other.author.pub
    assert (one.chain, one.seq, one.prev) == (other.chain, other.seq, other.prev) == (None, None, None)


# An anonymous report holds no trace of who sent it, where and when (F05; security.md T3, 4.8)


@pytest.fixture(params=["walk-up", "signed in"])
def anonymous(request: pytest.FixtureRequest, desks: Desks) -> Desks:
    """A school in whose exchange one anonymous report lies."""
    values = about(desks.school.teacher, **ANONYMOUS)
    if request.param == "walk-up":
        desks.candour.file_walk_up("concern", values)
    else:
        desks.of(desks.school.ta).file("concern", values)
    return desks


def traces(desks: Desks) -> list[str]:
    """What would tell who sent it, from which machine and account, or at what time of day."""
    ta = desks.school.ta
    session = desks.of(ta)
    names = [ta.name, ta.person_id, session.vault.kid, session.vault.vault_id, session.vault.keys.public.sign]
    names += [session.vault.keys.public.seal, str(desks.school.home), "15:12", "T15"]
    names += [name for name in (platform.node(), socket.gethostname(), os.environ.get("USER", "")) if len(name) > 3]
    return names


def test_an_anonymous_body_tells_nobody_who_sent_it(anonymous: Desks) -> None:
    body = the_body(anonymous, anonymous.school.dsl).body_bytes.decode()
    assert [trace for trace in traces(anonymous) if trace in body] == []


def test_an_anonymous_body_says_the_day_and_nothing_finer(anonymous: Desks) -> None:
    assert the_body(anonymous, anonymous.school.dsl).body.at == "2026-03-12"


def test_an_anonymous_body_has_no_claim_and_no_place_in_a_chain(anonymous: Desks) -> None:
    body = the_body(anonymous, anonymous.school.dsl).body
    assert (body.author.standing, body.author.claims) == (Standing.WALK_UP_ANONYMOUS, "")
    assert (body.chain, body.seq, body.prev) == (None, None, None)


def test_the_spool_and_the_file_names_tell_nobody_who_sent_it(anonymous: Desks) -> None:
    folder = anonymous.candour.machine.home.spool
    told = "".join(path.name + path.read_bytes().decode("latin-1") for path in folder.iterdir())
    told += "".join(path.name for path in (anonymous.school.exchange / "in").iterdir())
    assert [trace for trace in traces(anonymous) if trace in told] == []


def test_the_sidecar_says_the_day_and_nothing_finer(anonymous: Desks) -> None:
    sidecars = [*anonymous.candour.machine.home.spool.glob("*.wait")]
    assert {frozenset(json.loads(each.read_bytes())) for each in sidecars} == {
        frozenset({"v", "tokens", "day", "received", "part_of", "offered", "looks", "looked"})
    }


def test_the_vault_of_who_left_their_name_off_holds_nothing_of_it(desks: Desks) -> None:
    session = desks.of(desks.school.ta)
    session.sync()
    before = tables(session)
    session.file("concern", about(desks.school.teacher, **ANONYMOUS))
    assert tables(session) == before


def test_their_vault_still_holds_nothing_of_it_after_a_reply(desks: Desks) -> None:
    session = desks.of(desks.school.ta)
    case = session.file("concern", about(desks.school.teacher, **ANONYMOUS)).case_id
    desks.act(desks.school.dsl, case, "question", {"text": "Which day was it?"})
    session.sync()
    kept = tables(session, "arrivals", "meta")
    assert case not in repr(kept)
    assert kept["entries"] == kept["outbox"] == kept["expected"] == []


@pytest.mark.parametrize("sender", ["ta", "dsl", "head", "deputy"])
def test_who_decides_and_confirms_does_not_tell_who_left_their_name_off(desks: Desks, sender: str) -> None:
    member: Member = getattr(desks.school, sender)
    desks.of(member).file("concern", about(desks.school.teacher, **ANONYMOUS))
    data = the_body(desks, desks.school.dsl).body.data
    walk_up = desks.candour.route("concern", about(desks.school.teacher, **ANONYMOUS))
    assert (data["decider"], data["sign_off"]) == (walk_up.decision_maker, walk_up.sign_off)
    assert data["readers"] == [[reader.person_id, reader.role.value] for reader in walk_up.readers]


def test_a_name_that_is_left_off_is_not_among_the_answers(desks: Desks) -> None:
    values = about(desks.school.teacher, **ANONYMOUS, your_name="Jo Smith", your_job="cook")
    with pytest.raises(AnswersError):
        desks.candour.file_walk_up("concern", values)
    assert envelopes(desks.school) == []


# What is signed


def test_the_route_its_rule_and_the_directory_are_signed(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    body = the_body(desks, desks.school.dsl).body
    state = desks.candour.machine.state
    assert (body.rule, body.dir) == ("R01.worker", (state.n, state.head[:12]))
    assert body.data["decider"] == desks.school.head.person_id


def test_the_texts_that_were_shown_are_signed(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    data = the_body(desks, desks.school.dsl).body.data
    assert data["panels"]
    assert data["form_version"] == desks.candour.form("concern").version


def test_wrongdoing_is_signed_with_the_words_that_it_is_no_admission(desks: Desks) -> None:
    values: dict[str, object] = {
        "nature": "arrest",
        "what_happened": "I was arrested on Friday.",
        "my_position": "deny",
    }
    desks.of(desks.school.ta).file("wrongdoing", values)
    words = the_body(desks, desks.school.head).body.data["signed_words"]
    assert isinstance(words, dict)
    assert any("admi" in text for text in words.values())


@pytest.mark.parametrize("concerned", ["teacher", "dsl", "head", "chair", "supply", "ta"])
@pytest.mark.parametrize("named", [True, False])
def test_whom_the_route_leaves_out_stands_nowhere_in_what_is_signed(desks: Desks, concerned: str, named: bool) -> None:
    member: Member = getattr(desks.school, concerned)
    values = about(member) if named else about(member, **ANONYMOUS)
    route = desks.candour.route("concern", values, desks.school.deputy.person_id)
    desks.of(desks.school.deputy).file("concern", values)
    reader = next(each for each in desks.school.members if each.person_id == route.readers[0].person_id)
    body = the_body(desks, reader).body
    assert "excluded" not in body.data
    out = {each.person_id for each in route.excluded} - {member.person_id, route.sign_off, route.decision_maker}
    assert [person for person in out if person in the_body(desks, reader).body_bytes.decode()] == []


# Who can open it


CASES: list[tuple[str, dict[str, object], set[str]]] = [
    ("teacher", {}, {"dsl", "head"}),
    ("supply", {}, {"dsl", "head"}),
    ("deputy", {}, {"head"}),
    ("dsl", {}, {"head"}),
    ("head", {}, {"chair"}),
    ("vice_chair", {}, {"chair", "dsl", "head"}),
    ("chair", {}, {"vice_chair", "dsl"}),
    ("teacher", {"could_be_someone_in_charge": "yes"}, set()),
    ("teacher", {"not_to": ["head"]}, {"dsl"}),
    ("teacher", {"also_about": ["head"]}, {"chair"}),
]


@pytest.mark.parametrize(("concerned", "more", "_expected"), CASES)
@pytest.mark.parametrize("reporter", ["ta", None])
def test_those_who_were_shown_can_open_it_and_nobody_else(
    desks: Desks, concerned: str, more: dict[str, object], _expected: set[str], reporter: str | None
) -> None:
    member: Member = getattr(desks.school, concerned)
    people = {
        name: [{"person": getattr(desks.school, who).person_id} for who in value]
        for name, value in more.items()
        if isinstance(value, list)
    }
    values = about(member) | people
    signed_in = getattr(desks.school, reporter) if reporter else None
    shown = desks.candour.route("concern", values, signed_in.person_id if signed_in else None)
    if signed_in:
        desks.of(signed_in).file("concern", values)
    else:
        desks.candour.file_walk_up("concern", values | ANONYMOUS)
    envelope = the_report(desks)
    openers = {
        each.person_id for each in desks.school.members if each.passphrase and opened_by(desks.of(each), envelope)
    }
    assert openers == {*readers_of(shown)}
    assert member.person_id not in openers


def test_the_readers_in_the_body_are_those_it_is_sealed_to(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    body = the_body(desks, desks.school.dsl).body
    named = body.data["readers"]
    assert isinstance(named, list)
    assert {desks.candour.machine.person_of(kid) for kid in body.to} == {person for person, _role in named}


def test_every_envelope_has_as_many_slots_as_any_other(desks: Desks) -> None:
    for member in (desks.school.teacher, desks.school.head, desks.school.dsl):
        desks.concern(desks.school.ta, member)
    assert {envelope.count(b"\n-> X25519 ") for envelope in envelopes(desks.school)} == {
        desks.candour.machine.state.slots
    }


def test_a_report_that_only_its_author_reads_stays_in_their_vault(desks: Desks) -> None:
    session = desks.of(desks.school.head)
    filed = session.file("concern", about(desks.school.dsl))
    assert readers_of(filed.route) == (desks.school.head.person_id,)
    assert (filed.delivery, envelopes(desks.school)) == (Delivery.SENT, [])
    assert session.case(filed.case_id).reads(desks.school.head.person_id)
    assert spool_of(desks.school).names() == []


# Self-reports and wrongdoing (R08, R09; F02)


@pytest.mark.parametrize(
    ("form", "sender", "readers"),
    [
        ("self_report", "ta", {"dsl", "head"}),
        ("self_report", "dsl", {"head"}),
        ("self_report", "head", {"chair"}),
        ("wrongdoing", "head", {"chair"}),
        ("wrongdoing", "dsl", {"head"}),
    ],
)
def test_ones_own_report_goes_to_who_may_read_about_one(
    desks: Desks, form: str, sender: str, readers: set[str]
) -> None:
    member: Member = getattr(desks.school, sender)
    expected = {getattr(desks.school, name).person_id for name in readers}
    assert {*readers_of(desks.candour.route(form, {}, member.person_id))} == expected


@pytest.mark.parametrize(("child", "with_lead"), [("yes", True), ("not_sure", True), ("no", False)])
def test_wrongdoing_goes_to_the_lead_where_a_child_may_be_involved(desks: Desks, child: str, with_lead: bool) -> None:
    values: dict[str, object] = {"child_affected": child}
    route = desks.candour.route("wrongdoing", values, desks.school.ta.person_id)
    assert (desks.school.dsl.person_id in readers_of(route)) is with_lead


@pytest.mark.parametrize("name", ["Priya Nair", "priya nair", "Priya Nare"])
def test_a_self_report_at_a_walk_up_is_kept_from_whom_it_claims_to_be(desks: Desks, name: str) -> None:
    route = desks.candour.route("self_report", {"your_name": name})
    assert desks.school.dsl.person_id not in readers_of(route)


@pytest.mark.parametrize(("answers", "with_lead"), [({"child_affected": "no", "risk_now": "no"}, False), ({}, True)])
def test_other_conduct_is_the_heads_alone_only_where_no_child_is_affected(
    desks: Desks, answers: dict[str, object], with_lead: bool
) -> None:
    values = {"about": desks.school.teacher.person_id, "concern_kind": "other_conduct", **answers}
    assert (desks.school.dsl.person_id in readers_of(desks.candour.route("concern", values))) is with_lead


# Nobody may, or nobody can


def away(desks: Desks, *members: Member) -> None:
    signers = tuple(desks.of(each).vault.keys.signing for each in (desks.school.chair, desks.school.vice_chair))
    for member in members:
        data = AbsenceData(person=member.person_id, since="2026-03-01", until="2026-03-31")
        publish(desks.candour.machine, "absence", data, signers)


def test_where_nobody_in_the_school_may_read_it_those_outside_are_named(desks: Desks) -> None:
    away(desks, desks.school.chair, desks.school.vice_chair)
    route = desks.candour.route("concern", about(desks.school.head))
    assert (route.outside, readers_of(route)) == (True, ())
    with pytest.raises(KnownError) as raised:
        desks.concern(desks.school.ta, desks.school.head)
    assert raised.value.code is DeskFault.NOBODY_MAY_RECEIVE
    assert raised.value.parameters["contacts"]
    assert (envelopes(desks.school), desks.of(desks.school.ta).entries.cases()) == ([], [])


def test_contacts_of_the_school_are_named_with_their_numbers(desks: Desks) -> None:
    away(desks, desks.school.chair, desks.school.vice_chair)
    school = desks.candour.school
    with pytest.raises(KnownError) as raised:
        refuse_outside(desks.candour.route("concern", about(desks.school.head)), school)
    named = str(raised.value.parameters["contacts"])
    assert [each for each in school.settings.contacts if each.phone not in named] == []


def test_a_school_without_contacts_names_the_lado_and_999(desks: Desks) -> None:
    away(desks, desks.school.chair, desks.school.vice_chair)
    nobody = msgspec.structs.replace(desks.candour.school, settings=Settings())
    with pytest.raises(KnownError) as raised:
        refuse_outside(desks.candour.route("concern", about(desks.school.head)), nobody)
    sentence = explain_fault(raised.value).sentence
    assert "LADO" in sentence
    assert "999" in sentence


def test_where_no_reader_has_a_vault_nothing_is_taken(desks: Desks) -> None:
    signers = tuple(desks.of(each).vault.keys.signing for each in (desks.school.dsl, desks.school.vice_chair))
    kid = desks.of(desks.school.chair).vault.kid
    publish(desks.candour.machine, "revoke", RevokeData(kid=kid), signers)
    for file in (desks.of(desks.school.ta).file, desks.candour.file_walk_up):
        with pytest.raises(KnownError) as raised:
            file("concern", about(desks.school.head) | (ANONYMOUS if file == desks.candour.file_walk_up else {}))
        assert raised.value.code is Fault.NO_READER_KEYS
    assert (envelopes(desks.school), spool_of(desks.school).names()) == ([], [])


@pytest.mark.parametrize("form", ["note", "triage", "access"])
def test_what_is_no_filing_is_not_routed(desks: Desks, form: str) -> None:
    with pytest.raises(KnownError) as raised:
        desks.candour.route(form, {})
    assert raised.value.code is DeskFault.NO_SUCH_FORM


# The return phrase (architecture.md, decision 4)


def test_a_walk_up_gets_a_phrase_and_a_member_none(desks: Desks) -> None:
    walk_up = desks.candour.file_walk_up("concern", about(desks.school.teacher, **ANONYMOUS))
    member = desks.of(desks.school.ta).file("concern", about(desks.school.teacher))
    assert (len((walk_up.phrase or "").split()), member.phrase) == (5, None)


def test_the_phrase_makes_the_reply_key_of_its_own_report(desks: Desks) -> None:
    filed = desks.candour.file_walk_up("concern", about(desks.school.teacher, **ANONYMOUS))
    reply = return_keys(filed.phrase or "", desks.candour.machine.state.school).identity
    assert the_body(desks, desks.school.dsl).body.reply == str(reply.to_public())


def test_the_phrase_does_not_open_the_report_itself(desks: Desks) -> None:
    filed = desks.candour.file_walk_up("concern", about(desks.school.teacher, **ANONYMOUS))
    reply = return_keys(filed.phrase or "", desks.candour.machine.state.school).identity
    assert open_envelope(the_report(desks), [reply]) is None


def test_the_phrase_stands_neither_in_the_report_nor_on_the_disk(desks: Desks) -> None:
    filed = desks.candour.file_walk_up("concern", about(desks.school.teacher, **ANONYMOUS))
    words = (filed.phrase or "").encode()
    assert words not in the_body(desks, desks.school.dsl).body_bytes
    assert not any(words in path.read_bytes() for path in desks.school.home.rglob("*") if path.is_file())


def test_a_name_that_is_offered_and_not_written_is_nobodys(desks: Desks) -> None:
    desks.candour.file_walk_up("concern", about(desks.school.teacher, name_choice="give"))
    assert the_body(desks, desks.school.dsl).body.author.standing is Standing.WALK_UP_ANONYMOUS


# Sent, waiting, received


def test_a_report_that_left_is_sent(desks: Desks) -> None:
    filed = desks.of(desks.school.ta).file("concern", about(desks.school.teacher))
    assert (filed.delivery, len(envelopes(desks.school))) == (Delivery.SENT, 1)


def test_a_report_that_could_not_leave_is_kept_and_waits(desks: Desks) -> None:
    take_away(desks.school)
    filed = desks.candour.file_walk_up("concern", about(desks.school.teacher, **ANONYMOUS))
    assert filed.delivery is Delivery.WAITING
    assert len(spool_of(desks.school).names()) == 2  # and the slip that its phrase opens


def test_what_waited_goes_when_the_exchange_is_back(desks: Desks) -> None:
    take_away(desks.school)
    filed = desks.candour.file_walk_up("concern", about(desks.school.teacher, **ANONYMOUS))
    put_back(desks.school)
    machine = desks.candour.machine
    machine.spool.offer(machine.exchange, machine.today())
    assert desks.case(desks.school.dsl, filed.case_id).report is not None


def test_an_exchange_that_takes_nothing_makes_a_report_wait(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", _read_only(desks.school.exchange))
        filed = desks.of(desks.school.ta).file("concern", about(desks.school.teacher))
    assert filed.delivery is Delivery.WAITING
    assert desks.sync(desks.school.ta)[desks.school.ta.name].offered.delivered
    assert desks.case(desks.school.dsl, filed.case_id).report is not None


def _read_only(folder: Path) -> Callable[..., int]:
    """What the operating system's open does on a share that may only be read."""
    plain = os.open

    def opened(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR) and str(path).startswith(str(folder)):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        return plain(path, flags, mode)

    return opened


def test_only_a_readers_signature_says_received(desks: Desks) -> None:
    filed = desks.of(desks.school.ta).file("concern", about(desks.school.teacher))
    machine = desks.candour.machine
    assert received_by(machine, filed.watched) == {}
    for token in filed.watched.tokens.values():
        (desks.school.exchange / "ack" / token).write_bytes(os.urandom(121))
    assert received_by(machine, filed.watched) == {}


def test_whoever_took_it_in_has_received_it_at_that_minute(desks: Desks) -> None:
    filed = desks.of(desks.school.ta).file("concern", about(desks.school.teacher))
    desks.hands.forward(minutes=3)
    desks.sync(desks.school.dsl)
    found = received_by(desks.candour.machine, filed.watched)
    assert found == {desks.school.dsl.person_id: datetime(2026, 3, 12, 15, 15, tzinfo=UTC)}


# Answers that mean harm


HOSTILE: list[dict[str, object]] = [
    {"about": ["06" * 16]},
    {"about": {"person": "07" * 16}},
    {"about": "ff" * 16},
    {"about": "../../vaults"},
    {"what_happened": "x\u0000y"},
    {"what_happened": "\ud800"},
    {"what_happened": ["x"]},
    {"what_happened": "x" * 300_000},
    {"risk_now": "maybe"},
    {"readers": [["06" * 16, "head"]]},
    {"not_to": "everybody"},
    {"not_to": [{"person": "ff" * 16}]},
    {"also_about": [{"person": "07" * 16, "description": "both"}]},
    {"name_choice": {"give": True}},
    {"chosen_reader": "06" * 16},
    {"": ""},
    {"decider": "06" * 16},
    {"children": [{"initials": {"x": 1}}]},
    {"when": {"certainty": "day", "date": "2999-01-01"}},
]


@pytest.mark.parametrize("answers", HOSTILE, ids=repr)
def test_answers_that_are_off_are_refused_in_words_and_nothing_is_sent(
    small_school: SmallSchool, answers: dict[str, object]
) -> None:
    candour = small_school.open()
    values = about(small_school.teacher, name_choice="leave_off") | answers
    candour.route("concern", values)
    with pytest.raises(AnswersError) as raised:
        candour.file_walk_up("concern", values)
    assert all(finding.message for finding in raised.value.findings)
    assert "answers refused" in str(raised.value)
    assert envelopes(small_school) == []


def test_sealing_refuses_what_nobody_may_read(desks: Desks) -> None:
    away(desks, desks.school.chair, desks.school.vice_chair)
    machine = desks.candour.machine
    spec = desks.candour.form("concern")
    context = Context(today=machine.today(), school=machine.school)
    answers = clean_answers(spec, about(desks.school.head, **ANONYMOUS), context)
    route = route_of(spec, answers.values, None, machine.school, machine.today())
    with pytest.raises(KnownError) as raised:
        seal_report(machine, answers, route, None, None)
    assert raised.value.code is DeskFault.NOBODY_MAY_RECEIVE


# A worry about a child went another way


def test_a_redirect_says_the_day_and_no_more(desks: Desks) -> None:
    desks.candour.note_redirect()
    body = the_body(desks, desks.school.dsl).body
    assert (body.kind, body.at, [*body.data]) == ("redirect", "2026-03-12", ["readers"])


def test_a_redirect_is_sealed_to_whom_it_names(desks: Desks) -> None:
    desks.candour.note_redirect()
    body = the_body(desks, desks.school.dsl).body
    named = body.data["readers"]
    assert isinstance(named, list)
    assert {desks.candour.machine.person_of(kid) for kid in body.to} == {person for person, _ in named}
