# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every export says of itself: on its cover, in its manifest, and in the entries that put it on record."""

from collections.abc import Mapping
from datetime import datetime

from desktop.cases.acting import EXPORT
from desktop.documents.case_telling import moment
from desktop.documents.sheets import Front
from desktop.exports.choices import choices
from desktop.exports.order import Order
from desktop.exports.tables import plain
from desktop.exports.told import told_of_exports_on
from desktop.exports.words import say
from desktop.forms import Answers
from desktop.people import PersonId
from desktop.registers.line import REGISTER_EXPORT
from desktop.session import Session

_RULE = "export"


def asked(order: Order) -> dict[str, object]:
    """What was said of an export before it was made."""
    said: dict[str, object] = {
        "recipient": order.recipient,
        "recipient_kind": order.kind.value,
        "purpose": order.purpose,
        "leaves_out": list(order.leaves_out.values),
        "why_left_out": order.leaves_out.why,
        "lifted": order.lifted,
    }
    return {name: value for name, value in said.items() if value}


def answers_of(session: Session, values: Mapping[str, object]) -> Answers:
    """Check what an export says of itself. Raises AnswersError when it is not said for whom or why."""
    return session.answers(EXPORT, values)


def said_of(session: Session, order: Order, at: datetime) -> dict[str, object]:
    """What a manifest and a JSON file say of the export."""
    machine = session.machine
    return {
        "made_at": plain(at),
        "made_by": machine.school.people[session.me].name,
        "school": machine.school.name,
        "made_for": order.recipient,
        "recipient_kind": order.kind.value,
        "purpose": order.purpose,
        "left_out": [{"what": value, "words": choices().word(value)} for value in order.leaves_out.values],
        "why_left_out": order.leaves_out.why,
    }


def front_of(session: Session, order: Order, at: datetime, name: str, *, warning: str = "") -> Front:
    """The cover. `name` is a title of words.toml; nothing on it says whom anything is about."""
    machine = session.machine
    maker = machine.school.people[session.me]
    left = ", ".join(choices().word(value) for value in order.leaves_out.values)
    remarks = [warning, say("cover", "left_out", what=left) if left else ""]
    remarks.append(say("cover", "why", why=order.leaves_out.why) if left and order.leaves_out.why else "")
    return Front(
        name=say("titles", name),
        title=say("titles", name),
        about=say("about", name if name in _OWN_WORDS else "register", moment=moment(at)),
        school=machine.school.name,
        maker=maker.name,
        maker_job=maker.job,
        made_at=at,
        recipient=order.recipient,
        purpose=order.purpose,
        remarks=tuple(filter(None, remarks)),
    )


_OWN_WORDS = frozenset({"bundle", "actions", "audit"})


def record_apart(
    session: Session,
    order: Order,
    what: str,
    told: tuple[PersonId, ...],
    facts: Mapping[str, str],
    *,
    published: bool = False,
) -> tuple[str, ...]:
    """Put on record what was exported of no single case, and nothing of what stands in it, for these people to know.

    So nobody's copy is theirs alone to know of (requirements.md F17).
    """
    answers = {"register": what, "published": published, **asked(order), **facts}
    said = session.machine.content(REGISTER_EXPORT, {"form": REGISTER_EXPORT, "answers": answers}, _RULE)
    return (session.write(said, told).entry.eid,)


def told_of_exports(session: Session) -> tuple[PersonId, ...]:
    """Who is told of what was exported of no single case: the head and the chair, as far as they have keys."""
    machine = session.machine
    return machine.with_keys(told_of_exports_on(machine.school, machine.today()), beside=session.me)
