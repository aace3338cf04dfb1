# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Orders for tests: everything, for our own file, unless a test wants otherwise."""

from pathlib import Path

from desktop.exports.cases import export_cases
from desktop.exports.choices import Recipient
from desktop.exports.order import Order
from desktop.exports.saving import Saved
from desktop.session import Session


def own_file(purpose: str = "For the file", recipient: str = "Our own file") -> Order:
    """An order that leaves nothing out."""
    return Order(kind=Recipient.OWN_FILE, recipient=recipient, purpose=purpose)


def export_case(session: Session, case_id: str, path: Path, purpose: str, recipient: str) -> Saved:
    """Save a case file with everything in it."""
    return export_cases(session, [case_id], path, own_file(purpose, recipient))
