# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every page of the settings is given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.idle_limits import KeptLimits
from desktop.people import PersonId, Role, School
from desktop.services import Candour
from desktop.session import Session
from ui.shell.tasks import Tasks
from ui.theme.source import ThemeSource


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsContext:
    """Somebody signed in, and the school as it was read when the settings were opened or something was saved."""

    theme: ThemeSource
    tasks: Tasks
    candour: Candour
    session: Session
    school: School
    limits: KeptLimits

    @property
    def me(self) -> PersonId:
        """Who is signed in."""
        return self.session.me

    @property
    def today(self) -> Callable[[], date]:
        """Says the school's day."""
        return self.candour.machine.today

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that whoever is signed in holds today."""
        return self.school.roles_of(self.me, self.today())
