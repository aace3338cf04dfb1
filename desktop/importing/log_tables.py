# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The table of an old log, or of training, out of the bytes of its file. Pure."""

from desktop.importing.cells import heading
from desktop.importing.faults import ImportFault
from desktop.importing.tables import OLD_LOG, Score, Table, read_table
from storage.errors import KnownError


def read_log_table(data: bytes, score: Score) -> Table:
    """Find the table, whose heading is the row that scores best. Raises as `read_table`, NO_LOG_HEADER for its own."""
    try:
        return read_table(data, score, OLD_LOG, lost_letters=True)
    except KnownError as error:
        raise KnownError(ImportFault.NO_LOG_HEADER) if error.code is ImportFault.NO_HEADER else error from None


def table_headings(data: bytes) -> tuple[str, ...]:
    """The headings of a file as it has them, where ours are to be chosen from them. Raises as `read_table`."""
    table = read_table(data, lambda cells: sum(1 for cell in cells if cell.strip()), OLD_LOG, lost_letters=True)
    return tuple(dict.fromkeys(filter(None, map(heading, table.heading))))
