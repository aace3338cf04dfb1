# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads the one application of its AT-SPI bus as a screen reader does: `/usr/bin/python3 reader.py` prints JSON.

The system's Python runs it, because pyatspi comes with the system: nothing of Candour's is imported here. Every node
that is on the screen is [role, name, whether it takes the keyboard].
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found] # comes with the system, for its own Python

_PATIENCE_SECONDS = 20


def application() -> Any:
    """The application, as soon as it is on the bus."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end:
        for found in pyatspi.Registry.getDesktop(0):
            if found is not None and found.childCount:
                return found
        time.sleep(0.05)
    sys.exit("no application came to the bus")


def nodes(node: Any) -> Iterator[list[Any]]:
    """A node and all in it, as far as it shows."""
    states = node.getState()
    if node.getRole() != pyatspi.ROLE_APPLICATION:
        if not states.contains(pyatspi.STATE_SHOWING):
            return
        yield [node.getRoleName(), node.name, states.contains(pyatspi.STATE_FOCUSABLE)]
    for child in node:
        if child is not None:
            yield from nodes(child)


if __name__ == "__main__":
    json.dump(list(nodes(application())), sys.stdout)
