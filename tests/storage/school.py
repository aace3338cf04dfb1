# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small school for tests: real keys, real vaults, a real folder between them.

Keys are made from names, so that a failure can be repeated. The cost of a passphrase is paid once for all vaults: each
is a copy of one made by `create_vault`, with its owner's keys put in, and is opened by the database's own key.
"""

import contextlib
import dataclasses
import hashlib
import os
import shutil
from collections.abc import Iterator, MutableSequence, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pyrage import x25519

from storage.bech32 import write_secret_key
from storage.blobs import Blobs
from storage.body import Author, Body, Standing, encode_body
from storage.charter import Charter, Genesis, KeyData, KeyFact, PersonFact, RoleData, RoleFact
from storage.compose import Audience, Composed, Content, compose_member, compose_walk_up
from storage.constants import ENTRY_SIGNATURE
from storage.database import Database, open_database
from storage.directory import DirectoryState, extend, found
from storage.entries import Entries, StoredEntry
from storage.errors import Fault, KnownError
from storage.exchange import Area, Exchange, FolderExchange, Patience, envelope_name, lay_out
from storage.frame import pack
from storage.ingest import Ingested, Round, ingest
from storage.keys import SigningSecret, VaultKeys
from storage.outbox import Outbox
from storage.seal import seal
from storage.slots import FLOOR, load_slots, unwrap
from storage.statements import SignedStatement, Statement, sign_statement
from storage.vault import DATABASE, Vault, create_vault
from storage.verify import Addressee

NOW = datetime(2026, 11, 20, 14, 3, 22, tzinfo=UTC)
AT = "2026-11-20T14:03:22Z"
PASSPHRASE = b"correct horse battery staple"
FOUNDERS = ("head", "dsl", "chair")
STAFF = (*FOUNDERS, "deputy", "vice", "ta", "cook", "clerk")
CHARTER = Charter(
    officers=("head", "dsl", "chair"),
    quorum=2,
    registrars=("head", "dsl"),
    guarded=("head", "dsl", "chair", "deputy", "vice"),
    oversight=("chair", "vice"),
    deputies={"head": ("deputy",), "chair": ("vice",)},
)


def seed(of: str) -> bytes:
    """32 bytes that belong to a name."""
    return hashlib.sha256(of.encode()).digest()


def person(name: str) -> str:
    return seed(f"person {name}")[:16].hex()


def keys(name: str) -> VaultKeys:
    """The keys of a person's vault; "head 2" is the head's second one."""
    return VaultKeys(SigningSecret(seed(f"sign {name}")), write_secret_key(seed(f"seal {name}")))


def kid(name: str) -> str:
    return keys(name).public.kid


def key_fact(name: str, of: str | None = None) -> KeyFact:
    public = keys(name).public
    return KeyFact(person=person(of or name.split(maxsplit=1)[0]), sign=public.sign, seal=public.seal)


def key_data(name: str, of: str | None = None) -> KeyData:
    return msgspec.convert(msgspec.to_builtins(key_fact(name, of)), KeyData)


RECOVERY = SigningSecret(seed("paper key"))


def genesis(charter: Charter = CHARTER, founders: Sequence[str] = FOUNDERS) -> Genesis:
    return Genesis(
        name="Beechwood Primary",
        recovery=RECOVERY.public.hex(),
        charter=charter,
        slots=8,
        people=tuple(PersonFact(id=person(name), profile={"name": name}) for name in STAFF),
        keys=tuple(key_fact(name) for name in founders),
        roles=tuple(RoleFact(role=name, person=person(name)) for name in founders),
    )


def founding(data: object = None, signers: Sequence[str] = FOUNDERS) -> SignedStatement:
    """A founding statement that says this, signed by the vaults of these names."""
    content = msgspec.to_builtins(data if data is not None else genesis())
    statement = Statement(v=1, n=1, type="genesis", at=AT, data=content)
    return sign_statement(statement, tuple(keys(name).signing for name in signers))


def following(state: DirectoryState, kind: str, data: msgspec.Struct, *signers: str | SigningSecret) -> SignedStatement:
    """The next statement after a state, signed by these vaults or keys."""
    statement = Statement(
        v=1,
        n=state.n + 1,
        type=kind,
        at=AT,
        data=msgspec.to_builtins(data),
        school=state.school,
        prev=state.head,
    )
    secrets = (signer if isinstance(signer, SigningSecret) else keys(signer).signing for signer in signers)
    return sign_statement(statement, tuple(secrets))


def beginning() -> DirectoryState:
    return found(founding())


SCHOOL = beginning().school


def with_everyone() -> list[SignedStatement]:
    """The chain of a school in which all but the clerk have a vault, and the deputy and the vice-chair their roles."""
    state, chain = beginning(), [founding()]
    steps: list[tuple[str, msgspec.Struct, tuple[str, ...]]] = [
        *(("key", key_data(name), (name, "dsl")) for name in ("deputy", "vice", "ta", "cook")),
        ("role", RoleData(role="deputy", person=person("deputy")), ("head", "dsl", "deputy")),
        ("role", RoleData(role="vice", person=person("vice")), ("chair", "dsl", "vice")),
    ]
    for kind, data, signers in steps:
        chain.append(following(state, kind, data, *signers))
        state = extend(state, chain[-1])
    return chain


def folded(chain: Sequence[SignedStatement]) -> DirectoryState:
    state = found(chain[0])
    for signed in chain[1:]:
        state = extend(state, signed)
    return state


EVERYONE = folded(with_everyone())


def addressee(name: str) -> Addressee:
    return Addressee(SCHOOL, frozenset({kid(name)}))


def audience(*names: str, slots: int = 8, to_reply: str | None = None) -> Audience:
    return Audience(tuple(key_fact(name) for name in names), slots, to_reply)


def content(said: str = "what I saw", **changes: Any) -> Content:
    plain = Content(kind="report", data={"said": said}, rule="R01", at=NOW, directory=(1, SCHOOL))
    return dataclasses.replace(plain, **changes)


def plain_body(writer: str = "ta", to: Sequence[str] = ("dsl", "head"), **changes: Any) -> Body:
    """A first member's body in full, of which a test changes something."""
    body = Body(
        v=1,
        school=SCHOOL,
        kind="report",
        kv=1,
        rule="R01",
        to=tuple(sorted(kid(name) for name in to)),
        author=Author(pub=keys(writer).public.sign, standing=Standing.MEMBER),
        dir=(1, SCHOOL[:12]),
        at=AT,
        tz="Europe/London",
        ack=seed("ack")[:16].hex(),
        data={"said": "what I saw"},
        chain=seed("chain")[:16].hex(),
        seq=1,
    )
    return msgspec.structs.replace(body, **changes)


