# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The poster for the staff room: who reads, as the forms call them."""

import io

import msgspec
import pytest
from pypdf import PdfReader

from desktop.documents.setup_sheets import poster
from desktop.people import Settings
from tests.desktop.routing.schools import full_school, ids
from tests.school import NOW


@pytest.mark.parametrize(
    ("is_named", "who"),
    [
        (True, "Priya Nair, Helen Marsh and Martin Oyelaran."),
        (False, "The designated safeguarding lead, the headteacher and the chair of governors."),
    ],
)
def test_readers_stand_on_the_poster_as_forms_call_them(*, is_named: bool, who: str) -> None:
    school = msgspec.structs.replace(full_school(), settings=Settings(readers_named=is_named))
    printed = poster(school, "amber piano river sixty", ids("D H C"), NOW)
    text = " ".join(PdfReader(io.BytesIO(printed.content)).pages[0].extract_text().split())
    assert who in text
