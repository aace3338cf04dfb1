# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finding records by their words in vaults of growing size: at most 100 ms is the aim, whatever the size."""

import secrets
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from desktop.bench.ground import now
from desktop.bench.measuring import Measured, middle
from desktop.searching.words import MOST_FOUND, sought
from storage.database import Database, create_database
from storage.search import SearchIndex
from storage.slots import KEY_BYTES
from storage.vault import DATABASE, migrate, migrations

SIZES = (1_000, 10_000, 100_000)
_WORDS = 60
_VOCABULARY = 20_000
_SYLLABLES = ("ba", "co", "di", "fe", "gu", "ha", "jo", "ki", "lu", "me", "no", "pi", "ra", "so", "tu", "va")
_AT_ONCE = 1_000
_TIMES = 30


def bench_search(part: int) -> Iterator[Measured]:
    """Index invented records up to each size, then find by the beginnings of two words, so often."""
    chance = Random(1)  # noqa: S311 - invented words, the same each time
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 5))) for _ in range(_VOCABULARY)]
    with tempfile.TemporaryDirectory(prefix="candour-bench-") as folder:
        database = create_database(Path(folder) / DATABASE, secrets.token_bytes(KEY_BYTES))
        migrate(database, Path(folder), migrations())
        try:
            held = 0
            for size in (each // part for each in SIZES):
                _fill(database, words, chance, held, size)
                held = size
                yield Measured(f"search in {size:,} records", _searched(database, words, chance), 100, "ms", 1)
        finally:
            database.close()


def _fill(database: Database, words: list[str], chance: Random, held: int, size: int) -> None:
    index = SearchIndex(database)
    # Few words are written often and most hardly ever, as people write.
    ranks = [1 / (rank + 1) for rank in range(len(words))]
    cases = ((f"{number:064x}", " ".join(chance.choices(words, ranks, k=_WORDS))) for number in range(held, size))
    while batch := list(islice(cases, _AT_ONCE)):
        with database.transaction():
            index.put(batch)


def _searched(database: Database, words: list[str], chance: Random) -> float:
    index, seconds = SearchIndex(database), []
    for _ in range(_TIMES):
        typed = " ".join(word[:4] for word in chance.choices(words, k=2))
        began = now()
        index.find(sought(typed), MOST_FOUND)
        seconds.append(now() - began)
    return middle(seconds)
