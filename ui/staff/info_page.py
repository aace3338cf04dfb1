# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The plain pages that anybody may read without signing in: who can help, who sees what, privacy, and Candour itself.

Their words are the product's promises and their limits (security.md section 2, column "Say"); the names in them are
worked out from the school's own directory by the rules that route a report.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from PySide6.QtWidgets import QWidget

from desktop.forms.filling import Filling
from desktop.people import Role
from desktop.phrases import fingerprint
from desktop.routing.explain import words
from desktop.telling import in_a_row, sentence_case
from desktop.version import VERSION
from ui.shell.tasks import Tasks
from ui.staff.about_words import About
from ui.staff.child_card_page import ChildCardPage
from ui.staff.contact_list import ContactList, Way, all_ways, people_ways
from ui.staff.here import Here
from ui.staff.licence_list import LicenceList
from ui.staff.side_page import SidePage
from ui.staff.tell_finder import TellFinder
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.text_flow import TextStyle

_LEADERS = (Role.DSL, Role.DEPUTY_DSL, Role.HEAD, Role.DEPUTY_HEAD, Role.CHAIR, Role.VICE_CHAIR)
_SUBJECTS = (Role.DSL, Role.HEAD, Role.CHAIR)


class Info(Enum):
    """The pages, each with the words of its link, which are its title too."""

    POLICIES = Staff.POLICIES
    CHILD_TELLS = Staff.CHILD_TELLS
    WHO_TELL = Staff.WHO_TELL
    OTHER_WAYS = Staff.OTHER_WAYS
    WHO_SEES = Staff.WHO_SEES
    PRIVACY = Staff.PRIVACY
    ACCESSIBILITY = Staff.ACCESSIBILITY
    ABOUT = Staff.ABOUT_CANDOUR

    @property
    def link(self) -> Staff:
        """The words of the link that leads there."""
        return self.value


def info_page(theme: ThemeSource, tasks: Tasks, here: Here, info: Info) -> SidePage:
    """Make the page that is wanted; for the policies there are pages of their own."""
    return ChildCardPage(theme, tasks, here) if info is Info.CHILD_TELLS else InfoPage(theme, here, info)


class InfoPage(SidePage):
    """One plain page of fixed words."""

    def __init__(self, theme: ThemeSource, here: Here, info: Info) -> None:
        super().__init__(theme, here, say(info.link))
        body = _BODIES[info](theme, here)
        self.column.add(self.title, *body)
        for part in body:
            if isinstance(part, TellFinder):
                self.keep_beside(part.answer)


def _other_ways(theme: ThemeSource, here: Here) -> list[QWidget]:
    return [
        *_paragraphs(theme, Staff.OTHER_WAYS_INTRO),
        _section(theme, Staff.AT_SCHOOL),
        Card(theme, "", ContactList(theme, people_ways(here, _LEADERS))),
        _section(theme, Staff.OUTSIDE),
        Card(theme, "", ContactList(theme, all_ways(here.school, here.today()))),
    ]


def _who_sees(theme: ThemeSource, here: Here) -> list[QWidget]:
    return [
        *_paragraphs(theme, Staff.WHO_SEES_INTRO),
        Card(theme, "", ContactList(theme, _routes(here))),
        *_paragraphs(theme, Staff.WHO_NEVER, Staff.WHO_CHANGES),
    ]


def _routes(here: Here) -> list[Way]:
    """Who would open what, worked out as it would be for a report sent now."""
    forms = here.candour.meaning.forms
    concern = forms["concern"]
    ways = [_route_way(here, say(Staff.CONCERN_ABOUT_STAFF), Filling(concern))]
    for role in _SUBJECTS:
        for holder in here.school.holders(role, here.today()):
            name, title = here.called.people[holder].name, words()["role"][role.value]
            is_named = here.school.settings.readers_named
            about = say(Staff.CONCERN_ABOUT if is_named else Staff.CONCERN_ABOUT_ROLE, name=name, role=title)
            ways.append(_route_way(here, about, Filling(concern, typed={"about": holder})))
    own = [_route_way(here, forms[form].title, Filling(forms[form])) for form in ("self_report", "wrongdoing")]
    return [*ways, *own]


