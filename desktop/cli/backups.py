# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour backup, restore: a sealed copy of somebody's records, and their records of one."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.backup import Checked, Restored, back_up, check_backup, restore
from desktop.cli.terminal import Output, Terminal, candour_of, sign_in
from desktop.clocks import date_words, london_day, time_words
from desktop.services import Candour
from desktop.synced import Alarm

CODE = "Recovery code, all eight groups"


def add_backup(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour backup`."""
    parser.add_argument("--to", metavar="FOLDER", help="where to, instead of the shared folder")


def backup(arguments: Namespace, terminal: Terminal) -> Output:
    """Back up the records of whoever signs in."""
    session = sign_in(candour_of(arguments), arguments, terminal)
    try:
        made = back_up(session, Path(arguments.to).absolute() if arguments.to else None)
    finally:
        session.close()
    data = {"file": str(made.file), "size": made.size, "entries": made.entries, "tidied": made.tidied}
    return Output(data, [f"{made.entries} entries are in {made.file}, which was read back whole."])


def add_restore(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour restore`."""
    parser.add_argument("backup", help="a backup, or a folder of them: the newest that the code opens is taken")
    parser.add_argument("--check", action="store_true", help="only open it and compare all of it: a drill")
    parser.add_argument("--exchange", metavar="FOLDER", help="the shared folder, if it is not where it was")
    parser.add_argument("--instead", action="store_true", help="put the records that are here aside")


def restore_or_check(arguments: Namespace, terminal: Terminal) -> Output:
    """Make somebody's records of a backup, or prove that it could be done."""
    candour = candour_of(arguments)
    code = terminal.secret(CODE)
    if arguments.check:
        checked = check_backup(candour, _source(arguments), code)
        return Output(_checked(checked), [f"{_made(checked)} is whole."])
    restored = restored_from(arguments, candour, code)
    data = {
        **_checked(restored.backup),
        "reachable": restored.synced.is_reachable,
        "came_since": len(restored.synced.ingested.new),
        "alarms": [alarm.value for alarm in restored.synced.alarms],
    }
    return Output(data, [*restored_lines(candour, restored), "The passphrase is the one of that day."])


def restored_from(arguments: Namespace, candour: Candour, code: str) -> Restored:
    """Restore from what the command names. Raises as `restore`."""
    exchange = Path(arguments.exchange).resolve() if arguments.exchange else None
    return restore(candour, _source(arguments), code, exchange=exchange, instead=arguments.instead)


def restored_lines(candour: Candour, restored: Restored) -> list[str]:
    """Say what was restored, what came since, and what is newer elsewhere."""
    name = candour.school.people[restored.backup.person].name
    lines = [f"{_made(restored.backup)} is restored: the records of {name}."]
    if not restored.synced.is_reachable:
        lines.append("The shared folder can’t be reached from here: what came since waits there.")
    else:
        lines.append(f"{len(restored.synced.ingested.new)} entries that came since have been taken in.")
    if Alarm.RESTORED_BEHIND in restored.synced.alarms:
        lines.append("Newer records than these were in use. What only they held is with the other readers: ask them.")
    return lines


def _source(arguments: Namespace) -> Path:
    return Path(arguments.backup).absolute()


def _made(checked: Checked) -> str:
    when = f"{date_words(london_day(checked.made_at))}, {time_words(checked.made_at)}"
    return f"The backup of {when} with {checked.entries} entries"


def _checked(checked: Checked) -> dict[str, object]:
    return {
        "file": str(checked.file),
        "person": checked.person,
        "made_at": checked.made_at.isoformat(),
        "entries": checked.entries,
    }
