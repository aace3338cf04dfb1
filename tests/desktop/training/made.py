# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records of training made for the tests."""

from datetime import UTC, date, datetime, time

from desktop.people import PersonId
from desktop.training.records import Refresh, Standing, Trained, TrainingRecord

TODAY = date(2026, 11, 21)


def record(
    name: str,
    on: date,
    course: str = "safeguarding",
    refresh: Refresh = Refresh.USUAL,
    standing: Standing = Standing.AGREED,
    title: str = "",
) -> TrainingRecord:
    """Somebody was trained on a day."""
    said = Trained(person=name, course=course, on=on.isoformat(), refresh=refresh, title=title)
    return TrainingRecord(
        eid=f"{name}-{course}-{on}",
        said=said,
        on=on,
        author=PersonId("head"),
        at=datetime.combine(on, time(12), UTC),
        standing=standing,
    )
