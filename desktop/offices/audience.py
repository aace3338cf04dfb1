# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""For whom an entry is that stands in no case: by what it says, and by the rules of a day (requirements.md R33). Pure.

What it says never changes, and is kept as a word for its audience; who that is on a day is asked each time. Nothing is
judged here: whoever receives it reads it as strictly as if it had been sent to them.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from desktop.cases.entry import CaseEntry
from desktop.cases.rows import DUTY_DONE, GOVERNORS_REPORT, POLICY_CONFIRMED, TRAINING, TRAINING_ANSWER
from desktop.duties.rules import duty_of, duty_rules, shown_to
from desktop.exports.told import REFERENCE, told_of_exports_on
from desktop.governors.told import Side, told_of
from desktop.people import PersonId, School
from desktop.policies.seeing import readers_about
from desktop.registers.line import REGISTER_EXPORT

Held = Callable[[str], CaseEntry | None]
"""An entry that the vault holds, by its name."""


def audience_of(entry: CaseEntry, held: Held) -> str | None:
    """A word for whom it is for: "staff", "duty", "report" or "exports", and which. None for what goes to nobody.

    What answers a record is for whom the record is, once that is here.
    """
    if entry.kind == TRAINING_ANSWER:
        record = held(entry.text("of"))
        return audience_of(record, held) if record is not None and record.kind == TRAINING else None
    what_of = _OF_KIND.get(entry.kind)
    return what_of(entry) if what_of is not None and entry.case == entry.eid else None


def people_for(audience: str, school: School, today: date) -> tuple[PersonId, ...]:
    """Who holds what is for an audience by the rules of a day; whoever comes first is the first to hand it on."""
    what, _, which = audience.partition(":")
    if what == "staff":
        return _for_staff(PersonId(which), school, today)
    if what == "duty":
        return shown_to(next(each for each in duty_rules().duties if each.duty_id == which), school, today)
    return told_of(Side(which), school, today) if what == "report" else told_of_exports_on(school, today)


def _for_staff(person: PersonId, school: School, today: date) -> tuple[PersonId, ...]:
    """Those who are shown what somebody has read or was trained in, and they themselves; "" is somebody unlisted."""
    if not person:
        return readers_about(school, None, today)
    if person not in school.people:
        return ()
    own = () if school.has_left(person, today) else (person,)
    return tuple(dict.fromkeys((*readers_about(school, person, today), *own)))


def _trained(entry: CaseEntry) -> str | None:
    person = entry.text("person")
    return f"staff:{person}" if _PERSON.fullmatch(person) else None


def _of_duty(entry: CaseEntry) -> str | None:
    duty = duty_of(entry.text("duty"))
    return f"duty:{duty.duty_id}" if duty else None


def _of_report(entry: CaseEntry) -> str | None:
    return next((f"report:{side.value}" for side in Side if side.value == entry.data.get("side")), None)


def _of_export(entry: CaseEntry) -> str:
    """Of a report that was printed again it does not say which, nor of a reference about whom: it may be the head."""
    return f"report:{Side.SUPPLEMENT.value}" if entry.text("register") in _NOT_THE_HEADS else "exports:"


_PERSON = re.compile("[0-9a-f]{32}")
_NOT_THE_HEADS = frozenset({GOVERNORS_REPORT, REFERENCE})
_OF_KIND: Mapping[str, Callable[[CaseEntry], str | None]] = {
    POLICY_CONFIRMED: lambda entry: f"staff:{entry.author or ''}",
    TRAINING: _trained,
    DUTY_DONE: _of_duty,
    GOVERNORS_REPORT: _of_report,
    REGISTER_EXPORT: _of_export,
}

HANDED_ON = frozenset({TRAINING_ANSWER, *_OF_KIND})
"""The kinds of entries that are handed on."""
