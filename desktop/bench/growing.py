# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A reader's vault that grows to any size: what its lists stand on, made of copies of a few real records.

The records are filed and acted on through a session, and their rows, tags and words copied with other people and days.
Nothing is sealed or signed for a copy: what reads entries is measured on real ones.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import accumulate, islice
from random import Random

import msgspec

from desktop.bench.ground import Ground, answers
from desktop.board.rows import board_part
from desktop.cases.acting import act
from desktop.cases.case import Phase
from desktop.cases.rows import CaseRow, Group, Shelf, as_bytes, board_tags
from desktop.chronology.kinds import kind_of
from desktop.chronology.tags import PERSON
from desktop.registers.tags import register_tags
from desktop.searching.categories import tag_of
from desktop.session import Session
from storage.views import View

HEAD = 0
_LEAD, _TEACHER = 1, 3
_CLOSED = {"shelf": Shelf.CLOSED, "group": Group.OTHER, "phase": Phase.CLOSED, "items": (), "decide_by": None}
_OPEN_IN = 30
"""One case in so many still has something open."""
_DAYS = 5 * 365
_WORDS = 60
_VOCABULARY = 20_000
_SYLLABLES = ("ba", "co", "di", "fe", "gu", "ha", "jo", "ki", "lu", "me", "no", "pi", "ra", "so", "tu", "va")
_BODY = bytes(1_500)
"""An entry that was opened has this size in the vault, and nobody reads what is in it."""
_AT_ONCE = 1_000


class Growing:
    """The head's vault, filled up to each size in turn."""

    def __init__(self, session: Session, ground: Ground) -> None:
        """File what is copied."""
        self._staff = ground.people
        self._chance = Random(1)  # noqa: S311 - invented records, the same each time
        self._open, *self._others = _records(session, ground)
        self._held = 0
        self.words = [
            "".join(self._chance.choices(_SYLLABLES, k=self._chance.randint(2, 5))) for _ in range(_VOCABULARY)
        ]
        # Few words are written often and most hardly ever, as people write.
        self._often = list(accumulate(1 / (rank + 1) for rank in range(_VOCABULARY)))

    def grow_to(self, session: Session, size: int) -> None:
        """Fill it."""
        rows = (self._row(number) for number in range(self._held, size))
        while batch := list(islice(rows, _AT_ONCE)):
            with session.vault.database.transaction():
                session.views.put(map(self._view, batch))
                _note_opened(session, batch)
        self._held = size

    def _row(self, number: int) -> CaseRow:
        row = self._open if number % _OPEN_IN == 0 else self._others[number % len(self._others)]
        at = row.filed_at - timedelta(days=number % _DAYS)
        declared = row.declared
        if declared is not None:
            declared = msgspec.structs.replace(declared, on=at.date(), who=self._chance.choice(self._staff))
        return msgspec.structs.replace(row, case_id=_name(f"case {number}"), filed_at=at, declared=declared)

    def _view(self, row: CaseRow) -> View:
        person = self._chance.choice(self._staff)
        tags = [f"about {person}", f"form {row.form}", *board_tags(row)]
        tags.append(f"{PERSON}{person} {row.filed_at.date()} {kind_of(row.form).value}")
        tags += register_tags(row)
        tags.append(tag_of(row.case_id[0]))
        words = " ".join(self._chance.choices(self.words, cum_weights=self._often, k=_WORDS))
        place, part = board_part(row) or ("", b"")
        return View(row.case_id, row.shelf.value, row.rank, as_bytes(row), tuple(tags), words, place=place, part=part)


def _records(session: Session, ground: Ground) -> tuple[CaseRow, ...]:
    """An open case with an action; then what has closed: three concerns, a gift, a tie."""
    sender = ground.sign_in(_LEAD)
    try:
        filed = [sender.file(form, dict(values)).case_id for form, values in _filed(ground)]
    finally:
        sender.close()
    session.sync()
    due = session.machine.today().isoformat()
    act(session, filed[0], "action", {"what": "Talk to them", "owner": ground.people[HEAD], "due": due})
    concern, gift, tie = map(session.row, filed)
    closed = [msgspec.structs.replace(row, **_CLOSED) for row in (concern, concern, concern, gift, tie)]
    return (concern, *closed)


def _filed(ground: Ground) -> tuple[tuple[str, Mapping[str, object]], ...]:
    teacher = ground.people[_TEACHER]
    return (
        ("concern", answers(teacher)),
        ("gift", {"direction": "offered", "what_happened": "A hamper.", "worth": 4_500, "giver": "Mr Hall"}),
        ("relationship", {"tie": "former_pupil", "other_name": "R. Quayle", "state": "current"}),
    )


def _name(what: str) -> str:
    return hashlib.sha256(what.encode()).hexdigest()


def _note_opened(session: Session, rows: Sequence[CaseRow]) -> None:
    """For each case an entry that says who opened it: its columns are right, which is all that an audit reads."""
    columns = "eid, case_id, kind, author, at, received_at, flags, body, signature"
    sql = f"INSERT INTO entries ({columns}) VALUES (?, ?, 'access', ?, ?, '', '', ?, x'')"  # noqa: S608 - literals
    opened = [
        (_name(f"opened {row.case_id}"), row.case_id, session.vault.kid, f"{row.filed_at:%Y-%m-%dT%H:%M:%SZ}", _BODY)
        for row in rows
    ]
    session.vault.database.execute_many(sql, opened)
