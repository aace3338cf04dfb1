# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same record as the person concerned, as other staff, and as somebody who has everything but the readers' keys."""

import base64
from collections.abc import Mapping

import pytest

from desktop.cases.rows import Shelf
from desktop.session import Session
from storage.errors import KnownError
from tests.desktop.cli.running import Machine
from tests.journeys.conftest import Files, Travelled
from tests.journeys.intruder import decrypts, shapes, stanzas, unwraps
from tests.school import Member
from ui.tour.journey import LEARNT, NOTE, STORY, WHY

STRANGERS = ("teacher", "deputy", "chair", "vice_chair")
READERS = ("dsl", "head")
STORY_WORDS = ("locking the side gate", "hop in and drove off", "mum’s bus was late")
CANARIES = (
    *STORY_WORDS,
    *NOTE.split(": "),
    *WHY.split(", "),
    LEARNT,
    "Side gate",
    "One reminder of the code is enough.",
    "Thank you for telling us.",
    "Termly review of low-level concerns",
)


@pytest.fixture(scope="module")
def envelopes(whole: Travelled) -> list[bytes]:
    """What the journey left in the shared folder."""
    return [data for name, data in whole.written.items() if name.endswith(".cenv")]


@pytest.fixture(scope="module")
def keys(whole: Travelled) -> Mapping[str, str]:
    """The sealing key of every vault, by who it is in the small school."""
    everybody = (*STRANGERS, *READERS, "ta")
    return {name: of_session(whole, name) for name in everybody}


def of_session(whole: Travelled, name: str) -> str:
    session = sign_in(whole, name)
    try:
        return session.vault.keys.sealing
    finally:
        session.close()


def sign_in(whole: Travelled, name: str) -> Session:
    return whole.school.sign_in(whole.school.open(), member(whole, name))


def member(whole: Travelled, name: str) -> Member:
    found = getattr(whole.school, name)
    assert isinstance(found, Member)
    return found


def holding(files: Files, *words: str) -> list[str]:
    """The files in which one of these stands, in whatever shape."""
    looked_for = [shape for each in words for shape in shapes(each)]
    return [name for name, data in files.items() if any(shape in data for shape in looked_for)]


class TestWithTheirOwnKey:
    @pytest.mark.parametrize("who", STRANGERS)
    def test_a_stranger_has_no_case_at_all(self, whole: Travelled, who: str) -> None:
        session = sign_in(whole, who)
        try:
            session.sync()
            assert session.entries.cases() == []
            assert [session.shelf(shelf) for shelf in Shelf] == [[] for _ in Shelf]
            assert session.about(whole.school.teacher.person_id) == []
        finally:
            session.close()

    @pytest.mark.parametrize("who", STRANGERS)
    def test_a_stranger_finds_no_such_reference(self, whole: Travelled, who: str) -> None:
        session = sign_in(whole, who)
        try:
            with pytest.raises(KnownError, match="no_such_case"):
                session.find(whole.journey.reference)
        finally:
            session.close()

    @pytest.mark.parametrize("who", STRANGERS)
    @pytest.mark.parametrize("command", [("show",), ("export", "case")])
    def test_the_program_tells_a_stranger_nothing(self, whole: Travelled, who: str, command: tuple[str, ...]) -> None:
        more = (
            ("--out", str(whole.school.home / "x.pdf"), "--purpose", "x", "--recipient", "x")
            if len(command) > 1
            else ()
        )
        ran = Machine(whole.school.home).json(*command, whole.journey.reference, *more, member=member(whole, who))
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("There is no record with that reference"), ran.err

    def test_the_program_shows_it_to_a_reader(self, whole: Travelled) -> None:
        ran = Machine(whole.school.home).json("show", whole.journey.reference, member=whole.school.dsl)
        assert (ran.code, NOTE in ran.out) == (0, True)


class TestWithEveryOtherKey:
    @pytest.mark.parametrize("who", STRANGERS)
    def test_no_envelope_unwraps(self, envelopes: list[bytes], keys: Mapping[str, str], who: str) -> None:
        assert [each for each in envelopes if unwraps(each, keys[who])] == []

    @pytest.mark.parametrize("who", STRANGERS)
    def test_age_opens_no_envelope(self, envelopes: list[bytes], keys: Mapping[str, str], who: str) -> None:
        assert [each for each in envelopes if decrypts(each, keys[who])] == []

    @pytest.mark.parametrize("who", READERS)
    def test_a_reader_opens_what_the_others_wrote(
        self, envelopes: list[bytes], keys: Mapping[str, str], who: str
    ) -> None:
        opened = [each for each in envelopes if unwraps(each, keys[who])]
        assert opened == [each for each in envelopes if decrypts(each, keys[who])]
        assert len(opened) > 3

    def test_the_reporter_opens_nothing_of_what_the_readers_wrote_but_what_is_for_them(
        self, envelopes: list[bytes], keys: Mapping[str, str]
    ) -> None:
        assert sum(decrypts(each, keys["ta"]) for each in envelopes) <= 2

    def test_every_envelope_has_as_many_recipients(self, envelopes: list[bytes]) -> None:
        assert len(envelopes) > 8
        assert len({len(stanzas(each)) for each in envelopes}) == 1


class TestWithEveryByte:
    @pytest.mark.parametrize("words", CANARIES)
    def test_no_word_of_it_stands_in_any_file(self, whole: Travelled, words: str) -> None:
        assert holding(whole.files, words) == []

    @pytest.mark.parametrize("who", ["teacher", "ta", "dsl", "head"])
    def test_no_name_stands_in_a_file_that_the_journey_wrote(self, whole: Travelled, who: str) -> None:
        assert holding(whole.written, member(whole, who).name) == []

    def test_the_reference_stands_nowhere(self, whole: Travelled) -> None:
        codes = whole.journey.reference, whole.journey.reference.replace("-", "")
        assert holding(whole.files, *codes) == []
        assert [name for name in whole.files if any(code in name for code in codes)] == []

    def test_what_is_looked_for_would_be_found(self) -> None:
        assert all(words in STORY for words in STORY_WORDS)
        data = b"x" + " ".join(CANARIES).encode() + "Tom Ashby".encode("utf-16-le")
        assert all(holding({"file": data}, words) for words in (*CANARIES, "Tom Ashby"))
        assert all(holding({"file": base64.b64encode(data[skip:])}, words) for words in CANARIES for skip in range(3))


class TestWithTheListsOfFiles:
    def test_the_vaults_of_those_who_were_not_there_are_as_they_were(self, whole: Travelled) -> None:
        vaults = {name.split("/")[1] for name in whole.written if name.startswith("vaults/")}
        present = ("ta", "dsl", "head", "teacher", "deputy")
        assert vaults == {member(whole, each).person_id for each in present}

    def test_nothing_was_taken_away(self, whole: Travelled) -> None:
        assert whole.before.keys() - whole.files.keys() == set()

    def test_there_is_nothing_new_but_vaults_and_what_is_sealed(self, whole: Travelled) -> None:
        kinds = {name.rpartition("/")[0] for name in whole.written if not name.startswith("vaults/")}
        assert kinds <= {"exchange/in", "exchange/ack", "exchange/hb", "spool"}, kinds
