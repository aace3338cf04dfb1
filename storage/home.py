# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where one machine keeps what is Candour's: the pin of its school, the directory, the spool and people's vaults."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from storage import strictjson
from storage.body import Hex32
from storage.constants import KIB
from storage.errors import Fault, KnownError
from storage.files import disk_faults, make_private_folder, write_whole


class Place(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What this machine was told once: its school, the least directory state to believe, and the exchange."""

    v: Literal[1] = 1
    school: Hex32
    n: Annotated[int, msgspec.Meta(ge=1)]
    head: str
    exchange: str


class Home:
    """The folder of one machine."""

    def __init__(self, root: Path) -> None:
        """Take the folder; it need not be there yet."""
        self.root = root
        self.directory = root / "directory"
        self.documents = root / "documents"
        self.spool = root / "spool"
        self.vaults = root / "vaults"
        self._place = root / "school.pin"

    def vault(self, person: str) -> Path:
        """The folder of one person's vault on this machine, whether it is there or not."""
        return self.vaults / person

    def has_school(self) -> bool:
        """Say whether this machine belongs to a school."""
        return self._place.exists()

    def place(self) -> Place:
        """Read where this machine belongs. Raises KnownError(NO_SCHOOL) or KnownError(DIRECTORY_REFUSED)."""
        if not self.has_school():
            raise KnownError(Fault.NO_SCHOOL)
        with disk_faults():
            data = self._place.read_bytes()
        try:
            return msgspec.convert(strictjson.decode(data, at_most=16 * KIB), Place)
        except (KnownError, msgspec.ValidationError):
            raise KnownError(Fault.DIRECTORY_REFUSED, reason="pin") from None

    def settle(self, place: Place) -> None:
        """Pin this machine to a school, or its exchange to another folder. Raises KnownError(DISK_*)."""
        make_private_folder(self.root)
        write_whole(self._place, strictjson.encode(place))

    def check_place_for_vaults(self) -> None:
        """Refuse a network path: databases there come to harm. Raises KnownError(VAULT_PLACE_REFUSED)."""
        if str(self.root).startswith(("\\\\", "//")):
            raise KnownError(Fault.VAULT_PLACE_REFUSED)
