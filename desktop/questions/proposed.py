# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The text of a question that waits for a second signature: nobody signs for what they have not read.

A document comes by the shared folder once the directory names it. One that is only proposed is left there, and fetched,
by the proposal itself.
"""

from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

import resources
from desktop.changing.change import QUESTIONS
from desktop.changing.telling import tell_change
from desktop.forms import fill
from desktop.machine import Machine
from desktop.questions.library import fingerprints, published_in, text_of
from storage.charter import SettingsData
from storage.errors import KnownError
from storage.exchange import CARRIER_FAULTS


def tell_in_full(said: msgspec.Struct, machine: Machine) -> tuple[str, ...]:
    """Say what one change says, a sentence each, and word for word what it publishes. Raises KnownError(DISK_*)."""
    return (*tell_change(said, machine.school, machine.state), *_questions(said, machine))


def _questions(said: msgspec.Struct, machine: Machine) -> tuple[str, ...]:
    if not isinstance(said, SettingsData) or QUESTIONS not in said.set:
        return ()
    before, after = published_in(machine.school), fingerprints(said.set[QUESTIONS])
    new = tuple(name for name in after if name not in before)
    _exchange(machine, new)
    told = [_told(machine, name, "published") for name in new]
    return (*told, *(_told(machine, name, "taken_back") for name in before if name not in after))


def _exchange(machine: Machine, names: Iterable[str]) -> None:
    try:
        machine.documents.exchange_with(machine.exchange, names)
    except KnownError as error:
        if error.code not in CARRIER_FAULTS:
            raise


def _told(machine: Machine, name: str, how: str) -> str:
    text = text_of(machine.documents, name)
    if text is None:
        return fill(_words()["not_here"], {"fingerprint": name[:12]})
    return fill(_words()[how], {"question": text.question, "answer": text.answer})


@cache
def _words() -> Mapping[str, str]:
    return msgspec.toml.decode(resources.text("questions/words.toml"), type=dict[str, str])
