# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Puts words on the clipboard for a minute, out of the reach of clipboard histories, and takes them off again."""

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot

from ui.theme.source import ThemeSource

CLEAR_AFTER_MS = 60_000

# What clipboard histories look for before they keep something: KDE's, then those of Windows 10 and later.
_SECRETS = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\x00\x00\x00\x00",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\x00\x00\x00\x00",
}


class ShortClipboard(QObject):
    """The clipboard of one application. What somebody else has put there since is left alone."""

    def __init__(self, theme: ThemeSource, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = theme.application.clipboard()
        self._copied = ""
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(CLEAR_AFTER_MS)
        self._clock.timeout.connect(self.clear)
        # Also when the program ends before that: nothing would take them off, and Qt may outlive what it was handed.
        theme.application.aboutToQuit.connect(self.clear)

    def copy(self, words: str) -> None:
        """Put words there for a minute."""
        content = QMimeData()
        content.setText(words)
        for kind, mark in _SECRETS.items():
            content.setData(kind, mark)
        self._copied = words
        self._clipboard.setMimeData(content)
        self._clock.start()

    @Slot()
    def clear(self) -> None:
        """Take our words off the clipboard now, if they are still there."""
        self._clock.stop()
        if self._copied and self._clipboard.text() == self._copied:
            self._clipboard.clear()
        self._copied = ""
