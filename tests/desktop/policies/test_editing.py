# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Putting clauses right: nothing is lost, and a clause stays the one it was, in the window and in a word processor."""

import io
from collections.abc import Callable
from datetime import date

import docx
import msgspec
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st

from desktop.policies.comparing import Change, compare
from desktop.policies.draft import Draft, Oddity
from desktop.policies.editing import add_after, join, keep_front, mark, number_anew, part, remove, rename, reword
from desktop.policies.files.to_docx import write_docx
from desktop.policies.preparing import (
    Facts,
    Mark,
    Prepared,
    Preparing,
    prepared_from,
    prepared_from_model,
    prepared_from_version,
    version_of,
    what_is_odd,
)
from desktop.policies.taking_in import model_code, take_in
from desktop.policies.version import Clause, Version
from tests.desktop.policies.papers import CODE

TODAY = date(2026, 11, 21)
WORDS = st.text("abc", max_size=3)
DRAFTS = st.builds(Draft, WORDS, WORDS, st.lists(WORDS.filter(bool), max_size=4).map(tuple))
NUMBERS = st.lists(st.lists(st.integers(1, 12), min_size=1, max_size=3), min_size=1, max_size=8)


def prepared() -> Prepared:
    """The code as it comes in, with nothing before it."""
    return prepared_from(take_in("code.txt", CODE.encode()), None)


def version(of: Prepared, before: Version | None = None) -> Version:
    """The version that it makes."""
    facts = Facts(title="Our own code", edition="October 2026")
    return version_of(Preparing(prepared=of, facts=facts), before, (), TODAY)


def in_a_word_processor(of: Version, change: Callable[[list[Paragraph]], None]) -> Version:
    """The next version, changed in a word processor and read again."""
    word = docx.Document(io.BytesIO(write_docx(of)))
    change(word.paragraphs)
    out = io.BytesIO()
    word.save(out)
    return version(prepared_from(take_in("code.docx", out.getvalue()), of), of)


@given(drafts=st.lists(DRAFTS, min_size=1, max_size=6), data=st.data())
def test_whatever_is_joined_and_parted_keeps_every_paragraph_in_its_order(
    drafts: list[Draft], data: st.DataObject
) -> None:
    now = Prepared(clauses=tuple(drafts), marks=(Mark(),) * len(drafts))
    for _ in range(4):
        at = data.draw(st.integers(0, len(now.clauses) - 1))
        paragraph = data.draw(st.integers(-3, len(now.clauses[at].paragraphs) - 1))
        if paragraph >= 0:
            now = part(now, at, paragraph)
        elif at:
            now = join(now, at)
    assert len(now.marks) == len(now.clauses)
    left = iter([words for clause in now.clauses for words in clause.paragraphs])
    assert all(words in left for draft in drafts for words in draft.paragraphs)


def test_a_parted_clause_binds_in_both_parts_whom_it_bound_before() -> None:
    said = Mark(("employee",), short=True)
    now = part(mark(prepared(), 0, said), 0, 0)
    assert now.marks[:2] == (said, said)


def test_what_stands_before_the_first_clause_can_be_kept_as_one() -> None:
    now = keep_front(prepared())
    assert (now.front, now.clauses[0].heading, len(now.marks)) == ((), "Code of conduct", len(now.clauses))


def test_a_clause_without_number_and_heading_is_odd() -> None:
    assert Oddity.NO_NAME in {each.oddity for each in what_is_odd(part(prepared(), 0, 0))}


def test_a_clause_whose_every_word_is_otherwise_is_still_that_clause() -> None:
    before = version(prepared())
    now = rename(reword(prepared_from_version(before), 2, "Nothing of it\n\n  stays. "), 2, "9", "Presents")
    made = version(now, before).clauses[2]
    assert (made.clause_id, made.paragraphs) == (before.clauses[2].clause_id, ("Nothing of it", "stays."))


def test_the_model_under_another_title_keeps_what_rests_on_its_clauses() -> None:
    made = version(prepared_from_model("Hollowbrook"))
    assert made.policy_id != model_code().policy_id
    assert [each.clause_id for each in made.clauses] == [each.clause_id for each in model_code().clauses]


def test_a_new_clause_is_bound_like_the_one_before_it_and_has_the_number_that_comes_next() -> None:
    now = add_after(add_after(mark(prepared(), 3, Mark(("employee",))), 3), 0)
    assert [(each.number, said.binds) for each, said in zip(now.clauses, now.marks, strict=True)] == [
        ("1", ()),
        ("1.1", ()),
        ("1.1", ()),
        ("2", ()),
        ("3", ("employee",)),
        ("4", ("employee",)),
    ]


def test_a_clause_that_is_taken_out_is_told_as_taken_out() -> None:
    before = version(prepared())
    changes = compare(before, version(number_anew(remove(prepared_from_version(before), 2)), before))
    assert [each.change for each in changes] == [Change.SAME, Change.SAME, Change.REMOVED, Change.RENUMBERED]


@given(NUMBERS)
def test_clauses_that_are_numbered_anew_have_no_number_twice_skipped_or_out_of_order(numbers: list[list[int]]) -> None:
    drafts = tuple(Draft(".".join(map(str, number)), "Heading", ("Words.",)) for number in numbers)
    now = number_anew(Prepared(clauses=drafts, marks=(Mark(),) * len(drafts)))
    odd = {each.oddity for each in what_is_odd(now)}
    assert not odd & {Oddity.NUMBER_TWICE, Oddity.OUT_OF_ORDER}
    assert [each.number.count(".") for each in now.clauses] == [len(number) - 1 for number in numbers]


def test_of_two_clauses_with_one_id_the_first_has_it() -> None:
    of = prepared_from_version(version(prepared()))
    twice = msgspec.structs.replace(of, clauses=(*of.clauses, of.clauses[0]), marks=(*of.marks, Mark()))
    ids = [clause.clause_id for clause in version(twice).clauses]
    assert ids[0] == of.clauses[0].clause_id
    assert len(set(ids)) == len(ids)


def test_a_version_comes_back_from_a_word_file_as_it_went() -> None:
    before = msgspec.structs.replace(model_code(), clauses=(*model_code().clauses, *_hard()))
    assert in_a_word_processor(before, lambda _: None).clauses == before.clauses


def test_a_clause_that_is_re_worded_and_renumbered_elsewhere_is_known_again() -> None:
    def change(paragraphs: list[Paragraph]) -> None:
        heading = next(each for each in paragraphs if each.text == "2 Gifts")
        following = paragraphs[paragraphs.index(heading) + 1]
        heading.runs[0].text, following.runs[0].text = "8 Presents", "Other words altogether."

    before = version(prepared())
    made = in_a_word_processor(before, change).clauses[2]
    assert (made.clause_id, made.label, made.heading) == (before.clauses[2].clause_id, "8", "Presents")


def _hard() -> tuple[Clause, ...]:
    """Clauses without a heading, without words and with a list; and one that has neither number nor heading."""
    return (
        Clause(clause_id="a" * 12, number="10", appendix="1", paragraphs=("Short words",)),
        Clause(clause_id="b" * 12, number="10.1", appendix="1", heading="Only a heading."),
        Clause(clause_id="c" * 12, appendix="1", paragraphs=("No name, & <b>plain</b> words.", "• One", "• Two")),
        Clause(clause_id="d" * 12, appendix="2", heading="Appendix 2"),
    )
