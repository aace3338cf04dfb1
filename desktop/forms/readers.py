# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Turns one answer, as typed or as JSON, into the value that is kept: one reader for each type of field.

A reader takes the field, the answer and the context, and returns the plain value, or nothing for an answer that turns
out to be empty. It raises Refused for what cannot be taken, and reading its own result again changes nothing.
"""

import re
from collections.abc import Callable, Mapping

from desktop.forms.conditions import is_given
from desktop.forms.dates import parse_date, parse_time
from desktop.forms.report import Context
from desktop.forms.spec import Field, FieldType, Tense, Term
from desktop.forms.texts import LONG_TEXT_LIMIT, TEXT_LIMIT, Refused, taken
from desktop.people import PersonId

Json = dict[str, object]

_MOST_ITEMS = 30
_MOST_PENCE = 100_000_000
_POUNDS = re.compile(r"£?\s*([0-9][0-9,]{0,10})(?:\.([0-9]{1,2}))?")
_LISTED_IN_WORDS = 12  # how many answers are named when another was given
_YES_OR_NO = {True: "yes", False: "no"}


def read(field: Field, answer: object, context: Context) -> object:
    """Read one answer of this field."""
    return _READERS[field.type](field, answer, context)


def _text(field: Field, answer: object, _: Context) -> str:
    return _least(field, taken(answer, field.limit or TEXT_LIMIT, one_line=True))


def _long_text(field: Field, answer: object, _: Context) -> str:
    return _least(field, taken(answer, field.limit or LONG_TEXT_LIMIT, verbatim=field.verbatim))


def _least(field: Field, text: str) -> str:
    if len(text) < field.least:
        raise Refused("too_short", least=field.least)
    return text


def _choice(field: Field, answer: object, context: Context) -> str:
    if not isinstance(answer, str):
        raise Refused("wrong_type")
    _term(field, answer, context)
    return answer


def _choices(field: Field, answer: object, context: Context) -> list[str]:
    chosen = {_choice(field, item, context) for item in _items(field, [answer] if isinstance(answer, str) else answer)}
    return [term.value for term in field.choices if term.value in chosen]


def _yes_no_unsure(field: Field, answer: object, context: Context) -> str:
    return _choice(field, _YES_OR_NO[answer] if isinstance(answer, bool) else answer, context)


def _tick(_field: Field, answer: object, _: Context) -> bool | None:
    if not isinstance(answer, bool):
        raise Refused("wrong_type")
    return answer or None


def _person(_field: Field, answer: object, context: Context) -> str:
    if not isinstance(answer, str):
        raise Refused("wrong_type")
    if PersonId(answer) not in context.school.people:
        raise Refused("unknown_person")
    return answer


def _people(field: Field, answer: object, context: Context) -> list[Json]:
    read_people = [_one_of_people(field, item, context) for item in _items(field, answer)]
    return [person for place, person in enumerate(read_people) if person and person not in read_people[:place]]


def _one_of_people(field: Field, answer: object, context: Context) -> Json:
    """A listed person by id, or what is known about somebody who is not listed."""
    if isinstance(answer, str):
        return {"person": _person(field, answer, context)}
    parts = _parts(answer, "person", "description", "connection", "could_be_someone_in_charge")
    if "person" in parts:
        if len(parts) > 1:
            raise Refused("two_answers")
        return {"person": _person(field, parts["person"], context)}
    if parts and field.listed_only:
        raise Refused("unknown_person")
    return _described(field, parts, context)


def _described(field: Field, parts: Json, context: Context) -> Json:
    known: Json = {}
    if "description" in parts:
        known["description"] = taken(parts["description"], TEXT_LIMIT)
    if "connection" in parts:
        known["connection"] = _choice(field, parts["connection"], context)
    if "could_be_someone_in_charge" in parts:
        known["could_be_someone_in_charge"] = _answer_of_three(parts["could_be_someone_in_charge"])
    return known


def _answer_of_three(answer: object) -> str:
    said = _YES_OR_NO[answer] if isinstance(answer, bool) else answer
    if said not in ("yes", "no", "not_sure"):
        raise Refused("not_offered", choices="yes, no, not_sure")
    return str(said)


def _children(field: Field, answer: object, context: Context) -> list[Json]:
    children = [_child(field, item, context) for item in _items(field, answer)]
    return [child for child in children if child]


def _child(field: Field, answer: object, context: Context) -> Json:
    parts = _parts(answer, "initials", "year")
    child: Json = {}
    if "initials" in parts:
        child["initials"] = taken(parts["initials"], TEXT_LIMIT, one_line=True)
    if "year" in parts:
        child["year"] = _choice(field, parts["year"], context)
    return child


def _date(field: Field, answer: object, context: Context) -> str:
    text = taken(answer, TEXT_LIMIT, one_line=True)
    day = parse_date(text, context.today, field.tense)
    if day is None:
        raise Refused("not_a_date")
    if field.tense is Tense.PAST and day > context.today:
        raise Refused("future")
    if field.tense is Tense.FUTURE and day < context.today:
        raise Refused("past")
    return day.isoformat()


def _date_certainty(field: Field, answer: object, context: Context) -> Json | None:
    if isinstance(answer, str):
        return {"certainty": "day", "date": _date(field, answer, context)}
    parts = _parts(answer, "certainty", "date", "from", "to", "words")
    certainty = _choice(field, parts.get("certainty", "day" if "date" in parts else "unknown"), context)
    days = {"day": {"date"}, "about": {"date"}, "range": {"from", "to"}, "repeated": {"from", "to"}}
    wanted = days.get(certainty, set())
    extra = set(parts) - wanted - {"certainty", "words"}
    if extra:
        raise Refused("unknown_part", part=min(extra))
    when: Json = {name: _date(field, parts[name], context) for name in ("date", "from", "to") if name in parts}
    if certainty == "range" and len(when) == 1:
        raise Refused("half_a_range")
    if str(when.get("from", "")) > str(when.get("to", "9")):
        raise Refused("backwards")
    if "words" in parts:
        when["words"] = taken(parts["words"], TEXT_LIMIT)
    is_empty = not when and certainty in ("day", "about", "range")
    return None if is_empty else {"certainty": certainty, **when}


def _time_band(field: Field, answer: object, context: Context) -> Json | None:
    if isinstance(answer, str):
        named = _named(field, answer)
        return {"band": named.value} if named else {"at": _time(answer)}
    parts = _parts(answer, "band", "at", "from", "to")
    match sorted(parts):
        case []:
            return None
        case ["band"]:
            return {"band": _choice(field, parts["band"], context)}
        case ["at"]:
            return {"at": _time(parts["at"])}
        case ["from", "to"]:
            return _time_range(_time(parts["from"]), _time(parts["to"]))
        case _:
            raise Refused("two_answers")


def _time_range(begin: str, end: str) -> Json:
    if begin > end:
        raise Refused("backwards")
    return {"from": begin, "to": end}


def _time(answer: object) -> str:
    moment = parse_time(taken(answer, TEXT_LIMIT, one_line=True))
    if moment is None:
        raise Refused("not_a_time")
    return moment.isoformat("minutes")


def _place(field: Field, answer: object, context: Context) -> Json | None:
    if isinstance(answer, str):
        named = _named(field, answer)
        return {"kind": named.value} if named else {"words": taken(answer, TEXT_LIMIT, one_line=True)}
    parts = _parts(answer, "kind", "words")
    place: Json = {}
    if "kind" in parts:
        place["kind"] = _choice(field, parts["kind"], context)
    if "words" in parts:
        place["words"] = taken(parts["words"], TEXT_LIMIT, one_line=True)
    return place or None


def _money(_field: Field, answer: object, _: Context) -> int:
    """Whole pence; a text is pounds, as '12.50', '£12.50' or '1,200'."""
    if isinstance(answer, bool) or not isinstance(answer, int | str):
        raise Refused("wrong_type")
    pence = pence_in(taken(answer, TEXT_LIMIT, one_line=True)) if isinstance(answer, str) else answer
    if not 0 <= pence <= _MOST_PENCE:
        raise Refused("not_an_amount")
    return pence


def pence_in(text: str) -> int:
    """Read pounds as whole pence. Raises Refused for what is no amount."""
    found = _POUNDS.fullmatch(text)
    if not found:
        raise Refused("not_an_amount")
    return int(found[1].replace(",", "")) * 100 + int((found[2] or "0").ljust(2, "0"))


def _items(field: Field, answer: object) -> list[object]:
    if not isinstance(answer, list):
        raise Refused("wrong_type")
    most = field.limit or max(_MOST_ITEMS, len(field.choices))
    if len(answer) > most:
        raise Refused("too_many", limit=most)
    return answer


def _parts(answer: object, *names: str) -> Json:
    """The given parts of a compound answer. An unknown part is refused by name."""
    if not isinstance(answer, dict):
        raise Refused("wrong_type")
    for name in answer:
        if name not in names:
            raise Refused("unknown_part", part=shown(name))
    return {name: answer[name] for name in names if is_given(answer.get(name))}


def _term(field: Field, value: str, context: Context) -> Term:
    offered = [term for term in field.offered if context.concerned not in term.not_for]
    found = next((term for term in offered if term.value == value), None)
    if found is None:
        known = field.term(value)
        if known is not None and known.retired:
            raise Refused("retired", label=known.label)
        few = len(offered) <= _LISTED_IN_WORDS
        raise Refused("not_offered", choices=", ".join(term.value for term in offered) if few else field.vocabulary)
    return found


def _named(field: Field, text: str) -> Term | None:
    """The term that this text names, by its value or its label."""
    said = text.strip().casefold()
    return next((term for term in field.offered if said in (term.value, term.label.casefold())), None)


def shown(name: object) -> str:
    """A name from outside, short and fit to be shown."""
    return "".join(character if character.isprintable() else "?" for character in str(name)[:60])


_READERS: Mapping[FieldType, Callable[[Field, object, Context], object]] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _long_text,
    FieldType.CHOICE: _choice,
    FieldType.CHOICES: _choices,
    FieldType.YES_NO_UNSURE: _yes_no_unsure,
    FieldType.PERSON: _person,
    FieldType.PEOPLE: _people,
    FieldType.CHILDREN: _children,
    FieldType.DATE_CERTAINTY: _date_certainty,
    FieldType.TIME_BAND: _time_band,
    FieldType.PLACE: _place,
    FieldType.TICK: _tick,
    FieldType.MONEY: _money,
    FieldType.DATE: _date,
}
