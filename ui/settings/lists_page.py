# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, forms and lists: the forms with their readers, the words that people can choose in them, and the places."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from typing_extensions import override

from desktop.changing.change import PLACES
from desktop.changing.lists import lists_changed
from desktop.changing.setting import change_settings
from desktop.changing.telling import names
from desktop.forms import FormKind, FormSpec
from desktop.forms.lists import check_lists, check_places, editable_lists, with_change
from desktop.patterns.cited import of_kinds
from desktop.patterns.signs import Kind
from desktop.people import ClauseLink, ListChange, PersonId, School
from desktop.policies.citing import Citation
from desktop.policies.library import Kept, library
from desktop.policies.linking import citable, linked, linking, unlinked
from desktop.services import Candour
from ui.settings.change_page import ChangePage
from ui.settings.clauses_card import ClausesCard
from ui.settings.columns import columns
from ui.settings.context import SettingsContext
from ui.settings.list_card import ListCard
from ui.settings.lists_words import Lists
from ui.settings.places_card import PlacesCard
from ui.settings.words import say
from ui.widgets.data_table import DataTable
from ui.widgets.table_rows import Cell, TableRow


@dataclass(frozen=True, slots=True)
class _Form:
    spec: FormSpec
    readers: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    forms: tuple[_Form, ...]
    cited: tuple[Citation, ...]
    policies: tuple[Kept, ...]


_COLUMNS = (
    ("form", Lists.FORM, 9),
    ("version", Lists.VERSION, 3),
    ("readers", Lists.READERS, 9),
)


class ListsPage(ChangePage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Lists.TITLE), say(Lists.TITLE_FOR))
        self._forms = DataTable(self.theme, columns(*_COLUMNS), name=say(Lists.FORMS), fits=True)
        self.list = ListCard(self.theme, editable_lists())
        self.clauses = ClausesCard(self.theme)
        self.places = PlacesCard(self.theme)
        self.body.add(self._forms, self.list, self.clauses, self.places)
        self.setFocusProxy(self.list)
        self.list.asked.connect(self._ask)
        self.list.clause_asked.connect(self._ask_clause)
        self.clauses.asked.connect(self._ask_links)
        self.places.asked.connect(self._ask_places)

    @override
    def show_school(self, school: School) -> None:
        super().show_school(school)
        self.list.show_changes(school.settings.vocabularies)
        self.places.show_places(school.settings.places)
        self.ask(lambda: _read(self.context.candour), self._show)

    def _show(self, found: _Found) -> None:
        self._forms.show_rows([self._row(form) for form in found.forms])
        links = self.school.settings.clause_links
        self.list.show_policies(found.policies, links)
        self.clauses.show_policies(found.cited, found.policies, links)

    def _row(self, form: _Form) -> TableRow:
        readers = names(self.school, form.readers) or say(Lists.NOBODY)
        return TableRow(form.spec.form_id, (Cell(form.spec.title), Cell(str(form.spec.version)), Cell(readers)))

    @Slot(object)
    def _ask(self, change: ListChange) -> None:
        settings = self.school.settings
        changes = with_change(settings.vocabularies, change)
        said = lists_changed(settings, changes)
        # Before the passphrase is asked for: what no school may have is nothing to sign.
        self.ask(partial(check_lists, changes), lambda _done: self.change([said], self.list.clear))

    @Slot(str, object)
    def _ask_clause(self, cites: str, link: ClauseLink | None) -> None:
        now = self.school.settings.clause_links
        self._ask_links(unlinked(now, cites) if link is None else linked(now, link))

    @Slot(object)
    def _ask_links(self, links: tuple[ClauseLink, ...]) -> None:
        self.change([linking(links)], self.clauses.clear)

    @Slot(object)
    def _ask_places(self, places: tuple[str, ...]) -> None:
        said = change_settings({PLACES: places})
        self.ask(partial(check_places, places), lambda _done: self.change([said], self.places.fill))


def _read(candour: Candour) -> _Found:
    """Each form with whoever would open one about somebody without an office, and what rests on which clause."""
    filing = (spec for spec in candour.forms.values() if spec.kind is FormKind.FILING)
    school = candour.school
    return _Found(
        forms=tuple(_Form(spec, _readers(candour, spec)) for spec in filing),
        cited=(*citable(candour.forms, school.settings.vocabularies), *of_kinds(Kind)),
        policies=library(school, candour.machine.documents),
    )


def _readers(candour: Candour, spec: FormSpec) -> tuple[PersonId, ...]:
    return tuple(reader.person_id for reader in candour.route(spec.form_id, {}).readers)
