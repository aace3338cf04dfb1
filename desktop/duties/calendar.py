# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the duties of a school stand on a day: done by whom and when, due, overdue (requirements.md F65). Pure."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

import msgspec

from desktop.declarations.gifts import year_of
from desktop.duties.rules import Occurrence, duty_rules, occurrences, owner_of, sees
from desktop.people import PersonId, PolicyLine, Role, School


class DutyState(StrEnum):
    """How one stands. What was not done, and has fallen due again since, is told as left out."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    DONE = "done"
    LEFT_OUT = "left_out"


class DoneBy(msgspec.Struct, frozen=True, kw_only=True):
    """That a duty was done for a term: by whom it was said, when (aware UTC), and what shows it."""

    author: PersonId
    at: datetime
    note: str = ""


class DutyLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the calendar. A review of a policy has no `occurrence`: a new version of the policy does it."""

    line_id: str
    title: str
    due: date
    state: DutyState
    owner: PersonId | None = None
    occurrence: Occurrence | None = None
    done: DoneBy | None = None

    @property
    def is_pressing(self) -> bool:
        """Say whether it stands on the board."""
        return self.state in {DutyState.OVERDUE, DutyState.SOON}


Done = Mapping[tuple[str, str], DoneBy]
"""What was done, by duty and term."""


def duty_lines(school: School, done: Done, reader: PersonId, today: date) -> tuple[DutyLine, ...]:
    """Every duty that this reader is shown, in every term that the school has set, and each policy's review."""
    shown = [each for each in occurrences(school.settings.terms) if sees(each.duty, school, reader, today)]
    last = _last_due(shown, today)
    lines = [_line(each, done, school, today, is_last=last.get(each.duty.duty_id) == each) for each in shown]
    if school.roles_of(reader, today) & duty_rules().overseers:
        lines += [review for line in school.settings.policies if (review := _review(line, school, today))]
    return tuple(sorted(lines, key=lambda line: (line.due, line.line_id)))


def _last_due(shown: Iterable[Occurrence], today: date) -> dict[str, Occurrence]:
    """The last time that each duty has fallen due: what was left out before it is done with by that."""
    return {each.duty.duty_id: each for each in shown if each.due < today}


def _line(each: Occurrence, done: Done, school: School, today: date, *, is_last: bool) -> DutyLine:
    by = done.get(each.key)
    if by is not None:
        state = DutyState.DONE
    elif each.due < today:
        state = DutyState.OVERDUE if is_last else DutyState.LEFT_OUT
    else:
        state = _ahead(each.due, today)
    return DutyLine(
        line_id=" ".join(each.key),
        title=each.duty.title,
        due=each.due,
        state=state,
        owner=owner_of(each.duty, school, today),
        occurrence=each,
        done=by,
    )


def _review(line: PolicyLine, school: School, today: date) -> DutyLine | None:
    """A policy's review, on its day or on the last one of its month; None where the policy names none."""
    if not line.review_due:
        return None
    due = _last_day(line.review_due)
    state = DutyState.OVERDUE if due < today else _ahead(due, today)
    owner = next(iter(school.holders(Role.HEAD, today)), None)
    return DutyLine(line_id=f"review {line.policy_id}", title=line.title, due=due, state=state, owner=owner)


def _ahead(due: date, today: date) -> DutyState:
    return DutyState.SOON if due <= today + timedelta(days=duty_rules().remind_days) else DutyState.LATER


def _last_day(written: str) -> date:
    """A day, or the last one of a month, as the directory has it."""
    if len(written) > len("2026-11"):
        return date.fromisoformat(written)
    first = date.fromisoformat(f"{written}-01")
    return first.replace(day=monthrange(first.year, first.month)[1])


def in_school_year(lines: Sequence[DutyLine], today: date) -> tuple[DutyLine, ...]:
    """Those of the school year of a day, and whatever stands on the board."""
    year = year_of(today)
    return tuple(line for line in lines if line.is_pressing or year_of(line.due) == year)


def pressing(lines: Sequence[DutyLine]) -> tuple[DutyLine, ...]:
    """Those that stand on the board."""
    return tuple(line for line in lines if line.is_pressing)
