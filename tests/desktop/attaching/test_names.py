# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.attaching.kinds import table
from desktop.attaching.names import NAME_MAX, safe_name

RESERVED = table().reserved


@pytest.mark.parametrize(
    ("given_name", "safe"),
    [
        ("photo.jpg", "photo.jpg"),
        ("photo.JPG", "photo.jpg"),
        ("letter.pdf", "letter.jpg"),
        ("invoice.pdf.exe", "invoice.pdf.jpg"),
        ("..\\..\\Windows\\win.ini", "win.jpg"),
        ("/etc/passwd", "passwd.jpg"),
        ("gpj.\u202eexe", "gpj.jpg"),
        ("CON", "file CON.jpg"),
        ("nul.txt", "file nul.jpg"),
        ("", "file.jpg"),
        (" . ", "file.jpg"),
        ("a<b>:c|d?.jpg", "a b c d.jpg"),
        ("Mr. Brown at the gate", "Mr. Brown at the gate.jpg"),
        ("тест ☕.png", "тест ☕.jpg"),
    ],
)
def test_a_name_becomes_safe(given_name: str, safe: str) -> None:
    assert safe_name(given_name, ".jpg", RESERVED) == safe


@given(st.text(max_size=300))
def test_any_name_becomes_safe(name: str) -> None:
    safe = safe_name(name, ".jpg", RESERVED)
    assert len(safe) <= NAME_MAX
    assert safe.endswith(".jpg")
    assert safe.partition(".")[0].strip().lower() not in RESERVED
    assert not set('<>:"/\\|?*').intersection(safe)
    assert not {unicodedata.category(letter) for letter in safe}.intersection({"Cc", "Cf", "Cs", "Zl", "Zp"})
    assert safe == safe.strip(" .")
