# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Statements on their way to their other signers: what is believed of a proposal and an answer."""

import base64
from typing import Any

import pytest

from storage.charter import RoleData, SettingsData
from storage.constants import PROPOSAL_MAX, REASON_MAX
from storage.directory import preview
from storage.errors import Fault
from storage.proposals import agreed, proposal_data, proposed, refusal_data, refused
from storage.statements import SignedStatement, countersign, write_statement
from storage.verify import VerifiedEntry, verify
from tests.storage.school import EVERYONE, addressee, following, framed, keys, kid, person, plain_body, refusing

FIRST = following(EVERYONE, "settings", SettingsData(set={"a": 1}), "head")
SECOND = following(preview(EVERYONE, FIRST), "role", RoleData(role="deputy", person=person("ta")), "head")
CHAIN = (FIRST, SECOND)


def signed_too(*names: str) -> tuple[SignedStatement, ...]:
    return tuple(countersign(one, [keys(name).signing for name in names]) for one in CHAIN)


def entry(data: dict[str, Any], author: str = "head") -> VerifiedEntry:
    return verify(framed(plain_body(author, ("dsl",), kind="proposal", data=data), author), addressee("dsl"))


def test_statements_come_out_as_they_went_in() -> None:
    assert proposed(entry(proposal_data(CHAIN))) == CHAIN


def broken(*statements: SignedStatement | bytes | object) -> dict[str, Any]:
    def text(one: object) -> object:
        data = write_statement(one) if isinstance(one, SignedStatement) else one
        return base64.b64encode(data).decode() if isinstance(data, bytes) else data

    return {"statements": [text(one) for one in statements]}


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"statements": "x"},
        broken(),
        broken(1),
        broken("no base64!"),
        broken(b"no statement"),
        broken(SECOND, FIRST),
        broken(FIRST, FIRST),
        broken(*[FIRST] * 17),
        broken(SignedStatement(FIRST.body, {kid("head"): bytes(64)})),
        broken(SignedStatement(FIRST.body, {})),
    ],
    ids=["empty", "text", "none", "number", "not base64", "bytes", "reversed", "twice", "many", "bad", "unsigned"],
)
def test_what_is_out_of_form_is_refused(data: dict[str, Any]) -> None:
    with refusing(Fault.ENTRY_MALFORMED):
        proposed(entry(data))


def test_somebody_elses_signature_does_not_make_it_theirs() -> None:
    with refusing(Fault.ENTRY_MALFORMED):
        proposed(entry(proposal_data(CHAIN), "chair"))


def test_more_than_others_would_read_is_not_written() -> None:
    long = following(EVERYONE, "settings", SettingsData(set={"a": "x" * PROPOSAL_MAX}), "head")
    with refusing(Fault.CONTENT_TOO_LARGE):
        proposal_data((long,))


def test_an_answer_adds_its_signature() -> None:
    answer = entry(proposal_data(signed_too("chair")), "chair")
    assert [set(one.signatures) for one in agreed(answer, CHAIN)] == [{kid("head"), kid("chair")}] * 2


def test_an_answer_cannot_spoil_a_signature_that_is_there() -> None:
    spoilt = tuple(SignedStatement(one.body, {**one.signatures, kid("head"): bytes(64)}) for one in signed_too("chair"))
    assert agreed(entry(proposal_data(spoilt), "chair"), CHAIN) == signed_too("chair")


def test_an_answer_about_other_statements_is_refused() -> None:
    with refusing(Fault.ENTRY_MALFORMED):
        agreed(entry(proposal_data(signed_too("chair")[:1]), "chair"), CHAIN)


def test_an_answer_that_its_author_did_not_sign_is_refused() -> None:
    with refusing(Fault.ENTRY_MALFORMED):
        agreed(entry(proposal_data(signed_too("dsl")), "chair"), CHAIN)


def test_a_reason_is_plain_words_of_bounded_length() -> None:
    assert refused(entry(refusal_data("no" * REASON_MAX), "chair")) == ("no" * REASON_MAX)[:REASON_MAX]
    assert refused(entry({"refused": 1}, "chair")) is None
