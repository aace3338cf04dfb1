# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The first page comes without the libraries that only documents need: they take longer to load than all the rest."""

import subprocess
import sys

HEAVY = {"reportlab", "PIL"}
ALSO = {"numpy", "highspy", "pikepdf", "pypdfium2", "docx", "xlsxwriter", "markdown_it"}


def loaded(module: str) -> set[str]:
    """The packages that a fresh process has once it has loaded a module."""
    script = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_window_loads_nothing_that_only_documents_need() -> None:
    assert not (HEAVY | ALSO) & loaded("ui.shell.window")


def test_what_makes_a_document_does_load_it() -> None:
    assert loaded("desktop.exports.cases") >= HEAVY
