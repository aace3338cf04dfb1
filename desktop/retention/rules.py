# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The rules by which records are kept, as data (resources/retention/rules.toml), and as a school has set them."""

import tomllib
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated

import msgspec

import resources
from desktop.people import KeptYears

Years = Annotated[int, msgspec.Meta(ge=0, le=100)]


class ClassId(StrEnum):
    """Each class of records."""

    ALLEGATION = "allegation"
    MALICIOUS = "malicious"
    LOW_LEVEL = "low_level"
    NOBODY_NAMED = "nobody_named"
    LEGAL_MATTER = "legal_matter"
    GIFT = "gift"
    TIE = "tie"
    CONSENT = "consent"
    BREACH = "breach"
    REQUEST = "request"
    NOTE = "note"
    OLD_CONCERN = "old_concern"
    TRAINING = "training"
    CONFIRMATION = "confirmation"
    DUTY = "duty"


class Origin(StrEnum):
    """From when years count.

    The report, the last entry, the decision; when the last person concerned left; when what was declared ended, or they
    left; when they reach normal pension age.
    """

    REPORTED = "reported"
    LAST = "last"
    DECIDED = "decided"
    LEFT = "left"
    ENDED = "ended"
    PENSION = "pension"


class SchoolMay(StrEnum):
    """What guidance leaves to the school."""

    NOTHING = "nothing"
    LONGER = "longer"
    EITHER = "either"


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many years from a day; while that is not known, so many from another, which is the longest that it can be."""

    origin: Origin = msgspec.field(name="from")
    years: Years
    unknown_from: Origin | None = None
    unknown_years: Years = 0


class RecordClass(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One class: it is due on the latest of its terms. `because` says so in a sentence, with its source."""

    class_id: ClassId
    title: str
    because: str
    source: str
    must_check: bool
    school_may: SchoolMay
    terms: tuple[Term, ...]
    forms: tuple[str, ...] = ()


class RetentionRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All classes, with edition and source. `wait_days` pass between the second signature and the destruction."""

    pack_id: str
    title: str
    edition: str
    source: str
    checked_on: date
    wait_days: int
    backup_days: int
    removed_findings: tuple[str, ...]
    classes: tuple[RecordClass, ...]

    def of(self, class_id: ClassId) -> RecordClass:
        """The rule of a class."""
        return next(each for each in self.classes if each.class_id is class_id)

    def of_form(self, form: str) -> RecordClass | None:
        """The class that a form's records belong to by themselves, if they do."""
        return next((each for each in self.classes if form in each.forms), None)


@cache
def shipped_rules() -> RetentionRules:
    """The rules that we ship."""
    return msgspec.convert(tomllib.loads(resources.text("retention/rules.toml")), RetentionRules)


def rules_of(kept: Sequence[KeptYears]) -> RetentionRules:
    """The rules as a school has set them. What guidance does not leave to it changes nothing."""
    shipped, own = shipped_rules(), {each.record_class: each.years for each in kept}
    return msgspec.structs.replace(shipped, classes=tuple(_as_set(each, own) for each in shipped.classes))


def _as_set(rule: RecordClass, own: dict[str, int]) -> RecordClass:
    years = own.get(rule.class_id.value)
    if years is None or not may_set(rule, years):
        return rule
    first = msgspec.structs.replace(rule.terms[0], years=years)
    return msgspec.structs.replace(rule, terms=(first, *rule.terms[1:]))


def may_set(rule: RecordClass, years: int) -> bool:
    """Say whether a school may keep a class for so many years: counted as its first term counts."""
    shipped = shipped_rules().of(rule.class_id).terms[0].years
    return rule.school_may is SchoolMay.EITHER or (rule.school_may is SchoolMay.LONGER and years >= shipped)
