# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import msgspec
import pytest

from storage import charter
from tests.storage.school import CHARTER, genesis, person

SHAPES = [
    shape
    for shape in vars(charter).values()
    if isinstance(shape, type) and issubclass(shape, msgspec.Struct) and shape.__module__ == charter.__name__
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: str(shape.__name__))
def test_every_statement_s_data_refuses_an_unknown_field(shape: type[msgspec.Struct]) -> None:
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        msgspec.convert({"unheard_of": 1}, shape)


def test_what_is_written_is_read_back_equal() -> None:
    whole = genesis()
    assert msgspec.convert(msgspec.to_builtins(whole), charter.Genesis) == whole


@pytest.mark.parametrize(
    ("field", "value"), [("quorum", 1), ("quorum", 0), ("officers", ["Head"]), ("deputies", {"Head": ["deputy"]})]
)
def test_a_charter_out_of_form_is_refused(field: str, value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**msgspec.to_builtins(CHARTER), field: value}, charter.Charter)


@pytest.mark.parametrize("day", ["2026-02-30", "2026-1-1", "2026-01-01T00:00:00Z", "tomorrow", "2026-01-01\n"])
@pytest.mark.parametrize("shape", [charter.RoleData, charter.AbsenceData, charter.ConflictData])
def test_no_statement_holds_a_day_that_is_none(day: str, shape: type[msgspec.Struct]) -> None:
    fields = {"role": "head", "person": person("head"), "reader": person("head"), "until": day}
    wanted = {name: value for name, value in fields.items() if name in shape.__struct_fields__}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(wanted, shape)
    msgspec.convert({**wanted, "until": "2026-03-01"}, shape)
