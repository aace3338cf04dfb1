# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A record goes before its time for one of three reasons only, by the same two people, and the reason stays."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cases.acting import ActRefusedError
from desktop.faults import DeskFault
from desktop.filing import AnswersError
from desktop.retention.acting import hold, propose, sign
from desktop.retention.kinds import DISPOSAL, KEEPING, SIGNATURE
from desktop.retention.listing import read_record
from desktop.retention.telling import reason_words
from desktop.soundness import check
from storage.errors import KnownError
from storage.grants import GRANT
from tests.desktop.desks import Desks, KeyRing, content, forge, tables
from tests.desktop.retention.conftest import Over
from tests.desktop.retention.records import decided, waited
from tests.school import Hands, SmallSchool

EARLY = {"early": "court", "reason": "Claim 12/2026, order of 3 March 2026"}


@pytest.fixture(scope="module")
def made_early(
    founded_school: SmallSchool, key_ring: KeyRing, tmp_path_factory: pytest.TempPathFactory
) -> tuple[SmallSchool, str]:
    """A record that was dealt with, about somebody who still works here."""
    school, hands = founded_school.copied_to(tmp_path_factory.mktemp("early") / "home"), Hands()
    with contextlib.closing(Desks(school, school.open(hands), hands, key_ring)) as desks:
        return school, decided(desks)


@pytest.fixture
def kept(made_early: tuple[SmallSchool, str], key_ring: KeyRing, hands: Hands, tmp_path: Path) -> Iterator[Over]:
    """A copy of that school, and the record."""
    school = made_early[0].copied_to(tmp_path / "home")
    with contextlib.closing(Desks(school, school.open(hands), hands, key_ring)) as desks:
        yield Over(desks, made_early[1])


def is_gone(kept: Over) -> bool:
    held = {"xylophon" in repr(tables(kept.desks.of(each))) for each in (kept.desks.school.dsl, kept.desks.school.head)}
    return held == {False}


def both(kept: Over) -> None:
    propose(kept.desks.of(kept.desks.school.dsl), kept.case, EARLY)
    kept.desks.sync()
    sign(kept.desks.of(kept.desks.school.head), kept.case)
    kept.desks.sync()


def refused(kept: Over, values: dict[str, object]) -> KnownError:
    with pytest.raises(KnownError) as caught:
        propose(kept.desks.of(kept.desks.school.dsl), kept.case, values)
    assert kept.desks.of(kept.desks.school.dsl).case(kept.case).of_kind(DISPOSAL) == ()
    return caught.value


def test_it_goes_a_week_after_two_people_signed_and_the_reason_stays(kept: Over) -> None:
    both(kept)
    assert not is_gone(kept)
    waited(kept.desks)
    assert is_gone(kept)
    head = kept.desks.of(kept.desks.school.head)
    assert {entry.kind for entry in head.case(kept.case).entries} <= KEEPING | {GRANT}
    record = read_record(head, kept.case)
    assert record is not None
    assert any("order of 3 March 2026" in each for each in reason_words(record))
    assert check(head).troubles == ()


def test_a_hold_beats_it(kept: Over) -> None:
    both(kept)
    hold(kept.desks.of(kept.desks.school.dsl), kept.case, {"basis": "inquiry", "reason": "The inquiry"})
    waited(kept.desks)
    assert not is_gone(kept)


def test_a_reason_that_names_somebody_is_refused(kept: Over) -> None:
    said = {"early": "wrong_person", "reason": f"It was not {kept.desks.school.teacher.name}"}
    assert refused(kept, dict(said)).code is DeskFault.RETENTION_NAMES_SOMEBODY


def test_no_other_ground_will_do(kept: Over) -> None:
    for values in ({**EARLY, "early": "other"}, {"early": "court", "reason": ""}):
        with pytest.raises(AnswersError):
            propose(kept.desks.of(kept.desks.school.dsl), kept.case, values)


def test_what_is_open_does_not_go(kept: Over) -> None:
    case = kept.desks.concern(kept.desks.school.ta, kept.desks.school.teacher)
    kept.desks.sync()
    assert refused(Over(kept.desks, case), dict(EARLY)).code is DeskFault.RETENTION_OPEN


def test_whoever_it_is_about_has_no_part_in_it(kept: Over) -> None:
    with pytest.raises((KnownError, ActRefusedError)):
        propose(kept.desks.of(kept.desks.school.teacher), kept.case, EARLY)


def test_a_ground_that_nobody_knows_destroys_nothing(kept: Over) -> None:
    """A changed Candour can sign anything: each vault looks for itself."""
    desks, school = kept.desks, kept.desks.school
    lead = desks.of(school.dsl)
    entries = sorted(entry.eid for entry in lead.case(kept.case).entries)
    data = {"entries": entries, "record_class": "low_level", "due": "2026-03-12", "edition": "", "readers": []}
    to = (school.dsl, school.head)
    forged = forge(
        desks, school.dsl, to, content(desks, DISPOSAL, {"early": "tidy", "reason": "x"}, case=kept.case, **data)
    )
    forge(desks, school.head, to, content(desks, SIGNATURE, {}, case=kept.case, of=forged.entry.eid))
    waited(desks)
    assert not is_gone(kept)
