# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Starts Candour: the window without words, the command line with them. The one place that reaches up to ui."""

import sys
from collections.abc import Sequence

from desktop.cli.terminal import standard_terminal
from desktop.exports.order import SEALED_ENDING
from desktop.hardening import harden_process


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Candour with the words given, or this process's own. Returns its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if _names_no_command(words):
        return _open_window(words)
    from desktop.cli.main import run

    harden_process()
    return run(words, standard_terminal(), _open_window)


def _open_window(words: Sequence[str]) -> int:
    from ui.app import open_window

    return open_window(words)


def _names_no_command(words: Sequence[str]) -> bool:
    """Say whether there is nothing but, perhaps, which home and a sealed file: that opens the window."""
    said = [word for word in words if word != "--until-shown"]
    if said and said[-1].lower().endswith(SEALED_ENDING):
        said.pop()
    match said:
        case [] | ["--home", _]:
            return True
        case [word]:
            return word.startswith("--home=")
        case _:
            return False


if __name__ == "__main__":
    sys.exit(main())
