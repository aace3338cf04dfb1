# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour reference: what may stand in a reference about somebody, and the rules by which the rest is left out."""

from argparse import ArgumentParser, Namespace

from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal
from desktop.references.rules import Rule, shipped_rules
from desktop.references.view import Included, read_reference
from desktop.services import Candour
from desktop.session import Session


def add_reference(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour reference`."""
    parser.add_argument("somebody", help="an id or a whole name")


def reference(arguments: Namespace, terminal: Terminal) -> Output:
    """Show what may be included. That it was looked at becomes an entry."""
    return signed_in(arguments, terminal, lambda candour, session: _view(candour, session, arguments))


def _view(candour: Candour, session: Session, arguments: Namespace) -> Output:
    view = read_reference(session, candour.person(arguments.somebody))
    rules = shipped_rules()
    data = {
        "person": {"id": view.person.person_id, "name": view.person.name},
        "included": [_data(each) for each in view.included],
        "left_out_by_rule": [_rule(rule) for rule in view.left_out],
        "edition": rules.edition,
    }
    lines = [_line(each) for each in view.included] or ["Nothing on record may stand in a reference."]
    lines += [f"Left out: {rule.says} ({rule.source})" for rule in view.left_out]
    return Output(data, [*lines, f"{rules.edition}. Check your current edition. {rules.agreed_terms}"])


def _rule(rule: Rule) -> dict[str, object]:
    return {"rule": rule.rule_id, "says": rule.says, "source": rule.source}


def _data(each: Included) -> dict[str, object]:
    return {
        "reference": each.reference,
        "happened": each.happened.isoformat() if each.happened else None,
        "outcome": each.outcome,
        "finding": each.finding or None,
        "reason": each.reason or None,
        "rule": each.rule.rule_id,
    }


def _line(each: Included) -> str:
    day = each.happened.isoformat() if each.happened else "?"
    said = (each.outcome, each.finding, each.reason.removesuffix("."))
    return f"{each.reference}  {day}  {'. '.join(filter(None, said))}."
