# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour bench: what Candour costs beside the raw libraries (docs/benchmarks.md)."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.cli.terminal import Output, Terminal


def add_bench(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour bench`."""
    parser.add_argument("--small", action="store_true", help="a tenth of the work, to see that it runs")
    parser.add_argument("--policy", action="append", default=[], metavar="FILE", help="a document to be taken in too")


def bench(arguments: Namespace, _terminal: Terminal) -> Output:
    """Measure everything and print a table."""
    from desktop.bench import run_all

    table = list(run_all(small=arguments.small, policies=[Path(each) for each in arguments.policy]))
    return Output([row.as_data() for row in table], [row.line for row in table])
