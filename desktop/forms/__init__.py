# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Forms as data, and the one validator: what is asked, what may be answered, and how it is read back."""

from desktop.forms.concerned import Concerned, concerned, with_known
from desktop.forms.conditions import Visible, visible
from desktop.forms.dates import parse_date, parse_time
from desktop.forms.description import describe
from desktop.forms.library import load_forms, load_panels, load_vocabularies
from desktop.forms.report import Answers, Context, Finding, Report, Severity
from desktop.forms.spec import (
    Attach,
    Check,
    Condition,
    Detour,
    Field,
    FieldType,
    FormKind,
    FormSpec,
    Note,
    OwnName,
    Page,
    PageAction,
    Panel,
    Skip,
    Tense,
    Term,
    Tone,
    Vocabulary,
    Words,
)
from desktop.forms.statutory import Piece, StatutoryPack, load_guidance
from desktop.forms.summary import SummaryRow, summary
from desktop.forms.validation import validate
from desktop.forms.words import PLACEHOLDERS, fill, reach

__all__ = [
    "PLACEHOLDERS",
    "Answers",
    "Attach",
    "Check",
    "Concerned",
    "Condition",
    "Context",
    "Detour",
    "Field",
    "FieldType",
    "Finding",
    "FormKind",
    "FormSpec",
    "Note",
    "OwnName",
    "Page",
    "PageAction",
    "Panel",
    "Piece",
    "Report",
    "Severity",
    "Skip",
    "StatutoryPack",
    "SummaryRow",
    "Tense",
    "Term",
    "Tone",
    "Visible",
    "Vocabulary",
    "Words",
    "concerned",
    "describe",
    "fill",
    "load_forms",
    "load_guidance",
    "load_panels",
    "load_vocabularies",
    "parse_date",
    "parse_time",
    "reach",
    "summary",
    "validate",
    "visible",
    "with_known",
]
