# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A letter in print: its marks become headings, lists and quotations, its blanks room to write in."""

from datetime import UTC, datetime

import pytest

from desktop.documents.letters import LetterInput, letter
from desktop.letters.templates import templates
from tests.desktop.documents.reading import Document

TEXT = """12 March 2026
# The adult
Name: Tom Ashby
Date of birth: [to fill in: their date of birth]

In the words of the report:
> He shouted.
> Twice.
- one
- two
Nothing below this:
"""


def printed(template: str, text: str = TEXT) -> Document:
    source = LetterInput(
        template=templates()[template],
        school="Hollowbrook Primary School",
        maker="Priya Nair",
        recipient="The LADO",
        text=text,
        made_at=datetime(2026, 3, 12, 15, 12, tzinfo=UTC),
    )
    return Document(letter(source).content)


@pytest.mark.parametrize(
    "words", ["The adult", "Tom Ashby", "In the words of the report:", "He shouted.", "one", "Nothing below this:"]
)
def test_every_line_is_there_without_its_mark(words: str) -> None:
    found = printed("lado_referral").words
    assert words in found
    assert "# " not in found
    assert "> " not in found


def test_a_blank_is_room_to_write_in() -> None:
    found = printed("lado_referral").words
    assert "____" in found
    assert "to fill in" not in found


def test_a_sheet_names_the_guidance_it_serves_and_a_letter_does_not() -> None:
    assert "This sheet serves: Working Together" in printed("lado_referral").words
    assert "serves" not in printed("receipt").words


def test_its_foot_says_for_whom_by_whom_and_when() -> None:
    found = " ".join(printed("receipt").pages)
    assert "Confidential. For The LADO only." in found
    assert "Priya Nair, 12 March 2026" in found


def test_a_long_letter_goes_on_over_the_page() -> None:
    found = printed("receipt", "\n\n".join(["He was in the hall. " * 60] * 20))
    assert len(found.pages) > 5
