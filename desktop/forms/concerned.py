# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who a filing is about, as its answers say it: routing keeps them out (requirements.md section 10, rule 1)."""

from collections.abc import Iterator, Mapping

import msgspec

from desktop.forms.conditions import is_given
from desktop.forms.spec import FieldType, FormSpec
from desktop.people import PersonId

_UNCERTAIN = ("yes", "not_sure")
_IN_CHARGE = "could_be_someone_in_charge"


class Concerned(msgspec.Struct, frozen=True, kw_only=True):
    """The persons concerned: those listed by id, and the words for each one who is not (empty when there are none).

    `could_be_in_charge`: the reporter says, or cannot rule out, that an unlisted one is a reader (rule 10).
    """

    listed: tuple[PersonId, ...]
    described: tuple[str, ...]
    could_be_in_charge: bool


def concerned(spec: FormSpec, answers: Mapping[str, object]) -> Concerned:
    """Find the persons concerned. Where the form asks for one person and got none, one is unlisted.

    Reads answers as they are typed too, so that the readers can be shown from the first answer on; what is no person
    names nobody.
    """
    asked = [field.name for _, field in spec.fields() if field.subject and field.type is FieldType.PERSON]
    unnamed = (str(answers.get(f"{name}_description") or "") for name in asked if not is_given(answers.get(name)))
    named = [known for _, field in spec.fields() if field.subject for known in _named(answers.get(field.name))]
    listed = tuple(dict.fromkeys(PersonId(str(known["person"])) for known in named if "person" in known))
    described = [known for known in named if "person" not in known]
    says = [answers.get(_IN_CHARGE), *(known.get(_IN_CHARGE) for known in described)]
    return Concerned(
        listed=listed,
        described=(*unnamed, *(str(known.get("description", "")) for known in described)),
        could_be_in_charge=any(said is True or said in _UNCERTAIN for said in says),
    )


def with_known(spec: FormSpec, answers: Mapping[str, object], known: Mapping[str, PersonId]) -> dict[str, object]:
    """The answers as they would read had those who are known by now been chosen from the list, by the words for them.

    Once nobody unlisted is left, nobody unlisted could be in charge.
    """
    said = dict(answers)
    for field in (field for _, field in spec.fields() if field.subject):
        words = str(said.get(f"{field.name}_description") or "")
        if field.type is FieldType.PERSON and not is_given(said.get(field.name)) and words in known:
            said[field.name] = known[words]
            said.pop(f"{field.name}_description", None)
        elif isinstance(items := said.get(field.name), list | tuple):
            said[field.name] = [_known(item, known) for item in items]
    if not concerned(spec, said).described:
        said.pop(_IN_CHARGE, None)
    return said


def _known(item: object, known: Mapping[str, PersonId]) -> object:
    if not isinstance(item, Mapping) or "person" in item:
        return item
    person = known.get(str(item.get("description", "")))
    return item if person is None else {"person": person}


def _named(answer: object) -> Iterator[Mapping[str, object]]:
    """The people in an answer: an id, or a list of ids and of what is known about others."""
    for item in answer if isinstance(answer, list | tuple) else [answer]:
        if isinstance(item, str) and is_given(item):
            yield {"person": item}
        elif isinstance(item, dict) and is_given(item):
            yield item
