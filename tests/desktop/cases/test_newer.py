# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a newer Candour wrote is kept and shown, and stops what would be decided without understanding it (ux.md Y6)."""

from dataclasses import replace

import msgspec
import pytest

from desktop.cases.acting import ActRefusedError, act
from desktop.cases.page import Part, open_page, read_page
from desktop.cases.refusals import Refusal
from desktop.cases.rows import Shelf
from desktop.soundness import check
from desktop.synced import Alarm
from storage.ingest import Reason, set_aside
from storage.outbox import deliver
from storage.seal import seal
from tests.desktop.desks import Desks, content, forge
from tests.storage.school import framed, in_their_order, plain_body

NOTE = {"note_kind": "note", "text": "A note."}


def said_in(desks: Desks, case: str, kind: str, version: int = 1, **data: object) -> str:
    """The head says something in a case with a newer Candour; the lead takes it in. Returns the entry."""
    school = desks.school
    desks.sync(school.dsl, school.head)
    said = replace(content(desks, kind, {"text": "?"}, case=case, **data), kind_version=version)
    eid = forge(desks, school.head, (school.dsl,), said).entry.eid
    desks.sync(school.dsl)
    return eid


def of_the_next_format(desks: Desks) -> bytes:
    """An envelope for the lead, sound but for its version, which is of another Candour."""
    machine = desks.candour.machine
    body = msgspec.structs.replace(plain_body(), v=2, school=machine.state.school)
    recipients = [key.seal for key in machine.state.active_keys(desks.school.dsl.person_id)]
    return seal(framed(body), recipients, machine.state.slots, in_their_order)


def newer_case(desks: Desks) -> str:
    return desks.concern(desks.school.ta, desks.school.teacher)


@pytest.mark.parametrize(
    ("kind", "version", "data"),
    [
        ("wellbeing_check", 1, {}),
        ("wellbeing_check", 1, {"form": "note"}),
        ("note", 2, {}),
        ("note", 1, {"form_version": 99}),
    ],
    ids=[
        "an unknown kind",
        "an unknown kind of a known form",
        "a newer version of a kind",
        "a newer version of a form",
    ],
)
def test_it_is_kept_and_nothing_is_decided_beside_it(
    desks: Desks, kind: str, version: int, data: dict[str, object]
) -> None:
    case = newer_case(desks)
    eid = said_in(desks, case, kind, version, **data)
    session = desks.of(desks.school.dsl)
    page = open_page(session, case)
    assert page.case.newer
    assert page.part is Part.READS
    assert eid in {item.item_id for item in page.story.items}
    with pytest.raises(ActRefusedError) as refused:
        act(session, case, "note", NOTE)
    assert refused.value.why is Refusal.NEWER_CANDOUR


def test_somebody_who_does_not_read_the_case_stops_nothing(desks: Desks) -> None:
    school, case = desks.school, newer_case(desks)
    desks.sync(school.dsl)
    said = content(desks, "wellbeing_check", {}, case=case)
    forge(desks, school.chair, (school.dsl,), said)
    desks.sync(school.dsl)
    assert not read_page(desks.of(school.dsl), case).case.newer


def test_a_report_on_a_form_that_is_not_known_here_is_listed_and_read(desks: Desks) -> None:
    school = desks.school
    plain = content(desks, "report", {"what": "New."}, readers=[[school.dsl.person_id, "dsl"]])
    said = replace(plain, data={**plain.data, "form": "wellbeing"})
    eid = forge(desks, school.ta, (school.dsl,), said).entry.eid
    session = desks.of(school.dsl)
    session.sync()
    assert eid in {case for shelf in Shelf for case in session.shelf(shelf)}
    assert open_page(session, eid).case.newer


def test_a_kind_that_opens_a_case_of_its_own_harms_nobody(desks: Desks) -> None:
    school = desks.school
    eid = forge(desks, school.ta, (school.dsl,), content(desks, "wellbeing_case", {})).entry.eid
    session = desks.of(school.dsl)
    synced = session.sync()
    assert eid in synced.ingested.new
    assert synced.ingested.set_aside == 0
    assert check(session).is_sound


def test_what_only_a_newer_candour_opens_waits_and_is_told(desks: Desks) -> None:
    session = desks.of(desks.school.dsl)
    deliver(desks.candour.machine.exchange, of_the_next_format(desks))
    synced = session.sync()
    assert [reason for _, reason, _ in set_aside(session.vault)] == [Reason.TOO_NEW]
    assert Alarm.NEWER_CANDOUR in synced.alarms
    assert Alarm.NEWER_CANDOUR in session.sync().alarms


def test_a_school_of_this_candour_raises_no_alarm(desks: Desks) -> None:
    newer_case(desks)
    assert desks.sync(desks.school.dsl)[desks.school.dsl.name].alarms == ()
