# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Searching somebody's records. That they did is put on record beside (desktop.auditing.noting)."""

from desktop.cases.rows import CaseRow
from desktop.searching.words import MOST_FOUND, sought
from desktop.session import Session


def search(session: Session, typed: str) -> tuple[CaseRow, ...]:
    """Find the records in which each of these words begins one, the latest first. Drafts are not among them."""
    return tuple(sorted(map(session.row, session.find_words(sought(typed), MOST_FOUND)), key=lambda row: -_at(row)))


def _at(row: CaseRow) -> float:
    return row.filed_at.timestamp()
