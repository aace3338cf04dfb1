# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rows that desktop keeps ready to be shown: one a case, on a shelf, in an order. And drafts. Storage reads neither."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from storage.database import Database
from storage.search import SearchIndex


@dataclass(frozen=True, slots=True)
class View:
    """A case's row: its shelf, its place there (texts compare), what desktop wrote, and what it is found by.

    `item` and `counted` is what else desktop keeps ready of it, read apart from the row. `part` is what is read
    of many cases at once, in the order of `place` (texts compare); without one a case is left out there.
    """

    case: str
    shelf: str
    rank: str
    row: bytes
    tags: tuple[str, ...] = ()
    words: str = ""
    item: bytes = b""
    counted: bytes = b""
    place: str = ""
    part: bytes = b""


class Views:
    """The views of one vault."""

    def __init__(self, database: Database) -> None:
        """Take the vault's database."""
        self._database = database
        self.search = SearchIndex(database)

    def put(self, views: Iterable[View]) -> None:
        """Write or replace rows, with their tags and words."""
        new = tuple(views)
        rows = [(view.case, view.shelf, view.rank, view.row) for view in new]
        tags = [(tag, view.case) for view in new for tag in view.tags]
        self._database.execute_many("DELETE FROM view_tags WHERE case_id = ?", [(view.case,) for view in new])
        self._database.execute_many("INSERT OR REPLACE INTO views VALUES (?, ?, ?, ?)", rows)
        self._database.execute_many("INSERT OR IGNORE INTO view_tags VALUES (?, ?)", tags)
        self._database.execute_many("DELETE FROM ready WHERE case_id = ?", [(view.case,) for view in new])
        ready = [(view.case, view.item, view.counted) for view in new if view.item or view.counted]
        self._database.execute_many("INSERT INTO ready VALUES (?, ?, ?)", ready)
        self._database.execute_many("DELETE FROM parts WHERE case_id = ?", [(view.case,) for view in new])
        parts = [(view.place, view.case, view.part) for view in new if view.part]
        self._database.execute_many("INSERT INTO parts VALUES (?, ?, ?)", parts)
        self.search.put((view.case, view.words) for view in new)

    def drop(self, cases: Iterable[str]) -> None:
        """Let rows go, with their tags and words."""
        gone = [(case,) for case in cases]
        self._database.execute_many("DELETE FROM views WHERE case_id = ?", gone)
        self._database.execute_many("DELETE FROM view_tags WHERE case_id = ?", gone)
        self._database.execute_many("DELETE FROM ready WHERE case_id = ?", gone)
        self._database.execute_many("DELETE FROM parts WHERE case_id = ?", gone)
        self.search.put((case, "") for (case,) in gone)

    def get(self, case: str) -> bytes | None:
        """Read one case's row."""
        found = self._database.value("SELECT row FROM views WHERE case_id = ?", (case,))
        return found if isinstance(found, bytes) else None

    def cases(self, shelf: str) -> list[str]:
        """Name the cases on a shelf, in order. A hundred thousand names are a few megabytes."""
        sql = "SELECT case_id FROM views WHERE shelf = ? ORDER BY rank, case_id"
        return [str(case) for (case,) in self._database.rows(sql, (shelf,))]

    def on_shelves(self, cases: Sequence[str]) -> dict[str, list[str]]:
        """Put these cases, some thousands at most, on their shelves, in order."""
        places = ", ".join("?" * len(cases))
        sql = f"SELECT shelf, case_id FROM views WHERE case_id IN ({places}) ORDER BY shelf, rank, case_id"  # noqa: S608 - only question marks are put in
        return _shelved(self._database.rows(sql, tuple(cases)))

    def tagged(self, tag: str) -> list[str]:
        """Name the cases that bear a tag."""
        rows = self._database.rows("SELECT case_id FROM view_tags WHERE tag = ? ORDER BY case_id", (tag,))
        return [str(case) for (case,) in rows]

    def tagged_on_shelves(self, tag: str) -> dict[str, list[str]]:
        """Put the cases that bear a tag on their shelves, in order."""
        # The plus has SQLite go along the shelves, whose index has all that is wanted, and not from row to row.
        sql = """SELECT shelf, case_id FROM views WHERE +case_id IN (SELECT case_id FROM view_tags WHERE tag = ?)
                 ORDER BY shelf, rank, case_id"""
        return _shelved(self._database.rows(sql, (tag,)))

    def tags(self, beginning: str) -> list[tuple[str, str]]:
        """List the tags that begin so, each with the case that bears it."""
        sql = "SELECT tag, case_id FROM view_tags WHERE tag >= ? AND tag < ? ORDER BY tag, case_id"
        return [(str(tag), str(case)) for tag, case in self._database.rows(sql, (beginning, beginning + "\U0010ffff"))]

    def tags_of(self, case: str, beginning: str) -> list[str]:
        """List the tags of one case that begin so."""
        sql = "SELECT tag FROM view_tags WHERE case_id = ? AND tag >= ? AND tag < ? ORDER BY tag"
        return [str(tag) for (tag,) in self._database.rows(sql, (case, beginning, beginning + "\U0010ffff"))]

    def distinct_tags(self, beginning: str) -> list[str]:
        """List the tags that begin so, each once."""
        sql = "SELECT DISTINCT tag FROM view_tags WHERE tag >= ? AND tag < ? ORDER BY tag"
        return [str(tag) for (tag,) in self._database.rows(sql, (beginning, beginning + "\U0010ffff"))]

    def tags_from(self, first: str, beginning: str) -> list[str]:
        """List the tags that begin so, in order, from where this one stands or would stand."""
        sql = "SELECT tag FROM view_tags WHERE tag >= ? AND tag < ? ORDER BY tag"
        return [str(tag) for (tag,) in self._database.rows(sql, (first, beginning + "\U0010ffff"))]

    def tally(self, beginning: str) -> tuple[int, str]:
        """Count the tags that begin so, a tag once for each case that bears it; and say the last of them, or ""."""
        span, where = (beginning, beginning + "\U0010ffff"), "FROM view_tags WHERE tag >= ? AND tag < ?"
        # One question each: only then does SQLite go straight to the last.
        count = self._database.value(f"SELECT count(*) {where}", span)
        return int(str(count)), str(self._database.value(f"SELECT max(tag) {where}", span) or "")

    def rows_of_tags(self, tags: Sequence[str]) -> list[bytes]:
        """Read the rows of all cases that bear one of these tags, each once, in the order of their names."""
        places = ", ".join("?" * len(tags))
        sql = f"SELECT row FROM views WHERE case_id IN (SELECT case_id FROM view_tags WHERE tag IN ({places}))"  # noqa: S608 - only question marks are put in
        found = self._database.rows(f"{sql} ORDER BY case_id", tuple(tags))
        return [row for (row,) in found if isinstance(row, bytes)]

    def items_tagged(self, tag: str) -> list[tuple[bytes, bytes]]:
        """Read the rows of the cases that bear a tag, each with its `item`."""
        sql = """SELECT row, item FROM view_tags JOIN views USING (case_id) JOIN ready USING (case_id)
                 WHERE tag = ? ORDER BY case_id"""
        found = self._database.rows(sql, (tag,))
        return [(row, item) for row, item in found if isinstance(row, bytes) and isinstance(item, bytes)]

    def counted(self) -> list[bytes]:
        """Read what is `counted` of every case of which anything is."""
        found = self._database.rows("SELECT counted FROM ready WHERE counted <> x'' ORDER BY case_id")
        return [counted for (counted,) in found if isinstance(counted, bytes)]

    def parts(self, first: str, last: str) -> list[bytes]:
        """Read the parts from one place to another, both included, in order."""
        sql = "SELECT part FROM parts WHERE place BETWEEN ? AND ? ORDER BY place, case_id"
        return [part for (part,) in self._database.rows(sql, (first, last)) if isinstance(part, bytes)]

    def counts(self) -> dict[str, int]:
        """Say how many cases stand on each shelf that has any."""
        rows = self._database.rows("SELECT shelf, count(*) FROM views GROUP BY shelf")
        return {str(shelf): int(str(count)) for shelf, count in rows}

    def beginning_with(self, prefix: str) -> list[str]:
        """Name the cases whose id begins with these hex digits."""
        sql = "SELECT case_id FROM views WHERE case_id >= ? AND case_id < ? ORDER BY case_id"
        return [str(case) for (case,) in self._database.rows(sql, (prefix, prefix + "g"))]

    def clear(self) -> None:
        """Drop every row, to be made again."""
        self._database.execute("DELETE FROM views")
        self._database.execute("DELETE FROM view_tags")
        self._database.execute("DELETE FROM ready")
        self._database.execute("DELETE FROM parts")
        self.search.clear()


