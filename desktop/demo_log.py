# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The old log of the demonstration school, imported as anybody would import theirs (resources/demo)."""

import resources
from desktop.importing.bringing_in import bring_in, plan
from desktop.importing.log_columns import LogKind
from desktop.importing.planning import Choices, read_log_file
from desktop.session import Session

_FILES = (LogKind.CONCERNS, LogKind.GIFTS)


def import_old_log(session: Session) -> None:
    """Import the concerns and gifts that the school had kept in a spreadsheet; one row is beyond reading."""
    names = [f"{kind.value}.csv" for kind in _FILES]
    files = [read_log_file(name, resources.path(f"demo/{name}").read_bytes()) for name in names]
    bring_in(session, plan(session, files, Choices()))
    session.sync()
