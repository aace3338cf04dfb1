# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of help are whole: each is listed, leads only to pages, and is found by its own title."""

import pytest

import resources
from desktop.faults import DeskFault, KnownError
from desktop.helping.index import Index
from desktop.helping.pages import help_entries, help_page, help_pages, help_screens

PAGES = list(help_pages())


def test_every_page_is_listed_once() -> None:
    files = {path.stem for path in resources.path("help").glob("*.toml")} - {"index"}
    assert files == set(PAGES)
    assert len(PAGES) == len(set(PAGES))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_something_and_leads_to_other_pages(name: str) -> None:
    page = help_page(name)
    assert any(part.text or part.steps for part in page.part)
    assert page.next
    assert {*page.next} <= {*PAGES} - {name}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_found_by_its_title(name: str) -> None:
    assert Index(help_entries()).find(help_page(name).title).found[0].entry.id == name


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_short(name: str) -> None:
    (entry,) = (each for each in help_entries() if each.id == name)
    assert len(" ".join(entry.texts).split()) < 250


def test_every_screen_has_a_page_that_is_there() -> None:
    assert {*help_screens().values()} <= {*PAGES}


def test_what_happens_to_words_is_told_in_five_pictures() -> None:
    assert len(help_page("words").picture) == 5


def test_a_page_that_is_not_there_is_a_known_fault() -> None:
    with pytest.raises(KnownError) as missing:
        help_page("nothing")
    assert missing.value.code is DeskFault.NO_SUCH_HELP
