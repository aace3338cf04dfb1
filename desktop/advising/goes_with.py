# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The record that a concern says it goes with, by its reference. Pure."""

from collections.abc import Iterator

from desktop.cases.case import Case
from desktop.phrases import read_reference

GOES_WITH = "goes_with"
"""The answer of a concern that names another record by its reference, and the tag of such a concern."""


def named_by(case: Case) -> str | None:
    """The reference that a report gives, as references are written; None for none, or for what is none."""
    return read_reference(case.report.text(GOES_WITH)) if case.report is not None else None


def goes_with_tags(case: Case) -> Iterator[str]:
    """The tag by which a concern is found from the record that it names."""
    if (named := named_by(case)) is not None:
        yield f"{GOES_WITH} {named}"
