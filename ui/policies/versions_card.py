# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Any two versions of a policy beside each other: what became of each clause from the one to the other, in words."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot

from desktop.policies.comparing import Change, Changed, compare
from desktop.policies.version import Version
from ui.policies.adding_words import Adding
from ui.policies.ready_view import ChangesView, counted
from ui.settings.change_page import ChangePage
from ui.settings.words import say
from ui.widgets.announcing import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.exchanged import Exchanged
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel


class VersionsCard(Card):
    """The card. `versions` are those whose texts are here, by their fingerprints, the oldest first; two at least."""

    left = Signal()
    """It has been read."""

    def __init__(self, page: ChangePage, title: str, versions: Mapping[str, Version]) -> None:
        theme = page.theme
        super().__init__(theme, say(Adding.VERSIONS_OF, title=title), gap=3)
        self._page = page
        self._versions = versions
        choices = [
            Choice(name, say(Adding.VERSION_AT, number=str(at + 1), edition=version.edition))
            for at, (name, version) in enumerate(versions.items())
        ]
        self.since, self.until = (ComboChoice(theme, choices, compact=True) for _ in range(2))
        *_, before, last = versions
        self.since.set_value(before)
        self.until.set_value(last)
        self._told = Exchanged(theme)
        close = Button(theme, say(Adding.CLOSE))
        fields = (Field(theme, say(Adding.SINCE), self.since), Field(theme, say(Adding.UNTIL), self.until))
        self.add(Flow(theme, fields, gap=4), self._told, Flow(theme, (close,)))
        self.setFocusProxy(self.since)
        for chooser in (self.since, self.until):
            chooser.edited.connect(self._compare)
        close.clicked.connect(self.left)
        self._compare()

    @Slot()
    def _compare(self) -> None:
        """Compare what is chosen; a handbook takes a moment."""
        chosen = self.since.value() or "", self.until.value() or ""
        old, new = (self._versions[name] for name in chosen)
        show, fail = partial(self._show, chosen, old), self._page.show_error
        self._page.context.tasks.run(self, partial(compare, old, new), show, fail)

    def _show(self, chosen: tuple[str, str], old: Version, found: Sequence[Changed]) -> None:
        if chosen != (self.since.value(), self.until.value()):
            return
        words = counted(found, old.edition)
        changes = [each for each in found if each.change is not Change.SAME]
        views = [ChangesView(self._page.theme, changes)] if changes else []
        self._told.show_widgets(PlainLabel(self._page.theme, words, wrap=True), *views)
        announce(self, words)
