# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
from collections.abc import Callable
from typing import Any

import pytest

from storage.errors import Fault
from storage.exchange import FolderExchange
from storage.frame import unpack
from storage.grants import grant_data, granted
from storage.judge import Flag
from storage.verify import VerifiedEntry, verify
from tests.storage.school import Desk, addressee, framed, later, plain_body, refusing, seed, send

Seat = Callable[[str], Desk]
OLD = verify(framed(plain_body()), addressee("dsl"))


def grant(giver: str = "dsl", data: dict[str, Any] | None = None, **changes: Any) -> VerifiedEntry:
    whole = {"kind": "grant", "case": OLD.case, "data": data if data is not None else grant_data(OLD), **changes}
    return verify(framed(plain_body(giver, ("vice",), **whole), giver), addressee("vice"))


@pytest.mark.parametrize("giver", ["dsl", "head", "ta"])
def test_a_reader_or_its_author_may_hand_an_entry_on(giver: str) -> None:
    assert granted(grant(giver)) == OLD


@pytest.mark.parametrize("giver", ["chair", "vice", "cook"])
def test_nobody_else_may(giver: str) -> None:
    with refusing(Fault.READER_REFUSED):
        granted(grant(giver))


def _data(body: object = None, signature: object = None) -> dict[str, object]:
    whole = grant_data(OLD)
    return {"body": body or whole["body"], "signature": signature or whole["signature"]}


_BODY, _SIGNATURE = unpack(OLD.frame)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({}, Fault.ENTRY_MALFORMED),
        (_data(body=1), Fault.ENTRY_MALFORMED),
        (_data(body="not base64!"), Fault.ENTRY_MALFORMED),
        (_data(body="ä"), Fault.ENTRY_MALFORMED),
        (_data(signature="AAAA"), Fault.SIGNATURE_REFUSED),
        (_data(signature=base64.b64encode(bytes(64)).decode()), Fault.SIGNATURE_REFUSED),
        (_data(body=base64.b64encode(_BODY.replace(b"what I saw", b"what I said")).decode()), Fault.SIGNATURE_REFUSED),
        (_data(body=base64.b64encode(bytes(250_000)).decode()[:150_000]), Fault.ENTRY_MALFORMED),
    ],
    ids=["nothing", "a number", "no base64", "not ASCII", "short signature", "signature", "words", "zeros"],
)
def test_what_is_handed_on_must_stand_by_itself(data: dict[str, Any], fault: Fault) -> None:
    with refusing(fault):
        granted(grant(data=data))


def test_another_school_s_entry_is_not_handed_on() -> None:
    other = plain_body(school=seed("another").hex())
    body, signature = unpack(framed(other))
    data = {"body": base64.b64encode(body).decode(), "signature": base64.b64encode(signature).decode()}
    with refusing(Fault.SCHOOL_REFUSED):
        granted(grant(data=data))


# Taken in.


def hand_on(seat: Seat, exchange: FolderExchange, giver: str = "dsl", **changes: Any) -> tuple[Desk, VerifiedEntry]:
    """The head's old entry to the deputy and the DSL, handed on to the vice-chair."""
    old = seat("ta").report("dsl", "head").entry
    whole = {"kind": "grant", "case": old.case, "data": grant_data(old), **changes}
    send(exchange, seat(giver).report("vice", **whole))
    return seat("vice"), old


def test_what_is_granted_is_kept_beside_the_grant(seat: Seat, exchange: FolderExchange) -> None:
    vice, old = hand_on(seat, exchange)
    (grant_eid,) = vice.take_in(exchange, later(days=20)).new
    found = vice.entries.get(old.eid)
    assert found is not None
    assert (found.entry, found.granted_by, found.flags) == (old, grant_eid, frozenset())
    assert vice.touched == [old.case]
    assert vice.entries.gaps(later(days=21)) == []


def test_a_grant_by_somebody_who_had_no_right_is_kept_and_flagged(seat: Seat, exchange: FolderExchange) -> None:
    vice, old = hand_on(seat, exchange, giver="cook")
    taken = vice.take_in(exchange)
    (stored,) = vice.entries.everything()
    assert taken.flagged == taken.new == (stored.entry.eid,)
    assert stored.flags == {Flag.BROKEN_GRANT}
    assert vice.entries.get(old.eid) is None


def test_a_grant_under_another_case_hands_nothing_on(seat: Seat, exchange: FolderExchange) -> None:
    vice, old = hand_on(seat, exchange, case="ab" * 32)
    assert vice.take_in(exchange).flagged
    assert vice.entries.get(old.eid) is None


def test_what_came_by_itself_stays_as_it_came(seat: Seat, exchange: FolderExchange) -> None:
    ta, dsl, vice = seat("ta"), seat("dsl"), seat("vice")
    old = ta.report("dsl", "vice")
    send(exchange, old)
    vice.take_in(exchange)
    send(exchange, dsl.report("vice", kind="grant", case=old.entry.case, data=grant_data(old.entry)))
    vice.take_in(exchange)
    found = vice.entries.get(old.entry.eid)
    assert found is not None
    assert found.granted_by is None
