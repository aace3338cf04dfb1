# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes the copy of somebody's own data: what is handed over in one folder, what the school keeps in another.

What was withheld of a record, and why, goes on record in that record, for whoever reads it; the request says only how
much. The entries come before the folder appears under its name: a copy may be on record and not be there, never the
other way round.
"""

import contextlib
import hashlib
import secrets
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import msgspec

from desktop.access.exemptions import Ground, grounds
from desktop.access.files import with_password
from desktop.access.gathered import Record, Why
from desktop.access.reading import PACK
from desktop.access.requests import Request, request_of, weighed_of
from desktop.access.weighing import Weighed, file_id
from desktop.access.words import say
from desktop.access.work import Verdict, load_work
from desktop.attaching.held import content_of
from desktop.attaching.kinds import STRIP, kind_of
from desktop.attaching.word_search import holds_words
from desktop.cases.acting import ActRefusedError, form_data, leave
from desktop.cases.refusals import Refusal
from desktop.documents.access_copy import CopySource, access_copy
from desktop.documents.access_letter import LetterSource, access_letter
from desktop.documents.access_record import RecordSource, access_record, told_left_out, verdict_words
from desktop.documents.look import Printed
from desktop.exports.protecting import check_password
from desktop.faults import DeskFault
from desktop.phrases import reference
from desktop.session import Session
from storage.errors import KnownError
from storage.files import OWNER_FILE, OWNER_FOLDER, disk_faults, write_temporary

TO_HAND_OVER, TO_KEEP = "to-hand-over", "to-keep"
_COPY, _LETTER, _RECORD = "your-data.pdf", "letter.pdf", "given-and-withheld.pdf"
_MOST_WITHHELD = 19_000


@dataclass(frozen=True, slots=True)
class _Given:
    """The copy as it was printed, and the bytes of the file that is handed over."""

    printed: Printed
    content: bytes

    @property
    def sha256(self) -> str:
        """The file's fingerprint."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class _Ready:
    """A request that can be answered, and what of everything gathered is given."""

    request: Request
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class _File:
    """A file that is handed over: of which record, under which name."""

    record: str
    name: str
    data: bytes


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A copy that was made: where it is, how many files are handed over, its length and fingerprint."""

    folder: Path
    files: int
    pages: int
    sha256: str


def default_folder(case_id: str) -> str:
    """The name of the folder: a code that tells nobody anything."""
    return f"own-data-{reference(case_id)}"


def make_copy(
    session: Session, case_id: str, place: Path, password: str | None = None, *, files_looked_at: bool = False
) -> Made:
    """Make the copy of a request in a new folder, there or under a code in a folder that is there.

    With a password the copy opens with that only, and the files that are included are attached to it.
    `files_looked_at`: somebody has looked at each file that is included. Raises ActRefusedError before it is clear who
    asks; KnownError(NOT_A_REQUEST, COPY_UNDECIDED, FILES_NOT_LOOKED_AT, FILE_NAMES_SOMEBODY, FILE_THERE_ALREADY,
    EXPORT_PASSWORD, ATTACHMENT_*, DISK_*, VAULT_*).
    """
    ready = _ready(session, case_id)
    included = ready.weighed.files_included
    if included and not files_looked_at:
        raise KnownError(DeskFault.FILES_NOT_LOOKED_AT, count=included)
    if password is not None:
        check_password(password)
    files = tuple(_files(session, ready.weighed))
    copy = access_copy(_copy_source(session, ready, files))
    handed = _to_hand_over(copy, files, password)
    given = _Given(copy, handed[_COPY])
    letter, record = _beside(session, ready, given)
    content = {f"{TO_HAND_OVER}/{name}": data for name, data in handed.items()}
    content |= {f"{TO_HAND_OVER}/{_LETTER}": letter.content, f"{TO_KEEP}/{_RECORD}": record.content}
    target = place / default_folder(case_id) if place.is_dir() else place
    with _new_folder(target, content):
        _put_on_record(session, ready, given)
    return Made(folder=target, files=len(content) - 1, pages=copy.pages, sha256=given.sha256)


def copy_on_paper(session: Session, case_id: str) -> tuple[Printed, Printed]:
    """Make the copy of a request to be printed, and its letter; no file is made.

    What was withheld and why goes on record as it does with files. Raises ActRefusedError before it is clear who asks;
    KnownError(NOT_A_REQUEST, COPY_UNDECIDED, COPY_HAS_FILES, VAULT_*).
    """
    ready = _ready(session, case_id)
    if ready.weighed.files_included:
        raise KnownError(DeskFault.COPY_HAS_FILES, count=ready.weighed.files_included)
    copy = access_copy(_copy_source(session, ready, ()))
    given = _Given(copy, copy.content)
    letter, _ = _beside(session, ready, given)
    _put_on_record(session, ready, given, {"on_paper": True})
    return copy, letter


def _ready(session: Session, case_id: str) -> _Ready:
    """The request and what is in its copy, once it is clear who asks and everything is decided."""
    request = request_of(session, session.case(case_id))
    if not request.clock.is_identified:
        raise ActRefusedError(Refusal.IDENTITY_FIRST)
    weighed = weighed_of(session, request, load_work(session, request.case.case_id))
    if weighed.undecided:
        raise KnownError(DeskFault.COPY_UNDECIDED, count=len(weighed.undecided))
    return _Ready(request, weighed)


def _to_hand_over(copy: Printed, files: tuple[_File, ...], password: str | None) -> dict[str, bytes]:
    """The copy and the files that come with it, by name; with a password one file that has the others attached."""
    if password is None:
        return {_COPY: copy.content, **{file.name: file.data for file in files}}
    return {_COPY: with_password(copy.content, {file.name: file.data for file in files}, password)}


def _files(session: Session, weighed: Weighed) -> Iterator[_File]:
    """The files that are included, under names that tell nothing. One that holds words that are covered is refused."""
    covered = [word for item in weighed.items if weighed.is_covered(item) for word in item.words]
    included = [(record, item) for record in weighed.records for item in weighed.files_of(record)]
    for place, (record, item) in enumerate(included, start=1):
        held = next(file for file in record.files if item.item_id == file_id(record, file))
        data = content_of(held, session.blobs)
        if holds_words(data, covered):
            raise KnownError(DeskFault.FILE_NAMES_SOMEBODY, number=held.number, reference=record.reference)
        kind = kind_of(data)
        name = say("copy", "file_name", number=place, ending=kind.ending)
        # A picture gives away neither where nor with what it was taken, as far as it can be read.
        plain = STRIP[kind.media](data) if kind.media in STRIP else None
        yield _File(record=record.key, name=name, data=plain or data)


def _copy_source(session: Session, ready: _Ready, files: tuple[_File, ...]) -> CopySource:
    request, weighed = ready.request, ready.weighed
    return CopySource(
        school=session.machine.school.name,
        person=request.person.name,
        asked_on=request.clock.received,
        made_at=session.machine.now(),
        records=weighed.copy(),
        files={each.record: tuple(file.name for file in files if file.record == each.record) for each in files},
    )


def _beside(session: Session, ready: _Ready, given: _Given) -> tuple[Printed, Printed]:
    """The letter that goes with the copy, and the record that stays."""
    machine, request, weighed = session.machine, ready.request, ready.weighed
    letter = LetterSource(
        school=machine.school.name,
        person=request.person.name,
        asked_on=request.clock.received,
        made_at=machine.now(),
        pages=given.printed.pages,
        has_records=any(record.why is not Why.DIRECTORY for record in weighed.records),
        has_covers=bool(weighed.counts.get(Verdict.COVER)),
        grounds=_told_grounds(weighed),
    )
    record = RecordSource(
        weighed=weighed,
        school=machine.school.name,
        reference=reference(request.case.case_id),
        maker=machine.school.people[session.me].name,
        asked_on=request.clock.received,
        due=request.clock.due,
        made_at=machine.now(),
        pages=given.printed.pages,
        sha256=given.sha256,
    )
    return access_letter(letter), access_record(record)


def _told_grounds(weighed: Weighed) -> tuple[Ground, ...]:
    """The grounds of what was left out, where telling of them does no harm."""
    used = {left_out.ground for _, _, left_out in weighed.left_out()}
    return tuple(ground for ground in grounds().grounds if ground.ground_id in used and ground.is_told)


def _put_on_record(
    session: Session, ready: _Ready, given: _Given, more: Mapping[str, object] = MappingProxyType({})
) -> None:
    """Say in each record what was withheld of it, and in the request how much was given and withheld, and `more`."""
    weighed = ready.weighed
    for record in weighed.gathered.records:
        if record.why is not Why.DIRECTORY:
            withheld = _withheld(weighed, record)
            _leave(session, record.key, {"withheld": withheld} if withheld else {})
    counts = weighed.counts
    facts = {
        "records": str(sum(record.why is not Why.DIRECTORY for record in weighed.records)),
        "left_out": str(len(tuple(weighed.left_out()))),
        "covered": str(counts.get(Verdict.COVER, 0)),
        "kept": str(counts.get(Verdict.AGREED, 0) + counts.get(Verdict.REASONABLE, 0)),
        "pages": str(given.printed.pages),
        "sha256": given.sha256,
    }
    _leave(session, ready.request.case.case_id, {**facts, **more})


def _leave(session: Session, case_id: str, values: Mapping[str, object]) -> None:
    leave(session, session.case(case_id), PACK, form_data(session.answers(PACK, values)))


def _withheld(weighed: Weighed, record: Record) -> str:
    """What was withheld of a record or kept with a reason, a line each."""
    keys = {piece.key for piece in record.pieces()}
    lines = list(told_left_out(weighed, record))
    for item in weighed.items:
        count = sum(place.key in keys for place in item.places) or item.item_id.startswith(f"file:{record.key}:")
        if count:
            decision = weighed.decision(item)
            told = f"{item.name} ({say('parts', item.part)}): {verdict_words(weighed, item)}. "
            lines.append(told + (decision.why if decision else ""))
    return "\n".join(line.strip() for line in lines)[:_MOST_WITHHELD]


@contextlib.contextmanager
def _new_folder(target: Path, content: Mapping[str, bytes]) -> Iterator[None]:
    """Write files in a new folder for its owner alone, which appears under its name once what is done meanwhile is."""
    if target.exists():
        raise KnownError(DeskFault.FILE_THERE_ALREADY)
    making = target.parent / f".{secrets.token_hex(8)}.new"
    try:
        with disk_faults():
            for path, data in content.items():
                folder = (making / path).parent
                folder.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)
                write_temporary(folder, data, OWNER_FILE).replace(making / path)
            making.chmod(OWNER_FOLDER)
        yield
        with disk_faults():
            making.rename(target)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
