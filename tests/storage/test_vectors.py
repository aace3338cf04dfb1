# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Run the published test vectors (tests/vectors/README.md) against storage/."""

import hashlib
import io
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pyrage import x25519

from storage import strictjson
from storage.blobs import file_id, unpack_file
from storage.charter import KeyFact
from storage.constants import BODY_MAX, ENVELOPE_MAX
from storage.destroying import destroy
from storage.directory import DirectoryState, KeyRecord, extend, found
from storage.enrolment import read_code
from storage.entries import Entries, StoredEntry
from storage.errors import Fault, KnownError
from storage.exchange import FolderExchange, Listed
from storage.frame import pack, unpack
from storage.grants import granted
from storage.heartbeat import last_confirmed
from storage.ingest import Outcome, Reason, examine
from storage.judge import Flag, judge
from storage.keys import check_signing_key, key_id
from storage.parcel import read_parcel
from storage.receipts import read_token, token_name
from storage.recovery_code import read_recovery_code
from storage.reply_key import return_keys
from storage.slots import load_slots, unwrap, unwrap_with_code
from storage.statements import read_statement
from storage.verify import Addressee, VerifiedEntry, verify
from tests.storage.school import CHARTER, NOW, Desk, refusing
from tests.vectors.make import vectors
from tests.vectors.vector import Vector, read, write

FOLDER = Path(__file__).resolve().parents[1] / "vectors"
FILES = sorted(FOLDER.glob("*.txt"))
Seat = Callable[[str], Desk]
Facts = dict[str, str]

FAULTS = {
    Fault.SEAL_REFUSED: "not an envelope",
    Fault.ENTRY_MALFORMED: "malformed",
    Fault.ENTRY_TOO_NEW: "too new",
    Fault.SIGNATURE_REFUSED: "bad signature",
    Fault.SCHOOL_REFUSED: "wrong school",
    Fault.READER_REFUSED: "wrong reader",
    Fault.DIRECTORY_REFUSED: "refused",
    Fault.CODE_REFUSED: "refused",
    Fault.WRONG_PASSPHRASE: "wrong passphrase",
    Fault.WRONG_RECOVERY_CODE: "wrong recovery code",
    Fault.RECOVERY_CODE_LENGTH: "refused",
    Fault.RECOVERY_GROUP_WRONG: "refused",
    Fault.SLOT_DAMAGED: "damaged",
    Fault.PARCEL_NOT_OURS: "not for us",
    Fault.PARCEL_REFUSED: "refused",
}
REASONS = {
    Reason.TOO_LARGE: "too large",
    Reason.NOT_AN_ENVELOPE: "not an envelope",
    Reason.ALTERED: "altered",
    Reason.MALFORMED: "malformed",
    Reason.TOO_NEW: "too new",
    Reason.BAD_SIGNATURE: "bad signature",
    Reason.OTHER_SCHOOL: "wrong school",
    Reason.NOT_ADDRESSED_TO_US: "wrong reader",
}
ODD = {
    Flag.FORKED_CHAIN: "chain fork",
    Flag.BROKEN_CHAIN: "chain break",
    Flag.CLOCK_BEFORE_PREVIOUS: "clock before previous",
}


class _RefusedError(Exception):
    """What a vector's bytes came to, where no fault says so."""


def _reader(vector: Vector) -> Addressee:
    reply = vector.every("reply")
    return Addressee(vector.one("school"), frozenset(vector.every("kid")), reply[0] if reply else None)


def _verified(vector: Vector, number: int = 0) -> VerifiedEntry:
    signature = bytes.fromhex(vector.every("signature")[number])
    return verify(pack(vector.payloads[number], signature), _reader(vector))


def _json(vector: Vector) -> Facts:
    strictjson.decode(vector.payloads[0], at_most=BODY_MAX)
    return {}


def _frame(vector: Vector) -> Facts:
    body, _ = unpack(vector.payloads[0] + bytes(int(vector.one("zeros-follow"))))
    return {"body-sha256": hashlib.sha256(body).hexdigest()}


def _file(vector: Vector) -> Facts:
    frame = vector.payloads[0] + bytes(int(vector.one("zeros-follow")))
    return {"content-sha256": hashlib.sha256(unpack_file(frame)).hexdigest(), "blob": file_id(frame)}


def _entry(vector: Vector) -> Facts:
    entry = _verified(vector)
    return {"eid": entry.eid, "author-kid": entry.author_kid, "case": entry.case}


def _grant(vector: Vector) -> Facts:
    return {"granted": granted(_verified(vector)).eid}


