# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Describes a form for whoever files without the window: `candour forms [FORM]` prints this as JSON."""

from collections.abc import Iterable, Mapping

from desktop.forms.spec import Condition, Field, FieldType, FormSpec, Page, PageAction

_JSON_OF: Mapping[FieldType, str] = {
    FieldType.TEXT: 'one line of text: "…"',
    FieldType.LONG_TEXT: 'text: "…"',
    FieldType.CHOICE: "one value of choices",
    FieldType.CHOICES: 'a list of values of choices: ["…"]',
    FieldType.YES_NO_UNSURE: '"yes", "no" or "not_sure"',
    FieldType.PERSON: "a person's id, or null",
    FieldType.PEOPLE: 'a list: a person\'s id, {"person": ID}, or {"description": "…", "connection": "…",'
    ' "could_be_someone_in_charge": "yes|no|not_sure"}',
    FieldType.CHILDREN: 'a list: {"initials": "L.M.", "year": "4"}',
    FieldType.DATE_CERTAINTY: '"2026-03-10", or {"certainty": "day|about", "date": "…"},'
    ' {"certainty": "range|repeated", "from": "…", "to": "…"}, {"certainty": "unknown"}; each may have "words": "…"',
    FieldType.TIME_BAND: 'a value of choices, "15:20", {"band": "…"}, {"at": "15:20"} or {"from": "…", "to": "…"}',
    FieldType.PLACE: 'text, a value of choices, or {"kind": "…", "words": "…"}',
    FieldType.TICK: "true or false",
    FieldType.MONEY: 'whole pence: 1250; or pounds as text: "12.50"',
    FieldType.DATE: '"2026-03-10"',
}


def describe(spec: FormSpec) -> dict[str, object]:
    """Describe a form: its id, version, title and fields, each with name, type, words, choices and when it is asked."""
    shown = [page for page in spec.pages if page.action is not PageAction.REDIRECT_CHILD]
    return {
        "form": spec.form_id,
        "version": spec.version,
        "kind": spec.kind.value,
        "title": spec.title,
        "fields": [_field(page, field) for page in shown for field in page.fields],
    }


def _field(page: Page, field: Field) -> dict[str, object]:
    described: dict[str, object] = {
        "name": field.name,
        "type": field.type.value,
        "json": _JSON_OF[field.type],
        "page": page.page_id,
        "label": field.label,
        "hint": field.hint,
        "required": field.required,
        "required_when": _conditions(field.required_when),
        "asked_when": _conditions((*page.when, *field.visible_when)),
        "walk_up_only": field.walk_up,
        "vocabulary": field.vocabulary,
        "choices": [{"value": term.value, "label": term.label} for term in field.offered],
        "limit": field.limit,
        "least": field.least,
    }
    return {name: value for name, value in described.items() if value not in ("", [], 0) or name == "required"}


def _conditions(conditions: Iterable[Condition]) -> list[dict[str, object]]:
    """All of them must hold. No values: any answer."""
    return [
        {
            "fields": list(condition.fields),
            "values": list(condition.values),
            "every": condition.every,
            "not": condition.negate,
        }
        for condition in conditions
    ]
