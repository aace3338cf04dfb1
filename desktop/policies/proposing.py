# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From a file to a proposal: read into something to prepare, made into a version, compared, handed on to be signed."""

import contextlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from desktop.faults import DeskFault
from desktop.machine import Machine
from desktop.policies.comparing import Changed, compare
from desktop.policies.draft import Odd
from desktop.policies.files.reading import LARGEST
from desktop.policies.library import library
from desktop.policies.oddities import blanks
from desktop.policies.preparing import (
    Preparing,
    confirm_by,
    first_facts,
    prepared_from,
    prepared_from_model,
    prepared_from_version,
    version_of,
    what_is_odd,
)
from desktop.policies.publishing import in_force, keep_version
from desktop.policies.taking_in import take_in
from desktop.policies.version import Version
from storage.charter import SettingsData
from storage.errors import KnownError


class Begun(msgspec.Struct, frozen=True, kw_only=True):
    """Something to prepare, and what is odd about it."""

    preparing: Preparing
    odd: tuple[Odd, ...]


class Ready(msgspec.Struct, frozen=True, kw_only=True):
    """A version that can be proposed; `before` is the one that holds, `changes` every clause against it."""

    version: Version
    before: Version | None
    changes: tuple[Changed, ...]
    confirm_by: date | None

    @property
    def blanks(self) -> tuple[str, ...]:
        """The places that somebody has still to fill in, each with the clause where it stands."""
        found = ((clause.label, words) for clause in self.version.clauses for words in blanks(clause.text))
        return tuple(dict.fromkeys(f"{label} {words}".strip() for label, words in found))


def read_file(path: Path) -> tuple[str, bytes]:
    """A file's name and bytes, no more of them than a policy may have. Raises KnownError(FILE_UNREADABLE)."""
    try:
        with path.open("rb") as file:
            return path.name, file.read(LARGEST + 1)
    except (OSError, ValueError):
        raise KnownError(DeskFault.FILE_UNREADABLE) from None


def begin(machine: Machine, policy_id: str, path: Path | None) -> Begun:
    """Read a file, or without one Candour's model, as a new version of a policy ("" for a new policy).

    Raises KnownError(FILE_UNREADABLE) or with a PolicyFault; nothing is kept then.
    """
    before = version_in_force(machine, policy_id)
    if path is None:
        prepared = prepared_from_model(machine.school.name)
    else:
        prepared = prepared_from(take_in(*read_file(path)), before)
    preparing = Preparing(policy_id=policy_id, prepared=prepared, facts=first_facts(prepared, before))
    return Begun(preparing=preparing, odd=what_is_odd(prepared))


def begin_from(machine: Machine, policy_id: str) -> Begun:
    """The version that holds, as the beginning of the next one. Raises KnownError(NO_SUCH_POLICY) without its text."""
    before = version_in_force(machine, policy_id)
    if before is None:
        raise KnownError(DeskFault.NO_SUCH_POLICY)
    prepared = prepared_from_version(before)
    preparing = Preparing(policy_id=policy_id, prepared=prepared, facts=first_facts(prepared, before))
    return Begun(preparing=preparing, odd=what_is_odd(prepared))


def version_in_force(machine: Machine, policy_id: str) -> Version | None:
    """The version that holds, as far as its text is here; None for a policy that is not there."""
    found = library(machine.school, machine.documents)
    return next((each.version for each in found if each.line.policy_id == policy_id), None)


def ready(machine: Machine, preparing: Preparing) -> Ready:
    """Make the version, of facts that miss nothing, and compare it with the one that holds."""
    before, today = version_in_force(machine, preparing.policy_id), machine.today()
    taken = frozenset(line.policy_id for line in machine.school.settings.policies)
    version = version_of(preparing, before, taken, today)
    return against(machine, version, confirm_by(preparing.facts, today))


def against(machine: Machine, version: Version, by: date | None) -> Ready:
    """A version beside the one that holds, to be confirmed by a day."""
    before = version_in_force(machine, version.policy_id)
    return Ready(version=version, before=before, changes=compare(before, version) if before else (), confirm_by=by)


def put_up(machine: Machine, version: Version, by: date | None) -> tuple[str, SettingsData]:
    """Keep and pass on a version's text; return its fingerprint, and the change that two officers are to sign.

    Raises KnownError(POLICY_REFUSED, CONTENT_TOO_LARGE, DISK_*).
    """
    name = keep_version(machine.documents, version)
    pass_on(machine, [name])
    return name, in_force(machine.school, version, name, by)


def pass_on(machine: Machine, names: Sequence[str]) -> None:
    """Leave texts for whoever is asked to sign them, and take what others left. A silent exchange is no error.

    Documents travel by themselves once the directory names them, which is too late for its signers.
    """
    with contextlib.suppress(KnownError):
        machine.documents.exchange_with(machine.exchange, names)
