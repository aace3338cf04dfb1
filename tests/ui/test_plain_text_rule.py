# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody wrote must never be read as mark-up, and nothing may block or hold on to a page.

Qt's labels, tooltips and message boxes guess whether a text is HTML, and HTML opens files and shares (security.md
3.14). The rules are read from the syntax tree of every module in ui/; each is proved by an offence planted here.
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import ui

ROOT = Path(ui.__file__).parent
WIDGETS = "widgets/"

# Who may do what the others may not: the modules that make it safe.
MAY_DERIVE_LABELS = {"widgets/labels.py", "widgets/tag.py", "widgets/clock_label.py", "widgets/mark.py"}
MAY_SET_TEXT = {
    f"widgets/{name}.py"
    for name in ("labels", "button", "link_button", "line_input", "passphrase_input", "date_field", "time_band_field")
} | {"staff/clipboard.py"}  # which fills no label but the clipboard, as plain text
MAY_SET_TOOLTIPS = {"widgets/tooltips.py"}
MAY_EXECUTE = {"app.py", "stalls.py", "tour/tour.py"}  # each runs the one event loop of its process

BANNED_NAMES = {
    "QTextEdit",
    "QTextBrowser",
    "QMessageBox",
    "QErrorMessage",
    "QInputDialog",
    "QStaticText",
    "RichText",
    "AutoText",
    "MarkdownText",
}
BANNED_CALLS = {
    "setHtml",
    "insertHtml",
    "appendHtml",
    "setMarkdown",
    "exec",
    "exec_",
    "processEvents",
    "instance",
    "showText",
}
TOOLTIPS = {"setToolTip", "setStatusTip", "setWhatsThis"}
TRANSLATORS = {"tr", "translate", "QT_TRANSLATE_NOOP"}

Rule = Callable[[ast.AST, str], bool]


