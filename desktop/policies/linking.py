# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saying which clause of the school's own policies the forms and lists rest on (requirements.md F19). Pure.

The school says it for a clause of the model code, and so for everything that cites that one, or for one word of a list.
"""

from collections.abc import Iterable, Mapping

import msgspec

from desktop.changing.setting import change_settings
from desktop.faults import DeskFault
from desktop.forms.lists import editable_lists, list_terms
from desktop.forms.spec import FormKind, FormSpec
from desktop.people import ClauseLink, ListChange, PolicyLine
from desktop.policies.citing import Citation
from desktop.policies.reasons import of_form, of_term, reason_lists
from desktop.policies.taking_in import model_clauses
from storage.charter import SettingsData
from storage.errors import KnownError

LINKS = "clause_links"
"""The setting with them."""

LINKS_MAX = 300


def linked(links: Iterable[ClauseLink], new: ClauseLink) -> tuple[ClauseLink, ...]:
    """A school's links with this one in the place of another for the same."""
    return (*(each for each in links if each.cites != new.cites), new)


def unlinked(links: Iterable[ClauseLink], cites: str) -> tuple[ClauseLink, ...]:
    """A school's links without that of this citation: Candour's own holds again."""
    return tuple(each for each in links if each.cites != cites)


def linking(links: Iterable[ClauseLink]) -> SettingsData:
    """The change of the directory by which these hold. Raises KnownError(SETTING_REFUSED)."""
    return change_settings({LINKS: [msgspec.to_builtins(each) for each in links]})


def citable(forms: Mapping[str, FormSpec], changes: Iterable[ListChange]) -> tuple[Citation, ...]:
    """Everything that the forms and lists of a school cite, in their order; own words rest on nothing by themselves."""
    lists = tuple(changes)
    own = (of_term(name, term) for name in editable_lists() for term in list_terms(name, lists))
    fixed = (
        of_term(field.vocabulary, term)
        for spec in forms.values()
        for _, field in spec.fields()
        if field.vocabulary not in editable_lists()
        for term in field.choices
    )
    whole = (of_form(spec) for spec in forms.values() if spec.kind is FormKind.FILING)
    return tuple(dict.fromkeys(each for found in (*whole, *fixed, *own) for each in found))


def check_links(
    wanted: tuple[ClauseLink, ...],
    now: Iterable[ClauseLink],
    lists: Iterable[ListChange],
    policies: Iterable[PolicyLine],
) -> None:
    """Refuse new links from what cannot be cited, or to a policy that does not hold.

    Raises KnownError(NO_SUCH_POLICY, LIST_FULL).
    """
    if len(wanted) > LINKS_MAX:
        raise KnownError(DeskFault.LIST_FULL, most=LINKS_MAX)
    held, words = {"", *(line.policy_id for line in policies)}, _keys(lists)
    known = {clause.label for clause in model_clauses()} | words
    sound = (each.cites in known and each.policy in held and bool(each.policy) == bool(each.clause) for each in wanted)
    # What an earlier version of the policies held stays as it is said, and leads nowhere (desktop/policies/citing.py).
    new = [ok for ok, each in zip(sound, wanted, strict=True) if each not in {*now}]
    if not all(new) or len(wanted) != len({each.cites for each in wanted}):
        raise KnownError(DeskFault.NO_SUCH_POLICY)


def _keys(lists: Iterable[ListChange]) -> set[str]:
    changes = tuple(lists)
    reasons = reason_lists() & editable_lists().keys()
    return {f"{name}/{term.value}" for name in reasons for term in list_terms(name, changes)}
