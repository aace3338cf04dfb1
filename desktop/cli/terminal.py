# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the command line reads and writes: no passphrase from an argument, results as text or JSON, one clear sentence.

Exit codes: 0 done, 1 the world let us down (the sentence says how), 2 the words of the command were off.
"""

import getpass
import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from platformdirs import user_data_path

from desktop.faults import DeskFault
from desktop.people import PersonId
from desktop.reading_only import open_to_read
from desktop.services import Candour, open_candour
from desktop.session import Session
from storage import strictjson
from storage.constants import MIB
from storage.errors import KnownError
from storage.files import disk_faults
from storage.home import Home

DONE, FAILED, MISUSED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Output:
    """What a command says: as JSON, and as lines to read. `code` is the exit code.

    With `window`, the window is opened with these words first; then its exit code counts.
    """

    data: object
    lines: Sequence[str]
    code: int = DONE
    window: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Terminal:
    """The streams of this process, so that tests can hand in their own."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO

    def say(self, output: Output, form: str) -> None:
        """Write a result."""
        if form == "json":
            self.stdout.write(json.dumps(output.data, ensure_ascii=False, indent=2) + "\n")
        else:
            self.stdout.write("".join(f"{line}\n" for line in output.lines))
        self.stdout.flush()

    def tell(self, sentence: str) -> None:
        """Write a sentence beside the result: a fault, a hint, progress."""
        self.stderr.write(sentence + "\n")

    def passphrase(self, arguments: Namespace, prompt: str) -> str:
        """Read a passphrase: from the file named, else from standard input, else by asking. Raises KnownError."""
        if arguments.passphrase_file is not None:
            return first_line(read_text(arguments.passphrase_file))
        return self.secret(prompt)

    def new_passphrase(self, prompt: str) -> str:
        """Read a passphrase that somebody chooses: asked for twice, or from standard input, a line each.

        Raises KnownError(PASSPHRASES_DIFFER).
        """
        chosen = self.secret(prompt)
        if self.stdin.isatty() and self.secret(f"{prompt}, once more") != chosen:
            raise KnownError(DeskFault.PASSPHRASES_DIFFER)
        return chosen

    def secret(self, prompt: str) -> str:
        """Read a line that is not shown: asked for at the screen, else the next line of standard input."""
        if not self.stdin.isatty():
            return as_text(first_line(self.stdin.readline()))
        try:
            return as_text(getpass.getpass(f"{prompt}: ", stream=self.stderr))
        except EOFError:
            return ""


def standard_terminal() -> Terminal:
    """The streams of the process, in UTF-8 wherever they lead and come from."""
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, None), (sys.stderr, None)):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors or "backslashreplace")
    return Terminal(sys.stdin, sys.stdout, sys.stderr)


def home_of(arguments: Namespace) -> Path:
    """The folder of this machine: the one named, or this user's own. Raises KnownError(DISK_ERROR) on an odd name.

    Absolute, because the place of the shared folder is remembered with it.
    """
    own = user_data_path("candour", appauthor=False, roaming=False)
    home = Path(arguments.home).absolute() if arguments.home else own
    with disk_faults():
        Home(home).has_school()
    return home


def candour_of(arguments: Namespace) -> Candour:
    """Candour on the machine that the command names."""
    return open_candour(home_of(arguments))


def sign_in(candour: Candour, arguments: Namespace, terminal: Terminal) -> Session:
    """Sign in as the person named. Raises KnownError(SIGN_IN_NEEDED, NO_SUCH_PERSON, WRONG_PASSPHRASE, …)."""
    person = signing_in(candour, arguments)
    passphrase = terminal.passphrase(arguments, "Passphrase")
    if not getattr(arguments, "read_only", False):
        return candour.sign_in(person, passphrase)
    session = open_to_read(candour, person, passphrase)
    if session.is_read_only:
        terminal.tell("Open to be read only: nothing new is taken in, and reading leaves no entry.")
    return session


def signing_in(candour: Candour, arguments: Namespace) -> PersonId:
    """Who the command says is acting. Raises KnownError(SIGN_IN_NEEDED, NO_SUCH_PERSON, SEVERAL_SUCH_PERSONS)."""
    if arguments.person is None:
        raise KnownError(DeskFault.SIGN_IN_NEEDED)
    return candour.person(arguments.person)


def read_file(path: str) -> bytes:
    """Read a file that the command names. Raises KnownError(FILE_UNREADABLE)."""
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError):
        raise KnownError(DeskFault.FILE_UNREADABLE) from None


def read_text(path: str) -> str:
    """Read a file that the command names, as UTF-8 text. Raises KnownError(FILE_UNREADABLE)."""
    try:
        return read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KnownError(DeskFault.FILE_UNREADABLE) from None


def as_text(typed: str) -> str:
    """What came over a stream, with a mark for every byte that is not text: it can be compared, and matches nothing."""
    return typed.encode("utf-8", errors="replace").decode("utf-8")


def read_answers(path: str, terminal: Terminal) -> dict[str, object]:
    """Read answers as JSON from a file, or standard input for "-". Raises KnownError(FILE_UNREADABLE, NOT_JSON)."""
    data = terminal.stdin.read().encode("utf-8", errors="surrogateescape") if path == "-" else read_file(path)
    try:
        value = strictjson.decode(data, at_most=MIB)
    except KnownError:
        raise KnownError(DeskFault.NOT_JSON) from None
    if not isinstance(value, dict):
        raise KnownError(DeskFault.NOT_JSON)
    return value


def first_line(text: str) -> str:
    """The first line of a text, without its end."""
    return text.split("\n", 1)[0].rstrip("\r")
