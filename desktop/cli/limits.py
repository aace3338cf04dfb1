# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What `candour show` says of time limits (every rule, its source, what is not known) and of who has still to agree."""

from desktop.cases.case import Case
from desktop.cases.limits import running
from desktop.cases.second import second_people
from desktop.clocks import Deadline
from desktop.session import Session


def limits_data(case: Case, session: Session) -> list[dict[str, object]]:
    """What is still open, each with all rules that hold, the strictest first."""
    limits = running(case, session.clocks, session.meaning)
    return [{"what": limit.value, **_deadline(due)} for limit, due in limits.items()]


def second_person_data(case: Case) -> dict[str, object] | None:
    """The decision that waits for a second person: why, and who among the readers that could be; None for none."""
    waiting = case.sign_off
    if waiting is None:
        return None
    return {
        "entry": waiting.eid,
        "why": waiting.why.value,
        "waits_for": list(second_people(case)),
        "refused_by": waiting.refused_by,
    }


def _deadline(due: Deadline) -> dict[str, object]:
    return {
        "due": due.due.isoformat(),
        "runs_from": due.start.starts_from.value,
        "doubt": due.start.doubt.value if due.start.doubt else None,
        "rules": [
            {"rule": item.rule.rule_id, "due": item.due.isoformat(), "source": item.rule.source} for item in due.dues
        ],
        "closed_days": [{"day": closed.day.isoformat(), "why": closed.why.value} for closed in due.closed_days],
        "calendar_known": due.is_calendar_known,
        "calendar_known_until": due.known_until.isoformat(),
    }
