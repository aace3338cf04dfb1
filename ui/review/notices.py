# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the reviewers' side says in passing, at its foot: recorded, saved (with the way to the folder), copied."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.review.records import Saved
from ui.review.words import Said, say, say_count
from ui.theme.source import ThemeSource
from ui.widgets.toast import Toast


class Notices(QObject):
    """The toast of one window, and what is behind its button."""

    folder_asked = Signal(str)
    """The folder of this file is to be shown by the system."""
    copy_asked = Signal(str)
    """This reference is to be put on the clipboard."""

    def __init__(self, theme: ThemeSource, side: QWidget) -> None:
        super().__init__(side)
        self._saved: Saved | None = None
        self._toast = Toast(theme, side)
        self._toast.action_chosen.connect(self._open_folder)

    @Slot(str)
    def tell(self, words: str) -> None:
        """Say something."""
        self._toast.show_note(words)

    @Slot(object)
    def tell_saved(self, saved: Saved) -> None:
        """A file was saved: say so, and how many pages it has where it has pages."""
        self._saved = saved
        words = say_count(Said.PDF_SAVED_ONE, Said.PDF_SAVED, saved.pages) if saved.pages else say(Said.LIST_SAVED)
        self._toast.show_note(words, say(Said.OPEN_FOLDER))

    @Slot(str)
    def copy(self, reference: str) -> None:
        """Have a reference copied, and say so."""
        self.copy_asked.emit(reference)
        self._toast.show_note(say(Said.COPIED))

    def take_focus(self) -> None:
        """Move to what is being said."""
        self._toast.take_focus()

    @Slot()
    def _open_folder(self) -> None:
        if self._saved is not None:
            self.folder_asked.emit(str(self._saved.path))
