# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Covered words are looked for in a file's plain bytes (F55)."""

import pytest

from desktop.access.files import holds_words


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_name_is_found_in_each_encoding_of_text_and_in_any_case(encoding: str) -> None:
    assert holds_words(b"\xff\xd8\0" + "seen by JOE LINDQVIST".encode(encoding), ["Joe Lindqvist"])


def test_initials_are_found_in_a_text_and_not_by_chance_in_a_picture() -> None:
    assert holds_words(b"with K.B. there", ["K.B."])
    assert not holds_words(b"\xff\xd8\0 k.b. \xfe", ["K.B."])


def test_a_file_without_them_is_let_through() -> None:
    assert not holds_words(b"nobody else", ["Joe Lindqvist", "K.B."])
