# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What one exchange of envelopes did, and what it makes a reader be told at once."""

from dataclasses import dataclass, field
from enum import StrEnum

from storage.ingest import Ingested, StoppedError
from storage.spool import Offered

__all__ = ["Alarm", "StoppedError", "Synced"]


class Alarm(StrEnum):
    """What a reader has to be told at once (security.md 3.2, 3.7)."""

    DIRECTORY_FORK = "directory_fork"
    DIRECTORY_ROLLED_BACK = "directory_rolled_back"
    OLDER_VAULT = "older_vault"
    RESTORED_BEHIND = "restored_behind"
    NEWER_CANDOUR = "newer_candour"
    CLOCK_BEHIND = "clock_behind"


@dataclass(frozen=True, slots=True)
class Synced:
    """What one exchange of envelopes did. `received` names our entries for which a receipt came.

    `destroyed` names the cases of which something was destroyed here, as two people had signed.

    `fault`: why the folder could not be looked at. Without `has_looked` it was left alone: the vault is only read.
    `days_unconfirmed`: how long no other reader has confirmed our list of readers, once that is too long.
    """

    offered: Offered
    ingested: Ingested = field(default_factory=Ingested)
    received: tuple[str, ...] = ()
    new_statements: int = 0
    alarms: tuple[Alarm, ...] = ()
    days_unconfirmed: int | None = None
    has_looked: bool = True
    destroyed: tuple[str, ...] = ()
    fault: StrEnum | None = None

    @property
    def is_reachable(self) -> bool:
        """Say whether the folder could be looked at, or was left alone."""
        return self.fault is None

    @property
    def is_news(self) -> bool:
        """Say whether what is shown of records has to be read again."""
        return bool(self.ingested.new or self.received or self.destroyed)