def _envelope(vector: Vector) -> Facts:
    data = vector.payloads[0] if vector.payloads else b""
    assert len(data) <= ENVELOPE_MAX
    listed = Listed(vector.one("name"), len(data), 0)
    keys = [x25519.Identity.from_str(each) for each in vector.every("identity")]
    seen = examine(listed, data, _reader(vector), keys, NOW)
    if seen.entry is not None:
        return {"eid": seen.entry.eid}
    if seen.file is not None:
        return {"blob": file_id(seen.file)}
    raise _RefusedError(
        "not for us" if seen.outcome is Outcome.NOT_FOR_US else REASONS[seen.reason or Reason.UNEXPECTED]
    )


def _parcel(vector: Vector) -> Facts:
    key = x25519.Identity.from_str(vector.one("identity"))
    parcel = read_parcel(io.BytesIO(vector.payloads[0]), _reader(vector), key)
    (content,) = [b"".join(parcel.pieces(each)) for each in parcel.letter.files]
    return {"maker-kid": parcel.maker_kid, "content-sha256": hashlib.sha256(content).hexdigest()}


def _directory(vector: Vector) -> Facts:
    *before, last = vector.payloads
    state: DirectoryState | None = None
    for data in before:
        signed = read_statement(data)
        state = found(signed) if state is None else extend(state, signed)
    signed = read_statement(last)
    state = found(signed) if state is None else extend(state, signed)
    return {"school": state.school, "n": str(state.n), "head": state.head}


def _receipt(vector: Vector) -> Facts:
    ack, kid = vector.one("ack"), vector.one("kid")
    part = int("".join(vector.every("part")) or "0")
    minute = read_token(vector.payloads[0], ack, kid, bytes.fromhex(vector.one("key")), part)
    if minute is None:
        raise _RefusedError("refused")
    return {"minute": minute, "name": token_name(ack, kid, part)}


def _code(vector: Vector) -> Facts:
    pin = read_code(vector.one("code"))
    return {"school": pin.school, "n": str(pin.n), "head": pin.head}


def _recovery_code(vector: Vector) -> Facts:
    code = read_recovery_code(vector.one("code"))
    return {"secret": code.secret.hex(), "identity": code.secret_key, "recipient": code.recipient}


def _reply_key(vector: Vector) -> Facts:
    return {"recipient": return_keys(vector.one("phrase"), vector.one("school")).recipient}


def _return_key(vector: Vector) -> Facts:
    return {"key": return_keys(vector.one("phrase"), vector.one("school")).signing.public.hex()}


def _key(vector: Vector) -> Facts:
    public = bytes.fromhex(vector.one("key"))
    check_signing_key(public)
    return {"kid": key_id(public)}


RUN: dict[str, Callable[[Vector], Facts]] = {
    "json": _json,
    "frame": _frame,
    "file": _file,
    "entry": _entry,
    "grant": _grant,
    "envelope": _envelope,
    "parcel": _parcel,
    "directory": _directory,
    "receipt": _receipt,
    "code": _code,
    "recovery code": _recovery_code,
    "reply key": _reply_key,
    "return key": _return_key,
    "key": _key,
}


RUN_ELSEWHERE = ("chain", "destroyed", "heartbeat", "slots", "onward")
"""Below, each by a test of its own; what `onward` means is desktop’s, and run in tests/desktop/cases."""


def _named(what: str) -> list[Path]:
    return [path for path in FILES if ("what", what) in read(path.read_text(encoding="utf-8")).headers]


def _check(vector: Vector, run: Callable[[Vector], Facts]) -> None:
    began = time.perf_counter()
    try:
        facts = run(vector)
    except KnownError as error:
        outcome, facts = FAULTS[Fault(error.code)], {}
    except _RefusedError as refused:
        outcome, facts = str(refused), {}
    else:
        outcome = "success"
    assert outcome == vector.one("expect")
    assert outcome not in {"not an envelope", "damaged"} or time.perf_counter() - began < 0.1
    for name, value in facts.items():
        assert vector.one(name) == value


@pytest.mark.parametrize("path", [path for what in RUN for path in _named(what)], ids=lambda path: str(path.stem))
def test_it_comes_to_what_the_vector_says(path: Path) -> None:
    vector = read(path.read_text(encoding="utf-8"))
    _check(vector, RUN[vector.one("what")])


@pytest.mark.parametrize("path", _named("chain"), ids=lambda path: str(path.stem))
def test_a_chain_comes_to_what_the_vector_says(path: Path, seat: Seat) -> None:
    vector = read(path.read_text(encoding="utf-8"))
    entries = Entries(seat("dsl").vault.database, _reader(vector))
    odd: set[Flag] = set()
    for number in range(len(vector.payloads)):
        entry = _verified(vector, number)
        odd |= judge(entry, _directory_of(vector), NOW, entries.neighbours(entry))
        entries.add(StoredEntry(entry, NOW, frozenset()))
    gaps = entries.gaps(NOW + timedelta(minutes=15))
    outcome = {word for flag, word in ODD.items() if flag in odd} | ({"gap"} if gaps else set())
    assert outcome == ({vector.one("expect")} - {"success"})
    if gaps:
        (gap,) = gaps
        assert gap.missing == tuple(int(number) for number in vector.one("missing").split())


