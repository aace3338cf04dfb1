# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever runs the shared folder: sees every file's name, size, header, account and time, and opens none.

Beside what they see stands what only a test can know, so that the two can be compared.
"""

import os
import random
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.filing import Filed, readers_of
from storage.exchange import envelope_name
from storage.receipts import token_name
from tests.desktop.desks import Desks
from tests.faults.chance import quarters
from tests.school import Member

READERS = ("head", "dsl", "deputy", "chair", "vice_chair")
_ABOUT = ("teacher", "head", "dsl", "chair")
_STANZA = re.compile(rb"\n-> ([^\n]*)\n([^\n]*)")


@dataclass(frozen=True, slots=True)
class Sent:
    """An envelope in the folder; and, not to be seen: who may open it, and the names of the receipts that prove it."""

    file: Path
    audience: tuple[str, ...]
    receipts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Looks at the folder of a school while reports are sent and taken in."""

    desks: Desks
    chance: random.Random

    def files(self, area: str) -> set[Path]:
        """What lies in one of its folders."""
        return set((self.desks.school.exchange / area).iterdir())

    def send(self, how_many: int) -> list[Sent]:
        """Have so many reports sent: short ones and long ones, about anybody, some of them by walk-ups."""
        return [self._send() for _ in range(how_many)]

    def receipts_of(self, name: str) -> set[Path]:
        """What somebody's account leaves in the folder of receipts at their next look."""
        before = self.files("ack")
        self.desks.sync(self._member(name))
        return self.files("ack") - before

    def _send(self) -> Sent:
        values: dict[str, object] = {
            "about": self._member(self.chance.choice(_ABOUT)).person_id,
            "what_happened": "He shouted. " * self.chance.randint(1, 200),
            "risk_now": "no",
        }
        filed = self._filed(values)
        # A walk-up's slip lies beside its report, and is for the same readers.
        file = self.desks.school.exchange / "in" / envelope_name(filed.watched.envelope)
        body = filed.watched.entry.body
        receipts = frozenset(token_name(body.ack, kid) for kid in body.to)
        return Sent(file, tuple(sorted(readers_of(filed.route))), receipts)

    def _filed(self, values: dict[str, object]) -> Filed:
        if self.chance.random() < 0.1:
            return self.desks.candour.file_walk_up("concern", values)
        return self.desks.of(self.desks.school.ta).file("concern", values)

    def _member(self, name: str) -> Member:
        found: Member = getattr(self.desks.school, name)
        return found


def views_of_envelopes(sent: Sequence[Sent]) -> Mapping[str, Sequence[Hashable]]:
    """Everything that can be seen of each envelope, view by view."""
    files = [each.file for each in sent]
    headers = [_STANZA.findall(file.read_bytes()[:4096]) for file in files]
    return {
        **_views_of_files(files),
        "stanzas": [len(stanzas) for stanzas in headers],
        "lengths of stanzas": [frozenset((len(first), len(second)) for first, second in each) for each in headers],
        "size": quarters([file.stat().st_size for file in files]),
    }


def views_of_receipts(files: Sequence[Path]) -> Mapping[str, Sequence[Hashable]]:
    """Everything that can be seen of each of one account's receipts, view by view."""
    return {**_views_of_files(files), "size": [file.stat().st_size for file in files]}


def places(files: Iterable[Path]) -> Mapping[Path, int]:
    """In which order a folder lists its files."""
    order: list[Path] = []
    for folder in sorted({file.parent for file in files}):
        with os.scandir(folder) as listing:
            order += [Path(entry.path) for entry in listing]
    return {file: place for place, file in enumerate(order)}


def _views_of_files(files: Sequence[Path]) -> Mapping[str, Sequence[Hashable]]:
    there = places(files)
    return {
        "first letter": [file.name[0] for file in files],
        "place in the listing": quarters([there[file] for file in files]),
        "place by name": quarters([int(file.stem[:13], 16) for file in files]),
        "time": quarters([file.stat().st_mtime_ns for file in files]),
    }
