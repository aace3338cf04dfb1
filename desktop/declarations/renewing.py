# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Says of all ties of an earlier school year at once that they are still so: one new declaration each (ux.md S5).

Each goes to whoever reads it by the rules of today, and to nobody else than was shown before.
"""

from collections.abc import Iterable, Sequence

import msgspec

from desktop.declarations.ties import FORM
from desktop.declarations.yearly import RENEWED, declared_again
from desktop.filing import Filed, readers_of, route_of
from desktop.people import PersonId
from desktop.routing import Part, Route
from desktop.sent import SentItem
from desktop.session import Session


class Renewal(msgspec.Struct, frozen=True, kw_only=True):
    """A tie that is to be declared again, and who would read that."""

    item: SentItem
    route: Route

    @property
    def readers(self) -> tuple[PersonId, ...]:
        """Who could open all of it."""
        return readers_of(self.route)

    @property
    def seen_by(self) -> frozenset[tuple[PersonId, Part]]:
        """Who would see it, and how much of it."""
        return frozenset((reader.person_id, reader.part) for reader in self.route.readers)


class ReadersChangedError(Exception):
    """Others would read them now than were shown. Nothing was sent."""

    def __init__(self, renewals: tuple[Renewal, ...]) -> None:
        """Take who would read them now."""
        super().__init__("readers changed")
        self.renewals = renewals


def renewals(session: Session, items: Iterable[SentItem]) -> tuple[Renewal, ...]:
    """Say who would read each of these ties, declared again."""
    machine, spec = session.machine, session.meaning.forms[FORM]
    return tuple(
        Renewal(
            item=item,
            route=route_of(spec, declared_again(item, RENEWED), session.me, machine.school, machine.today()),
        )
        for item in items
    )


def renew_all(session: Session, shown: Sequence[Renewal]) -> tuple[Filed, ...]:
    """Declare all of these again, to the readers that were shown. One that was sent stays sent, whatever the next does.

    Raises ReadersChangedError; AnswersError and KnownError as `Session.file`.
    """
    session.machine.refresh()
    now = renewals(session, (renewal.item for renewal in shown))
    if [each.seen_by for each in now] != [each.seen_by for each in shown]:
        raise ReadersChangedError(now)
    return tuple(session.file(FORM, declared_again(renewal.item, RENEWED)) for renewal in shown)