@pytest.mark.parametrize("path", _named("destroyed"), ids=lambda path: str(path.stem))
def test_what_was_destroyed_comes_to_what_the_vector_says(path: Path, seat: Seat) -> None:
    vector = read(path.read_text(encoding="utf-8"))
    desk = seat("dsl")
    entries = Entries(desk.vault.database, _reader(vector))
    odd: set[Flag] = set()
    for number in range(len(vector.payloads)):
        entry = _verified(vector, number)
        odd |= judge(entry, _directory_of(vector), NOW, entries.neighbours(entry))
        entries.add(StoredEntry(entry, NOW, frozenset()))
        if number + 1 == int(vector.one("destroy")):
            destroy(desk.vault, [entries.held(entry.eid)], "ab" * 32)
    gaps = entries.gaps(NOW + timedelta(minutes=15))
    outcome = {word for flag, word in ODD.items() if flag in odd} | ({"gap"} if gaps else set())
    assert outcome == ({vector.one("expect")} - {"success"})
    assert [gap.missing for gap in gaps] == [(int(number),) for number in vector.every("missing")]
    held = [n + 1 for n in range(len(vector.payloads)) if entries.get(_verified(vector, n).eid)]
    assert held == [int(number) for number in vector.one("held").split()]


def _directory_of(vector: Vector) -> DirectoryState:
    """A directory that holds no more than a vector says."""
    keys = [KeyFact(person="00" * 16, sign=key, seal="") for key in vector.every("key")]
    numbered = vector.every("n")
    return DirectoryState(
        school=vector.one("school"), n=int(numbered[0]) if numbered else 1, head="".join(vector.every("head")),
        at="", name="", recovery="", charter=CHARTER, slots=8, people={}, roles=(),
        keys={key_id(bytes.fromhex(key.sign)): KeyRecord(key, 1) for key in keys},
    )  # fmt: skip


@pytest.mark.parametrize("path", _named("heartbeat"), ids=lambda path: str(path.stem))
def test_a_heartbeat_comes_to_what_the_vector_says(
    path: Path, seat: Seat, share: Path, exchange: FolderExchange
) -> None:
    vector = read(path.read_text(encoding="utf-8"))
    (share / "hb" / vector.one("name")).write_bytes(vector.payloads[0])
    day = last_confirmed(_directory_of(vector), exchange)
    assert ("success" if day else "refused") == vector.one("expect")
    assert day is None or day.isoformat() == vector.one("day")


@pytest.mark.parametrize("path", _named("slots"), ids=lambda path: str(path.stem))
def test_a_slot_file_comes_to_what_the_vector_says(path: Path, tmp_path: Path) -> None:
    vector = read(path.read_text(encoding="utf-8"))

    def run(said: Vector) -> Facts:
        (tmp_path / "vault.keys").write_bytes(said.payloads[0])
        slots = load_slots(tmp_path)
        if codes := said.every("code"):
            return {"key": unwrap_with_code(slots, read_recovery_code(codes[0])).hex()}
        return {"key": unwrap(slots, said.one("passphrase").encode()).hex()}

    _check(vector, run)


@pytest.mark.parametrize("path", _named("recovery code"), ids=lambda path: str(path.stem))
def test_a_refused_recovery_code_names_its_group(path: Path) -> None:
    vector = read(path.read_text(encoding="utf-8"))
    for group in vector.every("group"):
        with refusing(Fault.RECOVERY_GROUP_WRONG, group=int(group)):
            read_recovery_code(vector.one("code"))


def test_every_vector_is_run() -> None:
    run = {path for what in (*RUN, *RUN_ELSEWHERE) for path in _named(what)}
    assert run == set(FILES)
    assert len(FILES) > 200


def test_every_vector_is_published_and_no_other() -> None:
    assert {path.stem for path in FILES} == vectors().keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_a_vector_is_written_in_one_way(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert write(read(text)) == text
    assert path.stem.startswith(read(text).one("what").replace(" ", "-"))


def test_each_way_to_be_wrong_has_its_vector() -> None:
    expected = {read(path.read_text(encoding="utf-8")).one("expect") for path in FILES}
    assert expected == {"success", "gap", *FAULTS.values(), *REASONS.values(), *ODD.values(), "not for us"} - {
        "too large"
    }
