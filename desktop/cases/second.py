# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who can be the second person for a decision that waits for one, as far as the case itself says (F23). Pure."""

from desktop.cases.case import Case
from desktop.cases.tracks import SecondPerson
from desktop.people import PersonId


def second_people(case: Case) -> tuple[PersonId, ...]:
    """Those among the readers who neither decided nor disagreed; the decider alone confirms what was done for them.

    Nobody, where nothing waits, or where somebody has to be brought in first. Offices and ties are the rules' business.
    """
    waiting = case.sign_off
    if waiting is None:
        return ()
    readers = tuple(reader.person_id for reader in case.readers if reader.person_id not in waiting.apart)
    if waiting.why is SecondPerson.IN_PLACE:
        return tuple(person for person in readers if person in case.deciders) or readers
    return readers
