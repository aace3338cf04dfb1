# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finding cases by words, in SQLite's own index inside the encrypted vault (FTS5). Desktop says which words."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import chain

from storage.database import Database

_LAST = "\U0010ffff"
Sought = str | tuple[str, ...]
"""The beginning of a word; or several, of which any one will do."""


class SearchIndex:
    """The index of one vault. Whoever changes it does so in the transaction of what it is made of."""

    def __init__(self, database: Database) -> None:
        """Take the vault's database."""
        self._database = database

    def put(self, cases: Iterable[tuple[str, str]]) -> None:
        """Index these cases by these words, in place of what they were indexed by. Without words one is not found."""
        for case, words in cases:
            before = self._database.row("SELECT number, digest FROM search_cases WHERE case_id = ?", (case,))
            digest = digest_of(words)
            if before is not None and before[1] == digest:
                continue
            if before is not None:
                self._database.execute("DELETE FROM search_words WHERE rowid = ?", (before[0],))
                self._database.execute("DELETE FROM search_cases WHERE number = ?", (before[0],))
            if words:
                sql = "INSERT INTO search_cases (case_id, digest) VALUES (?, ?) RETURNING number"
                number = self._database.value(sql, (case, digest))
                self._database.execute("INSERT INTO search_words (rowid, words) VALUES (?, ?)", (number, words))

    def find(self, sought: Sequence[Sought], most: int) -> list[str]:
        """Name the cases in which each of these begins a word, those that were indexed last first, `most` at most.

        What is sought is letters and digits only; anything else is a mistake of the caller's.
        """
        any_of = [(each,) if isinstance(each, str) else each for each in sought]
        if not sought or not all(map(str.isalnum, chain.from_iterable(any_of))):
            return []
        sql = """SELECT case_id FROM search_words JOIN search_cases ON number = search_words.rowid
                 WHERE search_words MATCH ? ORDER BY search_words.rowid DESC LIMIT ?"""
        match = " AND ".join(_matching(beginnings) for beginnings in any_of)
        return [str(case) for (case,) in self._database.rows(sql, (match, most))]

    def words(self, letter: str, shortest: int, longest: int) -> list[str]:
        """Every word by which a case is found that begins with a letter, has so many letters and no digit."""
        self._database.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab (main, search_words, row)"
        )
        sql = """SELECT term FROM search_terms WHERE term BETWEEN ? AND ? AND length(term) BETWEEN ? AND ?
                 AND term NOT GLOB '*[0-9]*'"""
        return [str(word) for (word,) in self._database.rows(sql, (letter, letter + _LAST, shortest, longest))]

    def digests(self) -> dict[str, str]:
        """The digest of the words by which each case is indexed."""
        return {str(case): str(said) for case, said in self._database.rows("SELECT case_id, digest FROM search_cases")}

    def clear(self) -> None:
        """Drop everything, to be made again."""
        self._database.execute("DELETE FROM search_words")
        self._database.execute("DELETE FROM search_cases")


def digest_of(words: str) -> str:
    """The hex SHA-256 of what a case is indexed by."""
    return hashlib.sha256(words.encode()).hexdigest()


def _matching(beginnings: Iterable[str]) -> str:
    """A question in FTS5's own words."""
    return "(" + " OR ".join(f'"{each}"*' for each in beginnings) + ")"
