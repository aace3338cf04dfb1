# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The view for a reference: facts of what may be told, rules for the rest, and nobody's own (F41)."""

import pytest

from desktop.faults import DeskFault
from desktop.references.view import read_reference
from desktop.session import Session
from storage.errors import KnownError
from tests.desktop.desks import LOW_LEVEL, Desks
from tests.school import Member


def fault(session: Session, about: Member) -> object:
    with pytest.raises(KnownError) as caught:
        read_reference(session, about.person_id)
    return caught.value.code


def test_a_low_level_concern_is_left_out_by_its_rule_and_not_by_its_content(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    view = read_reference(desks.of(school.head), school.teacher.person_id)
    assert (view.included, [rule.rule_id for rule in view.left_out]) == ((), ["low_level"])


def test_where_there_is_nothing_no_rule_is_named(desks: Desks) -> None:
    view = read_reference(desks.of(desks.school.head), desks.school.teacher.person_id)
    assert (view.included, view.left_out) == ((), ())


def test_the_heads_own_is_the_chairs_to_see_and_nobody_sees_their_own(desks: Desks) -> None:
    school = desks.school
    assert fault(desks.of(school.dsl), school.head) is DeskFault.REFERENCE_NEEDS_CHAIR
    assert fault(desks.of(school.head), school.head) is DeskFault.REFERENCE_YOURSELF
    assert read_reference(desks.of(school.chair), school.head.person_id).person.name == school.head.name
