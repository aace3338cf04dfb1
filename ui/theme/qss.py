# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one application style sheet, made from a theme.

It dresses Qt's standard controls; the widgets that Candour paints itself read the theme when they paint. Three dynamic
properties are all that it knows of our widgets: `surface` (a ground, see `_surfaces`), `ground` (what a list stands on:
none or framed) and the marks of `ui.widgets.marking` (an answer that needs another look, a choice not yet made).
"""

from collections.abc import Iterable

from ui.theme.theme import Theme


def style_sheet(theme: Theme) -> str:
    """Write the style sheet for a theme."""
    parts = (_surfaces, _fields, _combo, _scroll_bars, _views, _small_things)
    return "\n".join(rule for part in parts for rule in part(theme))


def _rule(selector: str, *declarations: str) -> str:
    return f"{selector} {{ {'; '.join(declarations)} }}"


def _colours(theme: Theme, ground: str, words: str) -> str:
    return f"background: {theme.colours[ground]}; color: {theme.colours[words]}"


def _line(theme: Theme, token: str, width: int | None = None) -> str:
    return f"{theme.border.control if width is None else width}px solid {theme.colours[token]}"


def _surfaces(theme: Theme) -> Iterable[str]:
    divider = f"{theme.border.divider}px solid {theme.colours['line.divider']}"
    rounded = f"border-radius: {theme.radius.card}px"
    for name in ("panel", "canvas", "sunken", "nav"):
        yield _rule(f'[surface="{name}"]', f"background: {theme.colours[f'surface.{name}']}", "border: 0")
    yield _rule('[surface="card"]', f"background: {theme.colours['surface.panel']}", f"border: {divider}", rounded)
    warned = _line(theme, "status.warn.strong", theme.border.divider)
    yield _rule('[surface="warned"]', f"background: {theme.colours['surface.panel']}", f"border: {warned}", rounded)
    yield _rule(
        '[surface="popup"]', f"background: {theme.colours['surface.panel']}", f"border: {_line(theme, 'line.control')}"
    )
    yield _rule('[surface="strip"]', f"background: {theme.colours['action.soft']}", "border: 0")
    yield _rule('[surface="line"]', f"background: {theme.colours['line.divider']}", "border: 0")
    yield _rule('[surface="highlight"]', f"background: {theme.colours['action.soft']}", f"border: {divider}", rounded)
    yield _rule('[surface="soft"]', f"background: {theme.colours['action.soft']}", "border: 0", rounded)
    yield _rule(
        '[surface="toast"]',
        f"background: {theme.colours['toast.fill']}",
        "border: 0",
        f"border-radius: {theme.radius.control}px",
    )
    yield _rule("QDialog", f"background: {theme.colours['surface.panel']}")
    yield _rule("QGroupBox", "border: 0", "margin: 0", "padding: 0")


def _fields(theme: Theme) -> Iterable[str]:
    radius = f"border-radius: {theme.radius.control}px"
    strong = theme.border.control_error
    yield _rule(
        "QLineEdit, QPlainTextEdit",
        _colours(theme, "surface.panel", "text.primary"),
        f"border: {_line(theme, 'line.control')}",
        radius,
        # QLineEdit itself keeps two pixels free at both ends.
        f"padding: 0 {theme.space(3) - 2}px",
        f"placeholder-text-color: {theme.colours['text.tertiary']}",
        f"selection-background-color: {theme.colours['action.primary']}",
        f"selection-color: {theme.colours['text.onPrimary']}",
    )
    yield _rule("QPlainTextEdit", "padding: 0")
    yield _rule(
        'QLineEdit[readOnly="true"]',
        _colours(theme, "surface.sunken", "text.primary"),
        f"border: {_line(theme, 'line.divider', theme.border.divider)}",
    )
    yield _rule('QPlainTextEdit[readOnly="true"]', "background: transparent", "border: 0")
    yield _rule(
        "QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled",
        _colours(theme, "action.disabledFill", "action.disabledText"),
        f"border: {_line(theme, 'line.divider', theme.border.divider)}",
    )
    for kind in ("QLineEdit", "QPlainTextEdit", "QComboBox"):
        yield _rule(f'{kind}[invalid="true"]', f"border: {_line(theme, 'status.danger.strong', strong)}")


def _combo(theme: Theme) -> Iterable[str]:
    yield _rule(
        "QComboBox",
        _colours(theme, "surface.panel", "text.primary"),
        f"border: {_line(theme, 'line.control')}",
        f"border-radius: {theme.radius.control}px",
        f"padding: 0 {theme.space(8)}px 0 {theme.space(3)}px",
    )
    yield _rule('QComboBox[empty="true"]', f"color: {theme.colours['text.tertiary']}")
    yield _rule("QComboBox::drop-down", "border: 0", "width: 0")
    yield _rule("QComboBox::down-arrow", "image: none")
    yield _rule(
        "QComboBox QAbstractItemView, QListView#suggestions",
        _colours(theme, "surface.panel", "text.primary"),
        f"border: {_line(theme, 'line.control')}",
        "outline: 0",
        *_selection(theme),
    )
    yield _rule(
        "QComboBox QAbstractItemView::item, QListView#suggestions::item",
        f"min-height: {theme.size.field_compact}px",
        f"padding: 0 {theme.space(3)}px",
    )


def _scroll_bars(theme: Theme) -> Iterable[str]:
    width, gap = theme.size.scrollbar, theme.space(1) // 2
    yield _rule("QScrollArea", "background: transparent", "border: 0")
    yield _rule("QScrollBar", "background: transparent", "border: 0")
    yield _rule("QScrollBar:vertical", f"width: {width + gap}px", f"margin: {gap}px {gap}px {gap}px 0")
    yield _rule("QScrollBar:horizontal", f"height: {width + gap}px", f"margin: 0 {gap}px {gap}px {gap}px")
    yield _rule(
        "QScrollBar::handle",
        f"background: {theme.colours['line.control']}",
        f"border-radius: {width // 2}px",
        f"min-height: {theme.space(8)}px",
        f"min-width: {theme.space(8)}px",
    )
    yield _rule("QScrollBar::add-line, QScrollBar::sub-line", "width: 0", "height: 0")
    yield _rule("QScrollBar::add-page, QScrollBar::sub-page", "background: transparent")


def _views(theme: Theme) -> Iterable[str]:
    divider = _line(theme, "line.divider", theme.border.divider)
    yield _rule(
        "QListView, QTableView",
        _colours(theme, "surface.panel", "text.primary"),
        "border: 0",
        "outline: 0",
        f"gridline-color: {theme.colours['line.divider']}",
        *_selection(theme),
    )
    yield _rule('QListView[ground="none"]', "background: transparent")
    yield _rule(
        'QListView[ground="framed"]',
        f"border: {_line(theme, 'line.control')}",
        f"border-radius: {theme.radius.control}px",
    )
    yield _rule("QTableView", f"border: {divider}", f"border-radius: {theme.radius.card}px")
    yield _rule("QCalendarWidget QTableView", "border: 0", "border-radius: 0")
    yield _rule("QHeaderView", "background: transparent", "border: 0")


def _selection(
    theme: Theme, ground: str = "selection-background-color", words: str = "selection-color"
) -> tuple[str, str]:
    # Rows that we paint ourselves show selection by a bar as well; a standard view has only its two colours.
    high = theme.high_contrast
    return (
        f"{ground}: {theme.colours['action.primary' if high else 'surface.selected']}",
        f"{words}: {theme.colours['text.onPrimary' if high else 'text.primary']}",
    )


def _small_things(theme: Theme) -> Iterable[str]:
    yield _rule(
        "QToolTip",
        _colours(theme, "toast.fill", "toast.text"),
        f"border: {_line(theme, 'toast.text')}",
        f"padding: {theme.space(1)}px {theme.space(2)}px",
    )
    yield _rule(
        "QProgressBar",
        f"background: {theme.colours['line.divider']}",
        "border: 0",
        f"border-radius: {theme.size.progress_bar // 2}px",
    )
    yield _rule(
        "QProgressBar::chunk",
        f"background: {theme.colours['action.primary']}",
        f"border-radius: {theme.size.progress_bar // 2}px",
    )
    yield _rule(
        "QMenu",
        _colours(theme, "surface.panel", "text.primary"),
        f"border: {_line(theme, 'line.control')}",
        f"padding: {theme.space(1)}px",
    )
    yield _rule("QMenu::item", f"padding: {theme.space(2)}px {theme.space(4)}px")
    yield _rule("QMenu::item:selected", *_selection(theme, "background", "color"))
