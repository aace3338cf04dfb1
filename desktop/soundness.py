# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Is the record sound? Everything that a vault holds is verified again, and every row is made again and compared.

SQLCipher notices a changed page, but not an old one put back; signatures, chains and parents do.
"""

from dataclasses import dataclass
from enum import StrEnum

from desktop.cases.readership import ADDING
from desktop.patterns.desk import is_kept_soundly
from desktop.retention.signed import unsigned_stubs
from desktop.session import Session
from storage.database import Database, Value
from storage.destroying import Stubs
from storage.entries import StoredEntry
from storage.errors import KnownError
from storage.ingest import set_aside
from storage.judge import Flag
from storage.search import digest_of
from storage.verify import VerifiedEntry


class Trouble(StrEnum):
    """What was found to be wrong."""

    PAGE_DAMAGED = "page_damaged"
    ENTRY_REFUSED = "entry_refused"
    PARENT_MISSING = "parent_missing"
    GAP = "gap"
    FORK = "fork"
    CHAIN_BROKEN = "chain_broken"
    INDEX_DIFFERS = "index_differs"
    FILE_DAMAGED = "file_damaged"
    UNSIGNED_STUB = "unsigned_stub"


@dataclass(frozen=True, slots=True)
class Soundness:
    """The finding: how many entries and cases were looked at, what is wrong, and how many files stand set aside."""

    entries: int
    cases: int
    troubles: tuple[Trouble, ...]
    set_aside: int

    @property
    def is_sound(self) -> bool:
        """Say whether nothing was found. Files set aside changed nothing, so they are no fault of the record."""
        return not self.troubles


def check(session: Session) -> Soundness:
    """Verify the vault of a session. Raises KnownError(DISK_*) when it cannot be read at all."""
    troubles = [Trouble.PAGE_DAMAGED] if _damaged_pages(session.vault.database) else []
    aside = len(set_aside(session.vault))
    try:
        stored = session.entries.everything()
    except KnownError:
        return Soundness(0, 0, (*troubles, Trouble.ENTRY_REFUSED), aside)
    stubs = Stubs(session.vault.database).everything()
    here = {each.entry.eid for each in stored} | {stub.eid for stub in stubs}
    flags = {flag for each in stored for flag in each.flags}
    cases = session.entries.cases()
    found = {
        Trouble.PARENT_MISSING: any(not here.issuperset(_parents(session, case, here)) for case in cases),
        Trouble.GAP: bool(session.gaps()),
        Trouble.FORK: Flag.FORKED_CHAIN in flags,
        Trouble.CHAIN_BROKEN: Flag.BROKEN_CHAIN in flags,
        Trouble.INDEX_DIFFERS: not (_indexes_agree(session, stored) and is_kept_soundly(session)),
        Trouble.FILE_DAMAGED: any(not _is_whole(session, blob) for blob in session.blobs.names()),
        Trouble.UNSIGNED_STUB: bool(unsigned_stubs(stubs, stored, session.machine)),
    }
    troubles += [trouble for trouble, is_so in found.items() if is_so]
    return Soundness(len(stored), len(cases), tuple(troubles), aside)


def _damaged_pages(database: Database) -> bool:
    return bool(database.rows("PRAGMA cipher_integrity_check")) or database.value("PRAGMA integrity_check") != "ok"


def _is_whole(session: Session, blob: str) -> bool:
    try:
        session.blobs.read(blob)
    except KnownError:
        return False
    return True


def _parents(session: Session, case_id: str, here: set[str]) -> set[str]:
    """The entries that a case's entries follow. Only who has read it from the start is sure to hold all of them."""
    case = session.case(case_id)
    from_the_start = any(reader.person_id == session.me and reader.role not in ADDING for reader in case.readers)
    return {parent for entry in case.entries for parent in entry.parents} if from_the_start else here


def _indexes_agree(session: Session, stored: list[StoredEntry]) -> bool:
    """Make everything that is derived from the signed bytes again, and compare it with what the vault holds."""
    entries = session.vault.database.rows("SELECT eid, case_id, kind, author, at, chain, seq, prev FROM entries")
    views = session.vault.database.rows("SELECT case_id, shelf, rank, row FROM views")
    tags = session.vault.database.rows("SELECT case_id, tag FROM view_tags")
    ready = session.vault.database.rows("SELECT case_id, item, counted FROM ready")
    parts = session.vault.database.rows("SELECT case_id, place, part FROM parts")
    made = [session.view(case) for case in sorted({each.entry.case for each in stored})]
    return (
        set(entries) == {_columns(each.entry) for each in stored}
        and set(views) == {(view.case, view.shelf, view.rank, view.row) for view in made}
        and set(tags) == {(view.case, tag) for view in made for tag in view.tags}
        and set(ready) == {(view.case, view.item, view.counted) for view in made if view.item or view.counted}
        and set(parts) == {(view.case, view.place, view.part) for view in made if view.part}
        and session.views.search.digests() == {view.case: digest_of(view.words) for view in made if view.words}
    )


def _columns(entry: VerifiedEntry) -> tuple[Value, ...]:
    body = entry.body
    return (entry.eid, entry.case, body.kind, entry.author_kid, body.at, body.chain, body.seq, body.prev)