def framed(body: Body | bytes, author: str = "ta", label: bytes = ENTRY_SIGNATURE) -> bytes:
    """Sign a body, sound or not, and frame it."""
    data = body if isinstance(body, bytes) else encode_body(body)
    return pack(data, keys(author).signing.sign(label, data))


def sealed(frame: bytes, *names: str) -> bytes:
    """Seal a frame, sound or not, to these people's vaults."""
    return seal(frame, [keys(name).public.seal for name in names], 8, in_their_order)


def in_their_order(_recipients: MutableSequence[str]) -> None:
    """No shuffle."""


@contextlib.contextmanager
def refusing(*codes: Fault, **parameters: str | int) -> Iterator[None]:
    """What happens here must be refused, with one of these codes and with these parameters among its own."""
    with pytest.raises(KnownError) as caught:
        yield
    assert caught.value.code in codes
    assert parameters.items() <= caught.value.parameters.items()


@contextlib.contextmanager
def allowing(*codes: StrEnum) -> Iterator[None]:
    """What happens here may be refused, with one of these codes, and fail in no other way."""
    try:
        yield
    except KnownError as error:
        if error.code not in codes:
            raise


def identity(name: str) -> x25519.Identity:
    return keys(name).identity


@dataclass(frozen=True)
class Shelf:
    """One vault as it was made, to be copied for everybody."""

    folder: Path
    key: bytes

    def take(self, name: str, folder: Path) -> Vault:
        """Open a copy of the vault as this person's."""
        shutil.copytree(self.folder, folder)
        database = open_database(folder / DATABASE, self.key)
        mine = keys(name)
        facts = {
            "person": person(name.split(maxsplit=1)[0]).encode(),
            "signing": mine.signing.seed,
            "sealing": mine.sealing.encode(),
        }
        with database.transaction():
            for fact, value in facts.items():
                database.execute("UPDATE meta SET value = ? WHERE name = ?", (value, fact))
        return Vault(folder, database)

    def open_again(self, folder: Path) -> Database:
        """Open a copy that was closed."""
        return open_database(folder / DATABASE, self.key)


