# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saving or printing what may stand in a reference about somebody, and by which rules the rest is left out (F41)."""

from pathlib import Path

from desktop.documents.case_telling import moment
from desktop.exports.lists import Pack, leaving_pack
from desktop.exports.order import Order
from desktop.exports.restriction import warning
from desktop.exports.saving import Leaving, Saved, save
from desktop.exports.tables import Table
from desktop.exports.told import REFERENCE
from desktop.exports.words import column, say
from desktop.governors.told import Side, told_of
from desktop.people import PersonId
from desktop.references.rules import shipped_rules
from desktop.references.view import ReferenceView, read_reference
from desktop.session import Session
from desktop.ticking import Tick, unwatched


def export_reference(session: Session, person: PersonId, path: Path, order: Order, tick: Tick = unwatched) -> Saved:
    """Save the view of somebody for a reference. Raises as `leaving_reference` and `save`."""
    return save(leaving_reference(session, person, order), path, tick)


def leaving_reference(session: Session, person: PersonId, order: Order) -> Leaving:
    """Gather the view of somebody for a reference. Those who oversee the head are told, never whom it is about.

    Raises AnswersError, and KnownError as `read_reference` and `sender_of`.
    """
    view = read_reference(session, person)
    machine = session.machine
    cases = tuple(each.case_id for each in view.included)
    restricted = warning(tuple(map(session.case, cases)), machine.school, order.lifted)
    told = [each for each in told_of(Side.SUPPLEMENT, machine.school, machine.today()) if each != person]
    pack = Pack(
        name=REFERENCE,
        tables=reference_tables(view),
        cases=cases,
        told=machine.with_keys(told, beside=session.me),
        about=say("about", REFERENCE, moment=moment(machine.now())),
        remarks=tuple(filter(None, (say("reference", "for_the_writer"), restricted))),
    )
    return leaving_pack(session, order, pack, about=person)


def reference_tables(view: ReferenceView) -> tuple[Table, ...]:
    """Whom it is about and by which edition, what may be told, and the rules that left anything out. Pure."""
    rules = shipped_rules()
    facts = (
        (say("reference", "name"), view.person.name),
        (say("reference", "job"), view.person.job),
        (say("reference", "edition"), say("reference", "check", edition=rules.edition)),
        (say("reference", "agreed"), rules.agreed_terms),
    )
    return (
        Table(
            name="summary",
            title=say("reference", "facts"),
            columns=(column("label", 0.3), column("value", 0.7)),
            rows=tuple(row for row in facts if row[1]),
        ),
        Table(
            name="included",
            title=say("reference", "included"),
            columns=(
                column("happened", 0.14),
                column("outcome", 0.22),
                column("finding", 0.15),
                column("reason", 0.33),
                column("reference", 0.16),
            ),
            rows=tuple(
                (each.happened, each.outcome, each.finding, each.reason, each.reference) for each in view.included
            ),
        ),
        Table(
            name="left_out",
            title=say("reference", "left_out"),
            columns=(column("source", 0.3), column("rule", 0.7)),
            rows=tuple((rule.source, rule.says) for rule in view.left_out),
        ),
    )
