# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A form filled in beside somebody's page: a note about them, or what a PDF is for. What was typed is never lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from desktop.forms import FormSpec
from desktop.forms.filling import Filling
from ui.forms.form_page import FormPage
from ui.forms.kit import FormKit
from ui.people.words import Said, say
from ui.review.panel import Panel
from ui.review.records import Refused
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.labels import PlainLabel
from ui.widgets.text_flow import TextStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What is asked. `fixed` are answers that are known and not asked; only `asked` is shown, or all of it for none."""

    spec: FormSpec
    title: str
    intro: str
    button: str
    fixed: Mapping[str, object] = field(default_factory=dict)
    asked: Sequence[str] = ()


class EntryPanel(Panel):
    """The panel."""

    ready = Signal()
    """It can be recorded: `filling` holds sound answers."""

    def __init__(self, theme: ThemeSource, kit: FormKit, asking: Asking) -> None:
        spec, fixed, asked = asking.spec, asking.fixed, asking.asked
        self._go = Button(theme, asking.button, ButtonKind.PRIMARY)
        self._cancel = Button(theme, say(Said.CANCEL), ButtonKind.QUIET)
        super().__init__(theme, asking.title, (self._go, self._cancel))
        self._kit = kit
        self.spec = spec
        self._fixed = dict(fixed)
        self.filling = Filling(spec, signed_in=True, typed=dict(fixed))
        hidden = [each.name for _, each in spec.fields() if asked and each.name not in asked]
        self._asked = [each.name for _, each in spec.fields() if each.name not in {*hidden, *fixed}]
        self.page = FormPage(kit, self.filling, spec.pages[0], {}, without=(*fixed, *hidden))
        self.page.title.hide()
        self.intro = PlainLabel(theme, asking.intro, TextStyle("small", "text.secondary"), wrap=True)
        if not asking.intro:
            self.intro.hide()
        self._refusal = Banner(theme, Tone.WARN, "")
        self._refusal.hide()
        self.show_content(self._refusal, self.intro, self.page)
        self._go.clicked.connect(self.go)
        self.went_on.connect(self.go)
        self.page.submitted.connect(self.go)
        self._cancel.clicked.connect(self.closed)

    @override
    def focus_first(self) -> None:
        self.page.focus_first()

    @property
    def typed(self) -> dict[str, object]:
        """What was typed, without what was known before; nothing where nothing was."""
        typed = {name: value for name, value in self.filling.typed.items() if name not in self._fixed}
        return typed if any(value not in (None, "", [], {}, False) for value in typed.values()) else {}

    def take(self, typed: Mapping[str, object]) -> None:
        """Take up a draft."""
        self.filling.typed.update(typed)
        self.page.refresh()

    def clear(self) -> None:
        """It was recorded: there is nothing left to keep."""
        self.filling.typed = dict(self._fixed)

    @Slot()
    def go(self) -> None:
        """Go on, once the answers are sound."""
        findings = [each for each in self.filling.check(self._kit.context()).errors if each.field in self._asked]
        self.page.show_findings(findings)
        if not findings and not self._go.is_busy:
            self.ready.emit()

    def set_busy(self) -> None:
        """Show that it is being recorded."""
        self._go.set_busy(say(Said.SAVING))

    def refuse(self, refused: Refused) -> None:
        """Say why it was not recorded; what was typed stays."""
        self._go.set_ready()
        self.page.show_findings(refused.findings)
        if refused.sentence:
            self._refusal.show_message(Tone.WARN, refused.sentence)
            self._refusal.show()
