# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that reads what somebody else wrote: its sound inputs, and the known faults by which it may refuse others.

Each is handed any bytes at all. It returns, or raises a known fault of those named; nothing else (security.md 4.7).
What is believed only with a signature gets one here: a colleague with a changed program can sign anything.
"""

import io
import tarfile
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import msgspec
import pyrage
from pyrage import x25519

from desktop.cases.clocks import Clocks
from desktop.cases.entry import read_entry
from desktop.cases.rows import as_bytes, row_of
from desktop.directory import read_school
from desktop.documents.flow import Flow
from desktop.forms import Context, validate
from desktop.importing.faults import ImportFault
from desktop.importing.logs import read_log
from desktop.importing.staff import read_staff_list
from desktop.people import PersonId
from desktop.policies.comparing import compare
from desktop.policies.faults import PolicyFault
from desktop.policies.preparing import Facts, Preparing, prepared_from, version_of
from desktop.policies.taking_in import take_in
from desktop.policies.version import read_version
from desktop.policies.version import written as written_version
from desktop.questions.text import question_of, read_question, written
from storage import strictjson
from storage.backup import Manifest
from storage.blobs import file_id, pack_file
from storage.body import decode_body, encode_body
from storage.charter import PeopleData, PersonFact, RoleData, SettingsData
from storage.constants import DIRECTORY_SIGNATURE, ENTRY_SIGNATURE, HEARTBEAT_SIGNATURE, PARCEL_MAGIC, PARCEL_SIGNATURE
from storage.directory import extend
from storage.enrolment import read_code, write_code
from storage.entries import StoredEntry
from storage.errors import Fault, KnownError
from storage.exchange import Area
from storage.frame import pack, unpack
from storage.heartbeat import Heartbeat, last_confirmed
from storage.home import Home, Place
from storage.judge import judge
from storage.memory_exchange import MemoryExchange
from storage.parcel import Letter, Packed, read_parcel
from storage.receipts import make_token, read_token
from storage.recovery_code import RecoveryCode, read_recovery_code
from storage.restoring import opened_backup
from storage.seal import open_envelope
from storage.slots import FLOOR, Slot, SlotFile, load_slots
from storage.statements import SignedStatement, read_statement, write_statement
from storage.verify import verify
from tests.desktop.cases.building import CONCERN, DSL, MEANING, TODAY, case_of, report
from tests.desktop.cases.building import SCHOOL as BUILT
from tests.desktop.documents.printing import printed
from tests.desktop.policies.papers import CODE, numbered_by_word, pdf_file, scanned, word_file
from tests.storage.school import (
    AT,
    EVERYONE,
    NOW,
    SCHOOL,
    addressee,
    following,
    framed,
    identity,
    keys,
    kid,
    person,
    plain_body,
    sealed,
    with_everyone,
)
from tests.vectors.vector import read as read_vector

_VECTORS = Path(__file__).resolve().parents[1] / "vectors"
_ACK = "ab" * 16
_CLOCKS = Clocks.of(BUILT.settings)


@dataclass(frozen=True, slots=True)
class Target:
    """One of them: its name, what it does with bytes, sound inputs to begin from, and its known faults."""

    name: str
    eat: Callable[[bytes], object]
    sound: Sequence[bytes]
    faults: frozenset[str] = field(default_factory=frozenset)

    def try_on(self, data: bytes) -> bool:
        """Hand it these bytes. Returns whether they were taken; raises whatever it may not raise."""
        try:
            self.eat(data)
        except KnownError as refused:
            if refused.code not in self.faults:
                raise
            return False
        return True


def _entry(data: bytes) -> object:
    """A body that a colleague signed: verified, judged and read as an entry of a case."""
    entry = verify(pack(data, keys("ta").signing.sign(ENTRY_SIGNATURE, data)), addressee("dsl"))
    stored = StoredEntry(entry, NOW, frozenset(judge(entry, EVERYONE, NOW, ())))
    return read_entry(stored, PersonId)


def _statement_file(data: bytes) -> object:
    return extend(EVERYONE, read_statement(data))


def _statement(data: bytes) -> object:
    """A statement's body that all officers signed, as the directory and the school take it."""
    officers = {kid(name): keys(name).signing for name in ("head", "dsl", "chair")}
    signatures = {name: key.sign(DIRECTORY_SIGNATURE, data) for name, key in officers.items()}
    return read_school(extend(EVERYONE, SignedStatement(data, signatures)))


def _heartbeat(data: bytes) -> object:
    exchange = MemoryExchange()
    signature = keys("dsl").signing.sign(HEARTBEAT_SIGNATURE, data)
    exchange.put(Area.HEARTBEATS, f"{kid('dsl')}-00000001.chb", len(data).to_bytes(4, "big") + data + signature)
    return last_confirmed(EVERYONE, exchange)


