# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small school in which three reports name the teacher and the same child: something that stands out."""

from desktop.patterns.cuts import Cuts
from desktop.patterns.desk import PatternDesk, read_desk
from desktop.patterns.parameters import load_parameters
from tests.desktop.desks import Desks
from tests.school import Member

CHILD = [{"initials": "A.M.", "year": "4"}]
CUTS = Cuts(parameters=load_parameters())


def tell(desks: Desks, by: Member, about: Member | None = None) -> str:
    """One more report about the teacher and this child, ten days later."""
    desks.hands.forward(days=10)
    child = {"child_affected": "yes", "children": CHILD, "everyday": ["time_alone"]}
    return desks.concern(by, about or desks.school.teacher, **child)


def three_reports(desks: Desks) -> list[str]:
    """Three reports by three people; everybody has looked at the exchange."""
    school = desks.school
    cases = [tell(desks, by) for by in (school.ta, school.deputy, school.ta)]
    desks.sync()
    return cases


def seen_by(desks: Desks, member: Member) -> PatternDesk:
    """What somebody finds on the page, after a look at the exchange."""
    session = desks.of(member)
    session.sync()
    return read_desk(session, CUTS)
