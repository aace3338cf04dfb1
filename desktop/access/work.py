# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody decided so far while they make a copy of somebody's own data: kept in their own vault alone.

It names people who reported and children, so it is an entry of no case that others read; what was withheld of each
record goes on record there when the copy is made (desktop.access.making).
"""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from desktop.half_written import keep, kept
from desktop.session import Session


class Verdict(StrEnum):
    """What becomes of somebody in the copy (practice.md R53)."""

    COVER = "cover"
    AGREED = "agreed"
    REASONABLE = "reasonable"


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision about one item, and why; who is kept needs a reason."""

    verdict: Verdict
    why: str = ""

    @property
    def is_kept(self) -> bool:
        """Say whether it stays in the copy."""
        return self.verdict is not Verdict.COVER


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """A record or an entry that stays out: on which ground (resources/access/exemptions.toml), and why here."""

    ground: str
    why: str


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """Everything decided so far: by item, by record or entry, and words that somebody covered by hand."""

    decisions: Mapping[str, Decision] = {}
    left_out: Mapping[str, LeftOut] = {}
    by_hand: tuple[str, ...] = ()

    def decided(self, item_id: str, decision: Decision | None) -> "Work":
        """The same with this decision about an item, or with none."""
        others = {key: each for key, each in self.decisions.items() if key != item_id}
        return msgspec.structs.replace(self, decisions=others | ({item_id: decision} if decision else {}))

    def leaving_out(self, key: str, left_out: LeftOut | None) -> "Work":
        """The same without a record or an entry, or with it again."""
        others = {name: each for name, each in self.left_out.items() if name != key}
        return msgspec.structs.replace(self, left_out=others | ({key: left_out} if left_out else {}))

    def covering(self, words: str) -> "Work":
        """The same with these words covered wherever they stand."""
        told = " ".join(words.split())
        by_hand = self.by_hand if not told or told in self.by_hand else (*self.by_hand, told)
        return msgspec.structs.replace(self, by_hand=by_hand)

    def uncovering(self, words: str) -> "Work":
        """The same without these words covered by hand."""
        return msgspec.structs.replace(self, by_hand=tuple(each for each in self.by_hand if each != words))


def load_work(session: Session, case_id: str) -> Work:
    """What was decided so far for a request; nothing where nobody has begun."""
    return kept(session, _draft(case_id), Work) or Work()


def keep_work(session: Session, case_id: str, work: Work) -> None:
    """Keep what was decided. Raises KnownError(DISK_*, VAULT_*)."""
    keep(session, _draft(case_id), work)


def _draft(case_id: str) -> str:
    return f"access {case_id}"
