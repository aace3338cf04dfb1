# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a process gives away when it dies or is looked into, and what may be told of a bug."""

import subprocess
import sys

import pytest

from desktop.hardening import bug_report

SECRET = "Tom Ashby gave L.M. a lift"
LOOK = """
import ctypes, resource
from desktop.hardening import harden_process
harden_process()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="core dumps and prctl are Linux's")
def test_a_hardened_process_leaves_no_core_and_is_not_looked_into() -> None:
    ran = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    assert ran.stdout == "(0, 0) 0\n"


@pytest.fixture
def report() -> str:
    """What may be told of an error that holds somebody's words, raised two calls deep."""
    with pytest.raises(KeyError) as caught:
        deeper({SECRET: SECRET})
    caught.value.add_note(SECRET)
    return bug_report(caught.value, "1.2.3")


def deeper(words: dict[str, str]) -> None:
    words.pop("something " + SECRET)


def test_a_bug_is_told_by_its_kind_and_version(report: str) -> None:
    assert report.startswith("Candour 1.2.3, Python 3.")
    assert "\nKeyError\n" in report


def test_a_bug_is_told_by_file_line_and_function(report: str) -> None:
    assert report.splitlines()[-1].startswith("  test_hardening.py:")
    assert report.endswith(" deeper")


def test_nobodys_words_and_no_folders_are_told(report: str) -> None:
    assert SECRET not in report
    assert "words.pop" not in report
    assert "/" not in report


def test_an_error_that_was_never_raised_has_no_places() -> None:
    assert bug_report(ValueError(SECRET), "1").splitlines()[1:] == ["ValueError"]
