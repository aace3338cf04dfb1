# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A proposal to destroy a record stands before whoever can sign it: in the inbox, on the board, in the reminder."""

from desktop.board.board import read_board
from desktop.cases.items import ItemKind
from desktop.cases.rows import Shelf
from desktop.reminding import reminders_of
from desktop.retention.acting import hold, propose, sign
from desktop.session import Session
from tests.desktop.retention.conftest import Over


def proposed(over: Over) -> tuple[Session, Session]:
    """The lead, who proposed it, and the head, who has heard of it."""
    lead, head = over.desks.of(over.desks.school.dsl), over.desks.of(over.desks.school.head)
    propose(lead, over.case)
    over.desks.sync()
    return lead, head


def waits(session: Session, case: str) -> tuple[bool, bool, int]:
    """Whether it stands in the inbox and on the board, and how many records the reminder counts."""
    on_board = [line for line in read_board(session).open if line.item.kind is ItemKind.DISPOSAL]
    return case in session.shelf(Shelf.NEEDS_YOU), bool(on_board), reminders_of(session).to_destroy


def test_it_stands_before_whoever_can_sign_it(over: Over) -> None:
    _, head = proposed(over)
    assert waits(head, over.case) == (True, True, 1)
    (line,) = (line for line in read_board(head).open if line.item.kind is ItemKind.DISPOSAL)
    assert line.item.owner == over.desks.school.head.person_id


def test_whoever_proposed_it_sees_it_on_the_board_only(over: Over) -> None:
    lead, _ = proposed(over)
    assert waits(lead, over.case) == (False, True, 0)


def test_it_is_gone_once_it_is_signed(over: Over) -> None:
    lead, head = proposed(over)
    sign(head, over.case)
    over.desks.sync()
    assert waits(head, over.case) == waits(lead, over.case) == (False, False, 0)


def test_it_is_gone_once_the_record_is_kept(over: Over) -> None:
    _, head = proposed(over)
    hold(head, over.case, {"basis": "court", "reason": "Claim 12/2026"})
    assert waits(head, over.case) == (False, False, 0)


def test_it_is_gone_once_something_new_has_come(over: Over) -> None:
    _, head = proposed(over)
    over.desks.act(over.desks.school.dsl, over.case, "note", {"text": "His new school rang."})
    over.desks.sync()
    assert waits(head, over.case)[1:] == (False, 0)
