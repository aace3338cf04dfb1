# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Asking for a file or a folder: without blocking the window, and with the answer as a path.

Where the system has no such dialog, Qt shows its own. That one asks and complains in boxes that stop the window until
they are answered, and ends the program if the page behind them goes meanwhile. So nothing here lets it come to that.
"""

from collections.abc import Callable
from pathlib import Path, PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from typing_extensions import override

from ui.widgets.announcing import announce
from ui.widgets.words import Said, say

Chosen = Callable[[str], None]
SeveralChosen = Callable[[list[str]], None]
_MODE = QFileDialog.FileMode


def ask_to_open(parent: QWidget, title: str, kinds: str, chosen: Chosen) -> None:
    """Ask for a file to be read. `chosen` is a slot; it is not called when nothing is chosen."""
    dialog = _to_open(parent, title, kinds, _MODE.ExistingFile)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def ask_to_open_several(parent: QWidget, title: str, kinds: str, chosen: SeveralChosen) -> None:
    """Ask for one file or more to be read."""
    dialog = _to_open(parent, title, kinds, _MODE.ExistingFiles)
    dialog.filesSelected.connect(chosen)
    dialog.open()


def ask_for_folder(parent: QWidget, title: str, chosen: Chosen) -> None:
    """Ask for a folder."""
    dialog = _FileDialog(parent, title)
    dialog.setFileMode(_MODE.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def ask_to_save(parent: QWidget, title: str, kinds: str, name: str, chosen: Chosen) -> None:
    """Ask where something is to be saved. `name` is proposed; its ending is that of a name typed without one.

    Nothing is ever written over, so nobody is asked whether it may be: the page says that the name is taken.
    """
    dialog = _FileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    if kinds:
        dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(PurePath(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def _to_open(parent: QWidget, title: str, kinds: str, mode: QFileDialog.FileMode) -> "_FileDialog":
    dialog = _FileDialog(parent, title)
    dialog.setFileMode(mode)
    dialog.setOption(QFileDialog.Option.ReadOnly)  # Delete in the list is for the list's files, not for a typed name
    if kinds:
        dialog.setNameFilter(kinds)
    return dialog


class _FileDialog(QFileDialog):
    """The system's dialog, or Qt's own."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @override
    def accept(self) -> None:
        field = self.findChild(QLineEdit)  # only Qt's own has one
        is_new = self.fileMode() is _MODE.AnyFile
        if field is None or is_new or all(Path(file).exists() for file in self.selectedFiles()):
            super().accept()
            return
        words = say(Said.NO_SUCH_FOLDER if self.fileMode() is _MODE.Directory else Said.NO_SUCH_FILE)
        self.setLabelText(QFileDialog.DialogLabel.FileName, words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        announce(field, words, assertive=True)
