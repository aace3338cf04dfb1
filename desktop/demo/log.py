# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The old logs of the demonstration school, imported as anybody would import theirs (resources/demo).

A day may stand in them as "{386}": so many school days before the demonstration is made.
"""

import re
from typing import Final

import resources
from desktop.demo.data import DemoDay, DemoTime
from desktop.importing.bringing_in import bring_in, plan
from desktop.importing.log_columns import LogKind
from desktop.importing.planning import Choices, read_log_file
from desktop.session import Session

_FILES: Final = (
    ("concerns.csv", LogKind.CONCERNS),
    ("early_years.csv", LogKind.CONCERNS),
    ("gifts.csv", LogKind.GIFTS),
)
_AGO: Final = re.compile(r"\{(\d+)\}")


def import_old_logs(session: Session, time: DemoTime) -> None:
    """Import what the school had kept on paper and in a spreadsheet; one row is beyond reading."""
    files = [read_log_file(name, _content(name, time), kind) for name, kind in _FILES]
    bring_in(session, plan(session, files, Choices()))
    session.sync()


def _content(name: str, time: DemoTime) -> bytes:
    def day(found: re.Match[str]) -> str:
        return f"{time.day(DemoDay(school_days_ago=int(found[1]))):%d/%m/%Y}"

    return _AGO.sub(day, resources.text(f"demo/{name}")).encode()
