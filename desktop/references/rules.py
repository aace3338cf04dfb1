# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which records about somebody may stand in a reference: a table of rules, of which the first that fits holds. Pure.

What is left out is said by its rule and never by its content or its number (practice.md R29, R42).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.cases.case import Case, Phase
from desktop.cases.meaning import Meaning
from desktop.phrases import reference

_OUTCOME = "outcome"


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule; its parts are explained in resources/references/rules.toml."""

    rule_id: str
    says: str
    source: str
    forms: tuple[str, ...] = ()
    phases: tuple[Phase, ...] = ()
    outcomes: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    met_threshold: bool | None = None
    joined: bool | None = None
    included: bool = False


class Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of them, of one edition of guidance."""

    edition: str
    checked_on: date
    must_check: bool
    agreed_terms: str
    rules: tuple[Rule, ...]


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules go by of one record. `same_as` is the reference of the record of the same event."""

    reference: str
    form: str
    phase: Phase
    outcome: str = ""
    finding: str = ""
    met_threshold: bool = False
    same_as: str = ""


@cache
def shipped_rules() -> Rules:
    """The rules that Candour ships."""
    return msgspec.toml.decode(resources.text("references/rules.toml"), type=Rules)


def facts_of(case: Case, meaning: Meaning) -> Facts:
    """Read what the rules go by off a case: the decision that stands and the last finding."""
    outcome = case.decision.text(_OUTCOME) if case.decision else ""
    findings = [entry.text("finding") for entry in case.of_kind(_OUTCOME) if entry.text("finding")]
    return Facts(
        reference=reference(case.case_id),
        form=case.report.form if case.report else "",
        phase=case.phase,
        outcome=outcome,
        finding=findings[-1] if findings else "",
        met_threshold=outcome in meaning.outcomes.met_threshold,
        same_as=case.decision.text("same_as") if case.decision else "",
    )


def judged(records: Iterable[Facts]) -> Mapping[str, Rule]:
    """The rule that holds for each record, by its reference."""
    told = tuple(records)
    alone = {each.reference: _rule(each, joined=False) for each in told}
    included = {name for name, rule in alone.items() if rule.included}
    return {each.reference: _rule(each, joined=each.same_as in included) for each in told}


def _rule(facts: Facts, *, joined: bool) -> Rule:
    return next(rule for rule in shipped_rules().rules if _fits(rule, facts, joined=joined))


def _fits(rule: Rule, facts: Facts, *, joined: bool) -> bool:
    named = (
        (rule.forms, facts.form),
        (rule.phases, facts.phase),
        (rule.outcomes, facts.outcome),
        (rule.findings, facts.finding),
    )
    says = ((rule.met_threshold, facts.met_threshold), (rule.joined, joined))
    return all(not wanted or has in wanted for wanted, has in named) and all(
        wanted is None or wanted is has for wanted, has in says
    )
