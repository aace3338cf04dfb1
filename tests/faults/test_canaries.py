# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing that is typed stands anywhere but in readers' vaults and in what people save themselves (security.md 4.8).

One word goes into every answer, name, act, purpose and mistyped passphrase of a day at the command line. Then every
place is searched: home and temporary folders, exchange, working folder, crash dumps, the raw disk with what was deleted
from it. The window is searched by tests/ui/staff/test_nothing_kept.py.
"""

import base64
import contextlib
import dataclasses
import gzip
import io
import re
import secrets
import stat
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader, PdfWriter

from storage.exchange import Area
from tests.faults.day import Plan
from tests.faults.disks import Disk, why_no_mounts
from tests.faults.driving import ROOT, why_no_strace
from tests.faults.leaks import files_in, found_in, leaks
from tests.faults.tally import Tally
from tests.school import SmallSchool

CORE_PATTERN = Path("/proc/sys/kernel/core_pattern")
_OPENED = re.compile(r"open(?:at)?\(.*O_(?:WRONLY|RDWR|CREAT).*\) = \d+<([^>]*)>")
_WORLD = re.compile(r"(?:connect|sendto|sendmsg)\(.*AF_INET6?")


@dataclass(frozen=True, slots=True)
class Office:
    """A computer at which one day is spent. `chosen` is where people save what they want to save."""

    place: Path
    work: Path
    chosen: Path
    log: Path
    school: SmallSchool
    word: str
    disk: Disk | None

    @property
    def words(self) -> tuple[str, ...]:
        """What may stand nowhere: the word, and the passphrases."""
        people = (self.school.ta, self.school.dsl, self.school.head)
        return (self.word, *(part for person in people for part in person.passphrase.split() if len(part) > 5))

    def spend_day(self, **differently: object) -> subprocess.CompletedProcess[bytes]:
        """Spend it. The log says what was opened and called."""
        plan = Plan(
            home=str(self.school.home),
            chosen=str(self.chosen),
            word=self.word,
            reporter=(self.school.ta.person_id, self.school.ta.passphrase),
            reader=(self.school.dsl.person_id, self.school.dsl.passphrase),
            about=self.school.teacher.person_id,
            **differently,  # type: ignore[arg-type] # its last fields
        )
        file = self.chosen / "plan"
        file.write_bytes(msgspec.json.encode(plan))
        return subprocess.run(
            [*self._strace(), sys.executable, "-B", "-m", "tests.faults.day", file],
            cwd=self.work,
            env=self._environment(),
            capture_output=True,
            check=False,
        )

    def leaks(self) -> list[str]:
        """Every place at which the word, or a passphrase, stands."""
        found = leaks(self.words, self.place, self.work)
        if self.disk is not None:
            self.disk.unmount()
            found += [f"leaked: {how} on the disk" for how in found_in(self.disk.image.read_bytes(), (self.word,))]
            self.disk.mount()
        return found

    def opened_elsewhere(self) -> list[str]:
        """Files that were opened for writing and lie where nobody looks."""
        opened = _OPENED.findall(self._logged())
        known = (str(self.place), str(self.work), str(self.chosen), "/dev/null")
        return [file for file in opened if not file.startswith(known)]

    def called(self) -> list[str]:
        """Every word with the outside world."""
        return _WORLD.findall(self._logged())

    def _logged(self) -> str:
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def _strace(self) -> list[str]:
        calls = "trace=?open,openat,?creat,connect,sendto,sendmsg"
        return [] if why_no_strace() else ["strace", "-f", "-y", "-o", str(self.log), "-e", calls]

    def _environment(self) -> dict[str, str]:
        folders = {"HOME": "person", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run"}
        return {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)} | {
            name: str(self.place / folder) for name, folder in folders.items()
        }


@contextlib.contextmanager
def opened(founded: SmallSchool, folder: Path) -> Iterator[Office]:
    """A computer of a fresh copy of the school; on a disk of its own where that can be."""
    place, chosen, work = folder / "place", folder / "chosen", folder / "work"
    disk = None if why_no_mounts(folder) else Disk(folder / "place.img", place)
    with contextlib.ExitStack() as stack:
        if disk is not None:
            disk.format()
            disk.mount()
            stack.callback(disk.unmount)
        for each in (chosen, work, place / "person", place / "tmp", place / "run"):
            each.mkdir(parents=True)
        word = "q" + secrets.token_hex(12)
        yield Office(place, work, chosen, folder / "strace.log", founded.copied_to(place / "candour"), word, disk)


@pytest.fixture
def office(founded_school: SmallSchool, tmp_path: Path) -> Iterator[Office]:
    """One for a test of its own."""
    with opened(founded_school, tmp_path) as office:
        yield office


@pytest.fixture(scope="module")
def after_a_day(founded_school: SmallSchool, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One at which a whole day was spent, with every file open to all if Candour had not seen to it."""
    with opened(founded_school, tmp_path_factory.mktemp("office")) as office:
        spent = office.spend_day(umask=0)
        assert spent.returncode == 0, spent.stderr.decode()
        assert office.word.encode() in spent.stdout  # a reader was shown it: it is there to be found
        assert office.word.encode() not in spent.stderr
        yield office


def test_what_is_typed_stands_nowhere_but_in_vaults(after_a_day: Office, tally: Tally) -> None:
    tally.counted["tried"] += sum(1 for _ in files_in(after_a_day.place, after_a_day.work))
    tally.found(after_a_day.leaks())
    tally.settle()


