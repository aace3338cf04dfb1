# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Starts Candour: the window without words, the command line with them. The one place that reaches up to ui."""

import sys
from collections.abc import Sequence

from desktop.cli.terminal import standard_terminal


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Candour with the words given, or this process's own. Returns its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0].startswith("--home"):
        from ui.app import open_window

        return open_window(words)
    from desktop.cli.main import run

    return run(words, standard_terminal())


if __name__ == "__main__":
    sys.exit(main())
