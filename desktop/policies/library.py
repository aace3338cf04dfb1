# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The policies of a school: which hold, and their texts as far as this computer has them."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

import msgspec

from desktop.people import PolicyLine, School
from desktop.policies.version import Version, read_version
from storage.errors import KnownError


class Documents(Protocol):
    """Where documents are read from."""

    def read(self, name: str) -> bytes | None:
        """A document by its fingerprint, or None."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A policy with the version in force and the fingerprint of it; no `version` while its text has not come yet."""

    line: PolicyLine
    fingerprint: str
    version: Version | None


def named_in(school: School) -> tuple[str, ...]:
    """The fingerprints of every version that the directory names."""
    return tuple(name for line in school.settings.policies for name in line.versions)


def library(school: School, documents: Documents) -> tuple[Kept, ...]:
    """Every policy in force, in the order of the directory."""
    return tuple(
        Kept(line=line, fingerprint=line.versions[-1], version=text_of(documents, line.versions[-1]))
        for line in school.settings.policies
        if line.versions
    )


def text_of(documents: Documents, fingerprint: str) -> Version | None:
    """One version's text; None where it is not here, or from a later Candour."""
    content = documents.read(fingerprint)
    try:
        return None if content is None else read_version(content)
    except KnownError:
        return None


def texts(documents: Documents, line: PolicyLine) -> Mapping[str, Version]:
    """Every version of a policy that is here, by its fingerprint."""
    found = ((name, text_of(documents, name)) for name in line.versions)
    return {name: version for name, version in found if version is not None}


def is_review_overdue(line: PolicyLine, today: date) -> bool:
    """Whether a review is late: after its day, or after the whole month where only the month is given (COC-001)."""
    if not line.review_due:
        return False
    return today.isoformat()[: len(line.review_due)] > line.review_due
