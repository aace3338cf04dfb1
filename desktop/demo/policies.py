# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The demonstration's policies: a code of conduct in two versions, one whose review is late, and who has confirmed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from desktop.declarations.gifts import year_of
from desktop.founding import publish
from desktop.machine import Machine
from desktop.people import ClauseLink, PersonId, ReadingLine
from desktop.policies.asking import asked_for
from desktop.policies.confirming import Confirmed, confirm
from desktop.policies.library import texts
from desktop.policies.linking import linking
from desktop.policies.publishing import in_force, keep_version
from desktop.policies.reading_list import confirm_reading, read_list
from desktop.policies.register import reading_rows
from desktop.policies.taking_in import MODEL_ID, filled_in, model_code
from desktop.policies.version import Clause, Version
from desktop.session import Session
from storage.keys import SigningSecret

GUIDANCE = "guidance:kcsie"
_GOVERNORS = "the governing board"
_OLD_GIFTS = (
    "Do not accept a gift or hospitality worth more than £10 from anybody who gains from our work unless the school "
    "has agreed first. Declare it."
)
_OLD_MEDIA = (
    "Write nothing about pupils, families or colleagues on social media, and have no contact with pupils there."
)
_OWN_WORD = "categories/own_1"
"""A word of the school's own (resources/demo/people.toml), which rests on this clause of its code."""
_OWN_CLAUSE = "5.1"
_FILLED_IN = {
    "[name of the whistleblowing contact and how to reach them]": "Ruth Adeyemi, through the school office",
    "[name and telephone number]": "through the school office",
}
_BEFORE = {"5.5.4": (_OLD_GIFTS,), "A1 7": (_OLD_MEDIA,)}
"""How these clauses read in the version before."""


def first_policies(machine: Machine, signers: Sequence[SigningSecret]) -> None:
    """What the school began with: the first version of the code, and a policy whose review is late by now."""
    approved = machine.today() - timedelta(days=430)
    old = _code(machine.school.name, approved, "First edition", _BEFORE)
    appendix = tuple(clause for clause in model_code().clauses if clause.appendix)
    technology = Version(
        policy_id="technology",
        title="Using technology: staff and visitors",
        edition="First edition",
        approver=_GOVERNORS,
        approved_on=approved.isoformat(),
        review_due=(approved + timedelta(days=365)).isoformat()[:7],
        clauses=appendix,
    )
    for version in (old, technology):
        _publish(machine, version, None, signers)


def next_code(machine: Machine, signers: Sequence[SigningSecret]) -> None:
    """Lately: the version in force, which those whom it binds are to confirm, what a word rests on, and guidance."""
    today = machine.today()
    code = _code(machine.school.name, today - timedelta(days=14), "Second edition", {})
    _publish(machine, code, today + timedelta(days=60), signers)
    clause = next(clause for clause in code.clauses if clause.label == _OWN_CLAUSE)
    link = ClauseLink(cites=_OWN_WORD, policy=MODEL_ID, clause=clause.clause_id, label=clause.label)
    publish(machine, "settings", linking((link,)), signers)
    edition = f"September {year_of(today)}"
    asked = ReadingLine(item_id=GUIDANCE, title="", edition=edition, confirm_by=today + timedelta(days=30))
    publish(machine, "settings", asked_for(machine.school, asked), signers)


def asked_to_confirm(machine: Machine) -> frozenset[PersonId]:
    """Whom the code binds."""
    line = next(line for line in machine.school.settings.policies if line.policy_id == MODEL_ID)
    rows = reading_rows(line, texts(machine.documents, line), (), machine.school.people.values(), machine.today())
    return frozenset(row.person_id for row in rows)


def confirm_code(sessions: Iterable[Session]) -> None:
    """These people have read the version in force."""
    for session in sessions:
        line = next(line for line in session.machine.school.settings.policies if line.policy_id == MODEL_ID)
        confirm(session, Confirmed(policy=MODEL_ID, version=line.versions[-1]))


def confirm_guidance(sessions: Iterable[Session]) -> None:
    """These people have read their part of the guidance."""
    for session in sessions:
        for each in read_list(session):
            if each.part is not None:
                confirm_reading(session, each.line, each.part)


def _code(school: str, approved: date, edition: str, otherwise: Mapping[str, tuple[str, ...]]) -> Version:
    model = model_code(school)
    return msgspec.structs.replace(
        model,
        edition=edition,
        model=False,
        approver=_GOVERNORS,
        approved_on=approved.isoformat(),
        review_due=(approved + timedelta(days=400)).isoformat()[:7],
        companions=("Child protection policy", "Whistleblowing policy"),
        clauses=tuple(filled_in(_reworded(clause, otherwise), _FILLED_IN) for clause in model.clauses),
    )


def _reworded(clause: Clause, otherwise: Mapping[str, tuple[str, ...]]) -> Clause:
    return msgspec.structs.replace(clause, paragraphs=otherwise.get(clause.label, clause.paragraphs))


def _publish(machine: Machine, version: Version, by: date | None, signers: Sequence[SigningSecret]) -> None:
    name = keep_version(machine.documents, version)
    publish(machine, "settings", in_force(machine.school, version, name, by), signers)
