# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a decision stands: whose agreement it waits for; the ways to agree, to disagree and to leave something out."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.cases.case import EXCEPTION, Missing
from desktop.cases.page import CasePage
from desktop.cases.rules import refusal
from desktop.cases.second import second_people
from desktop.cases.standing import DISAGREEMENT, SIGN_OFF, SignOff
from desktop.cases.tracks import SecondPerson
from desktop.people import PersonId
from ui.review.act_panel import Begun
from ui.review.open_line import OpenLine
from ui.review.report_view import note_line
from ui.review.standing_words import Stand
from ui.review.words import say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton
from ui.widgets.words import names_in_a_row

_WHY: Mapping[SecondPerson, Stand] = {why: Stand[why.name] for why in SecondPerson}


class StandingView(QWidget):
    """What waits for a second person, in the panel of what is still to do."""

    begun = Signal(object)
    """An act is to be begun: a Begun."""

    def __init__(self, theme: ThemeSource, page: CasePage, waiting: SignOff) -> None:
        super().__init__()
        column = Column(theme, gap=2)
        self.setLayout(column)
        item = page.story.item(waiting.eid)
        begun = Begun(SIGN_OFF, fixed={"decision": waiting.eid}, about=item.label if item else "")
        why = say(_WHY[waiting.why])
        if refusal(page.case, SIGN_OFF, begun.fixed, page.desk) is None:
            line = OpenLine(theme, begun, say(Stand.YOURS), say(Stand.LOOK), why)
            line.begun.connect(self.begun)
            column.add(line)
        else:
            column.add(note_line(theme, Icon.HOURGLASS, f"{_for_whom(page)} {why}"))
        if waiting.refused_by:
            words = say(Stand.REFUSED, name=_name(page, waiting.refused_by))
            column.add(note_line(theme, Icon.CIRCLE_ALERT, words, Tone.WARN))


class DisagreeLink(LinkButton):
    """The way for a reader to put on record that they don't agree."""

    begun = Signal(object)
    """The disagreement is to be begun: a Begun."""

    def __init__(self, theme: ThemeSource, eid: str, about: str) -> None:
        super().__init__(theme, say(Stand.DISAGREE), "small")
        self._begun = Begun(DISAGREEMENT, fixed={"decision": eid}, about=about)
        self.clicked.connect(self._begin)

    def _begin(self) -> None:
        self.begun.emit(self._begun)


def may_disagree(page: CasePage) -> bool:
    """Say whether this reader may put on record that they disagree with the decision."""
    decision = page.case.decision
    if decision is None or not page.case.track.second_person:
        return False
    return refusal(page.case, DISAGREEMENT, {"decision": decision.eid}, page.desk) is None


def leaving_out(page: CasePage, missing: Missing) -> Begun | None:
    """The exception by which something may stay missing, for whoever may sign it."""
    fixed = {"about": missing.value}
    return None if refusal(page.case, EXCEPTION, fixed, page.desk) else Begun(EXCEPTION, fixed=fixed)


def send_words(name: str) -> str:
    """What the button says where the decision goes to a second person first; empty where it goes to nobody."""
    return say(Stand.SEND_TO, name=name) if name else ""


def _for_whom(page: CasePage) -> str:
    names = [_name(page, person) for person in second_people(page.case)]
    if names:
        return f"{say(Stand.NEEDS, names=names_in_a_row(names))}."
    bring = f" {say(Stand.BRING_IN, name=page.next_decider)}" if page.next_decider else ""
    return f"{say(Stand.NEEDS_SOMEBODY)}.{bring}"


def _name(page: CasePage, person: PersonId) -> str:
    found = page.desk.school.people.get(person)
    return found.name if found else ""