def _answers(data: bytes) -> object:
    """What a case makes of a report with these answers, and what the form does with them."""
    answers = strictjson.decode(data, at_most=2**18)
    if not isinstance(answers, dict):
        return None
    validate(MEANING.forms["concern"], answers, Context(today=TODAY, school=BUILT))
    return as_bytes(row_of(case_of(report(answers)), DSL, BUILT, _CLOCKS))


def _printed(data: bytes) -> object:
    def write(flow: Flow) -> None:
        flow.quote("Words", data.decode("utf-8", "replace")[:400])

    return printed(write)


def _staff_list(data: bytes) -> object:
    numbers = count(1)
    return read_staff_list(data, tuple(BUILT.people.values()), lambda: PersonId(f"{next(numbers):032x}"))


def _policy(data: bytes) -> object:
    """A document taken in, made into a version, compared with one that holds and printed."""
    prepared = prepared_from(take_in("code", data), _HOLDS)
    facts = Facts(title="Code", edition="2")
    version = version_of(Preparing(policy_id="code", prepared=prepared, facts=facts), _HOLDS, (), TODAY)
    return compare(_HOLDS, read_version(written_version(version)))


def _pin(data: bytes) -> object:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "school.pin").write_bytes(data)
        return Home(Path(folder)).place()


def _receipt(data: bytes) -> object:
    return read_token(data, _ACK, kid("dsl"), _public("dsl"))


def _slots(data: bytes) -> object:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "vault.keys").write_bytes(data)
        return load_slots(Path(folder))


def _backup(data: bytes) -> object:
    """A pack that whoever knows the recovery kit's public half sealed to it."""
    with tempfile.TemporaryDirectory() as folder:
        sealed = Path(folder, f"{'00' * 16}-20260312T151200Z.cbak")
        sealed.write_bytes(pyrage.encrypt(data, [x25519.Recipient.from_str(_RECOVERY.recipient)]))
        with opened_backup(sealed, _RECOVERY, Home(Path(folder, "home"))) as opened:
            return opened


def _parcel(data: bytes) -> object:
    """A parcel that a colleague made: its file's bytes, or else its letter, signed by the head and sealed to us."""
    said = data if data.startswith(PARCEL_MAGIC) else _sealed_letter(data)
    opened = read_parcel(io.BytesIO(said), addressee("dsl"), identity("dsl"))
    return [list(opened.pieces(each)) for each in opened.letter.files]


def _sealed_letter(body: bytes) -> bytes:
    signed = keys("head").signing.sign(PARCEL_SIGNATURE, body) + body
    envelope = sealed(pack_file(signed, bytes(16)), "dsl")
    piece = sealed(_PIECE, "dsl")
    return PARCEL_MAGIC + b"".join(len(each).to_bytes(4, "big") + each for each in (piece, envelope))