@pytest.mark.usefixtures("strace")
def test_nothing_is_written_elsewhere_or_sent_anywhere(after_a_day: Office) -> None:
    assert after_a_day.opened_elsewhere() == []
    assert after_a_day.called() == []


def test_only_the_owner_may_read_what_is_kept_whatever_the_umask(after_a_day: Office) -> None:
    assert readable_by_others(after_a_day) == []


def told_by_details(file: Path, words: Iterable[str]) -> list[str]:
    """Which words stand in a PDF's name, details or attachments, and not only in its pages."""
    reader = PdfReader(file)
    said = f"{file.name} {reader.metadata} {reader.xmp_metadata} {list(reader.attachments)}"
    return [word for word in words if word in said]


def test_the_details_of_an_exported_file_tell_nothing(after_a_day: Office) -> None:
    (exported,) = after_a_day.chosen.glob("*.pdf")
    people = (person.name for person in after_a_day.school.members)
    assert told_by_details(exported, (after_a_day.word, *people)) == []


def test_details_that_tell_something_are_noticed(after_a_day: Office, tmp_path: Path) -> None:
    (exported,) = after_a_day.chosen.glob("*.pdf")
    writer = PdfWriter(clone_from=exported)
    writer.add_metadata({"/Author": after_a_day.school.dsl.name})
    writer.write(tmp_path / "told.pdf")
    assert told_by_details(tmp_path / "told.pdf", [after_a_day.school.dsl.name]) != []


@pytest.mark.usefixtures("strace")
def test_what_is_written_where_nobody_looks_is_noticed(after_a_day: Office) -> None:
    assert dataclasses.replace(after_a_day, place=Path("nowhere")).opened_elsewhere() != []


def test_a_build_that_writes_plainly_is_noticed(office: Office) -> None:
    assert office.spend_day(broken="writes_plainly").returncode == 0
    assert any(f"{office.place / 'tmp'}" in each for each in office.leaks())


def test_what_was_deleted_again_is_noticed_on_the_raw_disk(office: Office) -> None:
    if office.disk is None:
        pytest.skip("disk images cannot be mounted here")
    file = office.place / "tmp" / "draft"
    file.write_text(f"{office.word}\n" * 500)
    subprocess.run(["sync", "-f", file], check=True)
    file.unlink()
    assert office.leaks() == ["leaked: utf-8 on the disk"]


@pytest.mark.usefixtures("strace")
def test_a_build_that_phones_home_is_noticed(office: Office) -> None:
    office.spend_day(broken="phones_home")
    assert office.called()


def zipped(data: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", data)
    return held.getvalue()


LEAKS: dict[str, Callable[[bytes], bytes]] = {
    "plain": lambda word: word,
    "utf-16": lambda word: word.decode().encode("utf-16"),
    "utf-32": lambda word: word.decode().encode("utf-32"),
    "base64": base64.b64encode,
    "base64 one on": lambda word: base64.b64encode(b"x" + word + b"xyz"),
    "base64 two on": lambda word: base64.b64encode(b"xy" + word + b"xyz"),
    "hex": lambda word: word.hex().encode(),
    "backwards": lambda word: word[::-1],
    "deflate": zlib.compress,
    "gzip": lambda word: gzip.compress(word.decode().encode("utf-16")),
    "zip": zipped,
}


@pytest.mark.parametrize("how", LEAKS)
def test_a_planted_leak_is_found(tmp_path: Path, how: str) -> None:
    word = "q" + secrets.token_hex(12)
    (tmp_path / "planted").write_bytes(secrets.token_bytes(999) + LEAKS[how](word.encode()) + secrets.token_bytes(999))
    assert leaks([word], tmp_path) != []


def test_where_nothing_is_planted_nothing_is_found(tmp_path: Path) -> None:
    (tmp_path / "innocent").write_bytes(secrets.token_bytes(2**20))
    assert leaks(["q" + secrets.token_hex(12)], tmp_path) == []


# A crash


def test_a_crash_leaves_nothing_behind(office: Office) -> None:
    assert office.spend_day(crashes=True).returncode != 0
    assert office.leaks() == []


def test_a_build_that_lets_its_memory_be_dumped_is_noticed(office: Office) -> None:
    if not CORE_PATTERN.exists() or CORE_PATTERN.read_text().startswith(("|", "/")):
        pytest.skip("crash dumps go elsewhere on this machine")
    office.spend_day(crashes=True, broken="never_hardened")
    dumps = [dump.read_bytes() for dump in office.work.glob("core*")]
    if not any(map(is_whole, dumps)):
        pytest.skip("this machine kept no whole crash dump")
    assert any(office.word.encode() in dump for dump in dumps)


def is_whole(dump: bytes) -> bool:
    """Whether a crash dump (64-bit ELF) holds every segment that its headers name: a full disk cuts it short."""
    headers: int = struct.unpack_from("<Q", dump, 32)[0]
    size, count = struct.unpack_from("<HH", dump, 54)
    segments = (struct.unpack_from("<QQQQ", dump, headers + size * each + 8) for each in range(count))
    ends: list[int] = [offset + length for offset, _, _, length in segments]
    return len(dump) >= max(ends)


def test_a_build_that_leaves_files_open_to_all_is_noticed(office: Office) -> None:
    office.spend_day(umask=0, broken="open_to_all")
    assert readable_by_others(office) != []


def readable_by_others(office: Office) -> list[Path]:
    """Files of the home that others may read. What is in the exchange is sealed, and others must read it."""
    exchange = {office.school.exchange / area.value for area in Area}
    files = (file for file in files_in(office.school.home) if file.parent not in exchange)
    return [file for file in files if stat.S_IMODE(file.stat().st_mode) & 0o077]
