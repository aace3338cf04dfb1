# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Clauses keep their ids from version to version; a comparison says in words what changed."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bench.handbook import handbook
from desktop.policies.comparing import Change, Part, compare, concerns
from desktop.policies.continuing import with_ids
from desktop.policies.draft import Draft
from desktop.policies.version import Clause, Version, read_version, written
from storage.documents import fingerprint
from storage.errors import KnownError

OLD = (
    Draft("1", "Why", ("Children learn from the adults around them.",)),
    Draft("2", "Gifts", ("Declare every gift that is worth more than ten pounds.",)),
    Draft("3", "Dress", ("Dress for the task.",)),
    Draft("4", "Phones", ("Keep your phone out of sight.",)),
)
NEW = (
    Draft("1", "Why", ("Children learn from the adults around them.",)),
    Draft("2", "Lateness", ("Come in good time.",)),
    Draft("3", "Gifts", ("Declare every gift, whatever it is worth.",)),
    Draft("5", "Phones", ("Keep your phone out of sight.",)),
)


def version(drafts: tuple[Draft, ...], before: tuple[Clause, ...] = ()) -> Version:
    """A version of one policy."""
    return Version(policy_id="code", title="Code", edition="1", clauses=with_ids("code", drafts, before))


def test_each_clause_is_told_as_what_became_of_it() -> None:
    old = version(OLD)
    changes = compare(old, version(NEW, old.clauses))
    assert [(c.change, (c.new or c.old).heading) for c in changes] == [  # type: ignore[union-attr]
        (Change.SAME, "Why"),
        (Change.ADDED, "Lateness"),
        (Change.REWORDED, "Gifts"),
        (Change.REMOVED, "Dress"),
        (Change.RENUMBERED, "Phones"),
    ]


def test_the_words_of_both_versions_can_be_read_from_the_comparison() -> None:
    old = version(OLD)
    gifts = next(c for c in compare(old, version(NEW, old.clauses)) if c.change is Change.REWORDED)
    assert gifts.old is not None
    assert gifts.new is not None
    assert "".join(s.words for s in gifts.spans if s.part is not Part.PUT_IN) == gifts.old.text
    assert "".join(s.words for s in gifts.spans if s.part is not Part.TAKEN_OUT) == gifts.new.text


def test_only_whom_a_changed_clause_binds_has_to_read_again() -> None:
    old = version(OLD)
    new = version(NEW, old.clauses)
    employees = tuple(
        msgspec.structs.replace(c, binds=("employee",)) if c.heading == "Gifts" else c for c in new.clauses
    )
    new = msgspec.structs.replace(new, clauses=employees)
    changes = compare(old, new)
    assert [c.new.heading for c in concerns(changes, new, "employee") if c.new] == ["Lateness", "Gifts"]
    assert [c.new.heading for c in concerns(changes, new, "volunteer") if c.new] == ["Lateness"]


def test_a_new_number_alone_asks_nobody_to_read_again() -> None:
    old = version(OLD)
    again = tuple(msgspec.structs.replace(d, number=str(at + 5)) for at, d in enumerate(OLD))
    new = version(again, old.clauses)
    assert concerns(compare(old, new), new, "employee") == ()


def test_a_versions_bytes_are_read_back_and_a_changed_one_has_another_fingerprint() -> None:
    content = written(version(OLD))
    assert read_version(content) == version(OLD)
    assert fingerprint(content) != fingerprint(content.replace(b"Dress", b"Drees"))
    with pytest.raises(KnownError):
        read_version(content.replace(b'"title"', b'"titel"'))


DRAFTS = st.lists(
    st.builds(
        Draft,
        st.sampled_from(["", "1", "1.1", "2", "2"]),
        st.sampled_from(["", "Gifts", "Dress"]),
        st.lists(st.text("ab ", min_size=1, max_size=12), max_size=2).map(tuple),
    ),
    max_size=6,
).map(tuple)


@given(DRAFTS, DRAFTS)
def test_no_two_clauses_share_an_id_and_none_is_lost_from_a_comparison(
    old: tuple[Draft, ...], new: tuple[Draft, ...]
) -> None:
    first = version(old)
    second = version(new, first.clauses)
    ids = [clause.clause_id for clause in second.clauses]
    assert len(set(ids)) == len(ids)
    changes = compare(first, second)
    assert [c.new for c in changes if c.new] == list(second.clauses)
    assert {c.old.clause_id for c in changes if c.old} == {clause.clause_id for clause in first.clauses}


def test_a_long_clause_is_compared_paragraph_by_paragraph_and_nothing_of_it_is_lost() -> None:
    lines = tuple(f"Rule {at}: tell the head before you take anything from a family." for at in range(400))
    again = (*lines[:7], lines[7].replace("head", "lead"), *lines[9:], "And keep the note.")
    (changed,) = compare(old := version((Draft("1", "All", lines),)), version((Draft("1", "All", again),), old.clauses))
    assert [s.words for s in changed.spans if s.part is Part.PUT_IN] == ["lead", "\nAnd keep the note."]
    assert "".join(s.words for s in changed.spans if s.part is not Part.PUT_IN) == "\n".join(("All", *lines))
    assert "".join(s.words for s in changed.spans if s.part is not Part.TAKEN_OUT) == "\n".join(("All", *again))


def test_reworded_and_moved_clauses_of_a_long_policy_are_found_again() -> None:
    clauses = handbook(30)
    before = version(tuple(Draft(*each) for each in clauses))
    moved = [Draft(f"9{number}", "", (f"{texts[0]} Always.", *texts[1:])) for number, _, texts in clauses[::-1]]
    after = with_ids("code", moved, before.clauses)
    assert [clause.clause_id for clause in after] == [clause.clause_id for clause in before.clauses[::-1]]
