# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The poster says on one page who reads, how to share, whom to ring and the school's words; the glossary is whole."""

import io

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from desktop.documents.look import Printed
from desktop.documents.wall_sheets import glossary_sheet, poster
from desktop.helping.glossary import glossary
from desktop.people import Contact, School, Settings
from desktop.phrases import fingerprint
from tests.desktop.routing.schools import full_school, person_changed
from tests.school import NOW

LADO = Contact(purpose="LADO", name="Northmere Council", phone="01632 960114")


def text(printed: Printed) -> str:
    pages = PdfReader(io.BytesIO(printed.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def school_with(*contacts: Contact, readers_named: bool = True) -> School:
    return replace(full_school(), settings=Settings(contacts=contacts, readers_named=readers_named))


@pytest.mark.parametrize(
    ("is_named", "who"),
    [
        (True, "About the lead Helen Marsh About the headteacher Martin Oyelaran"),
        (False, "About the lead The headteacher About the headteacher The chair of governors"),
    ],
)
def test_readers_stand_on_the_poster_by_the_rules_and_as_forms_call_them(*, is_named: bool, who: str) -> None:
    assert who in text(poster(school_with(readers_named=is_named), "", NOW))


def test_where_the_rules_lead_outside_the_poster_says_so() -> None:
    school = replace(full_school(), appointments=())
    assert "About the headteacher Nobody at school: ring the LADO" in text(poster(school, "", NOW))


def test_the_poster_says_how_the_schools_words_and_whom_to_ring() -> None:
    school = school_with(LADO)
    said = text(poster(school, "", NOW))
    assert fingerprint(school.school_id) in said
    assert all(words in said for words in ("You need no account.", "01632 960114", "0800 028 0285", "call 999"))


def test_a_site_has_its_own_contacts() -> None:
    school = school_with(replace(LADO, site="North", name="North Council"), replace(LADO, site="South"))
    said = text(poster(school, "South", NOW))
    assert "Candour, South" in said
    assert "Northmere Council" in said
    assert "North Council" not in said


def test_however_much_there_is_to_say_it_is_one_page() -> None:
    school = school_with(*(replace(LADO, purpose=f"Purpose {number} of many") for number in range(40)))
    for code in ("D", "H", "C"):
        school = person_changed(school, code, name="Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh " * 2)
    printed = poster(school, "", NOW)
    assert printed.pages == 1
    assert "0800 028 0285" in text(printed)


def test_the_glossary_is_printed_whole() -> None:
    said = text(glossary_sheet("Larch Hill", NOW))
    assert all(" ".join(each.meaning.split()[:4]) in said for each in glossary())
