# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tour as a command: pictures, case files, a folder as its last line; and one sentence where it stops.

The small school stands in for the demonstration, which takes half a minute to make.
"""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from desktop.demo.card import CARD, DemoCard, DemoCardPerson, demo_aside
from storage.errors import KnownError
from tests.school import Member, SmallSchool

STOPPED = (
    "from pathlib import Path; from ui.tour.tour import walk_tour; print(walk_tour(Path({home!r}), Path({out!r}), 0))"
)
JOBS = {"Beth Carver": "Teaching assistant", "Tom Ashby": "Year 1 teacher"}


@pytest.fixture
def demo(small_school: SmallSchool) -> SmallSchool:
    """The small school with the card of a demonstration."""
    people = tuple(person(member) for member in small_school.members)
    card = DemoCard(school="Hollowbrook", fingerprint="", enrolment_code="", people=people)
    (small_school.home / CARD).write_bytes(msgspec.json.encode(card))
    return small_school


def person(member: Member) -> DemoCardPerson:
    return DemoCardPerson(
        id=member.person_id,
        name=member.name,
        job=JOBS.get(member.name, member.job),
        roles=tuple(role.value for role in member.roles),
        passphrase=member.passphrase,
    )


def files(school: SmallSchool) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in school.home.rglob("*") if path.is_file()}


def python(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, timeout=120, check=False)


def test_it_leaves_numbered_pictures_and_the_case_files_and_names_their_folder(
    demo: SmallSchool, tmp_path: Path
) -> None:
    out, before = tmp_path / "out", files(demo)
    out.mkdir()
    for old in ("99-old.png", "CF-old.pdf", "kept.txt"):
        (out / old).touch()
    ran = python("-m", "desktop", "tour", "--home", str(demo.home), "--out", str(out))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"{out}\n", "")
    names = sorted(path.name for path in out.iterdir())
    pictures = [name for name in names if name.endswith(".png")]
    assert pictures[0] == "01-start.png"
    assert pictures[-1] == f"{len(pictures)}-the-person-concerned-sees-nothing-of-it.png"
    assert len([name for name in names if name.startswith("CF-") and name.endswith(".pdf")]) == 2
    assert set(names) - {*pictures} - {name for name in names if name.startswith("CF-")} == {"kept.txt"}
    assert files(demo) == before


def test_it_says_what_did_not_come_and_leaves_a_picture_of_where_it_stood(demo: SmallSchool, tmp_path: Path) -> None:
    ran = python("-c", STOPPED.format(home=str(demo.home), out=str(tmp_path)))
    assert ran.stdout.startswith("The tour stopped, because this did not come: ")
    assert ran.stdout.count("\n") == 1
    assert len([path.name for path in tmp_path.glob("*-stopped.png")]) == 1


def test_the_copy_that_it_works_on_is_gone_afterwards(demo: SmallSchool) -> None:
    with demo_aside(demo.home) as (copy, card):
        assert (copy / "school.pin").exists()
        assert str(copy) in (copy / "school.pin").read_text()
        assert card.school == "Hollowbrook"
    assert not copy.exists()


def test_there_is_no_copy_of_a_school_that_is_no_demonstration(small_school: SmallSchool) -> None:
    with pytest.raises(KnownError, match="no_school"), demo_aside(small_school.home):
        pytest.fail("it was copied")
