# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a vault has sent: its sealed bytes until they are received, and who has signed for them.

An entry is its part 0; its files, which are sealed by themselves, are part 1 and on.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from storage.compose import Composed, SealedFile
from storage.constants import SPOOL_KEPT_DAYS
from storage.database import Database
from storage.errors import KnownError
from storage.exchange import CARRIER_FAULTS, Area, Exchange, envelope_name, file_name
from storage.receipts import ENTRY_PART, FILE_PART, LENGTH, file_secret, read_token, token_name
from storage.spool import Spool
from storage.verify import VerifiedEntry


@dataclass(frozen=True, slots=True)
class Receipt:
    """One reader of an entry of ours: their vault's key id, and when they opened it (aware UTC), if they have."""

    kid: str
    received_at: datetime | None


class Outbox:
    """The outbox of one vault."""

    def __init__(self, database: Database) -> None:
        """Take the vault's database."""
        self._database = database

    def add(self, composed: Composed, now: datetime) -> None:
        """Remember an envelope and seal what goes with it, in the same transaction as its entry."""
        name, eid, ack = envelope_name(composed.envelope), composed.entry.eid, composed.entry.body.ack
        self._add((name, eid, composed.envelope, now.isoformat(), ENTRY_PART), ack, composed.tokens)
        for part, file in enumerate(composed.files, start=1):
            # What went to the same readers with another entry is on its way, or there.
            if file.tokens and all(map(self._expects, file.tokens.values())):
                continue
            sealed = file.seal().sealed
            row = (file_name(sealed), eid, sealed, now.isoformat(), part)
            self._add(row, file_secret(file.enclosure.attachment.blob), file.tokens)

    def _add(self, row: tuple[str, str, bytes, str, int], ack: str, tokens: Mapping[str, str]) -> None:
        _, eid, _, _, part = row
        self._database.execute("INSERT INTO outbox VALUES (?, ?, ?, ?, ?)", row)
        expected = [(token, eid, kid, ack, part) for kid, token in tokens.items()]
        self._database.execute_many("INSERT OR IGNORE INTO expected VALUES (?, ?, ?, ?, NULL, NULL, ?)", expected)

    def watch(self, entries: Iterable[VerifiedEntry]) -> None:
        """Look for receipts of entries that another vault of their author sent. Done twice is done once."""
        sent = ((kid, entry.eid, entry.body.ack) for entry in entries for kid in entry.body.to)
        expected = [(token_name(ack, kid), eid, kid, ack, ENTRY_PART) for kid, eid, ack in sent]
        self._database.execute_many("INSERT OR IGNORE INTO expected VALUES (?, ?, ?, ?, NULL, NULL, ?)", expected)

    def receipts(self, eid: str) -> list[Receipt]:
        """Say who has received an entry of ours and who has not."""
        sql = "SELECT kid, received_at FROM expected WHERE eid = ? AND part = ? ORDER BY kid"
        rows = self._database.rows(sql, (eid, ENTRY_PART))
        return [Receipt(str(kid), datetime.fromisoformat(str(at)) if at else None) for kid, at in rows]

    def unsigned(self, kids: Collection[str]) -> frozenset[str]:
        """Name our entries that went to some of these vaults, none of which has signed for them."""
        places = ", ".join("?" * len(kids))
        sql = f"""SELECT eid FROM expected WHERE part = ? AND kid IN ({places})
                  GROUP BY eid HAVING count(received_at) = 0"""  # noqa: S608 - only question marks are put in
        return frozenset(str(eid) for (eid,) in self._database.rows(sql, (ENTRY_PART, *sorted(kids))))

    def sealed_files(self, eid: str) -> Iterator[SealedFile]:
        """The sealed files of an entry of ours that are still on their way, one after another."""
        sql = "SELECT name, part FROM outbox WHERE eid = ? AND part <> ? AND sealed IS NOT NULL ORDER BY part"
        for name, part in self._database.rows(sql, (eid, ENTRY_PART)):
            yield SealedFile(self._sealed(str(name)), self._tokens(eid, int(str(part))))

    def refill(self, spool: Spool, today: date) -> None:
        """Put back into the spool what is still on its way: a kill, a tidy-up or a power cut may have taken it."""
        rows = self._database.rows("SELECT name, eid, part FROM outbox WHERE sealed IS NOT NULL ORDER BY part DESC")
        for name, eid, part in rows:
            if not spool.holds(str(name)):
                tokens = list(self._tokens(str(eid), int(str(part))).values())
                spool.keep(self._sealed(str(name)), tokens, today, is_in_vault=True, is_file=part != ENTRY_PART)

    def collect(self, exchange: Exchange, signers: Mapping[str, str], now: datetime) -> list[str]:
        """Look for receipts of what is on its way. Returns the entries for which one came, each once.

        `signers` gives each reader's signing key (hex) by key id. What has been received by all, or by one a month ago,
        is let go. Raises KnownError(EXCHANGE_*).
        """
        there = {listed.name for listed in exchange.names(Area.RECEIPTS)}
        waiting = self._database.rows("SELECT token, eid, kid, ack, part FROM expected WHERE received_at IS NULL")
        found: list[str] = []
        for token, eid, kid, ack, part in (tuple(map(str, row)) for row in waiting):
            if token in there and kid in signers:
                content = exchange.read(Area.RECEIPTS, token, LENGTH) or b""
                kind = ENTRY_PART if int(part) == ENTRY_PART else FILE_PART
                minute = read_token(content, ack, kid, bytes.fromhex(signers[kid]), kind)
                if minute is not None:
                    self._sign_off(token, minute, now)
                    found.append(eid)
        self._let_go(now)
        return list(dict.fromkeys(found))

    def waiting(self) -> list[str]:
        """Name the entries for which a receipt is still missing."""
        rows = self._database.rows("SELECT DISTINCT eid FROM expected WHERE received_at IS NULL ORDER BY eid")
        return [str(eid) for (eid,) in rows]

    def _expects(self, token: str) -> bool:
        return self._database.row("SELECT 1 FROM expected WHERE token = ?", (token,)) is not None

    def _sealed(self, name: str) -> bytes:
        found = self._database.value("SELECT sealed FROM outbox WHERE name = ?", (name,))
        return found if isinstance(found, bytes) else b""

    def _tokens(self, eid: str, part: int) -> dict[str, str]:
        rows = self._database.rows("SELECT kid, token FROM expected WHERE eid = ? AND part = ?", (eid, part))
        return {str(kid): str(token) for kid, token in rows}

    def _sign_off(self, token: str, minute: str, now: datetime) -> None:
        sql = "UPDATE expected SET received_at = ?, noticed_at = ? WHERE token = ?"
        self._database.execute(sql, (f"{minute}:00+00:00", now.isoformat(), token))

    def _let_go(self, now: datetime) -> None:
        """Forget sealed bytes by our own clock: a reader's may be wrong, or lie to have the others go without."""
        month_ago = (now - timedelta(days=SPOOL_KEPT_DAYS)).isoformat()
        self._database.execute(
            """UPDATE outbox SET sealed = NULL WHERE sealed IS NOT NULL AND (eid, part) IN (
                 SELECT eid, part FROM expected GROUP BY eid, part
                 HAVING count(*) = count(noticed_at) OR min(noticed_at) <= ?)""",
            (month_ago,),
        )


def deliver(exchange: Exchange, envelope: bytes) -> bool:
    """Try once to put an envelope into the exchange. Returns whether it is there; a carrier's fault means later."""
    try:
        exchange.put(Area.ENVELOPES, envelope_name(envelope), envelope)
    except KnownError as error:
        if error.code not in CARRIER_FAULTS:
            raise
        return False
    return True
