# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What directory statements say, field by field, and the charter that says whose signatures they need.

Roles are plain words here. Which role is an officer's, which is guarded and who may stand in for whom is the school's
charter: data that desktop hands down once, when the school is founded, and that stands in the first statement.
"""

from typing import Annotated

import msgspec

from storage.body import Day, Hex16, Hex32, Recipient, Word

Roles = tuple[Word, ...]
Proof = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{128}\Z")]
"""A signature in hex."""


class _Data(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One statement's data, as strict as a body."""


class Charter(_Data, frozen=True):
    """Whose word counts. A quorum counts distinct persons who hold an officer's role, never keys."""

    officers: Roles
    """Their statements change roles and settings, two distinct persons together."""
    quorum: Annotated[int, msgspec.Meta(ge=2)]
    registrars: Roles
    """Any one of them lists people and admits the vaults of people who hold no guarded role."""
    guarded: Roles
    """Holders read reports: another key for one of them needs their own vault and an officer, or a quorum."""
    oversight: Roles
    """Only they themselves, or one another, may mark them away: the person they oversee must not."""
    deputies: dict[Word, Roles]
    """Who may be named as cover for a role without a quorum."""


class PersonFact(_Data, frozen=True):
    """A listed person. The profile is desktop's."""

    id: Hex16
    profile: dict[str, object]


class KeyFact(_Data, frozen=True):
    """A vault's public keys, and whose it is."""

    person: Hex16
    sign: Hex32
    seal: Recipient


class RoleFact(_Data, frozen=True):
    """A person holds a role. `order` ranks deputies; the days are read by desktop and bind nobody's signature."""

    role: Word
    person: Hex16
    order: int = 0
    since: Day | None = None
    until: Day | None = None


class AbsenceFact(_Data, frozen=True):
    """A person is away, both days included; `cover` formally stands in for them."""

    person: Hex16
    since: Day | None = None
    until: Day | None = None
    cover: Hex16 | None = None


class ConflictFact(_Data, frozen=True):
    """A reader who is not for a person, or not for an employer's people. Never why."""

    reader: Hex16
    about: Hex16 | None = None
    employer: str = ""
    until: Day | None = None


class Genesis(_Data, frozen=True):
    """The founding statement: everyone whose vault exists then signs it. `recovery` is the paper key's public half."""

    name: str
    recovery: Hex32
    charter: Charter
    slots: int
    people: tuple[PersonFact, ...]
    keys: tuple[KeyFact, ...]
    roles: tuple[RoleFact, ...]
    settings: dict[str, object] = {}


class PeopleData(_Data, frozen=True):
    """List people, or change what is listed of them."""

    set: tuple[PersonFact, ...]


class KeyData(KeyFact, frozen=True):
    """Admit a vault's keys. `proof` is the new key's own signature where it cannot sign the statement itself."""

    proof: Proof | None = None


class RevokeData(_Data, frozen=True):
    """A key is not to be trusted from now on."""

    kid: Hex16


class RoleData(RoleFact, frozen=True):
    """Appoint a person to a role, or end it."""

    ends: bool = False


class AbsenceData(AbsenceFact, frozen=True):
    """Mark a person away, replacing what stood of them before, or mark them back."""

    back: bool = False


class ConflictData(ConflictFact, frozen=True):
    """Keep a reader away from a person, or end that."""

    ends: bool = False


class SettingsData(_Data, frozen=True):
    """Change settings; what is not named stays."""

    set: dict[str, object]
