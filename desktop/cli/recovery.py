# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour passphrase, kit, recover: another passphrase, the sheet that opens when it is lost, and opening with it."""

import time
from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.cli.backups import CODE, restored_from, restored_lines
from desktop.cli.terminal import Output, Terminal, candour_of, signing_in
from desktop.passphrases import check_choice
from desktop.recovery import (
    CHECKED_GROUPS,
    check_sheet,
    choose_passphrase,
    come_back,
    kit_state,
    new_kit,
    take_into_use,
)
from desktop.session import Session
from storage.errors import KnownError
from storage.slots import calibrate


def add_passphrase(_parser: ArgumentParser, _common: ArgumentParser) -> None:
    """`candour passphrase` has no words of its own."""


def passphrase(arguments: Namespace, terminal: Terminal) -> Output:
    """Change the passphrase of whoever signs in."""
    candour = candour_of(arguments)
    person = signing_in(candour, arguments)
    old = terminal.passphrase(arguments, "Passphrase")
    session = candour.sign_in(person, old)
    try:
        new = terminal.new_passphrase("New passphrase")
        choose_passphrase(session, old, new, calibrate(time.perf_counter))
    finally:
        session.close()
    return Output({"changed": person}, ["Changed. The old passphrase opens only copies that were made before."])


def add_kit(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour kit`."""
    does = parser.add_mutually_exclusive_group()
    does.add_argument("--out", metavar="FILE", help="make a new kit, and leave its sheet here as a PDF to print")
    does.add_argument("--check", action="store_true", help="type two groups of the sheet, to show that it is there")


def kit(arguments: Namespace, terminal: Terminal) -> Output:
    """Make a recovery kit, check that its sheet is there, or say whether there is one."""
    candour = candour_of(arguments)
    person = signing_in(candour, arguments)
    secret = terminal.passphrase(arguments, "Passphrase")
    session = candour.sign_in(person, secret)
    try:
        if arguments.out:
            _make(session, secret, Path(arguments.out).absolute(), terminal)
        elif arguments.check:
            check_sheet(session, _groups(terminal))
        return _stands(session)
    finally:
        session.close()


def add_recover(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour recover`."""
    parser.add_argument("backup", nargs="?", help="a backup, or a folder of them, where the records are not here")
    parser.add_argument("--exchange", metavar="FOLDER", help="the shared folder, if it is not where it was")
    parser.add_argument("--instead", action="store_true", help="put the records that are here aside")


def recover(arguments: Namespace, terminal: Terminal) -> Output:
    """Open somebody's records, here or in a backup, with their recovery code, under a new passphrase."""
    candour = candour_of(arguments)
    person = None if arguments.backup else signing_in(candour, arguments)
    code = terminal.secret(CODE)
    new = terminal.new_passphrase("New passphrase")
    check_choice(new, ())  # before a backup is opened; the names are known after it
    lines = ["The new passphrase opens your records. The sheet stays good: lock it away."]
    if person is None:
        restored = restored_from(arguments, candour, code)
        person, lines = restored.backup.person, [*restored_lines(candour, restored), *lines]
    come_back(candour, person, code, new, calibrate(time.perf_counter))
    return Output({"recovered": person}, lines)


def _make(session: Session, secret: str, target: Path, terminal: Terminal) -> None:
    made = new_kit(session)
    made.save(target)
    terminal.tell(f"Print {target} now, look at the print, and delete the file.")
    try:
        take_into_use(session, made, _groups(terminal), secret)
    except KnownError:
        terminal.tell("That sheet is good for nothing: shred it. The kit before it, if there was one, still is.")
        raise


def _groups(terminal: Terminal) -> tuple[str, ...]:
    return tuple(terminal.secret(f"Group {number} of the sheet") for number in CHECKED_GROUPS)


def _stands(session: Session) -> Output:
    state = kit_state(session)
    if state is None:
        return Output({"made_on": None, "checked_on": None}, ["There is no recovery kit for this sign-in."])
    data = {"made_on": state.made_on.isoformat(), "checked_on": state.checked_on.isoformat()}
    return Output(data, [f"The kit was made on {data['made_on']}, its sheet last checked on {data['checked_on']}."])
