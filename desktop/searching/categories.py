# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The categories that a case bears: the words that were chosen in it from lists of reasons, as people read them.

Words that are offered no more, or that the school put otherwise since, are among them where a record bears them (F19).
What was corrected is not: the correction is. Of an old log it is what stood there as its category. Pure.
"""

from collections.abc import Iterator, Mapping

from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.forms.spec import FormSpec
from desktop.people import PersonId
from desktop.policies.reasons import reasons_chosen

CATEGORY = "category "
"""How the tag of a category begins."""


def category_tags(case: Case, me: PersonId, forms: Mapping[str, FormSpec]) -> Iterator[str]:
    """The tags by which one reader finds a case by its categories; none where they do not read it."""
    if case.reads(me) and me not in case.aside:
        said = {words for entry in case.counted for words in _categories(entry, forms)}
        yield from sorted(map(tag_of, said))


def tag_of(category: str) -> str:
    """The tag of the cases that bear a category."""
    return f"{CATEGORY}{category}"


def _categories(entry: CaseEntry, forms: Mapping[str, FormSpec]) -> Iterator[str]:
    spec = forms.get(entry.form)
    if spec is not None:
        yield from reasons_chosen(spec, entry.values)
    if entry.is_imported and (written := " ".join(entry.text("category").split())):
        yield written
