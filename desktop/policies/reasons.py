# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the words of forms and lists rest on: their citations, as data has them and as people typed them. Pure (F19)."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import shipped_meaning
from desktop.forms.lists import editable
from desktop.forms.spec import Field, FieldType, FormSpec, Term
from desktop.policies.citing import Citation

TYPED = "code_clause"
"""The answer in which somebody says which part of the code something is about (resources/forms)."""

_CHOSEN = {FieldType.CHOICE, FieldType.CHOICES}
_BETWEEN = ","


def of_form(spec: FormSpec) -> tuple[Citation, ...]:
    """What a whole form rests on."""
    return cited(spec.clause, spec.title)


def of_term(vocabulary: str, term: Term) -> tuple[Citation, ...]:
    """What a word of a list rests on; nothing where the list is none of reasons, such as the times of day."""
    return cited(term.clause, term.label, f"{vocabulary}/{term.value}") if vocabulary in reason_lists() else ()


@cache
def reason_lists() -> frozenset[str]:
    """The lists whose words are reasons, by id: those of which any shipped word cites a clause."""
    fields = (field for spec in shipped_meaning().forms.values() for _, field in spec.fields())
    return frozenset(field.vocabulary for field in fields if any(term.clause for term in field.choices))


def of_field(field: Field, value: object) -> tuple[Citation, ...]:
    """What an answer rests on: the words that were chosen, or the numbers that were typed."""
    if field.name == TYPED:
        return tuple(Citation(words=words, is_typed=True) for words in _parted(value if isinstance(value, str) else ""))
    chosen = _chosen(value) if field.type in _CHOSEN else ()
    terms = (field.term(each) for each in chosen)
    return tuple(citation for term in terms if term for citation in of_term(field.vocabulary, term))


def reasons_chosen(spec: FormSpec, values: Mapping[str, object]) -> Iterator[str]:
    """The words that were chosen from lists of reasons, as people read them, whether or not they rest on a clause."""
    for _, field in spec.fields():
        if field.vocabulary in reason_lists():
            yield from (term.label for each in _chosen(values.get(field.name)) if (term := field.term(each)))


def of_choices(field: Field) -> tuple[Citation, ...]:
    """What all the words rest on that a question offers."""
    return tuple(citation for term in field.offered for citation in of_term(field.vocabulary, term))


def of_answers(spec: FormSpec, values: Mapping[str, object]) -> tuple[Citation, ...]:
    """What a form rests on as it is answered: its answers first, then the form itself."""
    fields = (field for _, field in spec.fields() if field.name in values)
    return (*(each for field in fields for each in of_field(field, values[field.name])), *of_form(spec))


def of_entries(entries: Iterable[CaseEntry], forms: Mapping[str, FormSpec]) -> Mapping[str, tuple[Citation, ...]]:
    """What each of these entries rests on, by its id, without those that rest on nothing."""
    found = ((each.eid, of_answers(forms[each.form], each.values)) for each in entries if each.form in forms)
    return {eid: citations for eid, citations in found if citations}


def cites(field: Field) -> bool:
    """Whether an answer to this question can rest on a clause."""
    return field.name == TYPED or (field.type in _CHOSEN and field.vocabulary in reason_lists())


def cited(clause: str, what: str, key: str = "") -> tuple[Citation, ...]:
    """The citations of something that Candour ships: labels of the model code, or that it is the school's own."""
    if clause == editable().own_clause:
        return (Citation(words="", what=what, key=key),)
    return tuple(Citation(words=words, what=what, key=key) for words in _parted(clause))


def _parted(written: str) -> Iterator[str]:
    return (words for part in written.split(_BETWEEN) if (words := " ".join(part.split())))


def _chosen(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    return [str(each) for each in value] if isinstance(value, list | tuple) else ()
