# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every field of a page is built with, and what it gives back: its control and its answer as plain values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.attaching.adding import Attached
from desktop.finding import PeopleIndex
from desktop.forms import Attach, Context, Field, fill
from desktop.people import PersonId, School, WorkerType
from ui.clauses.link import ShowClauses
from ui.theme.source import ThemeSource
from ui.widgets.line_input import LineInput, Width
from ui.widgets.person_rows import PersonRow

ReadFile = Callable[[QObject, Path, Attach, Callable[[Attached], None], Callable[[Exception], None]], None]
"""Reads a file that was chosen, in the worker: for whom, what, within which limits, and what hears how it went."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormKit:
    """The look, the school and the day. `dense` is for reviewers' panels; `author` is who is signed in, if anybody.

    Without `read_file` no page takes files; without `show_clauses` none leads to the code.
    """

    theme: ThemeSource
    school: School
    people: PeopleIndex
    today: Callable[[], date]
    author: PersonId | None = None
    dense: bool = False
    read_file: ReadFile | None = None
    show_clauses: ShowClauses | None = None

    def context(self, concerned: WorkerType | None = None) -> Context:
        """What answers are checked against; `concerned` is what kind of worker they are about, where that matters."""
        return Context(today=self.today(), school=self.school, author=self.author, concerned=concerned)

    def search(self, typed: str) -> Sequence[PersonRow]:
        """Find people for a picker."""
        return [PersonRow(each.person_id, each.name, each.job, each.group) for each in self.people.find(typed)]

    def row(self, person_id: str) -> PersonRow | None:
        """A listed person as a picker shows them."""
        person = self.school.people.get(PersonId(person_id))
        return PersonRow(person.person_id, person.name, person.job, person.group) if person else None

    def line(self, *, width: Width = Width.FIELD) -> LineInput:
        """One line of text in the size of this page. What is too long is said when it is checked, never cut unseen."""
        line = LineInput(self.theme, role="body" if self.dense else "bodyStaff", compact=self.dense, width=width)
        line.setMaxLength(_NO_LIMIT)
        return line


_NO_LIMIT = 32_767


@dataclass(frozen=True, slots=True)
class Answer:
    """A field's control, and how its answer goes in and out: plain JSON values, as typed, checked elsewhere."""

    widget: QWidget
    value: Callable[[], object]
    set_value: Callable[[object], None]
    edited: SignalInstance
    submitted: SignalInstance | None = None


def kit_for(
    theme: ThemeSource,
    school: School,
    today: Callable[[], date],
    *,
    author: PersonId | None = None,
    dense: bool = False,
    read_file: ReadFile | None = None,
) -> FormKit:
    """Make a kit in which everybody whom the school lists can be found."""
    people = PeopleIndex(school.people.values())
    return FormKit(
        theme=theme, school=school, people=people, today=today, author=author, dense=dense, read_file=read_file
    )


def filled(field: Field, words: Mapping[str, str]) -> Field:
    """The field with the placeholders of all its words filled."""
    choices = tuple(
        msgspec.structs.replace(term, label=fill(term.label, words), hint=fill(term.hint, words))
        for term in field.choices
    )
    return msgspec.structs.replace(
        field,
        label=fill(field.label, words),
        hint=fill(field.hint, words),
        below=fill(field.below, words),
        choices=choices,
        parts={name: fill(text, words) for name, text in field.parts.items()},
    )


def text_of(value: object) -> str:
    """A text answer, or "" for anything else."""
    return value if isinstance(value, str) else ""


def id_of(value: object) -> str | None:
    """The id of a choice, or None for anything else."""
    return value if isinstance(value, str) and value else None


def parts_of(value: object) -> dict[str, object]:
    """The parts of a compound answer, or none for anything else."""
    return dict(value) if isinstance(value, dict) else {}


def items_of(value: object) -> list[object]:
    """The items of a list answer, or none for anything else."""
    return list(value) if isinstance(value, list | tuple) else []
