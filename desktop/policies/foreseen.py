# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a proposal would make hold, for whoever is asked to sign it: nobody signs the fingerprint of a text unread.

The text is believed by the fingerprint that is to be signed.
"""

import contextlib
from collections.abc import Iterable, Sequence

import msgspec

from desktop.changing.change import POLICIES
from desktop.machine import Machine
from desktop.people import PolicyLine
from desktop.policies.library import text_of
from desktop.policies.proposing import Ready, against, pass_on
from storage.charter import SettingsData


class Foreseen(msgspec.Struct, frozen=True, kw_only=True):
    """A version that would hold; no `ready` while its text is not here."""

    title: str
    ready: Ready | None


def foresee(machine: Machine, said: Iterable[msgspec.Struct]) -> tuple[Foreseen, ...]:
    """The versions that these changes would make hold, with texts that are left for others and taken from them."""
    lines = [line for one in said if isinstance(one, SettingsData) for line in _new(machine, one)]
    pass_on(machine, [line.versions[-1] for line in lines])
    found = []
    for line in lines:
        version = text_of(machine.documents, line.versions[-1])
        ready = against(machine, version, line.confirm_by) if version else None
        found.append(Foreseen(title=line.title, ready=ready))
    return tuple(found)


def _new(machine: Machine, said: SettingsData) -> Sequence[PolicyLine]:
    """The policies whose newest version is another than now; none of what is out of form."""
    now = {line.policy_id: line for line in machine.school.settings.policies}
    stated: tuple[PolicyLine, ...] = ()
    with contextlib.suppress(msgspec.ValidationError):
        stated = msgspec.convert(said.set.get(POLICIES, ()), tuple[PolicyLine, ...])
    return [
        line
        for line in stated
        if line.versions and (line.policy_id not in now or now[line.policy_id].versions[-1:] != line.versions[-1:])
    ]
