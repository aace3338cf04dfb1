# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card of a demonstration school, which says who is in it and what opens their vaults; and a copy to play with."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from desktop.faults import DeskFault
from desktop.people import PersonId
from storage.errors import Fault, KnownError
from storage.files import disk_faults
from storage.home import Home

CARD = "demonstration.json"
EXCHANGE = "exchange"


class DemoCardPerson(msgspec.Struct, frozen=True, kw_only=True):
    """One person of the demonstration, with what opens their vault."""

    id: PersonId
    name: str
    job: str
    roles: tuple[str, ...]
    passphrase: str


class DemoCard(msgspec.Struct, frozen=True, kw_only=True):
    """What anybody needs to look around in the demonstration school.

    `return_phrase` leads back to one of its reports; an older card has none.
    """

    school: str
    fingerprint: str
    enrolment_code: str
    return_phrase: str = ""
    people: tuple[DemoCardPerson, ...]


def demo_card(home: Path) -> DemoCard | None:
    """Read the card of the demonstration that stands in this folder, or None when it is no demonstration.

    Raises KnownError(FILE_UNREADABLE) when it is damaged, and KnownError(DISK_*).
    """
    path = home / CARD
    with disk_faults():
        if not path.exists():
            return None
        data = path.read_bytes()
    try:
        return msgspec.json.decode(data, type=DemoCard)
    except msgspec.DecodeError:
        raise KnownError(DeskFault.FILE_UNREADABLE) from None


@contextmanager
def demo_aside(home: Path) -> Iterator[tuple[Path, DemoCard]]:
    """A copy of the demonstration in this folder, to be changed at will and gone afterwards: its home and its card.

    Raises KnownError(NO_SCHOOL) when there is none, and KnownError(FILE_UNREADABLE, DISK_*).
    """
    card = demo_card(home)
    if card is None:
        raise KnownError(Fault.NO_SCHOOL)
    with TemporaryDirectory(prefix="candour-", ignore_cleanup_errors=True) as aside:
        copy = Path(aside) / "home"
        with disk_faults():
            shutil.copytree(home, copy)
        Home(copy).settle(msgspec.structs.replace(Home(copy).place(), exchange=str(copy / EXCHANGE)))
        yield copy, card
