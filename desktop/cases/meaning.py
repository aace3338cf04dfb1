# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What answers and outcomes mean for a case: the rules of resources/casework, and who a form's answers are about."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import msgspec

import resources
from desktop.cases.tracks import Track, Tracks, shipped_tracks
from desktop.forms import Concerned, FormSpec, concerned, load_forms
from desktop.forms.lists import with_lists
from desktop.people import ListChange, School, WorkerType


class Outcomes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which outcomes are of which sort."""

    without_lado: tuple[str, ...]
    after_lado: tuple[str, ...]
    low_level: tuple[str, ...]
    met_threshold: tuple[str, ...]
    needs_nothing_more: tuple[str, ...]
    finds_out_more: tuple[str, ...]


class _Limbs(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    names: tuple[str, ...]
    ask_the_lado: tuple[str, ...]


class _Interviews(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    wait_for_lado: tuple[str, ...]


class _Employer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    worker_types: tuple[WorkerType, ...]


class _Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    levels: Mapping[str, int]
    outcomes: Outcomes
    limbs: _Limbs
    interviews: _Interviews
    employer: _Employer


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """The casework rules and the forms, as values. Two are the same only when they are one."""

    forms: Mapping[str, FormSpec]
    levels: Mapping[str, int]
    outcomes: Outcomes
    limbs: tuple[str, ...]
    ask_the_lado: tuple[str, ...]
    interviews_that_wait: tuple[str, ...]
    employer_types: tuple[WorkerType, ...]
    forms_about_the_sender: tuple[str, ...]
    always_threshold: frozenset[str]
    tracks: Tracks

    def of_school(self, school: School) -> "Meaning":
        """The same rules, the forms with the lists as this school has them. Ask the shipped ones, not these again."""
        return _of_school(self, school.settings.vocabularies)

    def track(self, form: str) -> Track:
        """How records of this form are decided."""
        return self.tracks.of(form)

    def asks_the_lado(self, values: Mapping[str, object]) -> bool:
        """Say whether one of the four limbs is answered "yes" or "not sure"."""
        return any(values.get(limb) in self.ask_the_lado for limb in self.limbs)

    def concerned(self, form: str, values: Mapping[str, object]) -> Concerned:
        """Find the persons concerned in a form's answers; a form that is not known here concerns nobody known."""
        spec = self.forms.get(form)
        return concerned(spec, values) if spec else Concerned(listed=(), described=("",), could_be_in_charge=False)


@lru_cache(maxsize=4)
def _of_school(shipped: Meaning, changes: tuple[ListChange, ...]) -> Meaning:
    return replace(shipped, forms=with_lists(shipped.forms, changes)) if changes else shipped


@cache
def shipped_meaning() -> Meaning:
    """The rules and forms that Candour ships."""
    rules = msgspec.convert(tomllib.loads(resources.text("casework/rules.toml")), _Rules)
    routes = tomllib.loads(resources.text("routing/forms.toml"))
    forms = load_forms()
    terms = (term for _, field in forms["triage"].fields() if field.name == "categories" for term in field.choices)
    return Meaning(
        forms=forms,
        levels=rules.levels,
        outcomes=rules.outcomes,
        limbs=rules.limbs.names,
        ask_the_lado=rules.limbs.ask_the_lado,
        interviews_that_wait=rules.interviews.wait_for_lado,
        employer_types=rules.employer.worker_types,
        forms_about_the_sender=tuple(name for name, form in routes.items() if form.get("about_the_sender")),
        always_threshold=frozenset(term.value for term in terms if term.always),
        tracks=shipped_tracks(),
    )
