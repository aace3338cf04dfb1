# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads clean answers back in words, row by row: for the check page, the case page and every document.

Fields that share a summary label on one page make one row. A row is there when it has something to say, or when its
first question stands open on the page, so that "Not given" is seen before sending. Nothing is ever left out: an answer
that this version of the form does not ask for, from an older entry, stands at the end under its own name.
"""

from collections.abc import Callable, Mapping
from datetime import date

import msgspec

from desktop.clocks.words import date_words, weekday_words
from desktop.forms.conditions import visible
from desktop.forms.readers import Json
from desktop.forms.spec import Field, FieldType, FormSpec, Page
from desktop.forms.words import fill
from desktop.people import PersonId, School


class SummaryRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row: `label`, `value` in words, `change` for the link's accessible name ('Change when'), where to change it.

    `is_given` is False for a row that says only that nothing was given. `is_sensitive` when any of its fields is.
    """

    label: str
    value: str
    change: str
    page: str
    fields: tuple[str, ...]
    is_given: bool
    is_sensitive: bool


def summary(spec: FormSpec, answers: Mapping[str, object], school: School) -> tuple[SummaryRow, ...]:
    """Say these answers (the values of clean `Answers`) in rows. People are named as the school lists them."""
    shown = visible(spec, answers)
    teller = _Teller(spec.words.spoken, school)
    rows: list[SummaryRow] = []
    for page in spec.pages:
        if page.page_id in shown.pages:
            rows += _page_rows(page, [f for f in page.fields if f.name in shown.fields], answers, teller)
    told = {name for row in rows for name in row.fields}
    return (*rows, *(_stray_row(name, answers[name], teller) for name in answers if name not in told))


def _page_rows(page: Page, fields: list[Field], answers: Mapping[str, object], teller: "_Teller") -> list[SummaryRow]:
    labels = dict.fromkeys(field.summary for field in fields if field.summary)
    rows = (_row(page, [f for f in fields if f.summary == label], answers, teller) for label in labels)
    return [row for row in rows if row]


def _row(page: Page, fields: list[Field], answers: Mapping[str, object], teller: "_Teller") -> SummaryRow | None:
    given = [field for field in fields if field.name in answers]
    first = fields[0]
    if not given and (first.fold or first.walk_up):
        return None
    value = ""
    for field in given:
        words = teller.tell(field, answers[field.name])
        is_inside = value != "" and field.join.startswith(",") and field.type in _TERMS
        value = _joined(value, field.join, lower_first(words) if is_inside else words)
    return SummaryRow(
        label=first.summary,
        value=value or teller.spoken["not_given"],
        change=fill(teller.spoken["change"], {"what": first.change or lower_first(first.summary)}),
        page=page.page_id,
        fields=tuple(field.name for field in fields),
        is_given=bool(given),
        is_sensitive=any(field.sensitive for field in fields),
    )


def _stray_row(name: str, value: object, teller: "_Teller") -> SummaryRow:
    return SummaryRow(
        label=name,
        value=_stored(value),
        change=fill(teller.spoken["change"], {"what": name}),
        page="",
        fields=(name,),
        is_given=True,
        is_sensitive=True,
    )


def _joined(before: str, join: str, value: str) -> str:
    return before.removesuffix(".") + join + value if before else value


def pounds(pence: int) -> str:
    """Say an amount of whole pence: "£60", "£12.50"."""
    whole, rest = divmod(pence, 100)
    return f"£{whole:,}.{rest:02}" if rest else f"£{whole:,}"


def lower_first(words: str) -> str:
    """The words as they stand inside a sentence. 'I’m not sure' and 'ICT' stay as they are."""
    is_plain = words[1:2].islower() or words.startswith("A ")
    return words[:1].lower() + words[1:] if is_plain else words


class _Teller:
    """Says one value in words."""

    def __init__(self, spoken: Mapping[str, str], school: School) -> None:
        self.spoken = spoken
        self._people = school.people

    def tell(self, field: Field, value: object) -> str:
        """Say the value of this field: as it is stored, when it has not the shape that this edition gives it."""
        try:
            return _TELLERS[field.type](self, field, value)
        except (msgspec.ValidationError, ValueError, KeyError):
            return _stored(value)

    def person(self, person_id: object) -> str:
        """A listed person's name and job."""
        person = self._people.get(PersonId(str(person_id)))
        if person is None:
            return self.spoken["unknown_person"]
        return f"{person.name}, {person.job}" if person.job else person.name

    def say(self, phrase: str, **values: str | int) -> str:
        """Fill one of the shipped phrases."""
        return fill(self.spoken[phrase], values)


