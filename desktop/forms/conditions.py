# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which questions are asked, given the answers so far.

A page or field is asked when all its conditions hold. Conditions look back only, and a question that is not asked
counts as unanswered for those after it. Works on answers as typed, before they are checked, and never fails.
"""

from collections.abc import Iterable, Mapping

import msgspec

from desktop.forms.spec import Condition, Field, FormSpec, Page, PageAction


class Visible(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown: page ids and field names in order; `interrupts` are the pages among them that interrupt."""

    pages: tuple[str, ...]
    fields: tuple[str, ...]
    interrupts: tuple[str, ...]


def visible(spec: FormSpec, answers: Mapping[str, object], *, signed_in: bool = False) -> Visible:
    """Say which pages and fields are shown. `signed_in` leaves out what only a walk-up reporter is asked.

    A page that turns away (`redirect_child`) is reached by its link, never by an answer, so it is not among them.
    Nor is a page of which no question is asked.
    """
    asked: dict[str, object] = {}
    pages = [page for page in spec.pages if _is_shown(page, answers, asked, signed_in=signed_in)]
    return Visible(
        pages=tuple(page.page_id for page in pages),
        fields=tuple(asked),
        interrupts=tuple(page.page_id for page in pages if page.action is PageAction.SPEAK_FIRST),
    )


def hold(conditions: Iterable[Condition], answers: Mapping[str, object]) -> bool:
    """Say whether all the conditions hold. No conditions hold always."""
    return all(_holds(condition, answers) for condition in conditions)


def is_given(answer: object) -> bool:
    """Say whether this is an answer at all. Nothing, blank text and an empty list are none; 'no' and 0 are."""
    return bool(answer.strip()) if isinstance(answer, str) else answer not in (None, [], {})


def _is_shown(page: Page, answers: Mapping[str, object], asked: dict[str, object], *, signed_in: bool) -> bool:
    if page.action is PageAction.REDIRECT_CHILD or not hold(page.when, asked):
        return False
    fields = []
    for field in page.fields:
        if _is_asked(field, asked, signed_in=signed_in):
            asked[field.name] = answers.get(field.name)
            fields.append(field.name)
    return bool(fields) or not page.fields


def _is_asked(field: Field, asked: Mapping[str, object], *, signed_in: bool) -> bool:
    return not (field.walk_up and signed_in) and hold(field.visible_when, asked)


def _holds(condition: Condition, answers: Mapping[str, object]) -> bool:
    quantifier = all if condition.every else any
    found = quantifier(_matches(answers.get(name), condition.values) for name in condition.fields)
    return found is not condition.negate


def _matches(answer: object, values: tuple[str, ...]) -> bool:
    if not values:
        return is_given(answer)
    return any(said in values for said in _said(answer))


def _said(answer: object) -> list[str]:
    """The values in an answer: one, or a list of them. JSON's true and false are 'yes' and 'no'."""
    match answer:
        case bool():
            return ["yes" if answer else "no"]
        case str():
            return [answer]
        case list():
            return [item for item in answer if isinstance(item, str)]
        case _:
            return []
