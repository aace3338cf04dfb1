# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A shared folder that has become another school's: a drive letter that leads elsewhere, a folder put in its place.

Nothing is read there and nothing left: "sent" would not be true, and the two schools' lists would stand side by side. A
folder that holds both schools' first statements is ours: anybody may have left the other one there.
"""

from pathlib import Path
from typing import NoReturn

from storage.directory_store import SUFFIX
from storage.errors import Fault, KnownError
from storage.exchange import Area, Listed, exchange_faults

_FIRST, _NAMED_BY = "000001-", 12


def is_another_schools(root: Path, school: str) -> bool:
    """Say whether a folder holds another school's first statement and not this one's. Raises KnownError(EXCHANGE_*)."""
    folder, ours = root / Area.DIRECTORY.value, f"{_FIRST}{school[:_NAMED_BY]}"
    with exchange_faults():
        if (folder / f"{ours}{SUFFIX}").exists():
            return False
        # A synchroniser may have given ours a longer name.
        found = [path.name for path in folder.glob(f"{_FIRST}*{SUFFIX}")]
    return bool(found) and not any(name.startswith(ours) for name in found)


class NotOurs:
    """An exchange in another school's folder: whatever is asked of it raises KnownError(EXCHANGE_OTHER_SCHOOL)."""

    def put(self, area: Area, name: str, data: bytes) -> None:
        """Leave nothing."""
        self._refuse()

    def names(self, area: Area) -> list[Listed]:
        """List nothing."""
        self._refuse()

    def read(self, area: Area, name: str, at_most: int) -> bytes | None:
        """Read nothing."""
        self._refuse()

    def remove(self, area: Area, name: str) -> None:
        """Remove nothing."""
        self._refuse()

    def _refuse(self) -> NoReturn:
        raise KnownError(Fault.EXCHANGE_OTHER_SCHOOL)
