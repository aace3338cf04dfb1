# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every page of the staff side knows: the school as it was last read, and who is signed in.

And what follows from it for a form that is being filled in: who would read it, and the words that its questions need.
Everything here is pure and quick; reading the directory again is done by a task.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.declarations.gifts import rule_words
from desktop.filing import readers_of, route_of, sender_of
from desktop.forms import Context, Panel, concerned
from desktop.forms.filling import Filling
from desktop.people import PersonId, School
from desktop.reader_names import as_called
from desktop.role_changes import RoleChange, recent_changes
from desktop.routing import Route
from desktop.services import Candour
from desktop.session import Session
from desktop.telling import (
    Contacted,
    danger_words,
    people_words,
    readers_words,
    sentence_case,
    to_find,
    without_doubts,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What the pages are given to work with. `confirmed_on`: when a reader last confirmed the directory, if known.

    `carries_on`: that the clock is wrong has been told, and is not told again before the next start.
    """

    candour: Candour
    school: School
    session: Session | None = None
    confirmed_on: date | None = None
    carries_on: bool = False

    @property
    def me(self) -> PersonId | None:
        """Who is signed in."""
        return self.session.me if self.session is not None else None

    @property
    def today(self) -> Callable[[], date]:
        """Says the school's day."""
        return self.candour.machine.today

    @property
    def called(self) -> School:
        """The school as its readers are called: by their names, or by their roles where the school wants no names."""
        return as_called(self.school, self.today())

    @property
    def contacted(self) -> Contacted:
        """Whom to find in person now."""
        return to_find(self.school, self.today())

    @property
    def context(self) -> Context:
        """What answers are checked against."""
        return Context(today=self.today(), school=self.school, author=self.me)

    @property
    def changes(self) -> tuple[RoleChange, ...]:
        """Who came into a role that reads reports, or left it, lately."""
        return recent_changes(self.candour.machine.state, self.school, self.today())

    def route(self, filling: Filling) -> Route:
        """Say who would read this as it stands."""
        return self._route(filling, filling.kept)

    def openers(self, chosen: Route) -> tuple[PersonId, ...]:
        """Those of its readers who could open it now: nothing can be locked to somebody who has no key yet."""
        state = self.candour.machine.state
        return tuple(reader for reader in readers_of(chosen) if state.active_keys(reader))

    def words(self, filling: Filling, chosen: Route) -> dict[str, str]:
        """The words for the placeholders of a form as it stands, whose route this is."""
        could_be = self._route(filling, without_doubts(filling.spec, filling.kept))
        return {
            **people_words(self._to_find(filling)),
            "readers": sentence_case(readers_words(self.openers(chosen), self.called)["readers"]),
            **rule_words(self.school.settings),
            "readers_or": readers_words(readers_of(could_be), self.called)["readers_or"],
        }

    def is_unnamed(self, filling: Filling) -> bool:
        """Say whether a form would go without any name."""
        return sender_of(filling.kept, self.me).is_anonymous

    def panels(self, filling: Filling) -> Sequence[tuple[Panel, str]]:
        """The fixed texts that stand before the first field of a form, in today's words."""
        to_find_now, today = self._to_find(filling), self.today()
        return [(panel, danger_words(panel, self.school, today, to_find_now)) for panel in filling.spec.panels]

    def not_to_find(self, filling: Filling) -> frozenset[PersonId]:
        """Whom a form must not send anybody to: the persons concerned, and whoever is writing."""
        return frozenset((*concerned(filling.spec, filling.kept).listed, *([self.me] if self.me else [])))

    def to_tell(self, reports: Iterable[tuple[str, Mapping[str, object]]]) -> dict[str, str]:
        """The words for whom to tell in person about reports that were sent: form and answers of each."""
        fillings = [Filling(self.candour.form(form), typed=dict(values)) for form, values in reports]
        apart = frozenset().union(*(self.not_to_find(filling) for filling in fillings))
        return people_words(to_find(self.school, self.today(), apart))

    def _to_find(self, filling: Filling) -> Contacted:
        return to_find(self.school, self.today(), self.not_to_find(filling))

    def _route(self, filling: Filling, values: dict[str, object]) -> Route:
        return route_of(filling.spec, values, self.me, self.school, self.today())
