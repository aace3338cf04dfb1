# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opens the window."""

from collections.abc import Sequence


def open_window(_arguments: Sequence[str]) -> int:
    """Open Candour's window. Returns the exit code of its event loop."""
    return 0
