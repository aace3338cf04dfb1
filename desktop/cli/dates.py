# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Days as the command line takes them."""

from argparse import ArgumentTypeError
from datetime import date


def day(typed: str) -> date:
    """Read a day such as 2026-03-12. Raises ArgumentTypeError for anything else."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise ArgumentTypeError(typed) from None
