# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of help, as data (resources/help), and which of them is for which screen."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

import resources
from desktop.faults import DeskFault, KnownError
from desktop.helping.finding import Entry, Source


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A few paragraphs, or steps in their order, under a heading or none."""

    title: str = ""
    text: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


class Picture(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A picture of icons beside each other, and what it says in words."""

    icons: tuple[str, ...]
    words: str


class HelpPage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One page. `also` are words by which it is found besides its own, `next` the pages that it leads to."""

    title: str
    also: str = ""
    next: tuple[str, ...] = ()
    part: tuple[Part, ...] = ()
    picture: tuple[Picture, ...] = ()


class _Index(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    order: tuple[str, ...]
    screens: dict[str, str]


@cache
def help_pages() -> Mapping[str, HelpPage]:
    """Every page by its name, in the order in which they are listed."""
    return {name: msgspec.convert(_toml(name), HelpPage) for name in _index().order}


def help_page(name: str) -> HelpPage:
    """One page. Raises KnownError(NO_SUCH_HELP)."""
    if name not in help_pages():
        raise KnownError(DeskFault.NO_SUCH_HELP)
    return help_pages()[name]


def help_screens() -> Mapping[str, str]:
    """The page for each screen, by the name of what is on it, the most telling first."""
    return _index().screens


def help_entries() -> Iterator[Entry]:
    """The pages as they are searched."""
    for name, page in help_pages().items():
        parts = (each for part in page.part for each in (part.title, *part.text, *part.steps) if each)
        words = (*parts, *(picture.words for picture in page.picture))
        yield Entry(source=Source.HELP, id=name, title=page.title, also=page.also, texts=words)


@cache
def _index() -> _Index:
    return msgspec.convert(_toml("index"), _Index)


def _toml(name: str) -> dict[str, object]:
    return tomllib.loads(resources.text(f"help/{name}.toml"))