def _route_way(here: Here, what: str, filling: Filling) -> Way:
    people = here.called.people
    names = [people[reader].name for reader in here.openers(here.route(filling)) if reader in people]
    return Way(what, "", sentence_case(in_a_row(names, say(Staff.AND))) or say(Staff.NOBODY_HERE))


def _privacy(theme: ThemeSource, _here: Here) -> list[QWidget]:
    return [
        *_paragraphs(theme, Staff.PRIVACY_LOCKED, Staff.PRIVACY_NO_RECORD),
        _section(theme, Staff.PRIVACY_CANNOT),
        *_paragraphs(theme, Staff.PRIVACY_WATCH, Staff.PRIVACY_SCREEN, Staff.PRIVACY_IT, Staff.PRIVACY_LAW),
        _section(theme, Staff.PRIVACY_KEPT),
        *_paragraphs(theme, Staff.PRIVACY_RECORD, Staff.PRIVACY_RIGHTS, Staff.PRIVACY_PASSPHRASE),
    ]


def _accessibility(theme: ThemeSource, _here: Here) -> list[QWidget]:
    return [
        *_paragraphs(theme, Staff.ACCESS_INTRO, Staff.ACCESS_KEYS, Staff.ACCESS_SIZE, Staff.ACCESS_READER),
        _section(theme, Staff.ACCESS_NOT_YET),
        *_paragraphs(theme, Staff.ACCESS_LIMITS, Staff.ACCESS_HELP),
    ]


def _about(theme: ThemeSource, here: Here) -> list[QWidget]:
    words = fingerprint(here.school.school_id)
    can = (About.CAN_LOCK, About.CAN_NAME, About.CAN_NEVER, About.CAN_KEEP, About.CAN_STAY)
    cannot = (About.CANNOT_SCREEN, About.CANNOT_SENT, About.CANNOT_READER, About.CANNOT_HIDE, About.CANNOT_LOST)
    return [
        _told(theme, say(About.VERSION, version=VERSION), say(About.SIX_WORDS, words=words)),
        _section(theme, About.CAN),
        *_paragraphs(theme, *can),
        _section(theme, About.CANNOT),
        *_paragraphs(theme, *cannot),
        _section(theme, About.FAULT),
        *_paragraphs(theme, About.FAULT_HOW),
        _section(theme, About.LICENCES),
        *_paragraphs(theme, About.LICENCE),
        LicenceList(theme),
    ]


def _who_tell(theme: ThemeSource, here: Here) -> list[QWidget]:
    return [*_paragraphs(theme, Staff.WHO_TELL_INTRO), TellFinder(theme, here)]


_BODIES: Mapping[Info, Callable[[ThemeSource, Here], list[QWidget]]] = {
    Info.WHO_TELL: _who_tell,
    Info.OTHER_WAYS: _other_ways,
    Info.WHO_SEES: _who_sees,
    Info.PRIVACY: _privacy,
    Info.ACCESSIBILITY: _accessibility,
    Info.ABOUT: _about,
}


def _section(theme: ThemeSource, title: Staff | About) -> PlainLabel:
    return PlainLabel(theme, say(title), "section", wrap=True)


def _paragraphs(theme: ThemeSource, *texts: Staff | About) -> Sequence[QWidget]:
    return [_told(theme, *(say(text) for text in texts))]


def _told(theme: ThemeSource, *texts: str) -> QWidget:
    style = TextStyle("bodyStaff", "text.secondary")
    holder = QWidget()
    holder.setLayout(Column(theme, *(PlainLabel(theme, text, style, wrap=True) for text in texts), gap=3))
    return holder
