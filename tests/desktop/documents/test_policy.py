# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A policy on paper: all of it, in order, with its outline, and every page says which version it is."""

from datetime import UTC, datetime

import msgspec
import pytest

from desktop.documents.policy import PolicySource, default_name, policy
from desktop.policies.taking_in import model_code
from desktop.policies.version import Clause, Version
from tests.desktop.documents.reading import Document

MARK = "0123456789abcdef" * 4
VERSION = Version(
    policy_id="code",
    title="Staff code of conduct",
    edition="October 2026",
    approver="the governing body",
    approved_on="2026-10-03",
    review_due="2028-03",
    binds=("employee", "volunteer"),
    companions=("Child protection policy",),
    clauses=(
        Clause(clause_id="a", number="1", heading="Why", paragraphs=("Children <b>first</b>.", "• one", "• two")),
        Clause(clause_id="b", number="1.1", paragraphs=("Words without a heading.",), binds=("employee",), short=True),
        Clause(clause_id="c", number="1.2", heading="How", paragraphs=("So.",)),
        Clause(clause_id="d", number="2", paragraphs=("Declare gifts.",)),
    ),
)


def printed(version: Version = VERSION, *, is_overdue: bool = False, short: bool = False) -> Document:
    source = PolicySource(
        version=version,
        fingerprint=MARK,
        school="Hollowbrook Primary School",
        printed_at=datetime(2026, 11, 21, 12, tzinfo=UTC),
        is_overdue=is_overdue,
        short=short,
    )
    return Document(policy(source).content)


@pytest.fixture(scope="module")
def code() -> Document:
    return printed()


@pytest.mark.parametrize(
    "words",
    [
        "Children <b>first</b>.",
        "1.1 Words without a heading.",
        "For: employee.",
        "1.2 How",
        "employee and volunteer",
        "March 2028",
        "01234567 89abcdef",
    ],
)
def test_what_holds_is_printed_as_it_stands(code: Document, words: str) -> None:
    assert words in " ".join(code.words.split())


def test_every_page_says_version_approval_and_the_beginning_of_the_fingerprint(code: Document) -> None:
    for page in code.pages:
        said = " ".join(page.split())
        assert "October 2026. Approved by the governing body on 3 October 2026." in said
        assert "Fingerprint 0123456789ab…" in said


def test_every_clause_is_in_the_outline_below_the_one_that_it_belongs_to(code: Document) -> None:
    outline = code.reader.outline
    tops = [each.title for each in outline if not isinstance(each, list)]
    below = [each.title for part in outline if isinstance(part, list) for each in part if not isinstance(each, list)]
    assert tops == ["1 Why", "2 Declare gifts."]
    assert below == ["1.1 Words without a heading.", "1.2 How"]


def test_the_short_version_has_its_own_clauses_alone() -> None:
    words = printed(short=True).words
    assert "Words without a heading." in words
    assert "Declare gifts." not in words


def test_a_late_review_and_a_model_are_said_in_front() -> None:
    model = printed(msgspec.structs.replace(VERSION, model=True), is_overdue=True)
    assert "Its review is overdue." in model.pages[0]
    assert "which the school has still to adapt" in " ".join(model.pages[0].split())


def test_the_whole_model_code_is_printed() -> None:
    words = " ".join(printed(model_code()).words.split())
    for clause in model_code().clauses:
        for paragraph in clause.paragraphs:
            assert paragraph.removeprefix("• ") in words


@pytest.mark.parametrize(
    ("edition", "name"), [("October 2026", "code-october-2026.pdf"), ("2/3 “é”", "code-2-3-e.pdf"), ("—", "code-1.pdf")]
)
def test_the_file_is_called_after_policy_and_version(edition: str, name: str) -> None:
    assert default_name(msgspec.structs.replace(VERSION, edition=edition), short=False) == name
