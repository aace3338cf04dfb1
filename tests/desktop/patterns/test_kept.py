# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a look for patterns found is kept until anything is otherwise that it was made from, and never longer."""

from datetime import date

import msgspec
import pytest

from desktop.patterns.answering import Found, answer_prompt
from desktop.patterns.choosing import cuts_of
from desktop.patterns.cuts import Cuts
from desktop.patterns.desk import PatternDesk, read_desk
from desktop.patterns.engine import Seen, Wish, look
from desktop.patterns.kept import LOOK
from desktop.patterns.parameters import Dial
from desktop.patterns.register import Register
from desktop.session import Session
from desktop.soundness import Trouble, check
from tests.desktop.desks import Desks
from tests.desktop.patterns.looking import tell, three_reports

FOUND = Found("joint_review", "We read all three.")


@pytest.fixture
def lead(desks: Desks) -> Session:
    """The safeguarding lead, with three reports about the teacher, after a first look."""
    three_reports(desks)
    session = desks.of(desks.school.dsl)
    session.sync()
    looked(session)
    return session


def looked(session: Session) -> PatternDesk:
    return read_desk(session, cuts_of(session))


def anew(session: Session) -> PatternDesk:
    """What a look finds that keeps nothing."""
    session.vault.database.execute("DELETE FROM meta WHERE name = ?", (LOOK,))
    return looked(session)


def plays(session: Session, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Say whether a look plays the register."""
    played: list[date] = []

    def watched(register: Register, as_of: date, cuts: Cuts, wish: Wish | None = None) -> Seen:
        played.append(as_of)
        return look(register, as_of, cuts, wish or Wish())

    with monkeypatch.context() as patch:
        patch.setattr("desktop.patterns.desk.look", watched)
        looked(session)
    return bool(played)


def test_a_second_look_plays_nothing_and_finds_the_same(lead: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    assert looked(lead).to_look_at
    assert not plays(lead, monkeypatch)
    assert looked(lead) == anew(lead)


def test_whatever_comes_or_changes_is_played(desks: Desks, lead: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    (card,) = looked(lead).to_look_at
    answer_prompt(lead, card.shown, FOUND)
    assert plays(lead, monkeypatch)
    tell(desks, desks.school.ta)
    lead.sync()
    assert plays(lead, monkeypatch)
    desks.hands.forward(days=1)
    assert plays(lead, monkeypatch)
    assert not plays(lead, monkeypatch)
    assert looked(lead) == anew(lead)


def test_another_dial_is_another_look(lead: Session) -> None:
    quiet = read_desk(lead, cuts_of(lead, Dial.QUIET))
    lead.vault.database.execute("DELETE FROM meta WHERE name = ?", (LOOK,))
    assert read_desk(lead, cuts_of(lead, Dial.QUIET)) == quiet


def test_the_check_finds_what_was_altered(lead: Session) -> None:
    assert Trouble.INDEX_DIFFERS not in check(lead).troubles
    kept = msgspec.json.decode(lead.vault.meta(LOOK))
    kept["seen"]["shown"] = []
    lead.vault.set_meta(LOOK, msgspec.json.encode(kept))
    assert Trouble.INDEX_DIFFERS in check(lead).troubles


def test_what_cannot_be_read_is_looked_for_anew(lead: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    lead.vault.set_meta(LOOK, b"{}")
    assert plays(lead, monkeypatch)