def called(node: ast.AST) -> str:
    """The last name of what is called: "exec" for box.exec()."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def arguments(node: ast.AST) -> list[ast.expr]:
    return [*node.args, *(word.value for word in node.keywords)] if isinstance(node, ast.Call) else []


def is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant)


def makes_a_label(node: ast.AST, module: str) -> bool:
    return called(node) == "QLabel"


def derives_a_label(node: ast.AST, module: str) -> bool:
    if not isinstance(node, ast.ClassDef) or module in MAY_DERIVE_LABELS:
        return False
    return any(getattr(base, "id", getattr(base, "attr", "")) == "QLabel" for base in node.bases)


def sets_text(node: ast.AST, module: str) -> bool:
    literal = all(is_literal(argument) for argument in arguments(node))
    return called(node) == "setText" and module not in MAY_SET_TEXT and not literal and not is_of_the_clipboard(node)


def is_of_the_clipboard(node: ast.AST) -> bool:
    """Whether it is a method of `….clipboard()`, which holds words as plain text and shows them nowhere."""
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and called(node.func.value) == "clipboard"
    )


def sets_a_tooltip(node: ast.AST, module: str) -> bool:
    literal = all(is_literal(argument) for argument in arguments(node))
    return called(node) in TOOLTIPS and module not in MAY_SET_TOOLTIPS and not literal


def names_what_is_banned(node: ast.AST, module: str) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    imported = {alias.name for alias in node.names} if isinstance(node, ast.ImportFrom) else set()
    return bool(BANNED_NAMES & {name, *imported})


def calls_what_is_banned(node: ast.AST, module: str) -> bool:
    return called(node) in BANNED_CALLS and not (called(node) == "exec" and module in MAY_EXECUTE)


def styles_by_itself(node: ast.AST, module: str) -> bool:
    return called(node) == "setStyleSheet" and not module.startswith("theme/")


def translates_what_is_filled_in(node: ast.AST, module: str) -> bool:
    built = (ast.JoinedStr, ast.BinOp)
    return called(node) in TRANSLATORS and any(
        isinstance(argument, built) or called(argument) == "format" for argument in arguments(node)
    )


def connects_a_lambda_that_holds_self(node: ast.AST, module: str) -> bool:
    lambdas = [argument for argument in arguments(node) if isinstance(argument, ast.Lambda)]
    inside = (name for one in lambdas for name in ast.walk(one))
    return called(node) == "connect" and any(isinstance(name, ast.Name) and name.id == "self" for name in inside)


RULES: tuple[Rule, ...] = (
    makes_a_label,
    derives_a_label,
    sets_text,
    sets_a_tooltip,
    names_what_is_banned,
    calls_what_is_banned,
    styles_by_itself,
    translates_what_is_filled_in,
    connects_a_lambda_that_holds_self,
)

PLANTED = {
    "label = QLabel(name)": makes_a_label,
    "label = QtWidgets.QLabel('safe')": makes_a_label,
    "class Mine(QLabel): pass": derives_a_label,
    "label.setText(person.name)": sets_text,
    "label.setText(f'{name} wrote')": sets_text,
    "row.setToolTip(name)": sets_a_tooltip,
    "row.setStatusTip(name)": sets_a_tooltip,
    "row.setWhatsThis(name)": sets_a_tooltip,
    "view = QTextEdit()": names_what_is_banned,
    "from PySide6.QtWidgets import QTextBrowser": names_what_is_banned,
    "from PySide6.QtWidgets import QMessageBox": names_what_is_banned,
    "label.setTextFormat(Qt.TextFormat.RichText)": names_what_is_banned,
    "painter.drawStaticText(0, 0, QStaticText(name))": names_what_is_banned,
    "document.setHtml('<b>no</b>')": calls_what_is_banned,
    "dialog.exec()": calls_what_is_banned,
    "menu.exec_(place)": calls_what_is_banned,
    "app.processEvents()": calls_what_is_banned,
    "app = QApplication.instance()": calls_what_is_banned,
    "QToolTip.showText(place, name)": calls_what_is_banned,
    "self.setStyleSheet('color: red')": styles_by_itself,
    "self.tr(f'{count} reports')": translates_what_is_filled_in,
    "translate('staff', 'Sent by {}'.format(name))": translates_what_is_filled_in,
    "self.tr('Sent by %s' % name)": translates_what_is_filled_in,
    "self.tr('Sent by ' + name)": translates_what_is_filled_in,
    "button.clicked.connect(lambda: self.send(1))": connects_a_lambda_that_holds_self,
}

HARMLESS = (
    "label = PlainLabel(theme, name)",
    "label.setText('')",
    "application.clipboard().setText(report)",
    "button.clicked.connect(self.send)",
    "self.tr('Sent by {name}').format(name=name)",
    "rows = sorted(people, key=lambda person: person.name)",
)


def offences(source: str, module: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(source)):
        for rule in RULES:
            if rule(node, module):
                yield rule.__name__, getattr(node, "lineno", 0)


@pytest.mark.parametrize("source", PLANTED)
def test_a_planted_offence_is_caught_by_its_rule(source: str) -> None:
    assert PLANTED[source].__name__ in {name for name, _ in offences(source, "staff/page.py")}


@pytest.mark.parametrize("source", HARMLESS)
def test_what_is_harmless_passes(source: str) -> None:
    assert list(offences(source, "staff/page.py")) == []


def test_every_rule_has_a_planted_offence() -> None:
    assert set(PLANTED.values()) == set(RULES)


@pytest.mark.parametrize("file", sorted(ROOT.rglob("*.py")), ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_module_of_the_windows_keeps_the_rules(file: Path) -> None:
    module = file.relative_to(ROOT).as_posix()
    assert list(offences(file.read_text(encoding="utf-8"), module)) == []


def test_every_exception_is_a_module_that_exists() -> None:
    assert all((ROOT / name).exists() for name in MAY_DERIVE_LABELS | MAY_SET_TEXT | MAY_SET_TOOLTIPS | MAY_EXECUTE)
