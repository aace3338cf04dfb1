# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A published question and its answer as bytes (docs/format.md, documents). Nothing in it says who asked, or when."""

from typing import Annotated, Literal

import msgspec

from desktop.faults import DeskFault
from storage import strictjson
from storage.errors import Fault, KnownError

QUESTION_LONGEST = 1_000
ANSWER_LONGEST = 4_000
_LARGEST = 32 * 1024
_CLAUSE_LONGEST = 80

_Asked = Annotated[str, msgspec.Meta(min_length=1, max_length=QUESTION_LONGEST)]
_Answered = Annotated[str, msgspec.Meta(min_length=1, max_length=ANSWER_LONGEST)]
_Cited = Annotated[str, msgspec.Meta(max_length=_CLAUSE_LONGEST)]


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was asked, what the answer is, and the part of the code that it rests on, if any."""

    v: Literal[1] = 1
    question: _Asked
    answer: _Answered
    clause: _Cited = ""


def question_of(question: str, answer: str, clause: str = "") -> Question:
    """A question as somebody typed it. Raises KnownError(QUESTION_REFUSED) for one that is empty or too long."""
    typed = {"question": question.strip(), "answer": answer.strip(), "clause": clause.strip()}
    try:
        return msgspec.convert(typed, Question)
    except msgspec.ValidationError:
        raise KnownError(DeskFault.QUESTION_REFUSED) from None


def written(question: Question) -> bytes:
    """The bytes of a question, keys in order, no spaces."""
    return strictjson.encode(question)


def read_question(content: bytes) -> Question:
    """Read a question's bytes strictly. Raises KnownError(ENTRY_MALFORMED)."""
    try:
        return msgspec.convert(strictjson.decode(content, at_most=_LARGEST), Question)
    except msgspec.ValidationError:
        raise KnownError(Fault.ENTRY_MALFORMED) from None
