# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is left out for whom, as the shipped table has it."""

import pytest

from desktop.cases.meaning import shipped_meaning
from desktop.exports.choices import CasePart, LeftOut, Named, Recipient, choices, left_out, usual
from desktop.exports.order import Format, Order
from desktop.faults import DeskFault
from desktop.filing import REPORT
from desktop.forms import FormKind
from storage.errors import KnownError
from storage.grants import GRANT


def test_every_part_name_and_recipient_has_its_words() -> None:
    table = choices()
    assert set(table.parts) == set(CasePart)
    assert set(table.names) == set(Named)
    assert set(table.recipients) == set(Recipient)


def test_every_kind_that_belongs_to_a_part_is_there() -> None:
    acts = {spec.form_id for spec in shipped_meaning().forms.values() if spec.kind is FormKind.ACT}
    kinds = [kind for spec in choices().parts.values() for kind in spec.kinds]
    assert set(kinds) <= acts | {REPORT, GRANT}
    assert len(kinds) == len(set(kinds))


def test_the_police_and_our_own_file_are_given_everything() -> None:
    assert usual(Recipient.POLICE).values == usual(Recipient.OWN_FILE).values == ()


def test_somebody_else_is_not_told_who_reported_or_handled_it() -> None:
    assert usual(Recipient.OTHER).names == {Named.REPORTER, Named.HANDLERS}


def test_what_is_left_out_has_a_reason() -> None:
    assert all(spec.why for spec in choices().recipients.values() if spec.parts or spec.names)
    with pytest.raises(KnownError) as raised:
        left_out(Recipient.POLICE, frozenset({"notes"}), " ")
    assert raised.value.code == DeskFault.EXPORT_WITHOUT_REASON
    made = left_out(Recipient.LADO, frozenset({"notes", "access_log"}), "Not about this.")
    assert made.why.endswith(" Not about this.")
    assert made.values == ("notes", "access_log")


def test_less_than_usual_needs_no_reason() -> None:
    assert left_out(Recipient.OTHER, frozenset(), "") == LeftOut()


def test_something_has_to_be_left() -> None:
    with pytest.raises(KnownError) as raised:
        left_out(Recipient.OTHER, frozenset({"report", "notes", "decisions"}), "Why not")
    assert raised.value.code == DeskFault.EXPORT_EMPTY


@pytest.mark.parametrize(
    ("formats", "bundle", "password", "ending"),
    [
        ((Format.PDF,), False, None, ".pdf"),
        ((Format.XLSX,), False, None, ".xlsx"),
        ((Format.XLSX,), False, "a password of words", ".pdf"),
        ((Format.CSV,), False, None, ".zip"),
        ((Format.PDF, Format.JSON), False, None, ".zip"),
        ((Format.PDF,), True, "a password of words", ".pdf"),
    ],
)
def test_the_ending_says_what_the_file_is(
    formats: tuple[Format, ...], bundle: bool, password: str | None, ending: str
) -> None:
    order = Order(
        kind=Recipient.OTHER, recipient="X", purpose="Y", formats=formats, is_bundle=bundle, password=password
    )
    assert order.ending(3) == ending


def test_an_order_does_not_show_its_password() -> None:
    word = "Canary"
    order = Order(kind=Recipient.OTHER, recipient=word, purpose=word, password=word)
    assert word not in repr(order)