def _tell_text(_: _Teller, _field: Field, value: object) -> str:
    return str(value)


def _tell_choice(_: _Teller, field: Field, value: object) -> str:
    # A value that this edition does not know is shown as it was stored.
    term = field.term(str(value))
    return (term.summary or term.label) if term else str(value)


def _tell_choices(teller: _Teller, field: Field, value: object) -> str:
    first, *others = [_tell_choice(teller, field, item) for item in _list(value)]
    return "; ".join([first, *map(lower_first, others)])


def _tell_tick(teller: _Teller, _field: Field, _value: object) -> str:
    return teller.say("ticked")


def _tell_person(teller: _Teller, _: Field, value: object) -> str:
    return teller.person(value)


def _tell_people(teller: _Teller, field: Field, value: object) -> str:
    return "; ".join(_tell_one(teller, field, _dict(item)) for item in _list(value))


def _tell_one(teller: _Teller, field: Field, known: Json) -> str:
    if "person" in known:
        return teller.person(known["person"])
    words = str(known.get("description", "")) or teller.say("undescribed")
    if "connection" in known:
        words += f" ({lower_first(_tell_choice(teller, field, known['connection']))})"
    charge = known.get("could_be_someone_in_charge")
    return f"{words} {teller.say(f'in_charge_{charge}')}" if charge in ("yes", "not_sure") else words


def _tell_children(teller: _Teller, field: Field, value: object) -> str:
    children = [_tell_child(teller, field, _dict(item)) for item in _list(value)]
    count = teller.spoken.get(f"number_{len(children)}", str(len(children)))
    return f"{count}. {'; '.join(children)}"


def _tell_child(teller: _Teller, field: Field, child: Json) -> str:
    parts = [str(child.get("initials", "")), _tell_choice(teller, field, child["year"]) if "year" in child else ""]
    return ", ".join(part for part in parts if part)


def _tell_date(_: _Teller, _field: Field, value: object) -> str:
    return weekday_words(date.fromisoformat(str(value)))


def _tell_date_certainty(teller: _Teller, _: Field, value: object) -> str:
    when = _dict(value)
    known = {name: _day(when, name) for name in ("date", "from", "to") if name in when}
    phrase = "_".join([str(when["certainty"]), *[name for name in ("from", "to") if name in known]])
    words = teller.say(f"date_{phrase}", **known)
    return f"{words}, {when['words']}" if "words" in when else words


def _day(when: Json, name: str) -> str:
    day = date.fromisoformat(str(when[name]))
    return weekday_words(day) if when["certainty"] == "day" else date_words(day)


def _tell_time(teller: _Teller, field: Field, value: object) -> str:
    moment = _dict(value)
    if "band" in moment:
        return _tell_choice(teller, field, moment["band"])
    if "at" in moment:
        return teller.say("time_at", at=str(moment["at"]))
    return teller.say("time_range", **{name: str(moment[name]) for name in ("from", "to")})


def _tell_place(teller: _Teller, field: Field, value: object) -> str:
    place = _dict(value)
    parts = [_tell_choice(teller, field, place["kind"]) if "kind" in place else "", str(place.get("words", ""))]
    return ": ".join(part for part in parts if part)


def _tell_money(_: _Teller, _field: Field, value: object) -> str:
    return pounds(int(str(value)))


def _stored(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _list(value: object) -> list[object]:
    return msgspec.convert(value, list[object])


def _dict(value: object) -> Json:
    return msgspec.convert(value, Json)


_TERMS = {FieldType.CHOICE, FieldType.YES_NO_UNSURE, FieldType.TIME_BAND}
"""What is said in our words, which may be lowered inside a sentence, and not in a person's."""

_TELLERS: Mapping[FieldType, Callable[[_Teller, Field, object], str]] = {
    FieldType.TEXT: _tell_text,
    FieldType.LONG_TEXT: _tell_text,
    FieldType.CHOICE: _tell_choice,
    FieldType.CHOICES: _tell_choices,
    FieldType.YES_NO_UNSURE: _tell_choice,
    FieldType.PERSON: _tell_person,
    FieldType.PEOPLE: _tell_people,
    FieldType.CHILDREN: _tell_children,
    FieldType.DATE_CERTAINTY: _tell_date_certainty,
    FieldType.TIME_BAND: _tell_time,
    FieldType.PLACE: _tell_place,
    FieldType.TICK: _tell_tick,
    FieldType.MONEY: _tell_money,
    FieldType.DATE: _tell_date,
}
