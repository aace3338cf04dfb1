# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Directory statements on their way to the people who have to sign them too (docs/format.md, 'Proposals').

A proposal is an entry that carries statements one after the other, signed by whoever proposes them; an answer repeats
them with one more signature under each, or says no. Whether the signatures suffice is for storage.directory to say.
"""

import base64
import binascii
from collections.abc import Sequence

from storage.constants import PROPOSAL_MAX, PROPOSAL_STATEMENTS_MAX, REASON_MAX
from storage.errors import Fault, KnownError
from storage.statements import SignedStatement, is_signed_by, read_statement, write_statement
from storage.verify import VerifiedEntry

PROPOSAL = "proposal"
ANSWER = "proposal_answer"

Chain = tuple[SignedStatement, ...]


def proposal_data(chain: Chain) -> dict[str, object]:
    """What a proposal says, and an answer that agrees with one.

    Raises KnownError(CONTENT_TOO_LARGE) when it is more than others would read.
    """
    written = [write_statement(signed) for signed in chain]
    if len(chain) > PROPOSAL_STATEMENTS_MAX or sum(map(len, written)) > PROPOSAL_MAX:
        raise KnownError(Fault.CONTENT_TOO_LARGE, limit=PROPOSAL_MAX)
    return {"statements": [base64.b64encode(data).decode("ascii") for data in written]}


def refusal_data(reason: str) -> dict[str, object]:
    """What an answer says that does not agree, in words of at most REASON_MAX characters."""
    return {"refused": reason[:REASON_MAX]}


def proposed(entry: VerifiedEntry) -> Chain:
    """Take the statements out of a verified proposal. Raises KnownError(ENTRY_MALFORMED) on anything out of form.

    They follow one another and each bears its author's good signature. Of which directory they are is not asked here.
    """
    chain = tuple(_statement(text) for text in _texts(entry, "statements"))
    total = sum(len(write_statement(signed)) for signed in chain)
    if not 0 < len(chain) <= PROPOSAL_STATEMENTS_MAX or total > PROPOSAL_MAX:
        raise _malformed()
    public = bytes.fromhex(entry.body.author.pub)
    if not (_is_chain(chain) and all(is_signed_by(signed, public) for signed in chain)):
        raise _malformed()
    return chain


def agreed(answer: VerifiedEntry, chain: Chain) -> Chain:
    """The same statements with the signatures of an answer that agrees added to those that they bear.

    Raises KnownError(ENTRY_MALFORMED) when the answer is about others, or its author has not signed each.
    """
    theirs = proposed(answer)
    if [one.body for one in theirs] != [one.body for one in chain]:
        raise _malformed()
    return tuple(
        SignedStatement(one.body, {**other.signatures, **one.signatures})
        for one, other in zip(chain, theirs, strict=True)
    )


def refused(answer: VerifiedEntry) -> str | None:
    """The reason of an answer that says no, in plain words of bounded length; None for one that does not say no."""
    reason = answer.body.data.get("refused")
    return reason[:REASON_MAX] if isinstance(reason, str) else None


def _is_chain(chain: Sequence[SignedStatement]) -> bool:
    statements = [signed.statement() for signed in chain]
    return all(
        after.n == before.n + 1 and after.prev == signed.name and after.school == before.school
        for before, after, signed in zip(statements, statements[1:], chain, strict=False)
    )


def _statement(text: str) -> SignedStatement:
    try:
        signed = read_statement(_bytes(text))
        signed.statement()
    except KnownError:
        raise _malformed() from None
    return signed


def _texts(entry: VerifiedEntry, name: str) -> list[str]:
    found = entry.body.data.get(name)
    if not isinstance(found, list) or len(found) > PROPOSAL_STATEMENTS_MAX:
        raise _malformed()
    return [text if isinstance(text, str) else "" for text in found]


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise _malformed() from None


def _malformed() -> KnownError:
    return KnownError(Fault.ENTRY_MALFORMED, reason="proposal")
