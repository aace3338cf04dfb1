# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Real pictures and documents, small, made in code."""

import io
import zipfile

from PIL import Image, PngImagePlugin

from desktop.forms import Attach

SECRET = b"52 deg 17 min N, taken by Priya Nair's phone"
ATTACH = Attach(label="Add", warning="Mind", most=2, megabytes=1)
LANDSCAPE, ON_ITS_SIDE = 1, 6


def drawn() -> Image.Image:
    """A small picture that is not the same everywhere."""
    picture = Image.new("RGB", (40, 30), (12, 90, 160))
    picture.paste((200, 30, 40), (5, 5, 20, 25))
    return picture


def jpeg(way_up: int = LANDSCAPE) -> bytes:
    """A JPEG file with Exif, a comment and a profile."""
    exif = Image.Exif()
    exif[0x0112] = way_up
    exif[0x010E] = SECRET.decode()
    out = io.BytesIO()
    drawn().save(out, "JPEG", exif=exif, comment=SECRET, quality=90, progressive=True)
    return out.getvalue()


def png() -> bytes:
    """A PNG file with text and Exif."""
    out = io.BytesIO()
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", SECRET.decode())
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    drawn().save(out, "PNG", pnginfo=told, exif=exif)
    return out.getvalue()


def office(*parts: str, content: bytes = b"<xml/>") -> bytes:
    """An office document of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in ("[Content_Types].xml", *parts):
            archive.writestr(part, content)
    return out.getvalue()


def pixels(data: bytes) -> tuple[tuple[int, int], bytes]:
    """A picture's size and its points."""
    with Image.open(io.BytesIO(data)) as picture:
        return picture.size, picture.tobytes()


def way_up(data: bytes) -> int:
    """Which way up a picture says that it is."""
    with Image.open(io.BytesIO(data)) as picture:
        return int(picture.getexif().get(0x0112, LANDSCAPE))
