# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands on the board and belongs to no record (F34, F54, F65).

Duties of the calendar, training that is due, and what stands in no record and waits for a second signature to go.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from desktop.cases.items import Item, ItemKind
from desktop.clocks import end_of_day
from desktop.duties.acting import read_calendar
from desktop.duties.calendar import DutyLine, pressing
from desktop.duties.telling import duty_words
from desktop.people import PersonId, School
from desktop.policies.seeing import people_seen
from desktop.retention.apart.listing import items_to_sign
from desktop.session import Session
from desktop.training.acting import all_training
from desktop.training.records import keeps_training
from desktop.training.register import State, TrainingRow, training_rows

_TO_DO = frozenset({State.OVERDUE, State.SOON})


class Apart(msgspec.Struct, frozen=True, kw_only=True):
    """An item that belongs to no record, and the names of those whom it is about."""

    item: Item
    about: tuple[str, ...] = ()


def items_apart(session: Session) -> tuple[Apart, ...]:
    """What stands on this reader's board beside their records. Reads the vault."""
    now = session.machine.now()
    to_sign = (Apart(item=item, about=about) for item, about in items_to_sign(session))
    return (*duty_items(read_calendar(session), now), *_training(session, now), *to_sign)


def duty_items(lines: Iterable[DutyLine], now: datetime) -> Iterator[Apart]:
    """The duties that are due. Pure."""
    for line in pressing(tuple(lines)):
        kind = ItemKind.POLICY_REVIEW if line.occurrence is None else ItemKind.DUTY
        due = end_of_day(line.due)
        what = line.title if line.occurrence is None else duty_words(line)
        item = Item(kind=kind, since=min(now, due), due=due, owner=line.owner, eid=line.line_id, what=what)
        yield Apart(item=item)


def training_items(rows: Iterable[TrainingRow], school: School, owner: PersonId, now: datetime) -> Iterator[Apart]:
    """A line for each course of these rows, to be done again by somebody, due when the first of them is. Pure."""
    found: dict[tuple[str, str], list[TrainingRow]] = {}
    for row in rows:
        if row.record is not None and row.due is not None:
            found.setdefault((row.course_id, row.title), []).append(row)
    for (course_id, title), theirs in found.items():
        due = end_of_day(min(row.due for row in theirs if row.due))
        about = tuple(school.people[row.person_id].name for row in theirs)
        item = Item(kind=ItemKind.TRAINING, since=min(now, due), due=due, owner=owner, eid=course_id, what=title)
        yield Apart(item=item, about=about)


def _training(session: Session, now: datetime) -> Iterator[Apart]:
    """For whoever keeps training. Who is sent whose is asked only of those whose training is due: it takes its time."""
    school, me, today = session.machine.school, session.me, session.machine.today()
    if not keeps_training(school, me, today):
        return
    records = all_training(session)
    listed = [school.people[each] for each in {record.person for record in records} if each in school.people]
    due = training_rows(records, school, listed, today, _TO_DO)
    theirs = {row.person_id: school.people[row.person_id] for row in due}
    seen = {person.person_id for person in people_seen(school, me, today, theirs.values())}
    yield from training_items([row for row in due if row.person_id in seen], school, me, now)
