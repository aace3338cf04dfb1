# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands beside a page of a form besides the panel "Who can open this": its own notes, and plain cards."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.forms import FieldType, FormSpec, Page, Tone
from ui.forms.notes import aside_note
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")


@dataclass(frozen=True, slots=True)
class Beside:
    """The widgets above and below the panel. A page with notes of its own shows the readers in a line."""

    above: tuple[QWidget, ...] = ()
    below: tuple[QWidget, ...] = ()

    @property
    def is_line(self) -> bool:
        """Whether the panel is only a line."""
        return bool(self.above)


def beside_page(theme: ThemeSource, page: Page, words: Mapping[str, str]) -> Beside:
    """The notes of a page. One that asks for a person says that the readers may change."""
    calm = [aside_note(theme, note, words) for note in page.asides if note.tone is not Tone.DANGER]
    urgent = [aside_note(theme, note, words) for note in page.asides if note.tone is Tone.DANGER]
    changes = any(field.type is FieldType.PERSON and field.subject for field in page.fields)
    hint = [_indented(theme, say(Staff.CHANGES_SOON))] if changes and not calm else []
    return Beside(tuple(calm), (*hint, *urgent))


def beside_check(theme: ThemeSource, spec: FormSpec, changed: tuple[QWidget, ...]) -> Beside:
    """What to know before sending: how the readers have `changed`, then the fixed text of the form."""
    if spec.check is None:
        return Beside(below=changed)
    panel = spec.check.aside
    icon = Icon(panel.icon) if panel.icon else None
    return Beside(below=(*changed, words_card(theme, icon, panel.title, panel.words)))


def what_stays_visible(theme: ThemeSource) -> Card:
    """What leaving one's name off does not hide, before it is sent (security.md T1-T3)."""
    return words_card(
        theme,
        Icon.EYE,
        say(Staff.PRIVACY_CANNOT),
        say(Staff.PRIVACY_IT),
        say(Staff.PRIVACY_SCREEN),
        say(Staff.PRIVACY_WATCH),
    )


def words_card(theme: ThemeSource, icon: Icon | None, title: str, *paragraphs: str) -> Card:
    """A card of plain words."""
    labels = [PlainLabel(theme, words, _SMALL, wrap=True) for words in paragraphs]
    return Card(theme, title, *labels, icon=icon)


def _indented(theme: ThemeSource, words: str) -> QWidget:
    holder = QWidget()
    holder.setLayout(Column(theme, PlainLabel(theme, words, _SMALL, wrap=True), margins=(2, 0, 2, 0)))
    return holder
