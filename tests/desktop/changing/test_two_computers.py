# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A proposal between two computers: the second knows nothing but what comes through the shared folder."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from desktop.changing.making import approve, make_change
from desktop.changing.proposals import Stage, read_proposals
from desktop.founding import enrolment_code, join_school
from desktop.policies.foreseen import Foreseen, foresee
from desktop.policies.proposing import put_up
from desktop.policies.version import Clause, Version, written
from desktop.services import open_candour
from desktop.session import Session
from storage.charter import AbsenceData, SettingsData
from storage.directory_store import DirectoryStore
from storage.documents import fingerprint
from tests.desktop.changing.conftest import Office
from tests.school import Hands, SmallSchool


@pytest.fixture
def far_chair(office: Office, small_school: SmallSchool, hands: Hands, tmp_path: Path) -> Iterator[Session]:
    """The chair on another computer, to which their vault was moved."""
    here = office.desks.candour.machine
    candour = open_candour(tmp_path / "far", hands)
    join_school(candour, small_school.exchange, enrolment_code(here))
    folder = candour.machine.home.vault(small_school.chair.person_id)
    folder.parent.mkdir(parents=True, exist_ok=True)
    here.home.vault(small_school.chair.person_id).rename(folder)
    session = office.desks.ring.open(candour, small_school.chair)
    yield session
    session.close()


def test_what_is_signed_there_holds_here(office: Office, small_school: SmallSchool, far_chair: Session) -> None:
    head = office.of(small_school.head)
    made = make_change(head, [SettingsData(set={"decision_hours": 48})])
    assert made.proposal
    far_chair.sync()
    assert approve(far_chair, made.proposal).is_published
    assert head.machine.school.settings.decision_hours == 24
    head.sync()
    assert head.machine.school.settings.decision_hours == 48
    assert [each.stage for each in read_proposals(head)] == [Stage.PUBLISHED]


def test_nothing_of_it_is_in_the_shared_directory_before(
    office: Office, small_school: SmallSchool, far_chair: Session
) -> None:
    before = sorted(path.name for path in (small_school.exchange / "directory").iterdir())
    make_change(office.of(small_school.head), [SettingsData(set={"decision_hours": 48})])
    far_chair.sync()
    assert sorted(path.name for path in (small_school.exchange / "directory").iterdir()) == before


def test_a_directory_that_moved_on_here_is_not_overwritten_there(
    office: Office, small_school: SmallSchool, far_chair: Session
) -> None:
    head = office.of(small_school.head)
    made = make_change(head, [SettingsData(set={"decision_hours": 48})])
    assert made.proposal
    far_chair.sync()
    make_change(head, [AbsenceData(person=head.me)])
    far_chair.sync()
    assert [each.stage for each in read_proposals(far_chair)] == [Stage.OUTDATED]
    states = list(DirectoryStore(far_chair.machine.home.directory).states())
    assert states[-1].head == head.machine.state.head


def test_a_policy_is_read_there_before_it_is_signed(
    office: Office, small_school: SmallSchool, far_chair: Session
) -> None:
    head = office.of(small_school.head)
    version = Version(policy_id="code", title="Code", edition="1", clauses=(Clause(clause_id="a", number="1"),))
    name, said = put_up(head.machine, version, None)
    make_change(head, [said])
    far_chair.sync()
    (waiting,) = read_proposals(far_chair)
    (foreseen,) = foresee(far_chair.machine, waiting.said)
    assert foreseen.ready is not None
    assert fingerprint(written(foreseen.ready.version)) == name


def test_a_text_that_somebody_else_left_under_its_name_is_not_read_there(
    office: Office, small_school: SmallSchool, far_chair: Session
) -> None:
    head = office.of(small_school.head)
    version = Version(policy_id="code", title="Code", edition="1", clauses=(Clause(clause_id="a", number="1"),))
    make_change(head, [put_up(head.machine, version, None)[1]])
    (left,) = (small_school.exchange / "doc").iterdir()
    left.write_bytes(written(msgspec.structs.replace(version, title="Another")))
    far_chair.sync()
    (waiting,) = read_proposals(far_chair)
    assert foresee(far_chair.machine, waiting.said) == (Foreseen(title="Code", ready=None),)
