# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The letters and sheets that can be made of a case, as data with a version (resources/letters).

A text holds {facts}. A line with a {fact?} that is not on record is left out; any other fact that is not on record is
left as a blank to fill in. What begins with "# " is a heading, with "- " a point, with "> " somebody's own words.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

import msgspec

import resources
from desktop.cases.refusals import Refusal
from desktop.forms.statutory import Piece, load_guidance


class To(StrEnum):
    """Whom a letter is for."""

    LADO = "lado"
    AGENCY = "agency"
    PERSON = "person_concerned"
    REPORTER = "reporter"
    RECIPIENT = "recipient"


class By(StrEnum):
    """Who may issue it: anybody who reads the case and is not kept out of it, or whoever decides it."""

    READER = "reader"
    DECIDER = "decider"


class Template(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One letter or sheet. `about` says what it is for, `hurdles` what may stand in its way.

    `guidance` names the pieces of statutory guidance that it serves; a sheet prints them at its foot. It `tells_others`
    when somebody else than the reporter and the person concerned learns from it who that is. `forms`: it is offered for
    records of these forms alone.
    """

    template_id: str
    version: int
    title: str
    about: str
    to: To
    by: By
    hurdles: tuple[Refusal, ...]
    guidance: tuple[str, ...]
    text: str
    is_sheet: bool = False
    tells_others: bool = False
    forms: tuple[str, ...] = ()


class Hurdle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may stand in a letter's way: whether a reason that is put on record lets it pass, and whose rule it is."""

    yields: bool
    source: str


class LetterWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What each fact is called where it is a blank, and the words of drafts and their print."""

    blanks: Mapping[str, str]
    said: Mapping[str, str]
    neutral: Mapping[str, str]


@cache
def templates() -> Mapping[str, Template]:
    """Every template, by id, in the order in which they are offered."""
    files = sorted(resources.path("letters/templates").glob("*.toml"))
    read = (msgspec.toml.decode(file.read_bytes(), type=Template) for file in files)
    order = list(To)
    return {each.template_id: each for each in sorted(read, key=lambda each: order.index(each.to))}


def offered(form: str) -> tuple[Template, ...]:
    """The templates for a record of a form."""
    return tuple(each for each in templates().values() if not each.forms or form in each.forms)


@cache
def hurdles() -> Mapping[Refusal, Hurdle]:
    """What may stand in the way of letters."""
    return msgspec.toml.decode(resources.text("letters/hurdles.toml"), type=dict[Refusal, Hurdle])


@cache
def letter_words() -> LetterWords:
    """The words of drafts."""
    return msgspec.toml.decode(resources.text("letters/words.toml"), type=LetterWords)


def cited(template: Template) -> tuple[Piece, ...]:
    """The pieces of guidance that a template serves."""
    pack = load_guidance()
    return tuple(pack.piece(piece_id) for piece_id in template.guidance)
