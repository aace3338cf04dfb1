# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The report to governors of the demonstration school, issued as the head would; the file is not kept."""

from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.demo.data import DemoReport
from desktop.governors.issuing import issue, prepare, read_ground
from desktop.governors.periods import offered
from desktop.governors.report import Asked
from desktop.session import Session


def issue_report(session: Session, report: DemoReport) -> None:
    """Issue a report about the usual period of this day."""
    session.sync()
    ground = read_ground(session)
    asked = Asked(
        period=offered(ground.today, ground.staff)[0][1],
        recipient=report.recipient,
        actions=report.actions,
        commentary=report.commentary,
        reviewed=True,
    )
    with TemporaryDirectory(prefix="candour-") as folder:
        issue(session, prepare(ground, asked), Path(folder))
