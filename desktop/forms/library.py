# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads the shipped forms, vocabularies and fixed texts, and puts each form together.

A form file names its panels by id ("danger/1"), its vocabularies by id and shared pages by `include`; here they are put
in their place, so that a `FormSpec` needs nothing else. A mistake in a shipped file is a bug: KeyError or ValueError.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec

import resources
from desktop.forms.spec import Field, FieldType, FormSpec, Page, Panel, Vocabulary, Words

_FORMS = "forms"
_SHARED = {"words", "panels", "pages"}  # the files of that folder that are no forms

_VOCABULARY_OF = {
    FieldType.YES_NO_UNSURE: "yes_no_unsure",
    FieldType.PEOPLE: "connections",
    FieldType.CHILDREN: "year_groups",
    FieldType.DATE_CERTAINTY: "date_certainties",
    FieldType.TIME_BAND: "times",
    FieldType.PLACE: "places",
}
"""The vocabulary of a type whose field names no other."""


@cache
def load_vocabularies() -> Mapping[str, Vocabulary]:
    """Every vocabulary as it is shipped, by id: read once."""
    found = (msgspec.convert(_read(file), Vocabulary) for file in _files("vocabularies"))
    return MappingProxyType({vocabulary.vocabulary_id: vocabulary for vocabulary in found})


def load_panels() -> dict[str, Panel]:
    """Read every version of every fixed text, by reference ('danger/1'), so that old entries can show theirs."""
    found = msgspec.convert(_read(resources.path(f"{_FORMS}/panels.toml"))["panels"], tuple[Panel, ...])
    return {panel.ref: panel for panel in found}


def load_forms(vocabularies: Mapping[str, Vocabulary] | None = None) -> dict[str, FormSpec]:
    """Read every form and act, by id, filing forms first.

    A school that has edited its vocabularies hands in its own; otherwise the shipped ones are used.
    """
    kit = _Kit(vocabularies or load_vocabularies())
    files = [file for file in _files(_FORMS) if file.stem not in _SHARED]
    specs = [kit.assemble(_read(file)) for file in (*files, *_files(f"{_FORMS}/acts"))]
    return {spec.form_id: spec for spec in specs}


class _Kit:
    """The parts that forms share."""

    def __init__(self, vocabularies: Mapping[str, Vocabulary]) -> None:
        self._vocabularies = vocabularies
        self._panels = load_panels()
        self._pages = _read(resources.path(f"{_FORMS}/pages.toml"))
        self._words = msgspec.convert(_read(resources.path(f"{_FORMS}/words.toml")), Words)

    def assemble(self, raw: dict[str, object]) -> FormSpec:
        """Put one form together from its file."""
        whole = self._with_panels(raw) | {"pages": [self._page(page) for page in _tables(raw.get("pages"))]}
        spec = msgspec.convert(whole | {"words": self._words}, FormSpec)
        pages = tuple(self._finished(page) for page in spec.pages)
        used = {field.vocabulary for page in pages for field in page.fields if field.vocabulary}
        editions = {name: self._vocabularies[name].edition for name in sorted(used)}
        return msgspec.structs.replace(spec, pages=pages, editions=editions)

    def _page(self, raw: dict[str, object]) -> dict[str, object]:
        include = raw.get("include")
        return raw if include is None else _table(self._pages[str(include)])

    def _with_panels(self, raw: dict[str, object]) -> dict[str, object]:
        placed: dict[str, object] = {"panels": [self._panels[ref] for ref in _texts(raw.get("panels"))]}
        if "check" in raw:
            check = _table(raw["check"])
            refs = {part: self._panels[str(check[part])] for part in ("statement", "aside")}
            placed["check"] = check | refs
        return raw | placed

    def _finished(self, page: Page) -> Page:
        return msgspec.structs.replace(page, fields=tuple(self._field(field) for field in page.fields))

    def _field(self, field: Field) -> Field:
        vocabulary = field.vocabulary or _VOCABULARY_OF.get(field.type, "")
        choices = self._vocabularies[vocabulary].terms if vocabulary else field.choices
        parts = {**self._words.parts.get(field.type, {}), **field.parts}
        return msgspec.structs.replace(field, vocabulary=vocabulary, choices=choices, parts=parts)


def _files(folder: str) -> Iterable[Path]:
    return sorted(resources.path(folder).glob("*.toml"))


def _read(file: Path) -> dict[str, object]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _table(raw: object) -> dict[str, object]:
    return msgspec.convert(raw, dict[str, object])


def _tables(raw: object) -> list[dict[str, object]]:
    return msgspec.convert(raw or [], list[dict[str, object]])


def _texts(raw: object) -> list[str]:
    return msgspec.convert(raw or [], list[str])
