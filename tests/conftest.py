# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every test needs before the first import of Qt, and the one flag."""

import gc
import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest_plugins = ["tests.school"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run the long forms (faults, fuzzing)")
    parser.addoption("--pictures", metavar="DIR", help="keep the pictures of the windows' pages here")


def pytest_collection_finish() -> None:
    """What was imported stays for the whole run: nobody needs to look through it for garbage or for what still runs."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--long"):
        skip = pytest.mark.skip(reason="long form: run with --long")
        for item in items:
            if item.get_closest_marker("long"):
                item.add_marker(skip)
