# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What `candour forms` prints."""

from typing import Any

from desktop.forms import describe
from tests.desktop.forms.examples import CONCERN, FORMS


def described(form: str, name: str) -> dict[str, Any]:
    fields: Any = describe(FORMS[form])["fields"]
    found: dict[str, Any] = next(field for field in fields if field["name"] == name)
    return found


def test_a_concern_requires_what_happened_and_the_risk_and_no_more() -> None:
    fields: Any = describe(CONCERN)["fields"]
    assert [field["name"] for field in fields if field["required"]] == ["what_happened", "risk_now"]


def test_a_choice_lists_its_values_with_their_words() -> None:
    assert described("concern", "risk_now")["choices"] == [
        {"value": "yes", "label": "Yes"},
        {"value": "no", "label": "No"},
        {"value": "not_sure", "label": "Not sure"},
    ]


def test_a_field_says_when_it_is_asked_and_when_it_is_required() -> None:
    assert described("concern", "children")["asked_when"] == [
        {"fields": ["child_affected"], "values": ["yes"], "every": False, "not": False}
    ]
    assert described("triage", "limb_harm_why")["required_when"]


def test_a_field_of_an_interrupting_page_is_asked_when_the_page_is() -> None:
    assert described("concern", "spoken_first")["asked_when"][0]["fields"] == ["risk_now"]


def test_every_field_says_how_it_is_written_as_json() -> None:
    for form in FORMS.values():
        fields: Any = describe(form)["fields"]
        assert all(field["json"] for field in fields)