def make_shelf(folder: Path) -> Shelf:
    create_vault(folder, person=person("nobody"), passphrase=PASSPHRASE, cost=FLOOR).close()
    return Shelf(folder, unwrap(load_slots(folder), PASSPHRASE))


@dataclass
class Desk:
    """One person at their machine: their vault, and what they do with it."""

    name: str
    vault: Vault
    touched: list[str] = field(default_factory=list)

    @property
    def entries(self) -> Entries:
        return Entries(self.vault.database, addressee(self.name))

    @property
    def outbox(self) -> Outbox:
        return Outbox(self.vault.database)

    def report(self, *readers: str, said: str = "what I saw", now: datetime = NOW, **changes: Any) -> Composed:
        """Write a member's entry to these readers, keep it, and return it with its envelope."""
        to = audience(*readers)
        place = self.entries.position(to.kids, None)
        composed = compose_member(content(said, at=now, **changes), to, SCHOOL, keys(self.name), place)
        with self.vault.database.transaction():
            self.entries.add(StoredEntry(composed.entry, now, frozenset()))
            self.entries.advance(composed.entry)
            self.outbox.add(composed, now)
            for file in composed.files:
                Blobs(self.vault.database).add(file.enclosure.frame)
        return composed

    def round(self, now: datetime = NOW, **changes: Any) -> Round:
        """What a round goes by."""
        plain = Round(EVERYONE, now, True, self.touched.append, lambda _done, _of: None)
        return dataclasses.replace(plain, **changes)

    def take_in(self, exchange: Exchange, now: datetime = NOW, **changes: Any) -> Ingested:
        """Take in what the exchange holds."""
        return ingest(self.vault, self.entries, exchange, addressee(self.name), self.round(now, **changes))

    def collect(self, exchange: Exchange, now: datetime = NOW) -> list[str]:
        """Look for receipts."""
        return self.outbox.collect(exchange, {kid(name): keys(name).public.sign for name in STAFF}, now)

    def eids(self) -> set[str]:
        return {stored.entry.eid for stored in self.entries.everything()}


def walk_up(*readers: str, claims: str | None = None, **changes: Any) -> Composed:
    return compose_walk_up(content(**changes), audience(*readers), SCHOOL, claims)


def impatient(root: Path) -> FolderExchange:
    """An exchange in a folder whose refusals are believed at once."""
    return FolderExchange(root, Patience(sleep=_never, clock=lambda: 0.0, seconds=0.0))


def _never(_seconds: float) -> None:
    raise AssertionError("a test waits for nobody")


def opened_exchange(root: Path) -> FolderExchange:
    lay_out(root)
    return impatient(root)


def send(exchange: Exchange, *envelopes: bytes | Composed) -> list[str]:
    """Leave envelopes under their own names."""
    names = []
    for each in envelopes:
        data = each.envelope if isinstance(each, Composed) else each
        exchange.put(Area.ENVELOPES, envelope_name(data), data)
        names.append(envelope_name(data))
    return names


def drop(root: Path, name: str, data: bytes, modified: datetime | None = None) -> Path:
    """Leave a file in the exchange's folder as anybody could: under any name, with any time."""
    path = root / Area.ENVELOPES.value / name
    path.write_bytes(data)
    if modified is not None:
        set_modified(path, modified)
    return path


def set_modified(path: Path, modified: datetime) -> None:
    nanoseconds = int(modified.timestamp()) * 10**9
    os.utime(path, ns=(nanoseconds, nanoseconds))


def tokens(root: Path) -> set[str]:
    """The names of all receipts, real or not."""
    return {path.name for path in (root / Area.RECEIPTS.value).iterdir()}


def later(**by: float) -> datetime:
    return NOW + timedelta(**by)
