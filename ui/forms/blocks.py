# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the fields and notes of a page follow each other: a pure rule over the form's data.

Fields stand in the order of the form; consecutive ones with the same fold hide together. A fold that bears the words of
a person question's last row is no control of its own: choosing that row opens it. Notes stand below the last field that
is not folded away, and a note about a folded answer below its fold.
"""

from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from desktop.forms import Field, FieldType, Note, Page

_UNLISTED = "unlisted"


class BlockKind(Enum):
    """What a block is."""

    FIELD = "field"
    FOLD = "fold"
    DESCRIPTION = "description"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One thing on the page: a field; fields behind a control or about an unlisted person; or a note."""

    kind: BlockKind
    fields: tuple[Field, ...] = ()
    note: Note | None = None

    @property
    def title(self) -> str:
        """The words of the fold's control."""
        return self.fields[0].fold if self.fields else ""


def blocks_of(page: Page) -> tuple[Block, ...]:
    """Lay out a page."""
    blocks = _of_fields(page)
    end = max((place for place, block in enumerate(blocks, 1) if block.kind is not BlockKind.FOLD), default=0)
    folded = {field.name for block in blocks[end:] for field in block.fields}
    notes = [Block(kind=BlockKind.NOTE, note=note) for note in page.notes if not _is_about(note, folded)]
    laid = [*blocks[:end], *notes]
    for block in blocks[end:]:
        names = {field.name for field in block.fields}
        laid += [block, *(Block(kind=BlockKind.NOTE, note=note) for note in page.notes if _is_about(note, names))]
    return tuple(laid)


def can_be_unlisted(page: Page, field: Field) -> bool:
    """Say whether the page asks what is known about somebody whom this question does not find."""
    words = field.parts.get(_UNLISTED)
    is_person = field.type is FieldType.PERSON
    return is_person and bool(words) and any(other.fold == words for other in page.fields)


def _of_fields(page: Page) -> list[Block]:
    described = {field.parts[_UNLISTED] for field in page.fields if can_be_unlisted(page, field)}
    blocks: list[Block] = []
    for fold, group in groupby(page.fields, key=lambda field: field.fold):
        fields = tuple(group)
        if fold:
            kind = BlockKind.DESCRIPTION if fold in described else BlockKind.FOLD
            blocks.append(Block(kind=kind, fields=fields))
        else:
            blocks += [Block(kind=BlockKind.FIELD, fields=(field,)) for field in fields]
    return blocks


def _is_about(note: Note, names: set[str]) -> bool:
    return any(name in names for condition in note.when for name in condition.fields)
