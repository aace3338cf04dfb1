# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The documents say what is there: commands, options, faults, files, tests and links; and their examples work.

docs/format.md is held by tests/storage/test_format_document.py.
"""

import json
import re
from argparse import Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from desktop.access.reading import PACK
from desktop.cases.acting import ACCESS, EXPORT, FILE_COPY
from desktop.cases.meaning import shipped_meaning
from desktop.cases.onward import ONWARD
from desktop.cases.readership import CONTINUATION
from desktop.cli import school as school_command
from desktop.cli.parser import build_parser
from desktop.faults import fault_words
from desktop.forms import FormKind
from desktop.founding import new_person_id
from desktop.importing.old_records import IMPORTED
from desktop.importing.staff import Fate, read_staff_list
from desktop.importing.staff_columns import plain, staff_words
from desktop.people import Contact, Person, Role, Settings
from desktop.soundness import Trouble
from desktop.synced import Alarm
from storage.ingest import Reason
from storage.slots import FLOOR
from tests.desktop.cli.running import Machine

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
ADMINISTRATION = (ROOT / "docs" / "administration.md").read_text(encoding="utf-8")
THREATS = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")

ROOMS = ("desktop/", "ui/", "storage/", "resources/", "installer/", "tests/", "docs/")
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
OPTION = re.compile(r"--[a-z][a-z-]*")
WINDOW_OPTIONS = {"--until-shown"}  # of the window, which has no command (ui/app.py)


# Commands


def commands(parser: ArgumentParser, path: str = "candour") -> Iterator[tuple[str, ArgumentParser]]:
    """Every command that does something, with its words."""
    branches = [action for action in parser._actions if isinstance(action, _SubParsersAction)]
    if not any(branch.required for branch in branches):
        yield path, parser
    for branch in branches:
        for name, below in branch.choices.items():
            yield from commands(below, f"{path} {name}")


def words_of(parser: ArgumentParser) -> list[Action]:
    """The words of one command itself, without those that every command takes."""
    common = {action.dest for action in build_parser()._actions}
    own = [action for action in parser._actions if not isinstance(action, _SubParsersAction)]
    return [action for action in own if action.dest not in common]


COMMANDS = dict(commands(build_parser()))


def sections(text: str) -> Mapping[str, str]:
    """Each part of a document by its heading, whatever the level."""
    parts = HEADING.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


SECTIONS = sections(ADMINISTRATION)


def test_there_are_commands_to_look_for() -> None:
    assert {"candour demo", "candour school create", "candour export case"} <= COMMANDS.keys()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_its_section_with_all_its_words(command: str) -> None:
    section = SECTIONS[f"`{command}`"]
    words = words_of(COMMANDS[command])
    options = {option for action in words for option in action.option_strings}
    choices = {str(choice) for action in words for choice in action.choices or ()}
    values = {action.dest.upper() for action in words if not action.option_strings}
    assert {word for word in (*options, *choices, *values) if word not in section} == set()


def test_no_section_is_about_a_command_that_is_not_there() -> None:
    described = {heading.strip("`") for heading in SECTIONS if heading.startswith("`candour")}
    assert described - COMMANDS.keys() == set()


def test_the_options_of_every_command_are_explained() -> None:
    shared = [option for action in build_parser()._actions for option in action.option_strings]
    assert {option for option in shared if option not in SECTIONS["Every command"]} == set()


def test_no_option_is_named_that_is_not_there() -> None:
    parsers = (build_parser(), *COMMANDS.values())
    known = {option for parser in parsers for action in parser._actions for option in action.option_strings}
    assert set(OPTION.findall(ADMINISTRATION)) - known - WINDOW_OPTIONS == set()


# Words that stand for something


def test_every_fault_has_words_and_says_what_the_administrator_does() -> None:
    named = CODE.findall(SECTIONS["When something goes wrong"])
    assert {fault for fault in fault_words() if fault not in named} == set()


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("When something goes wrong", Reason),
        ("`candour check`", Trouble),
        ("`candour sync`", Alarm),
        ("`candour school create`", Role),
    ],
)
def test_every_code_is_named(heading: str, words: type[Reason | Trouble | Alarm | Role]) -> None:
    assert {word.value for word in words} - set(CODE.findall(SECTIONS[heading])) == set()


def test_every_act_of_a_reviewer_is_named() -> None:
    forms = shipped_meaning().forms.values()
    left = {ACCESS, EXPORT, FILE_COPY, PACK, CONTINUATION, ONWARD, *IMPORTED}
    acts = {spec.form_id for spec in forms if spec.kind is FormKind.ACT} - left
    assert len(acts) > 10
    assert acts - set(CODE.findall(SECTIONS["`candour act`"])) == set()


def test_every_threat_of_the_design_is_answered() -> None:
    answered = [heading.split()[0] for heading in sections(THREATS) if re.match(r"T\d+ ", heading)]
    assert answered == [f"T{number}" for number in range(1, 23)]


@pytest.mark.parametrize("threat", [heading for heading in sections(THREATS) if re.match(r"T\d+ ", heading)])
def test_a_threat_says_what_protects_what_holds_it_and_what_is_left(threat: str) -> None:
    assert re.findall(r"^\* \*\*(.+?):\*\*", sections(THREATS)[threat], re.MULTILINE) == ["Protects", "Held by", "Left"]


# Examples


def example(heading: str, language: str) -> str:
    """The example in this language under a heading."""
    found = re.search(rf"```{language}\n(.+?)```", SECTIONS[heading], re.DOTALL)
    assert found is not None
    return found[1]


def test_the_plan_of_a_school_works_and_says_what_the_document_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(school_command, "calibrate", lambda _clock: FLOOR)  # the passphrases are nobody's
    plan = example("`candour school create`", "json")
    founders = [person["name"] for person in json.loads(plan)["people"] if person.get("roles")]
    (tmp_path / "plan.json").write_text(plan, encoding="utf-8")
    (tmp_path / "phrases").write_text("".join(f"quarry lantern {name}\n" for name in founders), encoding="utf-8")
    machine = Machine(tmp_path / "home")
    made = machine.json("school", "create", str(tmp_path / "plan.json"), "--passphrases", str(tmp_path / "phrases"))
    assert unexplained(made.data, "`candour school create`") == set()
    assert unexplained(machine.json("school", "status").data, "`candour school status`") == set()
    assert unexplained(machine.json("people", "list").data[0], "`candour people list`") == set()


def test_the_plan_shows_every_setting_and_no_other() -> None:
    settings = json.loads(example("`candour school create`", "json"))["settings"]
    assert set(settings) == set(Settings.__struct_fields__)
    assert set(settings["contacts"][0]) == set(Contact.__struct_fields__)


def unexplained(data: Mapping[str, Any], heading: str) -> set[str]:
    """What a command answers that its section does not name."""
    named = {word for code in CODE.findall(SECTIONS[heading]) for word in re.findall(r"\w+", code)}
    return set(data) - named


def test_every_row_of_the_staff_list_is_taken() -> None:
    plan = json.loads(example("`candour school create`", "json"))
    listed = [Person(person_id=new_person_id(), name=person["name"]) for person in plan["people"]]
    report = read_staff_list(example("The staff list", "csv").encode(), listed, new_person_id)
    assert [row.fate for row in report.rows] == [Fate.ADDED, Fate.ADDED]
    assert report.unread_columns == ()


def test_every_heading_of_the_staff_list_is_one_that_is_read() -> None:
    named = re.findall(r"“([^”]+)”", SECTIONS["The staff list"].split("What happens to a row")[0])
    read = {word for words in staff_words().columns.values() for word in words}
    assert len(named) > 10
    assert {heading for heading in named if plain(heading) not in read} == set()


# Files, tests and links


def paths_in(text: str) -> set[str]:
    """What a document names as a file or folder of this checkout, and as a test in one."""
    return {code for code in CODE.findall(text) if code.startswith(ROOMS) and " " not in code}


def is_there(path: str) -> bool:
    """Say whether a file is there and, where a test is named, whether it has that test."""
    file, _, test = path.partition("::")
    return (ROOT / file).exists() and (not test or f"def {test}(" in (ROOT / file).read_text(encoding="utf-8"))


def anchors(text: str) -> set[str]:
    """The places in a document to which a link can lead, as the usual renderers name them."""
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(text))
    return {heading.replace(" ", "-") for heading in plain}


def broken_links(document: Path) -> set[str]:
    """The links of a document that lead nowhere in this checkout."""
    return {link for link in LINK.findall(document.read_text(encoding="utf-8")) if not leads_somewhere(document, link)}


def leads_somewhere(document: Path, link: str) -> bool:
    """Say whether a link leads to a file that is there and, in it, to a heading that is there."""
    name, _, anchor = link.partition("#")
    target = (document.parent / name).resolve() if name else document
    return target.exists() and (not anchor or anchor in anchors(target.read_text(encoding="utf-8")))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_and_test_that_a_document_names_is_there(document: Path) -> None:
    named = paths_in(document.read_text(encoding="utf-8"))
    assert {path for path in named if not is_there(path)} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    assert broken_links(document) == set()


def test_a_planted_mistake_is_seen(tmp_path: Path) -> None:
    planted = tmp_path / "planted.md"
    planted.write_text("# One\n[a](#one) [b](#two) [c](nowhere.md) `tests/nowhere.py`\n", encoding="utf-8")
    assert broken_links(planted) == {"#two", "nowhere.md"}
    assert not is_there("tests/nowhere.py")
    assert not is_there("tests/contract/test_documents.py::test_that_nobody_wrote")


# The user guide


def said_on_screen() -> str:
    """Every word of the windows and the forms, in one line; what is filled in is "…"."""
    files = (*(ROOT / "ui").rglob("*words.py"), *(ROOT / "resources").rglob("*.toml"))
    joined = re.sub(r'"\s*\n\s*"', "", "\n".join(file.read_text(encoding="utf-8") for file in files))
    return one_line(re.sub(r"\{\w+\}", "…", joined))


def one_line(text: str) -> str:
    """A text without its line breaks and capitals."""
    return " ".join(text.split()).casefold()


GUIDES = [ROOT / "docs" / name for name in ("guide.md", "reviewing.md", "settings.md", "training.md")]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_a_guide_quotes_the_screen(guide: Path) -> None:
    quoted = re.findall(r"“([^”]+)”", guide.read_text(encoding="utf-8"))
    parts = {one_line(part).rstrip(".,") for words in quoted for part in words.split("…")}
    screen = said_on_screen()
    assert len(quoted) > 5
    assert {part for part in parts if part not in screen} == set()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_a_guide_stays_short(guide: Path) -> None:
    assert len(guide.read_text(encoding="utf-8").splitlines()) < 300
