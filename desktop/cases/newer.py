# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Entries of a newer Candour: of a kind, or a version of a kind or form, that this one does not know (ux.md Y6).

They are kept and shown like any other, with their author and time. What they mean for a case nobody here can tell, so
nothing more is decided there before this Candour is updated.
"""

from collections.abc import Iterable

from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import Meaning
from desktop.filing import REDIRECT, REPORT
from desktop.registers.line import LINE
from desktop.slips import SLIP
from storage.grants import GRANT

KIND_VERSION = 1
"""The version of every kind that this Candour knows."""

_WITHOUT_FORMS = frozenset({REPORT, REDIRECT, GRANT, SLIP, LINE})
"""What stands in a case and is no form of its own. A report names the form that was filled in."""


def has_newer(entries: Iterable[CaseEntry], meaning: Meaning) -> bool:
    """Say whether one of these entries of a case is of a newer Candour."""
    return any(is_newer(entry, meaning) for entry in entries)


def is_newer(entry: CaseEntry, meaning: Meaning) -> bool:
    """Say whether an entry is of a kind, or of a version of its kind or form, that this Candour does not know."""
    form = meaning.forms.get(entry.form)
    is_known_kind = entry.kind in meaning.forms or entry.kind in _WITHOUT_FORMS
    is_known_form = form is not None or entry.kind in _WITHOUT_FORMS - {REPORT}
    if entry.kind_version > KIND_VERSION or not (is_known_kind and is_known_form):
        return True
    version = entry.data.get("form_version")
    return form is not None and isinstance(version, int) and version > form.version
