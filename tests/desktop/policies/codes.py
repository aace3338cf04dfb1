# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A school that holds a code which began as the model code, in one version or two."""

import msgspec

from desktop.changing.making import make_change
from desktop.policies.publishing import in_force, keep_version, taken_out
from desktop.policies.taking_in import model_code
from desktop.policies.version import Clause, Version
from storage.charter import SettingsData
from tests.desktop.changing.conftest import Office

GIFTS = "5.5.4"


def code(edition: str = "First edition", **gifts: object) -> Version:
    """The model code as the school's own; `gifts` are what its clause on gifts has otherwise."""
    model = model_code()
    clauses = tuple(msgspec.structs.replace(each, **gifts) if each.label == GIFTS else each for each in model.clauses)
    return msgspec.structs.replace(model, edition=edition, model=False, clauses=clauses)


def without(version: Version, *labels: str) -> Version:
    """The same without these clauses."""
    kept: tuple[Clause, ...] = tuple(each for each in version.clauses if each.label not in labels)
    return msgspec.structs.replace(version, clauses=kept)


def publish(office: Office, version: Version) -> str:
    """Head and chair put a version in force. Returns its fingerprint."""
    machine = office.of(office.school.head).machine
    name = keep_version(machine.documents, version)
    change(office, in_force(machine.school, version, name, None))
    return name


def withdraw(office: Office, policy_id: str) -> None:
    """Head and chair take a policy out."""
    change(office, taken_out(office.of(office.school.head).machine.school, policy_id))


def change(office: Office, said: SettingsData) -> None:
    """Head and chair change a setting."""
    chair = office.school.chair
    assert make_change(office.of(office.school.head), [said], {chair.person_id: chair.passphrase}).is_published
