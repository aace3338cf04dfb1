# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour import: old logs into the records of whoever is signed in; with --dry-run, only the fate of each row."""

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from desktop.cli.fates import counts_line, fate_lines
from desktop.cli.terminal import DONE, FAILED, Output, Terminal, candour_of, sign_in
from desktop.cli.training_tables import TRAINING, add_courses, import_training, is_training, read_tables
from desktop.faults import DeskFault
from desktop.founding import import_people
from desktop.importing.bringing_in import bring_in, plan
from desktop.importing.log_columns import LogKind
from desktop.importing.planning import Choices, Fate, LogFile, Plan, PlannedRow, read_log_file
from desktop.importing.reading import read_list_file
from desktop.importing.refusals import sentence
from desktop.importing.staff import Fate as StaffFate
from desktop.importing.staff import StaffListReport
from desktop.importing.tables import OLD_LOG
from desktop.people import School
from desktop.phrases import reference
from desktop.services import Candour
from desktop.session import Session
from desktop.training.from_file import TrainingFile
from storage.errors import KnownError

_HERE = "here already"


def add_import(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour import`."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="concerns.csv, gifts.csv, relationships.csv, staff.csv, training.csv"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would become of each row, and change nothing")
    kinds = [*LogKind, TRAINING]
    parser.add_argument("--kind", choices=kinds, help="what the files hold, where their headings do not say it")
    parser.add_argument(
        "--column", action="append", default=[], metavar="NAME=HEADING", help="under which heading a column stands"
    )
    parser.add_argument(
        "--who", action="append", default=[], metavar="WRITTEN=PERSON", help="whom a name in the log means"
    )
    parser.add_argument(
        "--likely", action="store_true", help="take each name that can mean one person only to mean that one"
    )
    add_courses(parser)


def import_logs(arguments: Namespace, terminal: Terminal) -> Output:
    """Import old logs and tables of training, or say what would become of each row."""
    candour = candour_of(arguments)
    by_hand = dict(map(_pair, arguments.column))
    paths = [Path(name) for name in arguments.files]
    tables = read_tables([path for path in paths if is_training(path, arguments.kind)], by_hand)
    files = [_read(path, arguments.kind, by_hand) for path in paths if not is_training(path, arguments.kind)]
    if tables and files:
        raise KnownError(DeskFault.IMPORT_TRAINING_ALONE)
    choices = Choices(
        people={written: candour.person(meant) for written, meant in map(_pair, arguments.who)},
        takes_likely=arguments.likely,
    )
    session = sign_in(candour, arguments, terminal)
    try:
        session.sync()
        if tables:
            return _training(session, tables, choices, arguments)
        staff = _staff(session, files, dry_run=arguments.dry_run)
        planned = plan(session, [file for file, _ in files], choices, _school_with(candour, staff))
        if not arguments.dry_run:
            bring_in(session, planned, lambda done, of: _tell(terminal, done, of))
            session.sync()
    finally:
        session.close()
    return _output(planned, staff, dry_run=arguments.dry_run)


def _training(session: Session, tables: tuple[TrainingFile, ...], choices: Choices, arguments: Namespace) -> Output:
    made = import_training(session, tables, choices, arguments, dict(map(_pair, arguments.course)))
    if not arguments.dry_run:
        session.sync()
    return made


def _read(path: Path, kind: str | None, by_hand: dict[str, str]) -> tuple[LogFile, bytes]:
    """One file as rows, and as it is. Without a kind, its name or else its headings say which of the four it is."""
    data = read_list_file(path, OLD_LOG)
    named = next((each for each in LogKind if path.stem.casefold() == each.value), None)
    return read_log_file(path.name, data, LogKind(kind) if kind else named, by_hand), data


def _pair(words: str) -> tuple[str, str]:
    """Take "one=other" apart. Raises KnownError(IMPORT_NO_PAIR)."""
    first, sign, second = words.partition("=")
    if not (first.strip() and sign and second.strip()):
        raise KnownError(DeskFault.IMPORT_NO_PAIR)
    return first.strip(), second.strip()


def _staff(session: Session, files: Sequence[tuple[LogFile, bytes]], *, dry_run: bool) -> StaffListReport | None:
    """List the people of a staff file first, so that the other files can name them."""
    lists = [data for file, data in files if file.report.kind is LogKind.STAFF]
    if not lists:
        return None
    if len(lists) > 1:
        raise KnownError(DeskFault.IMPORT_ONE_STAFF_LIST)
    report = import_people(session, lists[0], dry_run=dry_run)
    if not dry_run:
        session.keep_up()
    return report


def _school_with(candour: Candour, staff: StaffListReport | None) -> School:
    """The school with the people whom a dry run would list."""
    school = candour.school
    new = {person.person_id: person for person in staff.people} if staff else {}
    return msgspec.structs.replace(school, people={**school.people, **new})


def _tell(terminal: Terminal, done: int, of: int) -> None:
    if sys.stderr.isatty() and of:
        terminal.tell(f"{done} of {of} …")


def _output(planned: Plan, staff: StaffListReport | None, *, dry_run: bool) -> Output:
    counts = Counter(row.fate for row in planned.rows)
    data: dict[str, object] = {
        "dry_run": dry_run,
        **{fate.value: counts[fate] for fate in Fate},
        "files": [
            {
                "file": file.name,
                "kind": file.report.kind.value,
                "sha256": file.sha256,
                "unread_columns": list(file.report.unread_columns),
            }
            for file in planned.files
        ],
        "rows": [_row(row) for row in planned.rows],
    }
    lines = [line for row in planned.rows for line in fate_lines(row.file, row, _HERE)]
    if staff is not None:
        fates = {fate.value: len(staff.with_fate(fate)) for fate in StaffFate}
        data["staff"] = fates
        lines.append("Staff: " + ", ".join(f"{count} {fate}" for fate, count in fates.items()))
        lines += [sentence(row.row, why) for row in staff.rows for why in row.refusals]
    lines.append(counts_line(counts, _HERE))
    nothing = bool(planned.rows) and not (counts[Fate.NEW] or counts[Fate.HERE])
    return Output(data, lines, code=FAILED if nothing else DONE)


def _row(row: PlannedRow) -> dict[str, object]:
    return {
        "file": row.file,
        "row": row.number,
        "fate": row.fate.value,
        "reference": row.reference,
        "person": row.person,
        "perhaps": list(row.perhaps),
        "case": reference(row.case_id) if row.case_id else None,
        "refused": [sentence(row.number, each) for each in row.refusals],
    }
