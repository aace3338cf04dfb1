# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Does one thing for real, in a process that may be killed, starved or cut off, and says what its person was told.

    python -m tests.faults.driver         a job a line on standard input, each done in a forked child that waits for a
                                          further line, so that a tracer can take hold of it first
    python -m tests.faults.driver once    one job, in this process: for systems that cannot fork

A job says "saved" at the moment at which the product says so; nothing may be lost after that. It speaks by writev, into
which no fault is ever put.
"""

import contextlib
import ctypes
import os
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from desktop.attaching.adding import Attached, read_attached
from desktop.backup import back_up, restore
from desktop.cases.acting import act, open_case
from desktop.drafts import Draft, new_draft_name, save_draft
from desktop.faults import explain_fault
from desktop.machine import Machine
from desktop.opening import open_session
from desktop.people import PersonId
from desktop.recovery import choose_passphrase
from desktop.services import PATIENCE_SECONDS, Candour, open_candour
from desktop.session import Session
from storage.database import open_database
from storage.errors import KnownError
from storage.exchange import FolderExchange, Patience
from storage.home import Home
from storage.kit import CHECKED_GROUPS, use_kit
from storage.recovery_code import read_recovery_code
from storage.slots import FLOOR
from storage.vault import DATABASE, Vault, create_vault
from tests.faults.broken import break_build
from tests.faults.stopping import stop_at
from tests.school import Hands

FILE = b"What was on the note that he left." * 30_000
"""A file that takes more than one row of a vault."""

_PR_SET_PTRACER = 0x59616D61
_ANY = 2**64 - 1


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to be done in one home, by somebody whose vault opens with this key (hex), and how it is to go wrong.

    `away`: the exchange cannot be reached. `broken`: the build to break (tests.faults.broken). `largest_file`: bytes.
    `stop`: at which of its steps the deed stops without strace; `stop_error`: with which error number, or dead.
    """

    deed: str
    home: str
    person: str = ""
    key: str = ""
    case: str = ""
    values: Mapping[str, object] = {}
    away: bool = False
    broken: str = ""
    umask: int = 0o022
    largest_file: int | None = None
    stop: int | None = None
    stop_error: int | None = None


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What a job said: ready, begun, saved, done, refused (a fault's code), bug, steps or ended; with what."""

    word: str
    what: str = ""


def signed_in(candour: Candour, person: PersonId, key: bytes) -> Session:
    """Somebody's session, without stretching their passphrase once more."""
    folder = candour.machine.home.vault(person)
    return open_session(candour.machine, Vault(folder, open_database(folder / DATABASE, key)), candour.meaning)


def say(word: str, what: str = "") -> None:
    """Tell whoever asked."""
    os.writev(1, [msgspec.json.encode(Said(word=word, what=what)) + b"\n"])


def do(job: Job) -> None:
    """Do a job as it is to go wrong, and say what came of it."""
    os.umask(job.umask)
    if job.largest_file is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (job.largest_file, job.largest_file))
    finish = break_build(job.broken)
    try:
        with stop_at(job.stop, job.stop_error, Path(job.home)) as steps:
            _DEEDS[job.deed](_candour(job), job)
            finish()
    except KnownError as fault:
        say("refused", f"{fault.code.value}: {explain_fault(fault).sentence}")
    except Exception:  # noqa: BLE001 - whatever it is, it is a bug of the product, and a test has to hear of it
        say("bug", traceback.format_exc())
    else:
        say("steps", str(steps.taken))


def _candour(job: Job) -> Candour:
    candour = open_candour(Path(job.home), Hands())
    if not job.away:
        return candour
    patience = Patience(lambda _seconds: None, lambda: 0.0, PATIENCE_SECONDS)
    machine = Machine(Home(Path(job.home)), Hands(), lambda root: FolderExchange(root / "away", patience))
    return Candour(machine, candour.meaning)


def _session(candour: Candour, job: Job) -> Session:
    return signed_in(candour, PersonId(job.person), bytes.fromhex(job.key))


def _file(candour: Candour, job: Job) -> None:
    with contextlib.closing(_session(candour, job)) as session:
        say("saved", session.file("concern", dict(job.values)).case_id)


