# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Vectors of `onward` entries: whom a reporter's further words go to no longer, and who is believed about that."""

from storage.body import Body, encode_body
from storage.constants import ENTRY_SIGNATURE
from tests.storage.school import SCHOOL, keys, kid, person, plain_body
from tests.vectors.vector import Vector

REPORTER = "ta"
OFFICES = {"head": "head", "chair": "chair", "dsl": "dsl", "deputy": "deputy_dsl"}

Said = tuple[str, tuple[str, ...], object]
"""Who wrote it, to whom besides the reporter it was sealed, and whom it leaves out."""


def vectors() -> dict[str, Vector]:
    """All of them by name."""
    head, chair, dsl, deputy = (person(name) for name in ("head", "chair", "dsl", "deputy"))
    return {
        "onward-by-the-head": _onward([("head", ("deputy",), [dsl])], dsl),
        "onward-that-the-chair-was-sent": _onward([("dsl", ("chair",), [head])], head),
        "onward-that-nobody-in-a-high-office-saw": _onward([("dsl", ("deputy",), [head])]),
        "onward-that-only-those-left-out-saw": _onward([("dsl", ("head",), [head])]),
        "onward-by-whoever-is-left-out": _onward([("head", ("dsl",), [head, dsl])]),
        "onward-by-whoever-was-left-out-before": _onward(
            [("head", ("chair",), [dsl]), ("dsl", ("chair",), [head])], dsl
        ),
        "onward-twice": _onward([("head", ("chair",), [dsl]), ("chair", ("head",), [deputy])], dsl, deputy),
        "onward-of-what-is-no-list": _onward([("head", ("chair",), chair)]),
        "onward-of-what-is-no-text": _onward([("head", ("chair",), [7, None, dsl])], dsl),
    }


def _body(author: str, to: tuple[str, ...], without: object) -> Body:
    data = {"form": "onward", "answers": {}, "without": without}
    return plain_body(author, (*to, REPORTER), kind="onward", data=data)


def _onward(said: list[Said], *left_out: str) -> Vector:
    bodies = [encode_body(_body(*each)) for each in said]
    signed = [keys(each[0]).signing.sign(ENTRY_SIGNATURE, body).hex() for each, body in zip(said, bodies, strict=True)]
    members = [("member", f"{person(name)} {kid(name)} {office}") for name, office in OFFICES.items()]
    return Vector(
        [
            ("what", "onward"),
            ("expect", "success"),
            ("encoding", "utf-8"),
            ("school", SCHOOL),
            ("kid", kid(REPORTER)),
            *members,
            *(("signature", each) for each in signed),
            *(("left-out", each) for each in sorted(left_out)),
        ],
        bodies,
    )
