# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a register keeps of a record of an old log: words of that log, which no form has asked for. Pure."""

from desktop.declarations.ties import NIL
from desktop.importing.old_records import GIVEN, OldRecord
from desktop.patterns.register import GiftRecord, TieRecord
from desktop.registers.declared import Answer, Declared, Register
from desktop.routing import Part

_SHORT = 100


def of_old_record(form: str, old: OldRecord) -> Declared | None:
    """Read a gift or a tie of an old log, under the day on which that recorded it; None for a concern."""
    match old.record:
        case GiftRecord():
            register, answers = Register.GIFTS, _gift(old.record)
        case TieRecord():
            register, answers = Register.TIES, _tie(old.record)
        case _:
            return None
    return Declared(
        register=register,
        form=form,
        part=Part.FULL,
        on=old.recorded.date(),
        who=old.about,
        claims="",
        answers={name: said for name, said in answers.items() if said != ""},
        is_imported=True,
    )


def _gift(record: GiftRecord) -> dict[str, Answer]:
    is_ours = record.direction == GIVEN
    worth: dict[str, Answer] = {} if record.value is None else {"worth": int(record.value * 100)}
    return {
        "direction": "given" if is_ours else "offered",
        "kind": record.description[:_SHORT],
        "giver": "" if is_ours else record.giver,
        "given_to": (record.recipient or record.related_child) if is_ours else "",
        "giver_type": record.giver_type,
        **worth,
    }


def _tie(record: TieRecord) -> dict[str, Answer]:
    return {"tie": NIL if record.is_nil else record.relationship, "other_name": record.party}
