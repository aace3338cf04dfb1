# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What must hold of every file that is committed."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = ("desktop", "ui", "storage", "resources", "installer")
REGISTRIES = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "deb.debian" + ".org")


def committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def source_files() -> list[Path]:
    return [path for path in committed() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in CODE]


def test_no_file_names_a_registry() -> None:
    named = [path for path in committed() if any(host.encode() in path.read_bytes() for host in REGISTRIES)]
    assert named == []


def test_every_source_file_says_its_licence_and_what_it_is_for() -> None:
    silent = [
        path
        for path in source_files()
        if "SPDX-License-Identifier: AGPL-3.0-or-later" not in path.read_text(encoding="utf-8")
        or not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_source_file_is_over_400_lines_and_no_function_over_50() -> None:
    too_long = [path for path in source_files() if len(path.read_text(encoding="utf-8").splitlines()) > 400]
    functions = [
        f"{path.name}:{node.lineno}"
        for path in source_files()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 50
    ]
    assert too_long == []
    assert functions == []


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_every_locked_requirement_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / "installer" / "requirements" / name).read_text(encoding="utf-8")
    pinned = re.findall(r"^[A-Za-z0-9][\w.-]*==\S+", text, flags=re.MULTILINE)
    assert len(pinned) > 10
    assert "://" not in text
    assert all(re.search(rf"^{re.escape(pin)}[^\n]*\\\n\s+--hash=sha256:", text, flags=re.MULTILINE) for pin in pinned)


def test_the_reviewed_list_holds_all_that_runs() -> None:
    lists = {name: (ROOT / "installer" / "requirements" / f"{name}.txt").read_text() for name in ("run", "test")}
    pins = {name: set(re.findall(r"^\S+==\S+", text, flags=re.MULTILINE)) for name, text in lists.items()}
    assert pins["run"] < pins["test"]


NAMED_OTHERWISE = {
    "PySide6": "pyside6-essentials",
    "nacl": "pynacl",
    "docx": "python-docx",
    "markdown_it": "markdown-it-py",
}
"""What a distribution is called, where that is not what it is imported as."""


def imported(path: Path) -> set[str]:
    """The packages that a file imports, ours and the standard library's left out."""
    nodes = [*ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.split(".")[0] for name in plain | named} - {*CODE} - sys.stdlib_module_names


def test_whatever_the_program_imports_is_on_the_list_that_it_runs_with() -> None:
    text = (ROOT / "installer" / "requirements" / "run.txt").read_text(encoding="utf-8")
    pinned = {name.lower() for name in re.findall(r"^([A-Za-z0-9][\w.-]*)==", text, flags=re.MULTILINE)}
    wanted = {name for path in source_files() for name in imported(path)}
    assert {name for name in wanted if NAMED_OTHERWISE.get(name, name.replace("_", "-")) not in pinned} == set()
