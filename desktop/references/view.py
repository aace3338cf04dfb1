# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The view of a person for a reference: what may be included, as facts, and the rules by which the rest is left out.

The head's own goes by the chair; nobody sees their own. That somebody looked is put on record as for a person's page.
"""

from datetime import date

import msgspec

from desktop.auditing.noting import note_look
from desktop.cases.case import Case
from desktop.chronology.tags import happened_on
from desktop.faults import DeskFault
from desktop.forms import FormSpec
from desktop.people import Person, PersonId, Role
from desktop.references.rules import Rule, facts_of, judged
from desktop.session import Session
from storage.errors import KnownError

_OVER_THE_HEAD = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.GROUP_LEAD})


class Included(msgspec.Struct, frozen=True, kw_only=True):
    """A record that may stand in a reference: when it happened, what was decided and found, and why."""

    case_id: str
    reference: str
    happened: date | None
    outcome: str
    finding: str
    reason: str
    rule: Rule


class ReferenceView(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody who writes a reference sees, the oldest first, and the rules that left anything out, each once."""

    person: Person
    included: tuple[Included, ...]
    left_out: tuple[Rule, ...]


def read_reference(session: Session, person: PersonId) -> ReferenceView:
    """Read the view, and leave the entry that says that somebody looked.

    Raises KnownError(REFERENCE_YOURSELF, REFERENCE_NEEDS_CHAIR, VAULT_*); KeyError for somebody who is not listed.
    """
    machine = session.machine
    school, today = machine.school, machine.today()
    if person == session.me:
        raise KnownError(DeskFault.REFERENCE_YOURSELF)
    if Role.HEAD in school.roles_of(person, today) and not school.roles_of(session.me, today) & _OVER_THE_HEAD:
        raise KnownError(DeskFault.REFERENCE_NEEDS_CHAIR)
    note_look(session)
    cases = [case for case in map(session.case, session.about(person)) if _counts(case, person, session.me)]
    rules = judged(facts_of(case, session.meaning) for case in cases)
    found = [(case, rules[facts_of(case, session.meaning).reference]) for case in cases]
    left_out = {rule.rule_id: rule for _, rule in found if not rule.included}
    included = (_included(session, case, rule) for case, rule in found if rule.included)
    return ReferenceView(
        person=school.people[person],
        included=tuple(sorted(included, key=lambda each: (each.happened or date.min, each.reference))),
        left_out=tuple(sorted(left_out.values(), key=lambda rule: rule.rule_id)),
    )


def _counts(case: Case, person: PersonId, me: PersonId) -> bool:
    return case.report is not None and person in case.concerned() and case.reads(me)


def _included(session: Session, case: Case, rule: Rule) -> Included:
    facts, forms = facts_of(case, session.meaning), session.meaning.forms
    told = [entry for entry in case.of_kind("outcome") if entry.text("finding")]
    return Included(
        case_id=case.case_id,
        reference=facts.reference,
        happened=happened_on(case),
        outcome=_label(forms[case.track.decision], "outcome", facts.outcome),
        finding=_label(forms["outcome"], "finding", facts.finding),
        reason=told[-1].text("finding_reason") if told else "",
        rule=rule,
    )


def _label(spec: FormSpec, field: str, value: str) -> str:
    term = spec.field(field).term(value)
    return (term.summary or term.label) if term else value
