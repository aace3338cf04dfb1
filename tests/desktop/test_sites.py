# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which sites a school has, and at which of them a place is: said, or not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.importing.names import loose_key
from desktop.people import Person, PersonId
from desktop.sites import site_of_place, sites
from tests.desktop.cases.building import SCHOOL

_ROAMS = Person(person_id=PersonId("ee" * 16), name="Ivo Bell", site="Lower site", other_sites=("Upper site", "Main"))
OF_SITES = replace(SCHOOL, people={**SCHOOL.people, _ROAMS.person_id: _ROAMS})


def test_a_school_has_sites_when_there_are_two() -> None:
    assert sites(SCHOOL) == ()
    assert sites(OF_SITES) == ("Lower site", "Main", "Upper site")


@pytest.mark.parametrize(
    ("place", "site"),
    [
        ("Lower site: Hall", "Lower site"),
        ("lower  SITE, by the gate", "Lower site"),
        ("Upper site", "Upper site"),
        ("Main hall", ""),
        ("Hall, Lower site", ""),
        ("Lower", ""),
        (": Hall", ""),
        ("", ""),
    ],
)
def test_a_place_is_at_the_site_that_it_names_first(place: str, site: str) -> None:
    assert site_of_place(place, OF_SITES) == site


@given(place=st.text(alphabet="Main Lowerst:,", max_size=20))
def test_no_site_is_ever_taken_that_the_words_do_not_begin_with(place: str) -> None:
    found = site_of_place(place, OF_SITES)
    assert found in ("", *sites(OF_SITES))
    assert loose_key(place).startswith(loose_key(found))
