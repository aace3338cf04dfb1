# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An exchange that lives in memory: for making the demonstration school, and for tests."""

import os
import time
from pathlib import Path

from storage.exchange import Area, Listed, exchange_faults, lay_out


class MemoryExchange:
    """A carrier that loses nothing until the process ends."""

    def __init__(self) -> None:
        """Begin empty."""
        self._files: dict[Area, dict[str, tuple[bytes, Listed]]] = {area: {} for area in Area}

    def put(self, area: Area, name: str, data: bytes) -> None:
        """Keep a file."""
        self._files[area].setdefault(name, (data, Listed(name, len(data), time.time_ns())))

    def names(self, area: Area) -> list[Listed]:
        """List what is kept."""
        return [listed for _, listed in self._files[area].values()]

    def read(self, area: Area, name: str, at_most: int) -> bytes | None:
        """Read a file, or None."""
        data, _ = self._files[area].get(name, (None, None))
        return data if data is None or len(data) <= at_most else None

    def remove(self, area: Area, name: str) -> None:
        """Let a file go."""
        self._files[area].pop(name, None)

    def write_out(self, root: Path) -> None:
        """Lay everything out as a folder exchange. Raises KnownError(EXCHANGE_*)."""
        lay_out(root)
        with exchange_faults():
            for area, files in self._files.items():
                for name, (data, listed) in files.items():
                    path = root / area.value / name
                    path.write_bytes(data)
                    # The same file to a vault that has seen it here.
                    os.utime(path, ns=(listed.modified, listed.modified))