def _tar(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:") as tar:
        for name, content in parts.items():
            member = tarfile.TarInfo(name.replace("_", "."))
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return packed.getvalue()


def _said(kind: str, data: msgspec.Struct) -> bytes:
    return following(EVERYONE, kind, data, "head").body


def _slot_file() -> bytes:
    """A slot file whose wrapping nobody has paid for."""
    slot = Slot(cost=FLOOR, salt="00" * 16, nonce="00" * 24, wrapped="00" * 64)
    unsummed = SlotFile(v=1, vault="00" * 16, slots=(slot,), checksum="")
    return strictjson.encode(msgspec.structs.replace(unsummed, checksum=unsummed.expected_checksum()))


def _vectors(prefix: str) -> tuple[bytes, ...]:
    """The published vectors whose names begin so, sound and unsound."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(_VECTORS.glob(f"{prefix}-*.txt")))
    return tuple(payload for text in texts for payload in read_vector(text).payloads)


def _public(name: str) -> bytes:
    return bytes.fromhex(keys(name).public.sign)


_BODY = encode_body(plain_body())
_FRAME = framed(plain_body())
_STATEMENTS = (
    _said("settings", SettingsData(set={"places": ["Hall"], "retention": {"years": 10}})),
    _said("people", PeopleData(set=(PersonFact(id=person("ta"), profile={"name": "A", "left": "2026-01-01"}),))),
    _said("role", RoleData(role="deputy", person=person("ta"), since="2026-01-01")),
)
_CHAIN = (following(EVERYONE, "settings", SettingsData(set={"places": ["Hall"]}), "head", "dsl"), *with_everyone())
_BEAT = Heartbeat(v=1, school=SCHOOL, kid=kid("dsl"), counter=1, n=EVERYONE.n, head=EVERYONE.head, day="2026-11-20")
_PLACE = Place(school=SCHOOL, n=1, head=SCHOOL, exchange="/share")
_TOKEN = make_token(_ACK, kid("dsl"), keys("dsl").signing, "2026-03-12T15:12").content
_STAFF = b"Full name,Job title,Start date\nAda Byron,Teacher,01/09/2020\n\"Lovelace, A\",=cmd|' /C calc'!A0,\n"
_LOG = (
    b"reference,reported_at,subject,children,severity\nC1,01/09/2020 14:30,Ada Byron,Sam Roy (4B);A,2\nC1,soon,@A,,9\n"
)
_CODES = (write_code(SCHOOL, 7, EVERYONE.head).encode(), *_vectors("code"))
_RECOVERY = RecoveryCode(bytes(16))
_PIECE = pack_file(b"word for word", bytes(16))
_PACKED = Packed(name="CF-1.pdf", about="Case file", size=13, pieces=(file_id(_PIECE),))
_LETTER = Letter(v=1, school=SCHOOL, pub=keys("head").public.sign, to=(kid("dsl"),), at=AT, files=(_PACKED,))
_PARCELS = (strictjson.encode(_LETTER), *_vectors("parcel"))
_REFUSED_PARCEL = {Fault.PARCEL_NOT_OURS, Fault.PARCEL_REFUSED, Fault.ENTRY_TOO_NEW}
_RECOVERY_CODES = (" ".join(_RECOVERY.groups).encode(),)
_MANIFEST = Manifest(v=1, person="00" * 16, vault="00" * 16, made_at=AT, entries=0, digest="00" * 32, place=_PLACE)
_QUESTION = written(question_of("May I?", "No. “Never.”", "A1 6.2"))
_PAPERS = (CODE.encode(), CODE.encode("utf-16"), word_file(), numbered_by_word(), pdf_file(), scanned(1))
_HOLDS = version_of(
    Preparing(prepared=prepared_from(take_in("code", _PAPERS[0]), None), facts=Facts(title="Code", edition="1")),
    None,
    (),
    TODAY,
)
_PACK = _tar(manifest_json=strictjson.encode(_MANIFEST), vault_keys=_slot_file(), vault_db=bytes(4096))
_JSON, _MALFORMED = _vectors("json"), Fault.ENTRY_MALFORMED
_REFUSED_ENTRY = {_MALFORMED, Fault.ENTRY_TOO_NEW, Fault.SIGNATURE_REFUSED, Fault.SCHOOL_REFUSED, Fault.READER_REFUSED}
_BAD_CODE = {Fault.RECOVERY_CODE_LENGTH, Fault.RECOVERY_GROUP_WRONG}

TARGETS = tuple(
    Target(name, eat, tuple(sound), frozenset(faults))
    for name, eat, sound, faults in (
        ("envelope", lambda data: open_envelope(data, [identity("dsl")]), _vectors("envelope"), {Fault.SEAL_REFUSED}),
        ("frame", unpack, (_FRAME, *_vectors("frame")), {_MALFORMED}),
        ("json", lambda data: strictjson.decode(data, at_most=2**18), _JSON, {_MALFORMED}),
        ("body", decode_body, (_BODY,), {_MALFORMED, Fault.ENTRY_TOO_NEW}),
        ("entry", _entry, (_BODY,), _REFUSED_ENTRY),
        ("statement-file", _statement_file, map(write_statement, _CHAIN), {Fault.DIRECTORY_REFUSED}),
        ("statement", _statement, _STATEMENTS, {Fault.DIRECTORY_REFUSED}),
        ("heartbeat", _heartbeat, (strictjson.encode(_BEAT),), ()),
        ("receipt", _receipt, (_TOKEN,), ()),
        ("slots", _slots, (_slot_file(),), {Fault.SLOT_DAMAGED}),
        ("pin", _pin, (strictjson.encode(_PLACE),), {Fault.DIRECTORY_REFUSED}),
        ("code", lambda data: read_code(data.decode("utf-8", "replace")), _CODES, {Fault.CODE_REFUSED}),
        ("recovery-code", lambda data: read_recovery_code(data.decode("utf-8", "replace")), _RECOVERY_CODES, _BAD_CODE),
        ("backup", _backup, (_PACK,), {Fault.BACKUP_REFUSED}),
        ("parcel", _parcel, _PARCELS, _REFUSED_PARCEL),
        ("answers", _answers, (strictjson.encode(CONCERN),), {_MALFORMED}),
        ("question", read_question, (_QUESTION,), {_MALFORMED}),
        ("staff-list", _staff_list, (_STAFF, _STAFF.decode().encode("utf-16")), ImportFault),
        ("old-log", read_log, (_LOG, _LOG.decode().encode("utf-16")), ImportFault),
        ("policy", _policy, _PAPERS, PolicyFault),
        ("policy-version", read_version, (written_version(_HOLDS),), {_MALFORMED}),
        ("print", _printed, (_STAFF, "Grüße \u202e 👩‍🏫 <b>&amp;".encode()), ()),
    )
)
