# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Step 6: everybody with a role who is here chooses a passphrase, each their own.

They are kept in memory until the school is made, and shown to nobody.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.people import PersonId
from desktop.phrases import READER_PASSPHRASE_WORDS
from desktop.setting_up import Draft, Missing, lines_of
from ui.setup.passphrase_panel import PassphrasePanel
from ui.setup.routing_map import ABOUT_WORDS, ROLE_WORDS, reader_names
from ui.setup.step_page import StepPage
from ui.setup.words import Setup, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonSize
from ui.widgets.card import Card, Line
from ui.widgets.exchanged import Exchanged
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.text_flow import TextStyle


class KeysStep(StepPage):
    """`passphrases` are those that were chosen."""

    errors: ClassVar[Mapping[Missing, Setup]] = {
        Missing.OFFICERS_KEYS: Setup.OFFICERS_ERROR,
        Missing.READERS_KEYS: Setup.READERS_ERROR,
    }

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, Setup.KEYS_TITLE, Setup.KEYS_INTRO)
        self._draft = Draft()
        self._today = date.min
        self._chosen: dict[PersonId, str] = {}
        self._rows = Exchanged(theme, gap=0)
        self._panel = Exchanged(theme)
        later = PlainLabel(theme, say(Setup.KEYS_LATER), TextStyle("small", "text.secondary"), wrap=True)
        self.body.add(Card(theme, say(Setup.KEYS_WHO), self._rows, later, gap=3), self._panel)

    @property
    def passphrases(self) -> Mapping[PersonId, str]:
        """What each person chose, as long as they hold a role."""
        return {person: words for person, words in self._chosen.items() if person in self._draft.office_holders}

    @override
    def show_draft(self, draft: Draft, today: date) -> None:
        self._draft, self._today = draft, today
        self._show_rows()

    @override
    def take(self, draft: Draft) -> Draft:
        return draft

    @override
    def field_of(self, missing: str) -> QWidget | None:
        return self.focusProxy()

    @override
    def said(self, missing: Missing) -> str:
        if missing is not Missing.READERS_KEYS:
            return super().said(missing)
        lines = lines_of(self._draft, self._today)
        line = next(line for line in lines if line.is_locked_out(self.passphrases))
        about = say(ABOUT_WORDS[line.about])
        return say(Setup.READERS_ERROR, about=about[:1].lower() + about[1:], names=reader_names(self._draft, line))

    @override
    def leave(self) -> None:
        self._panel.show_widgets()

    def forget(self) -> None:
        """Forget every passphrase."""
        self._chosen.clear()
        self._panel.show_widgets()

    @property
    def _waiting(self) -> PersonId | None:
        return next((person for person in self._draft.office_holders if person not in self._chosen), None)

    def _show_rows(self) -> None:
        shown: list[QWidget] = []
        buttons: list[Button] = []
        for person in self._draft.office_holders:
            name, is_ready = self._draft.by_id[person].name, person in self._chosen
            words = say(Setup.KEY_AGAIN if is_ready else Setup.KEY_CHOOSE, name=name)
            buttons.append(Button(self.theme, words, size=ButtonSize.SMALL))
            buttons[-1].clicked.connect(partial(self._ask, person))
            shown += [Line(self.theme)] if shown else []
            shown.append(self._row(person, buttons[-1]))
        self._rows.show_widgets(*shown)
        if buttons:
            self.setFocusProxy(buttons[0])

    def _row(self, person: PersonId, button: Button) -> QWidget:
        theme, name = self.theme, self._draft.by_id[person].name
        is_ready = person in self._chosen
        roles = ", ".join(say(ROLE_WORDS[role]) for role in self._draft.roles_of(person))
        state = say(Setup.KEY_READY) if is_ready else say(Setup.KEY_WAITING, name=name)
        icon = IconLabel(theme, Icon.KEY_ROUND, "status.ok.strong" if is_ready else "status.neutral.strong")
        words = QWidget()
        quiet = TextStyle("small", "text.secondary")
        words.setLayout(
            Column(
                theme,
                PlainLabel(theme, name, "label", wrap=True),
                PlainLabel(theme, f"{roles} · {state}", quiet, wrap=True),
            )
        )
        row = QWidget()
        row.setLayout(Row(theme, icon, Growing(words), button, gap=3, margins=(0, 2, 0, 2)))
        return row

    def _ask(self, person: PersonId) -> None:
        who, names = self._draft.by_id[person].name, (self._draft.name,)
        # Whoever chooses here is going to read reports.
        panel = PassphrasePanel(self.theme, who, names, words=READER_PASSPHRASE_WORDS)
        panel.chosen.connect(partial(self._keep, person))
        self._panel.show_widgets(panel)
        self._panel.setFocusProxy(panel)
        panel.setFocus()

    def _keep(self, person: PersonId, passphrase: str) -> None:
        self._chosen[person] = passphrase
        self._show_rows()
        if self._waiting is None:
            self._panel.show_widgets()
        else:
            self._ask(self._waiting)
        self.changed.emit()
