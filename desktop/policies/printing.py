# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A policy that holds, as a PDF or a Word file: for anybody, because everybody at the school may read it."""

from pathlib import Path

from desktop.documents.look import Printed
from desktop.documents.policy import PolicySource, policy
from desktop.faults import DeskFault
from desktop.machine import Machine
from desktop.new_file import write_new
from desktop.policies.library import Kept, is_review_overdue
from desktop.policies.version import Version
from storage.errors import KnownError


def print_kept(machine: Machine, kept: Kept, *, short: bool) -> Printed:
    """Print the version that holds, or its short version. Raises KnownError(NO_SUCH_POLICY) without one here."""
    version = kept.version
    if version is None or (short and not version.short()):
        raise KnownError(DeskFault.NO_SUCH_POLICY)
    source = PolicySource(
        version=version,
        fingerprint=kept.fingerprint,
        school=machine.school.name,
        printed_at=machine.now(),
        is_overdue=is_review_overdue(kept.line, machine.today()),
        short=short,
    )
    return policy(source)


def save_kept(machine: Machine, kept: Kept, path: Path, *, short: bool) -> Printed:
    """Print it into a new file that others may read too.

    Raises KnownError(NO_SUCH_POLICY, FILE_THERE_ALREADY, DISK_*).
    """
    printed = print_kept(machine, kept, short=short)
    write_new(path, printed.content)
    return printed


def save_to_edit(version: Version, path: Path) -> None:
    """Save a version as a new Word file to be changed and read again. Raises KnownError(FILE_THERE_ALREADY, DISK_*)."""
    from desktop.policies.files.to_docx import write_docx

    write_new(path, write_docx(version))
