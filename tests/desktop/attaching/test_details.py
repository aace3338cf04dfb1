# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a picture tells besides itself is taken out, and the picture stays as it is, point for point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.attaching.adding import read_attached, without_details
from desktop.attaching.jpeg import stripped_jpeg
from desktop.attaching.png import stripped_png
from tests.desktop.attaching.pictures import LANDSCAPE, ON_ITS_SIDE, SECRET, jpeg, pixels, png, way_up

JPEG, PNG = jpeg(ON_ITS_SIDE), png()


@pytest.mark.parametrize("data", [jpeg(), JPEG, PNG], ids=["jpeg", "jpeg on its side", "png"])
def test_only_the_picture_is_left(data: bytes) -> None:
    assert SECRET in data
    attached = read_attached("a picture", data)
    stripped = without_details(attached)
    assert attached.has_details
    assert not stripped.has_details
    assert SECRET not in stripped.data
    assert pixels(stripped.data) == pixels(data)


@pytest.mark.parametrize("way", [LANDSCAPE, ON_ITS_SIDE, 8])
def test_which_way_up_it_is_stays(way: int) -> None:
    assert way_up(without_details(read_attached("a picture", jpeg(way))).data) == way


def test_what_follows_the_end_goes() -> None:
    for data, strip in ((JPEG, stripped_jpeg), (PNG, stripped_png)):
        stripped = strip(data + SECRET)
        assert stripped == strip(data)
        assert stripped is not None


def test_a_thumbnail_goes() -> None:
    extension = b"JFXX\0\x10" + SECRET
    data = JPEG[:2] + b"\xff\xe0" + (len(extension) + 2).to_bytes(2, "big") + extension + JPEG[2:]
    stripped = stripped_jpeg(data)
    assert stripped is not None
    assert SECRET not in stripped


@given(st.integers(0, len(JPEG) - 1), st.integers(0, 255))
def test_a_damaged_jpeg_is_bounded_and_never_longer(at: int, byte: int) -> None:
    stripped = stripped_jpeg(JPEG[:at] + bytes([byte]) + JPEG[at + 1 :])
    assert stripped is None or len(stripped) <= len(JPEG) + 40


@given(st.integers(0, len(JPEG)), st.integers(0, len(PNG)))
def test_what_is_cut_is_no_picture(jpeg_end: int, png_end: int) -> None:
    assert (stripped_jpeg(JPEG[:jpeg_end]) is None) == (jpeg_end < len(JPEG))
    assert (stripped_png(PNG[:png_end]) is None) == (png_end < len(PNG))


@given(st.binary(max_size=400))
def test_any_bytes_are_taken(data: bytes) -> None:
    stripped_jpeg(b"\xff\xd8" + data)
    stripped_png(b"\x89PNG\r\n\x1a\n" + data)


def test_other_files_are_left_as_they_are() -> None:
    note = read_attached("note.txt", b"Tuesday")
    assert without_details(note) is note
    assert not note.has_details
