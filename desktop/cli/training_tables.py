# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour import, for tables of training: the fate of each row, and the records of those that are new."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from desktop.cli.fates import counts_line, fate_lines
from desktop.cli.terminal import Output
from desktop.importing.planning import Choices, Fate
from desktop.importing.reading import read_list_file
from desktop.importing.refusals import sentence
from desktop.importing.tables import OLD_LOG
from desktop.session import Session
from desktop.training.bringing_in import (
    PlannedTraining,
    TrainingChoices,
    TrainingPlan,
    bring_in_training,
    plan_training,
)
from desktop.training.from_file import TrainingFile, read_training_file

TRAINING = "training"
"""The kind of these files, and the name of one without “.csv”."""

_HERE = "on record already"


def add_courses(parser: ArgumentParser) -> None:
    """The words that belong to training alone."""
    parser.add_argument(
        "--course", action="append", default=[], metavar="WRITTEN=COURSE", help="which course one in the table is"
    )


def is_training(path: Path, kind: str | None) -> bool:
    """Whether a file holds training: as somebody said, or by its name."""
    return kind == TRAINING if kind else path.stem.casefold() == TRAINING


def read_tables(paths: list[Path], by_hand: Mapping[str, str]) -> tuple[TrainingFile, ...]:
    """Read these files. Raises KnownError with an `ImportFault`."""
    return tuple(read_training_file(path.name, read_list_file(path, OLD_LOG), by_hand) for path in paths)


def import_training(
    session: Session, files: tuple[TrainingFile, ...], names: Choices, arguments: Namespace, courses: Mapping[str, str]
) -> Output:
    """Bring them in one after the other, or say what would become of each row."""
    choices, plans = TrainingChoices(names=names, courses=courses), []
    for file in files:
        planned = plan_training(session, file, choices)
        done = len(planned.new) if arguments.dry_run else 0
        while done < len(planned.new):
            done = bring_in_training(session, planned.new, done)
        plans.append(planned)
    return _output(plans, dry_run=arguments.dry_run)


def _output(plans: list[TrainingPlan], *, dry_run: bool) -> Output:
    rows = [(planned.file.name, row) for planned in plans for row in planned.rows]
    counts = Counter(row.fate for _, row in rows)
    data: dict[str, object] = {
        "dry_run": dry_run,
        **{fate.value: counts[fate] for fate in Fate},
        "files": [
            {"file": planned.file.name, "kind": TRAINING, "unread_columns": list(planned.file.unread)}
            for planned in plans
        ],
        "own_names": dict(sum((Counter(planned.own_names) for planned in plans), Counter[str]())),
        "rows": [_row(file, row) for file, row in rows],
    }
    lines = [line for file, row in rows for line in fate_lines(file, row, _HERE)]
    lines += [
        f"“{name}” is no course of the list and keeps its own name: {count} rows. --course says which it is."
        for planned in plans
        for name, count in planned.own_names.items()
    ]
    return Output(data, [*lines, counts_line(counts, _HERE)])


def _row(file: str, row: PlannedTraining) -> dict[str, object]:
    return {
        "file": file,
        "row": row.number,
        "fate": row.fate.value,
        "person": row.person,
        "perhaps": list(row.perhaps),
        "said": dict(row.values),
        "refused": [sentence(row.number, each) for each in row.refusals],
    }
