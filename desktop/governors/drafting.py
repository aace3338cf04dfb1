# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is half-written for a report to governors: kept in its maker's vault until the report is issued."""

from desktop.governors.report import Asked
from desktop.half_written import keep, kept
from desktop.session import Session

_DRAFT = "governors report"


def keep_asked(session: Session, asked: Asked) -> None:
    """Keep what was chosen and typed. Raises KnownError(DISK_*, VAULT_*)."""
    keep(session, _DRAFT, asked)


def kept_asked(session: Session) -> Asked | None:
    """What was chosen and typed; None where nothing is, or an older Candour wrote it."""
    return kept(session, _DRAFT, Asked)


def let_go(session: Session) -> None:
    """The report is issued: nothing is half-written any more."""
    keep(session, _DRAFT, None)
