# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the records show of a duty, for whoever says whether it was done."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.duties.acting import read_calendar
from desktop.duties.calendar import DutyState
from desktop.duties.evidence import read_evidence
from desktop.duties.rules import duty_rules
from desktop.governors.issuing import issue, prepare, read_ground
from desktop.governors.periods import offered
from desktop.governors.report import Asked
from desktop.policies.confirming import Confirmed, Part, confirm
from desktop.session import Session
from tests.desktop.desks import Desks
from tests.desktop.duties.test_acting import TERM, set_terms
from tests.ui.policies.scenes import ask_for
from tests.ui.training.scenes import trained
from ui.review.desk_page import Place

SPRING = "2025-spring"


def shown(session: Session, duty: str, term: str = TERM) -> tuple[str, ...]:
    session.sync()
    found = read_evidence(session, read_calendar(session)).get(f"{duty} {term}")
    return found.sentences if found else ()


def _counted(asked: Counter[str], name: str) -> Callable[[Session], tuple[()]]:
    def read(_session: Session) -> tuple[()]:
        asked[name] += 1
        return ()

    return read


def test_guidance_is_told_with_its_edition_and_how_many_have_confirmed(desks: Desks) -> None:
    set_terms(desks)
    line = ask_for(desks, "September 2025")
    confirm(desks.of(desks.school.ta), Confirmed(policy=line.item_id, version=line.edition, part=Part.PART_ONE))
    head = desks.of(desks.school.head)
    [told] = shown(head, "guidance")
    assert told.startswith("1 of 6 have confirmed “Keeping children safe in education, September 2025”. 2 more")
    assert [each.state for each in read_calendar(head) if each.line_id == f"guidance {TERM}"] == [DutyState.OVERDUE]


def test_a_report_that_was_issued_in_the_term_is_told_with_its_day(desks: Desks, tmp_path: Path) -> None:
    set_terms(desks)
    head = desks.of(desks.school.head)
    assert shown(head, "governors_report", SPRING) == ("No report is on record as issued in the spring term 2025/26.",)
    ground = read_ground(head)
    issue(head, prepare(ground, Asked(period=offered(ground.today, ground.staff)[0][1])), tmp_path)
    [told] = shown(desks.of(desks.school.chair), "governors_report", SPRING)
    assert told.endswith("was issued on 12 March 2026.")
    assert shown(head, "governors_report") == ("No report is on record as issued in the autumn term 2025/26.",)


def test_other_duties_are_told_from_their_own_register(desks: Desks) -> None:
    set_terms(desks)
    trained(desks)
    head = desks.of(desks.school.head)
    found = read_evidence(head, read_calendar(head))
    assert {duty: found[f"{duty} {TERM}"].sentences for duty in ("code", "returns", "training", "contacts")} == {
        "code": ("Nobody is asked to confirm a policy.",),
        "returns": ("0 of 8 have answered for gifts.", "0 of 8 have answered for interests."),
        "training": ("1 overdue, 1 due soon, 1 to be agreed to.",),
        "contacts": ("0 of the school’s 3 contacts were verified within a year.",),
    }
    assert f"drill {SPRING}" not in found


def test_what_several_duties_show_is_read_once(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    set_terms(desks)
    head, asked = desks.of(desks.school.head), Counter[str]()
    for name in ("read_chased", "issued_reports"):
        monkeypatch.setattr(f"desktop.duties.evidence.{name}", _counted(asked, name))
    read_evidence(head, read_calendar(head))
    assert asked == {"issued_reports": 1, "read_chased": 1}


def test_of_another_school_year_nothing_is_told(desks: Desks) -> None:
    set_terms(desks)
    desks.hands.forward(days=300)
    assert shown(desks.of(desks.school.head), "training") == ()


def test_each_evidence_stands_somewhere_in_the_window() -> None:
    used = {each.evidence for each in duty_rules().duties if each.evidence}
    assert used == set(duty_rules().evidence)
    assert all(Place(where.place) for where in duty_rules().evidence.values())
