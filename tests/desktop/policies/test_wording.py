# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An old record keeps the wording of its day: real vaults, versions that two officers signed, texts on the disk."""

from pathlib import Path

import msgspec

from desktop.cases.entry import CaseEntry
from desktop.policies.citing import Because, Citation
from desktop.policies.clause_words import as_of_words, because_words, since_words
from desktop.policies.reasons import of_answers
from desktop.policies.wording import AsOf, Since, Wording, wording
from tests.desktop.changing.conftest import Office
from tests.desktop.documents.reading import Document
from tests.desktop.exports.orders import export_case
from tests.desktop.policies.codes import GIFTS, code, publish, withdraw, without

CITED = (Citation(words=GIFTS, what="Favouritism or gifts"),)
OLD_WORDS = ("Declare each gift above ten pounds.",)


def concern(office: Office) -> CaseEntry:
    """The teaching assistant files a concern today."""
    case_id = office.desks.concern(office.school.ta, office.school.teacher, everyday=["favouritism"])
    report = office.of(office.school.dsl).case(case_id).report
    assert report is not None
    return report


def read(office: Office, entry: CaseEntry | None = None) -> Wording:
    return wording(office.of(office.school.dsl).machine, CITED, entry)


def test_a_record_keeps_the_words_of_its_day_whatever_becomes_of_them(office: Office) -> None:
    old = code(paragraphs=OLD_WORDS)
    first = publish(office, old)
    entry = concern(office)
    assert standing(office, entry, first) == (Since.SAME, None, "")
    publish(office, code("Second edition"))
    since, now, said = standing(office, entry, first)
    assert (since, now) == (Since.REWORDED, "Second edition")
    assert said.startswith("It has been reworded since")
    publish(office, code("Third edition", paragraphs=OLD_WORDS, number="6.4"))
    renumbered = (Since.RENUMBERED, "Third edition", "Its number is 6.4 now. The words are the same.")
    assert standing(office, entry, first) == renumbered
    publish(office, without(code("Fourth edition"), GIFTS))
    assert standing(office, entry, first)[0] is Since.GONE
    withdraw(office, old.policy_id)
    assert standing(office, entry, first)[0] is Since.GONE


def standing(office: Office, entry: CaseEntry, first: str) -> tuple[Since, str | None, str]:
    """What became of the clause on gifts since: which edition holds now, and what is said. It reads as it did."""
    found = read(office, entry)
    [clause] = found.clauses
    assert found.as_of is AsOf.THAT_DAY
    assert (clause.shown.clause.paragraphs, clause.shown.fingerprint) == (OLD_WORDS, first)
    return clause.since, clause.now.edition if clause.now else None, since_words(clause)


def test_a_text_of_the_day_that_is_not_here_is_taken_from_the_share_and_otherwise_not_made_up(office: Office) -> None:
    old = code(paragraphs=OLD_WORDS)
    first = publish(office, old)
    entry = concern(office)
    withdraw(office, old.policy_id)
    publish(office, code("Second edition"))
    machine = office.of(office.school.dsl).machine
    lose(machine.home.documents, first)
    assert standing(office, entry, first)[0] is Since.REWORDED
    lose(machine.home.documents, first)
    lose(office.school.exchange, first)
    found = wording(machine, CITED, entry)
    assert found.clauses == ()
    [missing] = found.without
    assert because_words(missing, found.as_of) == "The wording of that day isn’t on this computer."
    assert [each.edition for each in missing.now] == ["Second edition"]


def lose(folder: Path, fingerprint: str) -> None:
    """Take a document out of a folder."""
    [path] = [each for each in folder.rglob("*.cdoc") if each.name.startswith(fingerprint[:16])]
    path.unlink()


def test_a_record_of_before_there_was_a_policy_shows_that_of_now_and_says_so(office: Office) -> None:
    entry = concern(office)
    publish(office, code())
    found = read(office, entry)
    assert found.as_of is AsOf.NO_POLICY_THEN
    assert [each.shown.clause.label for each in found.clauses] == [GIFTS]
    assert as_of_words(found.as_of).startswith("No policy was in Candour when this was written")


def test_a_directory_that_this_computer_has_not_is_not_taken_for_another(office: Office) -> None:
    publish(office, code())
    entry = concern(office)
    for other in ({"directory": entry.directory + 9}, {"directory_head": "0" * 12}):
        assert read(office, msgspec.structs.replace(entry, **other)).as_of is AsOf.UNKNOWN


def test_a_case_file_names_the_clauses_by_the_edition_of_the_day(office: Office, tmp_path: Path) -> None:
    publish(office, code(paragraphs=OLD_WORDS))
    entry = concern(office)
    publish(office, code("Second edition"))
    made = export_case(office.of(office.school.dsl), entry.case, tmp_path / "a.pdf", "For the file", "Head")
    words = " ".join(Document(made.path.read_bytes()).words.split())
    assert "Staff code of conduct, First edition: 5.1.1 Boundaries; 5.5.4 Gifts, hospitality and sponsorship" in words
    assert "Second edition" not in words


def test_without_a_policy_it_says_so(office: Office) -> None:
    [missing] = read(office).without
    assert missing.because is Because.NO_POLICY


def test_a_clause_that_several_answers_rest_on_is_shown_once_with_all_of_them(office: Office) -> None:
    publish(office, code())
    session = office.of(office.school.dsl)
    values = {"everyday": ["touch", "favouritism"], "categories": ["intimate_care"]}
    found = wording(session.machine, of_answers(session.meaning.forms["concern"], values))
    touch = next(each for each in found.clauses if each.shown.clause.label == "5.1.3")
    assert touch.what == ("Touch", "Departure from the intimate-care plan")
    labels = [each.shown.clause.label for each in found.clauses]
    assert labels == ["5.1.3", "5.1.1", GIFTS, "4", "4.1"]
