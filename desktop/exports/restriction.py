# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The warning about naming an accused teacher (practice.md R45): who it stands for, and until when. Pure.

The directory does not say who is a teacher. So the warning stands for whoever may be one by their job, and tells itself
for whom it holds; it comes off when somebody records that, and how, the restriction has ended.
"""

from datetime import date
from functools import cache

import msgspec

import resources
from desktop.cases.case import Case
from desktop.forms import fill
from desktop.people import Person, School, WorkerType


class Restriction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The law as dated data with its source, and the words."""

    title: str
    edition: str
    source: str
    checked_on: date
    must_check: bool
    forms: frozenset[str]
    worker_types: frozenset[WorkerType]
    job_words: tuple[str, ...]
    banner: str
    lifted: str


@cache
def restriction() -> Restriction:
    """The edition that we ship."""
    return msgspec.toml.decode(resources.text("statutory/reporting_restriction.toml"), type=Restriction)


def warning(cases: tuple[Case, ...], school: School, lifted: str) -> str:
    """What an export of these cases says about it; empty where nothing has to be said. `lifted` says how it ended."""
    if not any(_can_apply(case, school) for case in cases):
        return ""
    law = restriction()
    return fill(law.lifted, {"why": lifted}) if lifted else fill(law.banner, {"title": law.title})


def _can_apply(case: Case, school: School) -> bool:
    """Somebody whom the school does not list may be a teacher, too."""
    law = restriction()
    if case.report is None or case.report.form not in law.forms:
        return False
    listed = [school.people.get(subject.person_id) if subject.person_id else None for subject in case.subjects]
    return any(person is None or _may_teach(person) for person in listed)


def _may_teach(person: Person) -> bool:
    law = restriction()
    job = person.job.casefold()
    return person.worker_type in law.worker_types and (not job or any(word in job for word in law.job_words))
