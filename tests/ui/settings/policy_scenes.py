# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A policy coming in through the settings, step by step, for the tests of that page and of every page."""

from collections.abc import Callable, Mapping
from pathlib import Path

from desktop.founding import publish
from desktop.policies.draft import Draft
from desktop.policies.publishing import in_force, keep_version
from tests.desktop.policies.papers import CODE
from tests.school import SmallSchool, signing
from tests.ui.settings.stage import Stage
from tests.ui.staff.policies import FIRST, SECOND, version
from ui.policies.clauses_card import ClausesCard
from ui.policies.facts_card import FactsCard
from ui.policies.library_page import LibraryPage
from ui.policies.source_card import SourceCard

Scene = Callable[[Stage, Path, SmallSchool], None]
THIRD = Draft("3", "Dress", ("Think of the task.",))
ODD = CODE.replace("3. Dress\n", "4. Dress\n")


def page(stage: Stage) -> LibraryPage:
    """The page on the screen."""
    shown = stage.side.page
    assert isinstance(shown, LibraryPage)
    return shown


def source(stage: Stage) -> SourceCard:
    """Begin to add a policy."""
    page(stage)._add.click()
    (card,) = page(stage).findChildren(SourceCard)
    return card


def read(stage: Stage, file: Path, content: bytes) -> ClausesCard:
    """Add a policy from a file with this content."""
    file.write_bytes(content)
    source(stage).take(str(file))
    stage.settle()
    return clauses(stage)


def clauses(stage: Stage) -> ClausesCard:
    """The step with the clauses."""
    (card,) = page(stage).findChildren(ClausesCard)
    return card


def facts(stage: Stage, edition: str, title: str = "Staff code of conduct") -> None:
    """Say what is needed of a version, and go on."""
    stage.choose("Go on")
    (card,) = page(stage).findChildren(FactsCard)
    card.title.set_value(title)
    card.edition.set_value(edition)
    card.review.set_value("March 2028")
    card.approver.set_value("the governing body")
    card.approved_on.set_text("3 October 2026")
    card.confirm_by.set_text("15 January 2027")
    stage.choose("Go on")


def propose(stage: Stage, school: SmallSchool) -> None:
    """Propose it as the head."""
    stage.choose("Propose this version")
    stage.confirm(school.head)


def _source(stage: Stage, _folder: Path, _school: SmallSchool) -> None:
    source(stage)


def _clauses(stage: Stage, folder: Path, _school: SmallSchool) -> None:
    read(stage, folder / "code.txt", ODD.encode())


def _writing(stage: Stage, folder: Path, _school: SmallSchool) -> None:
    read(stage, folder / "code.txt", ODD.encode()).pane.text.write()


def _facts(stage: Stage, folder: Path, school: SmallSchool) -> None:
    _clauses(stage, folder, school)
    stage.choose("Go on")
    stage.choose("Go on")


def _compare(stage: Stage, folder: Path, school: SmallSchool) -> None:
    _clauses(stage, folder, school)
    facts(stage, "October 2026")


def _proposed(stage: Stage, folder: Path, school: SmallSchool) -> None:
    _compare(stage, folder, school)
    propose(stage, school)


def _waiting(stage: Stage, folder: Path, school: SmallSchool) -> None:
    _proposed(stage, folder, school)
    stage.go("roles")
    stage.choose("Read “Staff code of conduct” as it would hold")


def three_versions(stage: Stage, school: SmallSchool) -> None:
    """Three versions hold one after the other; the page shows the last."""
    machine, made = stage.candour.machine, None
    for edition, drafts in (("One", FIRST), ("Two", SECOND), ("Three", (*FIRST[:1], SECOND[1], THIRD))):
        made = version(drafts, edition, made)
        signers = [signing(stage.candour, each) for each in (school.dsl, school.chair)]
        name = keep_version(machine.documents, made)
        publish(machine, "settings", in_force(machine.school, made, name, None), signers)
    page(stage).show_school(stage.candour.school)
    stage.settle()
    page(stage).table.setCurrentIndex(page(stage).table.model().index(0, 0))


def _versions(stage: Stage, _folder: Path, school: SmallSchool) -> None:
    three_versions(stage, school)
    stage.choose("Compare two versions")


SCENES: Mapping[str, Scene] = {
    "source": _source,
    "clauses": _clauses,
    "writing": _writing,
    "facts": _facts,
    "compare": _compare,
    "proposed": _proposed,
    "versions": _versions,
    "waiting": _waiting,
}
