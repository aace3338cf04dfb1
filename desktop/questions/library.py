# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The questions that are published at a school, as far as this computer has their texts."""

import re

import msgspec

from desktop.people import School
from desktop.policies.library import Documents
from desktop.questions.text import Question, read_question
from storage.errors import KnownError

_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """A question that is published; no `text` while that has not come yet."""

    fingerprint: str
    text: Question | None


def published_in(school: School) -> tuple[str, ...]:
    """The fingerprints that the directory names, in the order in which they were published."""
    return fingerprints(school.settings.questions)


def fingerprints(stated: object) -> tuple[str, ...]:
    """The fingerprints in a setting, whatever somebody else's Candour wrote there."""
    names = stated if isinstance(stated, list | tuple) else ()
    return tuple(name for name in names if isinstance(name, str) and _FINGERPRINT.fullmatch(name))


def published(school: School, documents: Documents) -> tuple[Published, ...]:
    """Every question that is published, the latest first."""
    names = reversed(published_in(school))
    return tuple(Published(fingerprint=name, text=text_of(documents, name)) for name in names)


def text_of(documents: Documents, fingerprint: str) -> Question | None:
    """A question by its fingerprint; None where it is not here, or from a later Candour."""
    content = documents.read(fingerprint)
    try:
        return None if content is None else read_question(content)
    except KnownError:
        return None
