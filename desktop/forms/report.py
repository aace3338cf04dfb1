# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What checking a form's answers needs and yields: the context, the findings, and clean answers."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import msgspec

from desktop.people import PersonId, School, WorkerType


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What the answers are checked against: London's day, the school, and who is signed in (nobody, for a walk-up).

    `concerned` is what kind of worker a case is about; it bars outcomes that cannot apply to them.
    """

    today: date
    school: School
    author: PersonId | None = None
    concerned: WorkerType | None = None


class Severity(StrEnum):
    """An error keeps the form from being sent; a warning is shown and may be passed over."""

    ERROR = "error"
    WARNING = "warning"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to look at again. `message` stands at the field, `summary` in the list above, with its way out.

    `field` is the answer's name (empty for the form as a whole), `page` where its question stands.
    """

    field: str
    page: str
    severity: Severity
    code: str
    message: str
    summary: str


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """Clean answers, as they are signed: plain JSON values, without those that were not given.

    `panels` are the fixed texts that the person saw ('danger/1'), `signed_words` those of them whose very words belong
    to the signed content, `editions` the vocabularies that were used.
    """

    form_id: str
    version: int
    values: Mapping[str, object]
    panels: tuple[str, ...] = ()
    signed_words: Mapping[str, str] = {}
    editions: Mapping[str, int] = {}


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What was found. `answers` is there exactly when no finding is an error."""

    findings: tuple[Finding, ...] = ()
    answers: Answers | None = None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep the form from being sent."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    def on(self, page_id: str) -> tuple[Finding, ...]:
        """The findings of one page."""
        return tuple(finding for finding in self.findings if finding.page == page_id)
