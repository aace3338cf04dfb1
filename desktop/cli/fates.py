# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour import: what becomes of the rows of a table, in words. `here` says of one that it adds nothing."""

from collections.abc import Mapping

from desktop.importing.planning import Fate, PlannedRow
from desktop.importing.refusals import sentence
from desktop.training.bringing_in import PlannedTraining


def fate_lines(file: str, row: PlannedRow | PlannedTraining, here: str) -> list[str]:
    """What becomes of a row, with all that is against it."""
    said = [sentence(row.number, each) for each in row.refusals]
    return [f"{file}: {each}" for each in said or [f"Row {row.number}: {_words(here)[row.fate]}."]]


def counts_line(counts: Mapping[Fate, int], here: str) -> str:
    """How many rows have which fate."""
    return ", ".join(f"{counts[fate]} {words}" for fate, words in _words(here).items())


def _words(here: str) -> Mapping[Fate, str]:
    return {
        Fate.NEW: "new",
        Fate.HERE: here,
        Fate.UNCLEAR: "left out until it is said who is meant",
        Fate.REFUSED: "left out",
    }
