# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a school chose about patterns, as the engine takes it: the dial, its own numbers, what this term's play found.

The calibration is worked out once a term from what a reader may read, and kept in their vault.
"""

from datetime import date

import msgspec

from desktop.patterns.calibrating import Calibrating, Effort, begin
from desktop.patterns.cuts import Calibration, Cuts
from desktop.patterns.parameters import Dial, Parameters, load_parameters, with_numbers
from desktop.patterns.register import Register
from desktop.patterns.signs import Kind
from desktop.people import Settings
from desktop.session import Session
from storage.errors import KnownError

FEWEST = 30
"""Reports of two years from which on the school's own background is worth playing."""

ENOUGH = 2500
"""Invented matters to play: a few seconds of work. What they cannot show is drawn to the shipped figures."""

_KEPT = "pattern calibration"
_TERM_BEGINS = (1, 1, 1, 1, 5, 5, 5, 5, 9, 9, 9, 9)
"""The month in which the term of a month begins: January, May and September, near enough for a yearly third."""


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What the vault keeps: for which term, by which edition of the rules and numbers, and what was found."""

    term: str
    rules: str
    calibration: Calibration


def parameters_of(settings: Settings) -> Parameters:
    """The shipped parameters with the school's own numbers; those of a kind that is not known here are left out."""
    known = {kind.value for kind in Kind}
    own = {
        Kind(each.kind): (each.longest_days, each.minimum) for each in settings.pattern_numbers if each.kind in known
    }
    return with_numbers(load_parameters(), own)


def cuts_of(session: Session, dial: Dial | None = None) -> Cuts:
    """How prompts are chosen for whoever is signed in: by the school's dial and numbers, and by this term's play.

    `dial`: another than the school's, for this once.
    """
    settings = session.machine.school.settings
    kept = _read(session)
    return Cuts(
        parameters=parameters_of(settings),
        dial=dial or Dial(settings.pattern_dial),
        calibration=kept.calibration if kept and kept.term == term_of(session.machine.today()) else None,
    )


def is_due(session: Session, reports: int) -> bool:
    """Say whether nothing has been worked out yet for this term, with the rules as they are.

    `reports`: how many this reader has of two years. Fewer than `FEWEST` say nothing about what is usual here.
    """
    if reports < FEWEST:
        return False
    kept = _read(session)
    settings = session.machine.school.settings
    return kept is None or (kept.term, kept.rules) != (term_of(session.machine.today()), _rules(settings))


def begin_work(session: Session, register: Register, matters: int = ENOUGH) -> Calibrating:
    """Make ready to play this reader's own background in steps, which need no session."""
    machine = session.machine
    today = machine.today()
    # The same seed all year: opening the page again never changes what a prompt says.
    return begin(register, today, parameters_of(machine.school.settings), Effort(seed=today.year, matters=matters))


def keep(session: Session, work: Calibrating) -> None:
    """Keep for this term what was found. Raises KnownError(VAULT_*)."""
    machine = session.machine
    kept = _Kept(term=term_of(machine.today()), rules=_rules(machine.school.settings), calibration=work.found())
    session.vault.set_meta(_KEPT, msgspec.json.encode(kept))


def term_of(day: date) -> str:
    """The third of a year in which a day lies: "2026-09"."""
    return f"{day.year}-{_TERM_BEGINS[day.month - 1]:02}"


def _rules(settings: Settings) -> str:
    return f"{load_parameters().edition} {msgspec.json.encode(settings.pattern_numbers).decode()}"


def _read(session: Session) -> _Kept | None:
    """What was kept; nothing where it was never worked out, or another Candour kept something else."""
    try:
        return msgspec.json.decode(session.vault.meta(_KEPT), type=_Kept)
    except (KnownError, msgspec.DecodeError):
        return None
