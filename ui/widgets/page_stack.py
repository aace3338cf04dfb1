# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages of which one is shown: only that one says how high they are together."""

from PySide6.QtWidgets import QStackedLayout
from typing_extensions import override


class PageStack(QStackedLayout):
    """A stack of pages. Qt would make each as high as the highest, and have what is around them scroll over nothing."""

    @override
    def heightForWidth(self, width: int) -> int:
        page = self.currentWidget()
        return page.heightForWidth(width) if page is not None else -1
