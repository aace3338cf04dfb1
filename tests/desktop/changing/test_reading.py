# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who would read a report about whom, as the rules have it."""

import msgspec

from desktop.changing.reading import reading_about, readings
from desktop.people import Absence
from desktop.services import Candour
from tests.school import NOW, SmallSchool

TODAY = NOW.date()


def test_anybody_without_an_office_is_asked_about_first(small_candour: Candour, small_school: SmallSchool) -> None:
    first = readings(small_candour.school, TODAY)[0]
    assert first.about is None
    assert small_school.dsl.person_id in first.readers


def test_nobody_reads_about_themselves(small_candour: Candour) -> None:
    assert all(each.about not in each.readers for each in readings(small_candour.school, TODAY))


def test_the_chair_reads_about_the_head(small_candour: Candour, small_school: SmallSchool) -> None:
    found = reading_about(small_candour.school, small_school.head.person_id, TODAY)
    assert found.readers[0] == small_school.chair.person_id


def test_who_is_away_does_not_read(small_candour: Candour, small_school: SmallSchool) -> None:
    away = msgspec.structs.replace(
        small_candour.school, absences=(Absence(person_id=small_school.dsl.person_id, since=TODAY),)
    )
    assert small_school.dsl.person_id not in readings(away, TODAY)[0].readers
