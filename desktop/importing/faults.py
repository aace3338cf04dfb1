# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why a whole file cannot be read (the words stand in resources/faults.toml). Single rows are refused in `refusals`."""

from enum import StrEnum


class ImportFault(StrEnum):
    """Each way in which a file is no table that we can read. Parameters stand in brackets."""

    EMPTY = "import_empty"
    TOO_LARGE = "import_too_large"  # limit_mb
    SPREADSHEET = "import_spreadsheet"
    NOT_TEXT = "import_not_text"
    UNDECODABLE = "import_undecodable"  # line
    BROKEN_QUOTES = "import_broken_quotes"  # line
    NO_HEADER = "import_no_header"
    COLUMN_TWICE = "import_column_twice"  # first, second: numbers of columns
    TOO_MANY_ROWS = "import_too_many_rows"  # limit
    TOO_MANY_COLUMNS = "import_too_many_columns"  # limit
    NO_LOG_HEADER = "import_no_log_header"
    NO_COLUMN = "import_no_column"  # column
    NO_SUCH_COLUMN = "import_no_such_column"
    KIND_UNCLEAR = "import_kind_unclear"
