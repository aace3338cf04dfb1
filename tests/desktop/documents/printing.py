# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Prints for tests: a small document of any words, and case files made of values."""

from collections.abc import Callable

from desktop.cases.entry import CaseEntry
from desktop.documents.case_file import case_file
from desktop.documents.flow import Flow
from desktop.documents.look import Printed, Running, print_document
from tests.desktop.documents.cases import MADE_AT, case_of, source
from tests.desktop.documents.reading import Document

RUNNING = Running(
    school="Hollowbrook",
    name="A document",
    classification="Confidential",
    made="Made.",
    number="Page {page} of {pages}",
)


def printed(write: Callable[[Flow], None]) -> Printed:
    """Print what is written."""
    return print_document("A document", MADE_AT, RUNNING, write)


def document(write: Callable[[Flow], None]) -> Document:
    """Print it and read it back."""
    return Document(printed(write).content)


def quoted(words: str) -> Document:
    """Print somebody's words, and read them back."""
    return document(lambda flow: flow.quote("Words", words))


def filed(*entries: CaseEntry) -> Document:
    """Print the case file of these entries, and read it back."""
    return Document(case_file(source(case_of(*entries))).content)
