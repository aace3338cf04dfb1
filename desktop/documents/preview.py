# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of a finished PDF as pictures, so that what somebody looks at is the file itself and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page: how wide and high in points of a screen, and its red, green and blue, a byte each, row by row."""

    width: int
    height: int
    rgb: bytes = field(repr=False)


def page_pictures(content: bytes, width: int) -> tuple[PagePicture, ...]:
    """Every page of a PDF of ours, so many points of a screen wide. Slow: some hundredths of a second a page."""
    return tuple(each_page(content, width))


def each_page(content: bytes, width: int) -> Iterator[PagePicture]:
    """The same, page by page: none is kept."""
    from pypdfium2 import PdfDocument

    with PdfDocument(content) as document:
        for page in document:
            picture = page.render(scale=width / page.get_size()[0]).to_pil().convert("RGB")
            yield PagePicture(picture.width, picture.height, picture.tobytes())
