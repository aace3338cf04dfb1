# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saying that one has read a policy: a signed entry with person, version, part and time (F33, COC-013; rule R33).

It opens no case and is nobody's concern. Who may read it are the head, the safeguarding lead, the business manager and
one's own manager; about the head, the chair.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import msgspec

from desktop.cases.entry import CaseEntry, read_entry
from desktop.cases.rows import POLICY_CONFIRMED
from desktop.filing import Delivery, readers_of, send
from desktop.machine import Machine
from desktop.people import PersonId
from desktop.policies.seeing import ROUTED_AS
from desktop.routing import Route, RouteRequest, route
from desktop.session import Session
from storage.compose import Content, compose_walk_up
from storage.strictjson import shaped


class Part(StrEnum):
    """How much was read."""

    WHOLE = "whole"
    PART_ONE = "part_one"
    ANNEX_A = "annex_a"
    SHORT = "short"


class Confirmed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the entry says: the policy, or the guidance (desktop.policies.guidance), and what of it was read.

    `version` is the fingerprint of a policy's version, or the name of guidance's edition.
    """

    policy: Annotated[str, msgspec.Meta(max_length=64)]
    version: Annotated[str, msgspec.Meta(max_length=64)]
    part: Part = Part.WHOLE


class Confirmation(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's confirmation as a reader has it; `person` is None for the name that a walk-up gave."""

    person: PersonId | None
    claims: str
    at: datetime
    said: Confirmed


def readers_of_confirmation(machine: Machine, person: PersonId | None) -> Route:
    """Who reads that this person has read something; None for somebody who is not signed in."""
    concerned = () if person is None else (person,)
    return route(RouteRequest(kind=ROUTED_AS, concerned=concerned, reporter=person), machine.school, machine.today())


def confirm(session: Session, said: Confirmed) -> None:
    """Put on record that whoever is signed in has read it. Raises KnownError(NO_READER_KEYS, DISK_*, VAULT_*)."""
    chosen = readers_of_confirmation(session.machine, session.me)
    session.write(_content(session.machine, chosen, said), readers_of(chosen))


def confirm_by_name(machine: Machine, name: str, said: Confirmed) -> Delivery:
    """Put on record what somebody without a sign-in says under a name, unchecked. Raises KnownError as `confirm`."""
    chosen = readers_of_confirmation(machine, None)
    audience = machine.audience(readers_of(chosen))
    content = _content(machine, chosen, said)
    return send(machine, compose_walk_up(content, audience, machine.state.school, name.strip()))


def confirmations(session: Session) -> tuple[Confirmation, ...]:
    """Every confirmation that this person may read, their own among them."""
    stored = session.entries.of_kind(POLICY_CONFIRMED)
    entries = (read_entry(each, session.machine.person_of) for each in stored)
    return tuple(found for entry in entries if (found := _read(entry)) is not None)


def _read(entry: CaseEntry) -> Confirmation | None:
    """Read one strictly; None for what is out of form, or hidden behind no name at all."""
    said = shaped(entry.data, Confirmed)
    if said is None or (entry.author is None and not entry.claims):
        return None
    return Confirmation(person=entry.author, claims=entry.claims, at=entry.believed_at, said=said)


def _content(machine: Machine, chosen: Route, said: Confirmed) -> Content:
    return machine.content(POLICY_CONFIRMED, msgspec.to_builtins(said), chosen.cited)
