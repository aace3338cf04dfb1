# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from pathlib import Path

import pytest
from typing_extensions import override

from storage.exchange import Area, Exchange
from storage.memory_exchange import MemoryExchange
from tests.storage.exchange_contract import ExchangeContract
from tests.storage.school import impatient


class TestMemoryExchange(ExchangeContract):
    @override
    @pytest.fixture
    def carrier(self) -> Exchange:
        return MemoryExchange()


def test_it_can_be_written_out_as_a_folder(tmp_path: Path) -> None:
    memory = MemoryExchange()
    memory.put(Area.ENVELOPES, "a.cenv", b"one")
    memory.put(Area.HEARTBEATS, "b.chb", b"two")
    memory.write_out(tmp_path / "share")
    folder = impatient(tmp_path / "share")
    assert folder.read(Area.ENVELOPES, "a.cenv", 10) == b"one"
    assert folder.read(Area.HEARTBEATS, "b.chb", 10) == b"two"
    assert folder.names(Area.RECEIPTS) == []
