# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files on a page of questions: a button to choose some, each with its size and a way to take it out (ux.md S2).

They are read where this window is not kept waiting, stand in the filling beside what was typed, and are sent with it.
"""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.attaching.adding import Attached, check_together
from desktop.attaching.kinds import Carries
from desktop.faults import KnownError, explain_fault
from desktop.forms import Attach, fill
from desktop.forms.filling import Filling
from ui.forms.kit import FormKit, ReadFile
from ui.forms.words import Form, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.announcing import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.check_list import CheckBox
from ui.widgets.dropping import drop
from ui.widgets.file_dialogs import ask_to_open_several
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row
from ui.widgets.link_button import LinkButton
from ui.widgets.sizes import size_words
from ui.widgets.text_flow import TextStyle

FILES = "files"
"""The name under which this stands among a page's fields."""

_SMALL = TextStyle("small", "text.secondary")


class AttachBlock(QWidget):
    """The files of one form."""

    changed = Signal(str)
    """A file was added or taken out: the name of this block."""
    bug = Signal(object)
    """A file could not be read, through a fault of ours: the exception."""

    def __init__(
        self, kit: FormKit, filling: Filling, attach: Attach, read: ReadFile, words: Mapping[str, str]
    ) -> None:
        super().__init__()
        self._theme = kit.theme
        self._filling = filling
        self._attach = attach
        self._read = read
        self._coming = 0
        self._rows: list[_FileRow] = []
        self.button = Button(kit.theme, attach.label, icon=Icon.PAPERCLIP)
        limits = say(Form.FILE_LIMITS, most=str(attach.most), megabytes=str(attach.megabytes))
        self._warning = PlainLabel(kit.theme, "", _SMALL, wrap=True)
        self._refusal = Banner(kit.theme, Tone.WARN, "")
        self._refusal.hide()
        self._list = Column(kit.theme, gap=1)
        self._details = CheckBox(kit.theme, say(Form.KEEP_DETAILS), say(Form.DETAILS_GO))
        self._details.setChecked(filling.keeps_details)
        self._draft = PlainLabel(kit.theme, say(Form.FILES_NOT_IN_DRAFT), _SMALL, wrap=True)
        column = Column(kit.theme, Aligned(self.button, Qt.AlignmentFlag.AlignLeft), gap=2)
        column.add(PlainLabel(kit.theme, limits, _SMALL, wrap=True), self._warning, self._refusal, self._list)
        column.add(self._details, self._draft)
        self.setLayout(column)
        self.refill(words)
        self._show_files()
        self.button.clicked.connect(self.choose)
        self._details.toggled.connect(self._keep_details)

    def refill(self, words: Mapping[str, str]) -> None:
        """Fill the placeholders of the warning anew."""
        self._warning.show_words(fill(self._attach.warning, words))

    @Slot()
    def choose(self) -> None:
        """Ask which files."""
        if not self.button.is_busy:
            ask_to_open_several(self, say(Form.CHOOSE_FILES), "", self.add)

    @Slot(list)
    def add(self, paths: list[str]) -> None:
        """Read these files and add those that may be."""
        self._refusal.hide()
        self._coming += len(paths)
        if paths:
            self.button.set_busy(say(Form.ADDING))
        for path in paths:
            self._read(self, Path(path), self._attach, self._take, self._refuse)

    def _take(self, added: Attached) -> None:
        try:
            check_together([*self._filling.files, added], self._attach)
        except KnownError as error:
            self._refuse(error)
            return
        self._filling.files.append(added)
        self._settle()
        self._show_files()
        announce(self, say(Form.ADDED, name=added.name))
        self.changed.emit(FILES)

    def _refuse(self, error: Exception) -> None:
        self._settle()
        if isinstance(error, KnownError):
            fault = explain_fault(error)
            self._refusal.show_message(Tone.WARN, f"{fault.record} {fault.do}", lead=fault.happened)
            self._refusal.show()
        else:
            self.bug.emit(error)

    def _settle(self) -> None:
        self._coming -= 1
        if not self._coming:
            self.button.set_ready()

    @Slot(object)
    def _take_out(self, removed: Attached) -> None:
        self._filling.files.remove(removed)
        self._refusal.hide()
        self._show_files()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, say(Form.REMOVED, name=removed.name))
        self.changed.emit(FILES)

    @Slot()
    def _keep_details(self) -> None:
        self._filling.keeps_details = self._details.isChecked()

    def _show_files(self) -> None:
        for row in self._rows:
            drop(row)
        files = self._filling.files
        self._rows = [_FileRow(self._theme, each) for each in files]
        for row in self._rows:
            row.remove_asked.connect(self._take_out)
            self._list.add(row)
        self._details.setVisible(any(each.has_details for each in files))
        self._draft.setVisible(bool(files))


class _FileRow(QWidget):
    remove_asked = Signal(object)

    def __init__(self, theme: ThemeSource, added: Attached) -> None:
        super().__init__()
        self._added = added
        picture = added.kind.word == "Picture"
        icon = IconLabel(theme, Icon.IMAGE if picture else Icon.FILE_TEXT, "text.secondary", beside="body")
        remove = LinkButton(theme, say(Form.REMOVE), name=say(Form.REMOVE_FILE, name=added.name))
        remove.clicked.connect(self._remove)
        said = f"{added.kind.word}, {size_words(len(added.data))}"
        words = Column(theme, PlainLabel(theme, added.name, "body", wrap=True), gap=0)
        words.add(PlainLabel(theme, " ".join((f"{said}.", *_carried(added))), _SMALL, wrap=True))
        holder = QWidget()
        holder.setLayout(words)
        top = Qt.AlignmentFlag.AlignTop
        self.setLayout(Row(theme, Aligned(icon, top), Growing(holder), Aligned(remove, top), gap=2))

    @Slot()
    def _remove(self) -> None:
        self.remove_asked.emit(self._added)


def _carried(added: Attached) -> tuple[str, ...]:
    """What a file may tell of whoever made it, where that cannot be taken out."""
    match added.kind.carries:
        case Carries.PLACE if not added.kind.strip:
            return (say(Form.TELLS_PLACE),)
        case Carries.AUTHOR:
            return (say(Form.TELLS_AUTHOR),)
        case _:
            return ()