def _file_walk_up(candour: Candour, job: Job) -> None:
    say("saved", candour.file_walk_up("concern", dict(job.values)).case_id)


def _file_with_file(candour: Candour, job: Job) -> None:
    with contextlib.closing(_session(candour, job)) as session:
        say("saved", session.file("concern", dict(job.values), [_note()]).case_id)


def _walk_up_with_file(candour: Candour, job: Job) -> None:
    say("saved", candour.file_walk_up("concern", dict(job.values), [_note()]).case_id)


def _note() -> Attached:
    return read_attached("note.txt", FILE)


def _sync(candour: Candour, job: Job) -> None:
    with contextlib.closing(_session(candour, job)) as session:
        session.sync()
        say("done")


def _act(candour: Candour, job: Job) -> None:
    with contextlib.closing(_session(candour, job)) as session:
        open_case(session, job.case)
        say("saved", act(session, job.case, "note", job.values).entry.eid)


def _draft(candour: Candour, job: Job) -> None:
    name = new_draft_name()
    with contextlib.closing(_session(candour, job)) as session:
        save_draft(session, name, Draft(form="concern", at="what", typed=job.values))
        say("saved", name)


def _make_vault(candour: Candour, job: Job) -> None:
    folder = candour.machine.home.vault(PersonId(job.person))
    create_vault(folder, person=job.person, passphrase=str(job.values["passphrase"]).encode(), cost=FLOOR).close()
    say("saved", job.person)


def _change_passphrase(candour: Candour, job: Job) -> None:
    with contextlib.closing(_session(candour, job)) as session:
        choose_passphrase(session, str(job.values["old"]), str(job.values["new"]), FLOOR)
        say("saved", "passphrase")


def _use_kit(candour: Candour, job: Job) -> None:
    code = read_recovery_code(str(job.values["code"]))
    with contextlib.closing(_session(candour, job)) as session:
        typed = [code.groups[number - 1] for number in CHECKED_GROUPS]
        use_kit(session.vault, str(job.values["old"]).encode(), code, typed, candour.machine.today())
        say("saved", "kit")


def _back_up(candour: Candour, job: Job) -> None:
    with contextlib.closing(_session(candour, job)) as session:
        say("saved", back_up(session).file.name)


def _restore(candour: Candour, job: Job) -> None:
    restore(candour, Path(str(job.values["source"])), str(job.values["code"]))
    say("saved", "records")


_DEEDS: Mapping[str, Callable[[Candour, Job], None]] = {
    "file": _file,
    "file_walk_up": _file_walk_up,
    "file_with_file": _file_with_file,
    "walk_up_with_file": _walk_up_with_file,
    "sync": _sync,
    "act": _act,
    "draft": _draft,
    "make_vault": _make_vault,
    "change_passphrase": _change_passphrase,
    "use_kit": _use_kit,
    "back_up": _back_up,
    "restore": _restore,
}


def _serve() -> None:
    """Fork a child for every line. Each waits until it is let go; when it has ended, the server says how."""
    while line := _line():
        job = msgspec.json.decode(line, type=Job)
        child = os.fork()
        if child == 0:
            _be_traceable()
            say("ready", str(os.getpid()))
            _line()
            say("begun")
            with contextlib.suppress(BrokenPipeError):
                do(job)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        say("ended", str(os.waitstatus_to_exitcode(status)))


def _be_traceable() -> None:
    """Where only a parent may trace, let anybody of ours."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_ulong(_ANY), 0, 0, 0)


def _line() -> bytes:
    """One line of standard input, and not a byte more: a child reads on where its parent stopped."""
    line = b""
    while not line.endswith(b"\n") and (byte := os.read(0, 1)):
        line += byte
    return line


def main() -> None:
    """Serve, or do one job."""
    if hasattr(signal, "SIGXFSZ"):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    open_candour(Path())  # whatever is read once is read before anything is counted
    if sys.argv[1:] == ["once"]:
        do(msgspec.json.decode(_line(), type=Job))
    else:
        _serve()


if __name__ == "__main__":
    main()
