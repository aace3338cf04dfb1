# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The rows of the inbox: all names in order, and of the rows themselves only those that somebody looks at.

A row that is looked at and not here is asked for, with its neighbours; until it comes, its place is empty. What has
changed in the vault is asked for again when it is next looked at, and the old row stands until then.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal, Slot
from typing_extensions import override

from desktop.cases.rows import CaseRow
from ui.review.row_edits import edits
from ui.review.words import Said, say
from ui.widgets.list_row import ROW_ROLE, AnyRow, GroupRow, ListRow

Index = QModelIndex | QPersistentModelIndex
HEADING_ROLE = Qt.ItemDataRole.UserRole + 1
"""Whether a row is a heading. Asking this fetches nothing."""

_AROUND = 32
_KEPT = 2048

Looks = Callable[[CaseRow], ListRow]
Block = tuple[GroupRow | None, Sequence[str]]
"""A heading, or none, and the cases under it."""


class InboxModel(QAbstractListModel):
    """Gives headings and rows to a view. `looks` turns a case's row into what is painted, at this moment."""

    wanted = Signal(object)
    """Rows of these cases (a tuple of ids) are looked at and not here: hand them to `take`."""

    def __init__(self, looks: Looks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._keys: list[str] = []
        self._places: Mapping[str, int] = {}
        self._headings: dict[str, GroupRow] = {}
        self._rows: OrderedDict[str, CaseRow] = OrderedDict()
        self._stale: set[str] = set()
        self._missing: set[int] = set()
        self._asked: set[str] = set()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._ask)

    def show_blocks(self, blocks: Iterable[Block]) -> None:
        """Show these cases. Rows that are in both orders stay where a view has them."""
        keys: list[str] = []
        self._headings = {}
        for number, (heading, ids) in enumerate(blocks):
            if heading is not None:
                key = f"#{number} {heading.title}"
                self._headings[key] = heading
                keys.append(key)
            keys += ids
        out, into = edits(self._keys, keys)
        for edit in out:
            self.beginRemoveRows(QModelIndex(), edit.first, edit.last)
            del self._keys[edit.first : edit.last + 1]
            self.endRemoveRows()
        for edit in into:
            self.beginInsertRows(QModelIndex(), edit.first, edit.last)
            self._keys[edit.first : edit.first] = keys[edit.first : edit.last + 1]
            self.endInsertRows()
        self._places = {key: number for number, key in enumerate(self._keys)}
        self._asked.clear()
        self.touch()

    def forget(self) -> None:
        """Ask again for every row that is looked at; until it comes, the one that is here stands."""
        self._stale.update(self._rows)
        self._asked.clear()
        self.touch()

    def take(self, rows: Iterable[CaseRow]) -> None:
        """Take rows that were asked for."""
        for row in rows:
            self._rows[row.case_id] = row
            self._rows.move_to_end(row.case_id)
            self._stale.discard(row.case_id)
            self._asked.discard(row.case_id)
        while len(self._rows) > _KEPT:
            self._stale.discard(self._rows.popitem(last=False)[0])
        self.touch()

    @Slot()
    def touch(self) -> None:
        """Have every row on the screen painted again: the time has gone on, or how rows look has changed."""
        if self._keys:
            self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))

    def row(self, case_id: str) -> CaseRow | None:
        """The row of a case, if it is here."""
        return self._rows.get(case_id)

    def key(self, index: Index) -> str:
        """The case at an index; empty for a heading or nowhere."""
        key = self._keys[index.row()] if index.isValid() else ""
        return "" if key in self._headings else key

    def find(self, case_id: str) -> QModelIndex:
        """Where a case stands; an invalid index when it is not listed."""
        return self.index(self._places[case_id]) if case_id in self._places else QModelIndex()

    def search(self, typed: str, after: int) -> QModelIndex:
        """The next case whose painted title begins so, from a row on and round; only rows that are here count."""
        count, wanted = len(self._keys), typed.casefold()
        for number in (place % count for place in range(after, after + count)):
            row = self._rows.get(self._keys[number])
            if row is not None and self._looks(row).title.casefold().startswith(wanted):
                return self.index(number)
        return QModelIndex()

    @property
    def has_headings(self) -> bool:
        """Whether there are headings, so that not all rows are of one height."""
        return bool(self._headings)

    @property
    def first(self) -> QModelIndex:
        """The first case; an invalid index when there is none."""
        number = next((number for number, key in enumerate(self._keys) if key not in self._headings), -1)
        return self.index(number)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._keys)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == HEADING_ROLE:
            return self._keys[index.row()] in self._headings
        if role not in (ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._look(index.row())
        if role == ROW_ROLE:
            return row
        if row is None:
            return say(Said.LOADING)
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else row.title

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._keys[index.row()] in self._headings:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _look(self, number: int) -> AnyRow | None:
        key = self._keys[number]
        if key in self._headings:
            return self._headings[key]
        row = self._rows.get(key)
        if (row is None or key in self._stale) and key not in self._asked:
            self._missing.add(number)
            self._later.start()
        return None if row is None else self._looks(row)

    @Slot()
    def _ask(self) -> None:
        """Ask for what was looked at, with what stands around it, once."""
        numbers = {near for number in self._missing for near in range(number - _AROUND, number + _AROUND)}
        self._missing.clear()
        keys = (self._keys[number] for number in sorted(numbers) if 0 <= number < len(self._keys))
        ids = [key for key in keys if self._lacks(key)]
        self._asked.update(ids)
        if ids:
            self.wanted.emit(tuple(ids))

    def _lacks(self, key: str) -> bool:
        known = key in self._rows and key not in self._stale
        return not known and key not in self._headings and key not in self._asked
