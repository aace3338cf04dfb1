# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Turns a register line into an entry: for a vault to send, or from a walk-up at once, because they have no vault."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from desktop.cases.case import Case
from desktop.cases.entry import read_entry
from desktop.cases.meaning import Meaning
from desktop.filing import Sealed, route_of, send
from desktop.machine import Machine
from desktop.registers.line import LINE, Line, has_lines, line_of
from desktop.registers.owing import PARTS
from desktop.routing import Route
from storage.compose import Composed, Content, compose_walk_up
from storage.entries import StoredEntry
from storage.errors import KnownError

_RULE = "line"


def line_content(machine: Machine, line: Line, case_id: str) -> Content:
    """What the entry says. It follows no other, because its readers hold none."""
    return machine.content(LINE, msgspec.to_builtins(line), _RULE, case_id)


def readers_today(machine: Machine, meaning: Meaning, case: Case) -> Route | None:
    """Who reads a declaration by the rules of today; None where no line could be owed of it."""
    report = case.report
    spec = meaning.forms.get(report.form) if report else None
    if report is None or spec is None or not has_lines(report.form):
        return None
    try:
        return route_of(spec, report.values, report.sender, machine.school, machine.today())
    except KnownError:
        return None


def send_walk_up_lines(machine: Machine, sealed: Sealed) -> None:
    """Send the lines of what somebody who is not signed in has declared, each signed with a key that is forgotten.

    Their declaration is sent. A line that cannot be kept now is made good by the one of the decision.
    """
    with contextlib.suppress(KnownError):
        for composed in _walk_up_lines(machine, sealed):
            send(machine, composed)


def _walk_up_lines(machine: Machine, sealed: Sealed) -> Iterator[Composed]:
    report = read_entry(StoredEntry(sealed.composed.entry, sealed.at, frozenset()), machine.person_of)
    for part in PARTS:
        line = line_of(sealed.route.kind, part, report)
        keyed = machine.with_keys(reader.person_id for reader in sealed.route.readers if reader.part is part)
        if line is not None and keyed:
            content = replace(line_content(machine, line, report.case), at=sealed.at)
            yield compose_walk_up(content, machine.audience(keyed), machine.state.school, report.claims or None)
