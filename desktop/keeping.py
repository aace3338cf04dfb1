# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody signed in writes themselves: signed, sealed, kept in their vault, and put on its way, in that order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from desktop.filing import Delivery, send
from desktop.machine import Machine
from desktop.people import PersonId
from storage.blobs import Blobs
from storage.compose import Audience, Composed, Content, compose_member
from storage.entries import ChainPosition, Entries, StoredEntry
from storage.errors import Fault, KnownError
from storage.outbox import Outbox
from storage.vault import Vault
from storage.verify import VerifiedEntry


@contextmanager
def left_out_if_too_long() -> Iterator[None]:
    """Leave out what is too long to travel inside another entry: it must not keep everything else waiting."""
    try:
        yield
    except KnownError as error:
        if error.code is not Fault.CONTENT_TOO_LARGE:
            raise


class Keeping:
    """The way of one vault's own entries. `project` makes a case's row again, in the transaction of what is new."""

    def __init__(
        self, machine: Machine, vault: Vault, entries: Entries, outbox: Outbox, project: Callable[[str], None]
    ) -> None:
        """Take an open vault of this machine's school, and its parts."""
        self._machine = machine
        self._vault = vault
        self._entries = entries
        self._outbox = outbox
        self._blobs = Blobs(vault.database)
        self._project = project
        self._me = PersonId(vault.person)

    def place(self, audience: Audience) -> ChainPosition:
        """Find where our next entry for these readers stands."""
        return self._entries.position(audience.kids, audience.to_reply)

    def compose(
        self, content: Content, people: Sequence[PersonId], to_reply: str | None = None
    ) -> tuple[Composed, bool]:
        """Sign and seal an entry for these people and our other vaults; and say whether it goes to anybody at all.

        Raises KnownError(NO_READER_KEYS, CONTENT_TOO_LARGE).
        """
        machine, kid = self._machine, self._vault.kid
        others = tuple(person for person in people if person != self._me)
        audience = machine.audience(others, kid, to_reply)
        # Only now, so that somebody else without keys is refused though we ourselves have some.
        if len(machine.state.active_keys(self._me)) > 1:
            audience = machine.audience((*others, self._me), kid, to_reply)
        composed = compose_member(content, audience, machine.state.school, self._vault.keys, self.place(audience))
        return composed, not audience.is_empty

    def keep_and_send(self, composed: Composed, now: datetime, *, is_sent: bool = True) -> Delivery:
        """The vault first, whole; then the spool; then the exchange. The next sync makes good a kill in between."""
        try:
            with self._vault.database.transaction():
                self._keep(composed, now, is_sent=is_sent)
        except KnownError:
            if not self._was_kept(composed.entry):
                raise
        sealed = self._outbox.sealed_files(composed.entry.eid)
        return send(self._machine, composed, sealed) if is_sent else Delivery.SENT

    def keep_together(self, writings: Sequence[tuple[Content, Sequence[PersonId]]]) -> None:
        """Write several entries, all or none; the next sync sends them. Raises KnownError as `compose`, and DISK_*."""
        with self._vault.database.transaction():
            for content, people in writings:
                composed, is_sent = self.compose(content, people)
                self._keep(composed, content.at, is_sent=is_sent)

    def keep_what_fits(self, writings: Iterable[tuple[Content, Sequence[PersonId]]]) -> None:
        """Write several entries together, without those that are too long to travel, and send them.

        Raises KnownError(NO_READER_KEYS, DISK_*, VAULT_*).
        """
        kept: list[Composed] = []
        with self._vault.database.transaction():
            for content, people in writings:
                with left_out_if_too_long():
                    composed, is_sent = self.compose(content, people)
                    self._keep(composed, content.at, is_sent=is_sent)
                    kept.append(composed)
        for composed in kept:
            send(self._machine, composed, self._outbox.sealed_files(composed.entry.eid))

    def _keep(self, composed: Composed, now: datetime, *, is_sent: bool) -> None:
        self._entries.add(StoredEntry(composed.entry, now, frozenset()))
        self._entries.advance(composed.entry)
        if is_sent:
            self._outbox.add(composed, now)
        for file in composed.files:
            self._blobs.add(file.enclosure.frame)
        self._project(composed.entry.case)

    def _was_kept(self, entry: VerifiedEntry) -> bool:
        """Say whether a commit that failed is there all the same, and make it last: the disk may fail at its last step.

        Nobody may be told that what will be sent was not saved, or they send it twice.
        """
        try:
            if self._entries.get(entry.eid) is None:
                return False
            # Written once more as it is, for the flushes that go with it.
            self._entries.advance(entry)
        except KnownError:
            return False
        return True
