# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A request for somebody's own data goes to those who answer it, never to themselves (requirements.md R32, F55)."""

import pytest

from desktop.access.requests import log_request, requests
from desktop.cases.acting import ActRefusedError
from desktop.cases.case import Phase
from desktop.cases.refusals import Refusal
from desktop.chronology.kinds import Kind
from desktop.chronology.page import read_page
from desktop.soundness import check
from tests.desktop.desks import Desks
from tests.school import Member

ASKED = {"received_on": "2026-03-02", "came_by": "email", "what_happened": "Everything that you keep about me."}
KNOWN = {"step": "identity_checked", "on": "2026-03-03", "why": "She has worked here for six years."}


def logged(desks: Desks, by: Member, about: Member) -> str:
    """A request, once everybody has looked at the exchange."""
    case = log_request(desks.of(by), about.person_id, ASKED).case_id
    desks.sync()
    return case


def refused(desks: Desks, by: Member, case: str, kind: str, values: dict[str, object]) -> Refusal:
    with pytest.raises(ActRefusedError) as caught:
        desks.act(by, case, kind, values)
    return caught.value.why


def test_the_head_answers_where_there_is_no_data_protection_officer(desks: Desks) -> None:
    case = logged(desks, desks.school.dsl, desks.school.teacher)
    readers = [member.name for member in desks.school.members if member.passphrase and desks.reads(member, case)]
    assert desks.school.head.name in readers
    assert desks.school.dsl.name not in readers


@pytest.mark.parametrize("about", ["head", "dsl", "chair"])
def test_whose_data_it_is_never_holds_the_request(desks: Desks, about: str) -> None:
    person: Member = getattr(desks.school, about)
    by = desks.school.vice_chair
    case = logged(desks, by, person)
    assert case not in desks.of(person).entries.cases()


def test_it_is_due_a_month_after_it_came_and_not_after_it_was_logged(desks: Desks) -> None:
    case = logged(desks, desks.school.head, desks.school.teacher)
    (request,) = requests(desks.of(desks.school.head))
    assert (request.case.case_id, request.clock.due.isoformat()) == (case, "2026-04-02")
    assert request.person.name == desks.school.teacher.name


def test_a_copy_is_not_handed_over_before_it_is_clear_who_asks(desks: Desks) -> None:
    head = desks.school.head
    case = logged(desks, head, desks.school.teacher)
    answer: dict[str, object] = {"outcome": "given", "on": "2026-03-12", "handed_over": "in_person"}
    assert refused(desks, head, case, "access_answer", answer) is Refusal.IDENTITY_FIRST
    desks.act(head, case, "access_step", KNOWN)
    desks.act(head, case, "access_answer", answer)
    assert desks.case(head, case).phase is Phase.CLOSED


def test_more_time_is_not_taken_after_the_first_month(desks: Desks) -> None:
    head = desks.school.head
    case = logged(desks, head, desks.school.teacher)
    desks.hands.forward(days=40)
    late: dict[str, object] = {"step": "extended", "on": "2026-04-10", "why": "There are very many records."}
    assert refused(desks, head, case, "access_step", late) is Refusal.EXTENDED_LATE


def test_a_step_belongs_to_a_request(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    assert refused(desks, desks.school.head, case, "access_step", dict(KNOWN)) is Refusal.NOT_A_REQUEST


def test_it_is_no_concern_about_them(desks: Desks) -> None:
    logged(desks, desks.school.head, desks.school.teacher)
    counts = read_page(desks.of(desks.school.head), desks.school.teacher.person_id).counts
    assert Kind.CONCERN not in counts


def test_nothing_is_odd_about_it_and_the_vault_stays_sound(desks: Desks) -> None:
    case = logged(desks, desks.school.head, desks.school.teacher)
    desks.act(desks.school.head, case, "access_step", KNOWN)
    session = desks.of(desks.school.head)
    assert (session.row(case).is_flagged, check(session).troubles) == (False, ())
