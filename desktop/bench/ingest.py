# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Taking in thousands of envelopes, and looking at the inbox afterwards, beside the raw calls it cannot do without."""

import secrets
from collections.abc import Iterator

import pyrage

from desktop.bench.ground import Ground, answers, now
from desktop.bench.measuring import Measured
from desktop.cases.rows import Shelf
from desktop.filing import clean_answers, readers_of, route_of, seal_report
from desktop.forms import Context
from desktop.session import Session
from storage.compose import compose_walk_up
from storage.constants import ENTRY_SIGNATURE, ENVELOPE_MAX, INGEST_BATCH
from storage.database import create_database
from storage.exchange import Area, Listed, envelope_name
from storage.frame import unpack
from storage.ingest import Ingested, Round, ingest
from storage.keys import check_signature
from storage.memory_exchange import MemoryExchange
from storage.slots import KEY_BYTES
from storage.verify import Addressee

_PAGE = 50
_PUB = b'"pub":"'


def bench_ingest(ground: Ground, envelopes: int) -> Iterator[Measured]:
    """Seal so many reports, take them in raw, then as a session does, then look at the inbox."""
    fill(ground, envelopes)
    session = ground.sign_in(0)
    try:
        listed = session.machine.exchange.names(Area.ENVELOPES)
        raw = _raw(ground, session, listed)
        began = now()
        taken = _take_in(session)
        ours = now() - began
        each = 1000 / len(listed)
        note = f"{len(taken.new)} taken in, {len(listed) / ours:.0f} a second"
        yield Measured(f"ingest of {envelopes} envelopes, each", ours * each, raw * each, "ms", 1.5, note)
        yield _inbox(session)
    finally:
        session.close()
    yield _whole_sync(ground, raw, len(listed))


def _take_in(session: Session) -> Ingested:
    """Take everything in as a session does, but leave no receipts: those are files, and are measured by themselves."""
    machine = session.machine
    me = Addressee(machine.state.school, frozenset({session.vault.kid}))
    by = Round(machine.state, machine.now(), leaves_receipts=False, project=session.project, progress=_unheard)
    return ingest(session.vault, session.entries, machine.exchange, me, by)


def _whole_sync(ground: Ground, raw: float, count: int) -> Measured:
    """All that a new reader's first round does, receipts included, beside raw ingest and one new file for each."""
    folder = ground.home / "raw-receipts"
    folder.mkdir()
    began = now()
    for number in range(count):
        (folder / str(number)).write_bytes(b"receipt")
    files = now() - began
    session = ground.sign_in(1)
    try:
        began = now()
        session.sync()
        ours = now() - began
    finally:
        session.close()
    return Measured("first sync with its receipts, each", ours * 1000 / count, (raw + files) * 1000 / count, "ms", 1.5)


def _unheard(_done: int, _all: int) -> None:
    """Nobody watches the progress of a measurement."""


def fill(ground: Ground, envelopes: int) -> None:
    """Put reports into the exchange as walk-ups would. The slow return phrase is made once and left out after that."""
    machine, meaning = ground.candour.machine, ground.candour.meaning
    spec, school, today = meaning.forms["concern"], machine.school, machine.today()
    clean = clean_answers(spec, answers(ground.people[3]), Context(today=today, school=school))
    chosen = route_of(spec, clean.values, None, school, today)
    first = seal_report(machine, clean, chosen, None, None).composed.entry.body
    audience = machine.audience(readers_of(chosen))
    content = machine.content(first.kind, first.data, first.rule)
    memory = MemoryExchange()
    for _ in range(envelopes):
        composed = compose_walk_up(content, audience, machine.state.school, None)
        memory.put(Area.ENVELOPES, envelope_name(composed.envelope), composed.envelope)
    memory.write_out(ground.home.parent / "exchange")


def _raw(ground: Ground, session: Session, listed: list[Listed]) -> float:
    """Read, open, verify and insert each envelope, and nothing else. Returns the seconds."""
    folder = ground.home.parent / "exchange" / Area.ENVELOPES.value
    database = create_database(ground.home / "raw-ingest.db", secrets.token_bytes(KEY_BYTES))
    database.execute("CREATE TABLE raw (name TEXT PRIMARY KEY, body BLOB, signature BLOB) STRICT")
    identities = [session.vault.keys.identity]
    began = now()
    for start in range(0, len(listed), INGEST_BATCH):
        with database.transaction():
            for each in listed[start : start + INGEST_BATCH]:
                data = (folder / each.name).read_bytes()[:ENVELOPE_MAX]
                body, signature = unpack(pyrage.decrypt(data, identities))
                check_signature(ENTRY_SIGNATURE, author_key(body), body, signature)
                database.execute("INSERT INTO raw VALUES (?, ?, ?)", (each.name, body, signature))
    seconds = now() - began
    database.close()
    return seconds


def author_key(body: bytes) -> bytes:
    """The author's key, cut out of the body without reading the rest."""
    start = body.index(_PUB) + len(_PUB)
    return bytes.fromhex(body[start : start + 64].decode("ascii"))


def _inbox(session: Session) -> Measured:
    """Open the inbox: which cases stand on the shelf, and a page of rows, beside the same in two raw queries."""
    began = now()
    rows = [session.row(case) for case in session.shelf(Shelf.NEEDS_YOU)[:_PAGE]]
    ours = now() - began
    database = session.vault.database
    began = now()
    database.rows("SELECT case_id FROM views WHERE shelf = 'needs_you' ORDER BY rank")
    database.rows("SELECT row FROM views WHERE shelf = 'needs_you' ORDER BY rank LIMIT ?", (_PAGE,))
    raw = now() - began
    return Measured(f"inbox, first {len(rows)} rows", ours * 1000, raw * 1000, "ms", 1.5)
