# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands above a policy: edition, approval, review, and what it is read together with."""

from desktop.clocks import date_words
from desktop.policies.guidance import ToRead
from desktop.policies.library import Kept
from desktop.policies.reading_rules import part_words
from desktop.policies.register import Reading
from desktop.policies.telling import worker_words, written_day
from desktop.policies.version import Version
from desktop.telling import in_a_row
from ui.policies.words import Policy
from ui.staff.words import Staff, say


def edition_words(version: Version) -> str:
    """Which edition it is, and who approved it when."""
    if version.approver and version.approved_on:
        day = written_day(version.approved_on)
        return say(Policy.EDITION, edition=version.edition, approver=version.approver, day=day)
    return say(Policy.EDITION_ONLY, edition=version.edition)


def review_words(kept: Kept) -> str:
    """By when it is reviewed; nothing where that is not said."""
    due = kept.line.review_due
    return say(Policy.REVIEW_DUE, day=written_day(due)) if due else ""


def companion_words(version: Version) -> str:
    """What is to be read with it; nothing where there is none."""
    titles = in_a_row(version.companions, say(Staff.AND))
    return say(Policy.COMPANIONS, titles=titles) if titles else ""


def bound_words(binds: tuple[str, ...]) -> str:
    """Whom a clause binds; nothing where it binds everybody."""
    types = in_a_row(worker_words(binds), say(Staff.AND))
    return say(Policy.EMPLOYEES, types=types) if types else ""


def guidance_words(to_read: ToRead) -> str:
    """Which part of which edition somebody is asked to have read, and by when."""
    line = to_read.line
    words = Policy.GUIDANCE_AGAIN if to_read.reading is Reading.AGAIN else Policy.GUIDANCE_BY
    part = part_words(to_read.part) if to_read.part else ""
    return say(words, title=line.title, edition=line.edition, part=part, day=date_words(line.confirm_by))


def read_words(to_read: ToRead) -> str:
    """What somebody said last of this guidance; nothing where they have said nothing."""
    if to_read.read_on is None:
        return ""
    return say(Policy.GUIDANCE_READ, day=date_words(to_read.read_on), edition=to_read.edition_read)
