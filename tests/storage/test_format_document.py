# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""docs/format.md says what the code does: every label, limit, field, outcome and rule is named there."""

import re
from pathlib import Path

import msgspec
import pytest

from storage import charter, constants
from storage.backup import Manifest
from storage.body import Attachment, Author, Body, Standing
from storage.directory import _TYPES
from storage.exchange import Area
from storage.heartbeat import Heartbeat
from storage.home import Place
from storage.ingest import Outcome, Reason
from storage.judge import Flag
from storage.kit import Kit
from storage.parcel import Letter, Packed
from storage.slots import Cost, RecoverySlot, Slot, SlotFile
from storage.spool import _Sidecar
from storage.statements import Statement
from storage.vault import migrations

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
CONSTANTS = {name: value for name, value in vars(constants).items() if name.isupper()}
SHAPES = (Body, Author, Attachment, Heartbeat, Place, Slot, RecoverySlot, SlotFile, Cost, Kit, Manifest, Letter, Packed,
          Statement, _Sidecar, *(
    shape for shape in vars(charter).values()
    if isinstance(shape, type) and issubclass(shape, msgspec.Struct) and shape.__module__ == charter.__name__
))  # fmt: skip


def written(value: object) -> str:
    if isinstance(value, bytes):
        return "`" + value.decode().replace("\0", "\\0").replace("\n", "\\n") + "`"
    if isinstance(value, tuple):
        return ", ".join(written(part) for part in value)
    return f"{value:,}" if isinstance(value, int) else f"{value:g}"


def test_there_are_constants_to_look_for() -> None:
    assert len(CONSTANTS) > 45


@pytest.mark.parametrize("name", CONSTANTS)
def test_each_label_and_limit_stands_in_the_table_with_its_value(name: str) -> None:
    assert f"| `{name}` | {written(CONSTANTS[name])} |" in DOCUMENT


def test_the_table_holds_nothing_else() -> None:
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", DOCUMENT, re.MULTILINE)) == CONSTANTS.keys()


@pytest.mark.parametrize("name", [name for name in CONSTANTS if name not in {"KIB", "MIB"}])
def test_each_is_explained_before_the_table(name: str) -> None:
    assert re.search(rf"\b{name}\b", DOCUMENT.split("## Labels and limits")[0])


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: str(shape.__name__))
def test_every_field_is_named(shape: type[msgspec.Struct]) -> None:
    assert [field for field in shape.__struct_fields__ if f"`{field}`" not in DOCUMENT] == []


@pytest.mark.parametrize("word", [*Outcome, *Reason, *Flag, *Standing, *_TYPES, "genesis"])
def test_every_word_is_named(word: str) -> None:
    assert f"`{word}`" in DOCUMENT


@pytest.mark.parametrize("area", Area)
def test_every_area_of_the_exchange_is_named(area: Area) -> None:
    assert f"`{area.value}/`" in DOCUMENT


def test_every_table_of_the_vault_is_named() -> None:
    tables = re.findall(r"CREATE TABLE (\w+)", "".join(migrations()))
    assert [table for table in tables if f"`{table}`" not in DOCUMENT] == []


def test_every_link_inside_leads_somewhere() -> None:
    headings = {line[3:].lower().replace(" ", "-") for line in DOCUMENT.splitlines() if line.startswith("## ")}
    assert set(re.findall(r"\(#([\w-]+)\)", DOCUMENT)) <= headings
