# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The change of a school's lists to choose from, with what follows from it for the clauses that words rest on. Pure."""

from collections.abc import Iterable, Iterator

import msgspec

from desktop.changing.change import listing
from desktop.forms.lists import change_of
from desktop.people import ClauseLink, ListChange, Settings
from desktop.policies.linking import linked, linking
from storage.charter import SettingsData


def lists_changed(now: Settings, wanted: Iterable[ListChange]) -> SettingsData:
    """The lists as they become. A word put otherwise rests on what the school said of the one before."""
    changes = tuple(wanted)
    links = now.clause_links
    for link in _carried(now, changes):
        links = linked(links, link)
    said = listing(changes)
    return said if links == now.clause_links else SettingsData(set={**said.set, **linking(links).set})


def _carried(now: Settings, wanted: Iterable[ListChange]) -> Iterator[ClauseLink]:
    before = {link.cites: link for link in now.clause_links}
    for change in wanted:
        known = change_of(change.vocabulary, now.vocabularies).own
        for own in change.own:
            link = before.get(f"{change.vocabulary}/{own.instead_of}")
            if own not in known and link is not None:
                yield msgspec.structs.replace(link, cites=f"{change.vocabulary}/{own.value}")
