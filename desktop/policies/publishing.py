# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A new version of a policy: its text is kept here and offered to the school, and two officers sign that it holds."""

import re
from collections.abc import Iterable
from datetime import date

import msgspec

from desktop.changing.setting import change_settings
from desktop.faults import DeskFault
from desktop.people import PolicyLine, School
from desktop.policies.version import Version, written
from storage.charter import SettingsData
from storage.documents import DocumentStore
from storage.errors import KnownError

_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
POLICIES_MAX = 200


def keep_version(documents: DocumentStore, version: Version) -> str:
    """Keep a version's text on this computer and return its fingerprint.

    Raises KnownError(POLICY_REFUSED, CONTENT_TOO_LARGE, DISK_*).
    """
    _check(version)
    return documents.add(written(version))


def in_force(school: School, version: Version, fingerprint: str, confirm_by: date | None) -> SettingsData:
    """The change of the directory by which a version holds from now on. Raises KnownError(POLICY_REFUSED)."""
    lines = {line.policy_id: line for line in school.settings.policies}
    before = lines.get(version.policy_id)
    versions = () if before is None else tuple(name for name in before.versions if name != fingerprint)
    lines[version.policy_id] = PolicyLine(
        policy_id=version.policy_id,
        title=version.title,
        versions=(*versions, fingerprint),
        review_due=version.review_due,
        confirm_by=confirm_by,
    )
    return _stated(lines.values())


def taken_out(school: School, policy_id: str) -> SettingsData:
    """The change by which a policy no longer holds. Raises KnownError(POLICY_REFUSED) where there is none such."""
    left = [line for line in school.settings.policies if line.policy_id != policy_id]
    if len(left) == len(school.settings.policies):
        raise KnownError(DeskFault.POLICY_REFUSED)
    return _stated(left)


def _stated(lines: Iterable[PolicyLine]) -> SettingsData:
    listed: list[object] = [msgspec.to_builtins(line) for line in lines]
    if len(listed) > POLICIES_MAX:
        raise KnownError(DeskFault.POLICY_REFUSED)
    return change_settings({"policies": listed})


def _check(version: Version) -> None:
    days = [day for day in (version.approved_on, version.review_due) if day]
    ids = [clause.clause_id for clause in version.clauses]
    sound = _ID.fullmatch(version.policy_id) and version.title.strip() and version.edition.strip() and version.clauses
    if not sound or not all(map(_is_day, days)) or len(set(ids)) < len(ids):
        raise KnownError(DeskFault.POLICY_REFUSED)


def _is_day(written_day: str) -> bool:
    if not _DAY.fullmatch(written_day):
        return False
    try:
        date.fromisoformat(written_day if len(written_day) > len("2026-11") else f"{written_day}-01")
    except ValueError:
        return False
    return True
