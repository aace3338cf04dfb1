# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A school's own changes of the lists to choose from: words taken off, put otherwise or added (requirements.md F19).

Which lists may be changed, and which words stay, is data (resources/lists/editable.toml). No word ever goes away or
changes: what was taken off keeps its label for the entries that hold it, and an own word is only ever added. So an old
entry reads as it did on its day, and the directory that it names (`directory`) tells what was offered then. Pure.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

import resources
from desktop.faults import DeskFault
from desktop.forms.library import load_vocabularies
from desktop.forms.spec import Field, FormSpec, Term, Vocabulary
from desktop.people import ListChange, OwnTerm
from storage.errors import KnownError


class EditableList(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of them: the terms that stay on offer, those of them that close the list apart."""

    last: tuple[str, ...]
    kept: tuple[str, ...] = ()

    @property
    def staying(self) -> frozenset[str]:
        """The values that may not be taken off."""
        return frozenset({*self.kept, *self.last})


class Editable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which lists a school may change, how far, and what its own words are put under."""

    own_clause: str
    own_group: str
    most_changes: int
    most_places: int
    longest_label: int
    lists: Mapping[str, EditableList]


@cache
def editable() -> Editable:
    """The shipped table."""
    return msgspec.convert(tomllib.loads(resources.text("lists/editable.toml")), Editable)


@cache
def editable_lists() -> Mapping[str, Vocabulary]:
    """The shipped vocabularies that a school may change, by id."""
    shipped = load_vocabularies()
    return {name: shipped[name] for name in editable().lists}


def with_lists(forms: Mapping[str, FormSpec], changes: Iterable[ListChange]) -> Mapping[str, FormSpec]:
    """The forms with a school's changes put over the lists that they ship with."""
    by_list = {change.vocabulary: change for change in changes if change.vocabulary in editable().lists}
    return {form_id: _form(spec, by_list) for form_id, spec in forms.items()}


def overlaid(terms: tuple[Term, ...], change: ListChange) -> tuple[Term, ...]:
    """A list's terms with a school's change: nothing is dropped, and the words that close the list stay last."""
    ours = editable().lists[change.vocabulary]
    has_groups, whole = any(term.group for term in terms), list(terms)
    for each in change.own:
        # Whatever a directory says, no own word takes the place of a shipped one.
        if all(each.value != term.value for term in whole):
            _put_in(whole, each, ours, has_groups=has_groups)
    gone = {*change.retired} - ours.staying
    return tuple(msgspec.structs.replace(term, retired=term.retired or term.value in gone) for term in whole)


def _put_in(whole: list[Term], own: OwnTerm, ours: EditableList, *, has_groups: bool) -> None:
    """Put a school's word after the one that it puts otherwise, or before those that close the list."""
    before = next((place for place, term in enumerate(whole) if term.value == own.instead_of), None)
    if before is not None and own.instead_of not in ours.staying:
        word = msgspec.structs.replace(whole[before], value=own.value, label=own.label, hint="", summary="")
        whole.insert(before + 1, word)
        return
    table = editable()
    group = table.own_group if has_groups else ""
    end = next((place for place, term in enumerate(whole) if term.value in ours.last), len(whole))
    whole.insert(end, Term(value=own.value, label=own.label, group=group, clause=table.own_clause))


def list_terms(vocabulary: str, changes: Iterable[ListChange]) -> tuple[Term, ...]:
    """Every term of a list as the school has it, those no longer offered included. Raises KnownError(NO_SUCH_LIST)."""
    if vocabulary not in editable_lists():
        raise KnownError(DeskFault.NO_SUCH_LIST)
    return overlaid(editable_lists()[vocabulary].terms, change_of(vocabulary, changes))


def change_of(vocabulary: str, changes: Iterable[ListChange]) -> ListChange:
    """What the school changed of this list: nothing, where it did not."""
    return next((each for each in changes if each.vocabulary == vocabulary), ListChange(vocabulary=vocabulary))


def retire(change: ListChange, value: str) -> ListChange:
    """Take a word off the list."""
    return msgspec.structs.replace(change, retired=(*(each for each in change.retired if each != value), value))


def offer(change: ListChange, value: str) -> ListChange:
    """Offer a word again."""
    return msgspec.structs.replace(change, retired=tuple(each for each in change.retired if each != value))


def add_word(change: ListChange, label: str) -> ListChange:
    """Add a word of the school's own. Its value counts up: none is ever taken away, so none is used twice."""
    new = OwnTerm(value=f"own_{len(change.own) + 1}", label=" ".join(label.split()))
    return msgspec.structs.replace(change, own=(*change.own, new))


def reword(change: ListChange, value: str, label: str) -> ListChange:
    """Put a word otherwise: the old one is no longer offered, and a new one stands in its place.

    Records keep the word that was chosen, so the two are counted and found each by itself.
    """
    more = add_word(change, label)
    new = msgspec.structs.replace(more.own[-1], instead_of=value)
    return retire(msgspec.structs.replace(more, own=(*more.own[:-1], new)), value)


def with_change(changes: Iterable[ListChange], new: ListChange) -> tuple[ListChange, ...]:
    """A school's changes with another one of this list."""
    return (*(each for each in changes if each.vocabulary != new.vocabulary), new)


def check_lists(changes: tuple[ListChange, ...]) -> None:
    """Refuse changes that no school may have.

    Raises KnownError(NO_SUCH_LIST, TERM_KEPT, WORD_REFUSED, LIST_FULL).
    """
    named = [change.vocabulary for change in changes]
    if len(named) != len({*named}) or not {*named} <= editable().lists.keys():
        raise KnownError(DeskFault.NO_SUCH_LIST)
    for change in changes:
        _check(change, editable())


def check_places(places: tuple[str, ...]) -> None:
    """Refuse places that no school may have. Raises KnownError(WORD_REFUSED, LIST_FULL)."""
    table = editable()
    if len(places) > table.most_places:
        raise KnownError(DeskFault.LIST_FULL, most=table.most_places)
    if not all(_is_plain(each, table) for each in places) or len(places) != len({each.casefold() for each in places}):
        raise KnownError(DeskFault.WORD_REFUSED, longest=table.longest_label)


def check_nothing_gone(now: Iterable[ListChange], wanted: Iterable[ListChange]) -> None:
    """Refuse to take away or reword what the school added before. Raises KnownError(WORD_STAYS)."""
    after = {(each.vocabulary, term) for each in wanted for term in each.own}
    before = {(each.vocabulary, term) for each in now for term in each.own}
    if before - after:
        raise KnownError(DeskFault.WORD_STAYS)


def _check(change: ListChange, table: Editable) -> None:
    shipped = editable_lists()[change.vocabulary].terms
    if len(change.retired) + len(change.own) > table.most_changes:
        raise KnownError(DeskFault.LIST_FULL, most=table.most_changes)
    meant = {*change.retired, *(each.instead_of for each in change.own if each.instead_of)}
    if not meant <= {*(each.value for each in shipped), *(each.value for each in change.own)}:
        raise KnownError(DeskFault.NO_SUCH_LIST)
    if table.lists[change.vocabulary].staying & meant:
        raise KnownError(DeskFault.TERM_KEPT)
    labels = [label.casefold() for label in (*(each.label for each in shipped), *(each.label for each in change.own))]
    counted = [f"own_{number}" for number, _ in enumerate(change.own, start=1)]
    is_plain = all(_is_plain(each.label, table) for each in change.own)
    if not is_plain or len(labels) != len({*labels}) or [each.value for each in change.own] != counted:
        raise KnownError(DeskFault.WORD_REFUSED, longest=table.longest_label)


def _is_plain(label: str, table: Editable) -> bool:
    # A brace would begin a placeholder (desktop.forms.words).
    is_one_line = label.isprintable() and not {"{", "}"} & {*label}
    return is_one_line and label == label.strip() and 0 < len(label) <= table.longest_label


def _form(spec: FormSpec, changes: Mapping[str, ListChange]) -> FormSpec:
    if changes.keys().isdisjoint(spec.editions):
        return spec
    pages = tuple(
        msgspec.structs.replace(page, fields=tuple(_field(field, changes) for field in page.fields))
        for page in spec.pages
    )
    return msgspec.structs.replace(spec, pages=pages)


def _field(field: Field, changes: Mapping[str, ListChange]) -> Field:
    change = changes.get(field.vocabulary)
    return field if change is None else msgspec.structs.replace(field, choices=overlaid(field.choices, change))
