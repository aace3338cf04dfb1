# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Runs one command and turns whatever happens into an exit code and, at most, one clear sentence."""

import os
from collections.abc import Callable, Sequence

from desktop.cases.acting import ActRefusedError
from desktop.cli.parser import COMMANDS, build_parser, commands_in
from desktop.cli.terminal import DONE, FAILED, MISUSED, Terminal
from desktop.faults import DeskFault, explain_fault
from desktop.filing import AnswersError
from desktop.hardening import bug_report
from desktop.version import VERSION
from storage.errors import KnownError

OpenWindow = Callable[[Sequence[str]], int]


def no_window(_words: Sequence[str]) -> int:
    """Open no window: nothing below ui reaches up to it by itself."""
    return FAILED


def run(arguments: Sequence[str], terminal: Terminal, open_window: OpenWindow = no_window) -> int:
    """Run a command. Returns 0 when it was done, 1 when it could not be, 2 when its words were off.

    `open_window` opens the window with the words given, for a command that ends in it, and returns its exit code.
    """
    try:
        words = build_parser(commands_in(arguments)).parse_args(arguments)
    except SystemExit as leaving:
        return DONE if leaving.code == 0 else MISUSED
    try:
        output = COMMANDS[words.command].run(words, terminal)
        code = output.code if output.window is None else open_window(output.window)
        if output.window is None or code == DONE:
            terminal.say(output, words.format)
    except (KnownError, ActRefusedError, AnswersError, KeyboardInterrupt) as stopped:
        for sentence in _sentences(stopped):
            terminal.tell(sentence)
        return FAILED
    except BrokenPipeError:
        # Whoever was reading has left; there is nobody to tell.
        os._exit(FAILED)
    except Exception as bug:  # noqa: BLE001 - a trace reaches nobody: its message may hold somebody's words
        terminal.tell(explain_fault(KnownError(DeskFault.MISTAKE_OF_OURS)).sentence)
        terminal.tell(bug_report(bug, VERSION))
        return FAILED
    return code


def _sentences(stopped: BaseException) -> list[str]:
    match stopped:
        case KnownError():
            return [explain_fault(stopped).sentence]
        case ActRefusedError():
            return [stopped.sentence]
        case AnswersError():
            return [f"{finding.field or 'answers'}: {finding.message}" for finding in stopped.findings]
        case _:
            return ["Stopped."]
