# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is half-written for a report to governors: kept in its maker's vault until the report is issued."""

import msgspec

from desktop.governors.report import Asked
from desktop.session import Session

_DRAFT = "governors report"


def keep_asked(session: Session, asked: Asked) -> None:
    """Keep what was chosen and typed. Raises KnownError(DISK_*, VAULT_*)."""
    at = session.machine.now().isoformat(timespec="seconds")
    session.drafts.save(_DRAFT, at, msgspec.json.encode(asked))


def kept_asked(session: Session) -> Asked | None:
    """What was chosen and typed; None where nothing is, or an older Candour wrote it."""
    kept = session.drafts.load(_DRAFT)
    try:
        return msgspec.json.decode(kept, type=Asked) if kept else None
    except msgspec.ValidationError:
        return None


def let_go(session: Session) -> None:
    """The report is issued: nothing is half-written any more."""
    session.drafts.discard(_DRAFT)
