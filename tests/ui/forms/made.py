# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A form that is no product's: one question of every kind, in data alone. And a page of it that is filled in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from desktop.forms import (
    Check,
    Context,
    Field,
    FieldType,
    Finding,
    FormKind,
    FormSpec,
    Page,
    Panel,
    Skip,
    Term,
    load_forms,
    load_vocabularies,
)
from desktop.forms.filling import Filling
from desktop.people import PersonId, School
from ui.forms.form_page import FormPage
from ui.forms.kit import kit_for
from ui.theme.source import ThemeSource
from ui.widgets.layouts import Column, Stretch
from ui.widgets.tab_order import tab_on

TODAY = date(2026, 3, 12)
FIRST = PersonId("06" * 16)  # Beth Carver of the small school
SECOND = PersonId("07" * 16)  # Tom Ashby
WORDS = load_forms()["concern"].words
_VOCABULARIES = load_vocabularies()
_TERMS_OF = {
    FieldType.YES_NO_UNSURE: "yes_no_unsure",
    FieldType.PEOPLE: "connections",
    FieldType.CHILDREN: "year_groups",
    FieldType.DATE_CERTAINTY: "date_certainties",
    FieldType.TIME_BAND: "times",
    FieldType.PLACE: "places",
}


def terms(count: int, **more: Any) -> tuple[Term, ...]:
    """Some answers to choose from: Apple, Banana and so on."""
    fruit = ("Apple", "Banana", "Cherry", "Damson", "Elderberry", "Fig", "Grape", "Hawthorn", "Ilex", "Juniper")
    names = [*fruit, "Kiwi", "Lemon", "Mango", "Nut", "Orange", "Pear", "Quince", "Rowan", "Sloe", "Tamarind"]
    return tuple(Term(value=name.lower(), label=name, **more) for name in names[:count])


def field(name: str, kind: FieldType, label: str = "", **more: Any) -> Field:
    """A question of this kind, with the words that all forms share."""
    offered = more.pop("choices", None)
    if offered is None:
        offered = _VOCABULARIES[_TERMS_OF[kind]].terms if kind in _TERMS_OF else ()
    parts = {**WORDS.parts.get(kind, {}), **more.pop("parts", {})}
    label = label or f"Question {name}"
    return Field(name=name, type=kind, label=label, choices=offered, parts=parts, summary=label, **more)


def form(*fields: Field, title: str = "A made-up page", **page: Any) -> FormSpec:
    """A form of one page with these questions."""
    return form_of(Page(page_id="only", title=title, fields=fields, **page))


def form_of(*pages: Page, form_id: str = "concern") -> FormSpec:
    """A form of these pages. It bears the id of a real one, for that decides who would read it."""
    panel = Panel(panel_id="made", version=1, words="It is made up.", title="Made up")
    return FormSpec(
        form_id=form_id,
        version=1,
        kind=FormKind.FILING,
        title="A made-up form",
        button="Lock and send",
        headline="{author} made something up",
        icon="gift",
        words=WORDS,
        pages=pages,
        check=Check(title="Check what you’ve written", statement=panel, aside=panel),
    )


def of_every_kind() -> tuple[Field, ...]:
    """A question of every kind, some of them behind a control."""
    more: Mapping[FieldType, dict[str, Any]] = {
        FieldType.CHOICE: {"choices": terms(6)},
        FieldType.CHOICES: {"choices": terms(20, group="Fruit"), "fold": "More you could tell us"},
        FieldType.PERSON: {"skip": Skip(label="I’d rather not say who", note="They can’t look into it then.")},
        FieldType.DATE: {"fold": "More you could tell us"},
        FieldType.LONG_TEXT: {"required": True, "hint": "In your own words.", "below": "Short is fine."},
    }
    return tuple(field(kind.value, kind, **more.get(kind, {})) for kind in FieldType)


@dataclass(slots=True)
class Filled:
    """A page on the screen and what was typed into it."""

    page: FormPage
    filling: Filling
    school: School

    def value(self, name: str) -> object:
        """What the control of a question says."""
        return self.page.views[name].value()

    def control(self, name: str) -> QWidget:
        """What takes the keyboard in a question."""
        return self.page.views[name].labelled.target

    def is_asked(self, name: str) -> bool:
        """Whether a question stands on the page and can be seen."""
        return name in self.page.views and self.page.views[name].isVisible()

    def check(self) -> tuple[Finding, ...]:
        """What is found about the answers."""
        return self.filling.check(self.context).findings

    def clean(self) -> dict[str, object]:
        """The answers as they would be sent; fails where they would not be."""
        report = self.filling.check(self.context)
        assert report.answers is not None, report.findings
        return dict(report.answers.values)

    @property
    def context(self) -> Context:
        """What the answers are checked against."""
        return Context(today=TODAY, school=self.school)

    def type(self, words: str) -> None:
        """Type letter by letter into whatever has the keyboard."""
        for letter in words:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self.page.window().focusWidget(), event)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys, one after the other."""
        for key in keys:
            focus = self.page.window().focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)
            QApplication.processEvents()  # what is added to a page on the screen is shown only then


class Host(QWidget):
    """A window around a page, as the sides of the program are: Tab goes through it in reading order."""

    def __init__(self, theme: ThemeSource, page: FormPage) -> None:
        super().__init__()
        self.setLayout(Column(theme, page, Stretch()))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return tab_on(self.window(), forward=next)


Open = Callable[..., Filled]


def opener(theme: ThemeSource, school: School, shown: Callable[[QWidget], QWidget]) -> Open:
    """Show the first page of a form, with what was typed before."""

    def show(
        spec: FormSpec,
        typed: Mapping[str, object] | None = None,
        words: Mapping[str, str] | None = None,
        *,
        dense: bool = False,
        author: PersonId | None = None,
    ) -> Filled:
        filling = Filling(spec, signed_in=author is not None, typed=dict(typed or {}))
        kit = kit_for(theme, school, lambda: TODAY, author=author, dense=dense)
        page = FormPage(kit, filling, spec.pages[0], words or {})
        host = Host(theme, page)
        host.resize(720, 900)
        shown(host)
        return Filled(page, filling, school)

    return show
