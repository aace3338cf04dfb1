# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An audit in plain sentences: who, what, when, which record, and no content (ux.md R13)."""

from desktop.auditing.deeds import AuditLine, Deed, audit_words
from desktop.auditing.trawling import Trawl
from desktop.cases.moments import long_day_words
from desktop.clocks import london_day, time_words
from desktop.people import PersonId, School
from desktop.phrases import reference


def sentence(line: AuditLine, school: School) -> str:
    """Say one line: "Priya Nair opened 7KQ4-M2XR"."""
    words = audit_words()
    one, many = words.records
    parts = {
        "who": who_words(line.who, school),
        "record": reference(line.case_id) if line.case_id else words.words["a_register"],
        "people": ", ".join(who_words(each, school) for each in line.people),
        "count": one if line.count == 1 else many.format(count=f"{line.count:,}"),
    }
    return words.deeds[line.deed].says.format(**parts)


def trawl_words(trawl: Trawl, school: School) -> str:
    """Say that somebody opened records about many people, looked at many pages or searched often."""
    day = long_day_words(london_day(trawl.since), london_day(trawl.since))
    parts = {"who": who_words(trawl.who, school), "count": str(trawl.count), "day": day}
    return audit_words().trawl.counts[trawl.deed].says.format(**parts, time=time_words(trawl.since))


def who_words(person: PersonId | None, school: School) -> str:
    """Somebody by name."""
    listed = school.people.get(person) if person else None
    return listed.name if listed else audit_words().words["somebody"]


def deed_word(deed: Deed) -> str:
    """What the filter calls a deed."""
    return audit_words().deeds[deed].word