def _shelved(rows: Iterable[tuple[object, ...]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for shelf, case in rows:
        found.setdefault(str(shelf), []).append(str(case))
    return found


class Drafts:
    """What somebody has begun to write, in their own vault."""

    def __init__(self, database: Database) -> None:
        """Take the vault's database."""
        self._database = database

    def save(self, name: str, saved_at: str, content: bytes) -> None:
        """Keep a draft, replacing the one of that name."""
        self._database.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?)", (name, saved_at, content))

    def load(self, name: str) -> bytes | None:
        """Read a draft."""
        found = self._database.value("SELECT content FROM drafts WHERE name = ?", (name,))
        return found if isinstance(found, bytes) else None

    def names(self) -> list[tuple[str, str]]:
        """List the drafts, each with when it was saved, newest first."""
        rows = self._database.rows("SELECT name, saved_at FROM drafts ORDER BY saved_at DESC, name")
        return [(str(name), str(at)) for name, at in rows]

    def discard(self, name: str) -> None:
        """Let a draft go."""
        self._database.execute("DELETE FROM drafts WHERE name = ?", (name,))

    def discard_of(self, case: str) -> None:
        """Let go every draft whose name begins with a case's."""
        self._database.execute("DELETE FROM drafts WHERE name GLOB ?", (f"*{case}*",))
