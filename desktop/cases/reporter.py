# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reporter says in their own case after the report, and how it is told from what anybody else says there."""

import tomllib
from functools import cache

import resources
from desktop.cases.entry import CaseEntry
from desktop.slips import SLIP

ADDITION = "addition"
TAKING_BACK = "taking_back"
CORRECTION = "correction"
FURTHER_WORDS = (ADDITION, CORRECTION, TAKING_BACK)
"""What counts when the reporter says it, who need not read the case."""


def is_further_words(entry: CaseEntry, report: CaseEntry | None) -> bool:
    """Say whether the reporter added this to their report: signed in, or with the return phrase."""
    return entry.kind in FURTHER_WORDS and report is not None and _is_by_reporter(entry, report)


def is_slip(entry: CaseEntry, report: CaseEntry | None) -> bool:
    """Say whether this is the slip of the report's own return phrase, which tells a reader nothing (desktop.slips)."""
    return entry.kind == SLIP and report is not None and entry.kid == report.kid


def is_by_phrase(entry: CaseEntry, report: CaseEntry | None) -> bool:
    """Say whether it was added with the return phrase: by whoever holds it, whoever that is."""
    return entry.author is None and is_further_words(entry, report)


@cache
def phrase_author() -> str:
    """How whoever is known by their return phrase alone is named."""
    return str(tomllib.loads(resources.text("casework/reporter.toml"))["by_phrase"])


def _is_by_reporter(entry: CaseEntry, report: CaseEntry) -> bool:
    """The same key: a walk-up's is made from the return phrase, which no reader has. Or the same person's other key."""
    return entry.kid == report.kid or (entry.author is not None and entry.author == report.sender)
