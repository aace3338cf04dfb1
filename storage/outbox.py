# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a vault has sent: its sealed bytes until they are received, and who has signed for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from storage.compose import Composed
from storage.constants import SPOOL_KEPT_DAYS
from storage.database import Database
from storage.errors import KnownError
from storage.exchange import CARRIER_FAULTS, Area, Exchange, envelope_name
from storage.receipts import LENGTH, read_token
from storage.spool import Spool


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
        """Remember an envelope, in the same transaction as its entry."""
        name, eid = envelope_name(composed.envelope), composed.entry.eid
        row = (name, eid, composed.envelope, now.isoformat())
        self._database.execute("INSERT INTO outbox VALUES (?, ?, ?, ?)", row)
        ack = composed.entry.body.ack
        expected = [(token, eid, kid, ack) for kid, token in composed.tokens.items()]
        self._database.execute_many("INSERT INTO expected VALUES (?, ?, ?, ?, NULL, NULL)", expected)

    def receipts(self, eid: str) -> list[Receipt]:
        """Say who has received an entry of ours and who has not."""
        rows = self._database.rows("SELECT kid, received_at FROM expected WHERE eid = ? ORDER BY kid", (eid,))
        return [Receipt(str(kid), datetime.fromisoformat(str(at)) if at else None) for kid, at in rows]

    def refill(self, spool: Spool, today: date) -> None:
        """Put back into the spool what is still on its way: a kill, a tidy-up or a power cut may have taken it."""
        rows = self._database.rows("SELECT name, eid, sealed FROM outbox WHERE sealed IS NOT NULL")
        for name, eid, sealed in rows:
            if isinstance(sealed, bytes) and not spool.holds(str(name)):
                tokens = self._database.rows("SELECT token FROM expected WHERE eid = ?", (eid,))
                spool.keep(sealed, [str(token) for (token,) in tokens], today, is_in_vault=True)

    def collect(self, exchange: Exchange, signers: Mapping[str, str], now: datetime) -> list[str]:
        """Look for receipts of what is on its way. Returns the entries for which one came, each once.

        `signers` gives each reader's signing key (hex) by key id. What has been received by all, or by one a month ago,
        is let go. Raises KnownError(EXCHANGE_*).
        """
        there = {listed.name for listed in exchange.names(Area.RECEIPTS)}
        waiting = self._database.rows("SELECT token, eid, kid, ack FROM expected WHERE received_at IS NULL")
        found: list[str] = []
        for token, eid, kid, ack in (tuple(map(str, row)) for row in waiting):
            if token in there and kid in signers:
                content = exchange.read(Area.RECEIPTS, token, LENGTH) or b""
                minute = read_token(content, ack, kid, bytes.fromhex(signers[kid]))
                if minute is not None:
                    self._sign_off(token, minute, now)
                    found.append(eid)
        self._let_go(now)
        return list(dict.fromkeys(found))

    def waiting(self) -> list[str]:
        """Name the entries for which a receipt is still missing."""
        rows = self._database.rows("SELECT DISTINCT eid FROM expected WHERE received_at IS NULL ORDER BY eid")
        return [str(eid) for (eid,) in rows]

    def _sign_off(self, token: str, minute: str, now: datetime) -> None:
        sql = "UPDATE expected SET received_at = ?, noticed_at = ? WHERE token = ?"
        self._database.execute(sql, (f"{minute}:00+00:00", now.isoformat(), token))

    def _let_go(self, now: datetime) -> None:
        """Forget sealed bytes by our own clock: a reader's may be wrong, or lie to have the others go without."""
        month_ago = (now - timedelta(days=SPOOL_KEPT_DAYS)).isoformat()
        self._database.execute(
            """UPDATE outbox SET sealed = NULL WHERE sealed IS NOT NULL AND eid IN (
                 SELECT eid FROM expected GROUP BY eid
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
