# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""In the demonstration school two people have a gift of the old log destroyed; another one waits for the second."""

from desktop.demo.data import DemoDisposal
from desktop.importing.log_columns import LogKind
from desktop.importing.old_records import ENTRY_KINDS
from desktop.retention.acting import propose, sign
from desktop.session import Session


def propose_old_gift(session: Session, said: DemoDisposal) -> None:
    """Propose it, as the first of two."""
    session.sync()
    early = {"early": said.early, "reason": said.reason} if said.early else None
    propose(session, _case_of(session, said.old_gift), early)


def sign_old_gift(session: Session, said: DemoDisposal) -> None:
    """Sign it, as the second of two."""
    session.sync()
    sign(session, _case_of(session, said.old_gift))


def _case_of(session: Session, reference: str) -> str:
    def old_reference(case_id: str) -> str:
        report = session.case(case_id).report
        return report.old.record.reference if report and report.old else ""

    return next(each for each in session.of_form(ENTRY_KINDS[LogKind.GIFTS]) if old_reference(each) == reference)
