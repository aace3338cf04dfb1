# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The icons (Lucide), drawn in a colour of the theme.

`Icon` names every icon that the windows may use; a name outside it does not pass mypy, and `Icon("…")` raises
ValueError, so that none can be missing on a screen. Pictures are kept in Qt's own pixmap cache, per name, size, colour
and device pixel ratio. What an icon means is fixed in ux.md 5.7.
"""

from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

import resources

_STROKE = "1.75"
_STROKE_SMALL = "2"
_SMALL_UP_TO = 16


class Icon(StrEnum):
    """Each shipped icon, named as its file in resources/icons."""

    A_LARGE_SMALL = "a-large-small"
    ARCHIVE = "archive"
    ARROW_DOWN = "arrow-down"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    ARROW_UP = "arrow-up"
    BAN = "ban"
    BOOK_OPEN = "book-open"
    CALENDAR = "calendar"
    CALENDAR_CLOCK = "calendar-clock"
    CHART_SCATTER = "chart-scatter"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CIRCLE_ALERT = "circle-alert"
    CIRCLE_CHECK = "circle-check"
    CIRCLE_HELP = "circle-help"
    CLOCK = "clock"
    CONTRAST = "contrast"
    COPY = "copy"
    CORNER_DOWN_LEFT = "corner-down-left"
    DATABASE = "database"
    DOWNLOAD = "download"
    ELLIPSIS = "ellipsis"
    EXTERNAL_LINK = "external-link"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FILE_CHART_COLUMN = "file-chart-column"
    FILE_TEXT = "file-text"
    FLAG = "flag"
    FOLDER = "folder"
    FOLDER_X = "folder-x"
    FUNNEL = "funnel"
    GIFT = "gift"
    HAND = "hand"
    HARD_DRIVE = "hard-drive"
    HEART_HANDSHAKE = "heart-handshake"
    HISTORY = "history"
    HOURGLASS = "hourglass"
    IMAGE = "image"
    INBOX = "inbox"
    INFO = "info"
    KEY_ROUND = "key-round"
    KEYBOARD = "keyboard"
    LIFE_BUOY = "life-buoy"
    LINK = "link"
    LIST = "list"
    LIST_CHECKS = "list-checks"
    LOADER_CIRCLE = "loader-circle"
    LOCK = "lock"
    LOG_IN = "log-in"
    LOG_OUT = "log-out"
    MAIL_OPEN = "mail-open"
    MAP_PIN = "map-pin"
    MAXIMIZE_2 = "maximize-2"
    MENU = "menu"
    MESSAGE_CIRCLE = "message-circle"
    MESSAGE_SQUARE_QUOTE = "message-square-quote"
    MINUS = "minus"
    MONITOR = "monitor"
    MOON = "moon"
    PAPERCLIP = "paperclip"
    PENCIL = "pencil"
    PHONE = "phone"
    PLUS = "plus"
    PRINTER = "printer"
    QUOTE = "quote"
    REFRESH_CW = "refresh-cw"
    REPLY = "reply"
    ROUTE = "route"
    SAVE = "save"
    SCALE = "scale"
    SCHOOL = "school"
    SCROLL_TEXT = "scroll-text"
    SEARCH = "search"
    SEND = "send"
    SETTINGS = "settings"
    SHIELD_ALERT = "shield-alert"
    SHIELD_CHECK = "shield-check"
    SQUARE_PEN = "square-pen"
    SUN = "sun"
    TRASH_2 = "trash-2"
    TRIANGLE_ALERT = "triangle-alert"
    UNDO_2 = "undo-2"
    UPLOAD = "upload"
    USB = "usb"
    USER_ROUND = "user-round"
    USER_ROUND_CHECK = "user-round-check"
    USER_ROUND_PLUS = "user-round-plus"
    USER_ROUND_X = "user-round-x"
    USERS = "users"
    X = "x"


def icon_pixmap(icon: Icon, size: int, colour: QColor, pixel_ratio: float) -> QPixmap:
    """Draw an icon in a square of `size` logical pixels, sharp on a screen of that device pixel ratio."""
    key = f"candour {icon} {size} {colour.name()} {pixel_ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    pixmap = QPixmap(round(size * pixel_ratio), round(size * pixel_ratio))
    pixmap.setDevicePixelRatio(pixel_ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(icon, size, colour).render(painter, QRectF(0, 0, size, size))
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


def draw_icon(painter: QPainter, rect: QRectF, icon: Icon, colour: QColor) -> None:
    """Draw an icon into a square of a painter that already paints."""
    device = painter.device()
    size = round(rect.width())
    painter.drawPixmap(rect.topLeft(), icon_pixmap(icon, size, colour, device.devicePixelRatio()))


def _renderer(icon: Icon, size: int, colour: QColor) -> QSvgRenderer:
    stroke = _STROKE_SMALL if size <= _SMALL_UP_TO else _STROKE
    svg = resources.text(f"icons/{icon.value}.svg")
    # QtSvg paints currentColor black.
    svg = svg.replace("currentColor", colour.name()).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(svg.encode()))
