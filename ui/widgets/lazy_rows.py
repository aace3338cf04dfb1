# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Any number of rows, of which only those on the screen are fetched.

All ids are in memory, in order; the rows come in pages of 64 when they are looked at. Sorting is another order of the
ids. That is about 190 times as quick as sorting a proxy model of 100,000 rows (dependencies.md, D).
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

from typing_extensions import override

_PAGE = 64
_PAGES_KEPT = 16

Row = TypeVar("Row")


class LazyRows(Sequence[Row], Generic[Row]):
    """A sequence of rows. `fetch` gets some ids and returns their rows in the same order; it must not be slow."""

    def __init__(self, ids: Sequence[str], fetch: Callable[[Sequence[str]], Sequence[Row]]) -> None:
        self.ids = ids
        self._fetch = fetch
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    @override
    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    @override
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        number = at if at >= 0 else at + len(self)
        if not 0 <= number < len(self):
            raise IndexError(at)
        return self._page(number // _PAGE)[number % _PAGE]

    def _page(self, number: int) -> Sequence[Row]:
        if number not in self._pages:
            self._pages[number] = self._fetch(self.ids[number * _PAGE : (number + 1) * _PAGE])
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number]
