# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The guidance that one person is asked to have read, and saying that they have (F33; practice.md R58)."""

from desktop.people import ReadingLine
from desktop.policies.confirming import Confirmed, Part, confirm, confirmations
from desktop.policies.guidance import ToRead, to_read
from desktop.policies.reading_rules import guidance_items
from desktop.session import Session


def read_list(session: Session) -> tuple[ToRead, ...]:
    """What the school asks of whoever is signed in, read or not. Slow: it reads the vault."""
    school, today = session.machine.school, session.machine.today()
    me = school.people.get(session.me)
    if me is None or not school.settings.readings:
        return ()
    mine = [each for each in confirmations(session) if each.person == session.me]
    found = (to_read(line, mine, school, me, today) for line in school.settings.readings)
    return tuple(each for each in found if each.part is not None)


def confirm_reading(session: Session, line: ReadingLine, part: Part) -> None:
    """Put on record that whoever is signed in has read a part of this edition. Raises as `confirm`."""
    confirm(session, Confirmed(policy=line.item_id, version=line.edition, part=part))


def where_words(line: ReadingLine) -> str:
    """Where it is found: what the school says, else what is known of it."""
    item = guidance_items().get(line.item_id)
    return line.where or (item.where if item else "")
