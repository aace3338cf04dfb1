# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of every command: where options stand, where a passphrase comes from, and that nothing ends in a trace."""

import argparse
import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.__main__ import main
from desktop.cli import filing
from desktop.cli.main import run
from desktop.cli.parser import COMMANDS, build_parser
from desktop.cli.terminal import Output, Terminal
from tests.desktop.cli.running import Machine, Screen
from tests.sampling import some
from tests.school import SmallSchool

LEAST = {"about": "07" * 16, "what_happened": "He shouted at a child.", "risk_now": "no"}
CANARY = "a sentence that somebody wrote"
CANDOUR = Path(sys.executable).with_name("candour")


# Where options stand


@pytest.mark.parametrize(
    "words",
    [
        ("--home", "{home}", "--format", "json", "people", "list"),
        ("people", "--home", "{home}", "list", "--format", "json"),
        ("people", "list", "--home", "{home}", "--format", "json"),
        ("--home={home}", "people", "--format=json", "list"),
        ("--format", "json", "people", "list", "--home", "{home}"),
    ],
)
def test_options_stand_before_or_after_the_command(machine: Machine, words: Sequence[str]) -> None:
    ran = machine.run(*(word.replace("{home}", str(machine.home)) for word in words))
    assert (ran.code, len(ran.data)) == (0, 8)


def test_an_option_after_the_command_counts_more_than_one_before(machine: Machine) -> None:
    ran = machine.run("--format", "text", "people", "list", "--home", str(machine.home), "--format", "json")
    assert len(ran.data) == 8


@pytest.mark.parametrize(
    "words", [("--home", "{home}", "--format", "json", "people", "list"), ("people", "list", "--home", "{home}")]
)
def test_a_home_before_the_command_does_not_open_the_window(
    machine: Machine, words: Sequence[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ui.app.open_window", lambda _words: pytest.fail("the window opened"))
    assert main([word.replace("{home}", str(machine.home)) for word in words]) == 0
    assert "Tom Ashby" in capsys.readouterr().out


@pytest.mark.parametrize("words", [[], ["--home", "x"], ["--home=x"]])
def test_without_a_command_the_window_opens(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Sequence[str]] = []

    def open_window(given: Sequence[str]) -> int:
        opened.append(given)
        return 0

    monkeypatch.setattr("ui.app.open_window", open_window)
    assert main(words) == 0
    assert opened == [words]


# Codes


@pytest.mark.parametrize(
    "words", [("nonsense",), ("file",), ("people",), ("inbox", "--shelf", "top"), ("--format", "xml", "forms")]
)
def test_words_that_are_off_end_in_2(
    machine: Machine, words: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert machine.run(*words).code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("words", some((("help", ["--help"]), *((name, [name, "--help"]) for name in COMMANDS)), 5))
def test_help_ends_in_0(machine: Machine, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert machine.run(*words).code == 0
    assert "usage: candour" in capsys.readouterr().out


# Passphrases


def parsers(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """A parser and all below it."""
    below = [action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return [parser, *(found for choices in below for each in choices.values() for found in parsers(each))]


def test_no_word_of_any_command_is_a_passphrase() -> None:
    options = {
        option for parser in parsers(build_parser()) for action in parser._actions for option in action.option_strings
    }
    assert {option for option in options if "pass" in option} == {"--passphrase-file", "--passphrases"}


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\nanother line\n"])
def test_a_passphrase_comes_from_a_file(machine: Machine, small_school: SmallSchool, tmp_path: Path, end: str) -> None:
    file = tmp_path / "passphrase"
    file.write_bytes(f"{small_school.dsl.passphrase}{end}".encode())
    who = ("--as", small_school.dsl.name, "--passphrase-file", str(file), "--home", str(machine.home))
    assert machine.run("inbox", *who).code == 0


def test_a_passphrase_comes_over_standard_input(machine: Machine, small_school: SmallSchool) -> None:
    ran = machine.run(
        "inbox", "--as", small_school.dsl.name, "--home", str(machine.home), stdin=small_school.dsl.passphrase
    )
    assert ran.code == 0


def test_a_passphrase_is_asked_for_without_showing_it(
    machine: Machine, small_school: SmallSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(prompt: str, **_more: object) -> str:
        asked.append(prompt)
        return small_school.dsl.passphrase

    monkeypatch.setattr("getpass.getpass", ask)
    words = ("inbox", "--as", small_school.dsl.name, "--home", str(machine.home))
    out = io.StringIO()
    assert run(words, Terminal(Screen(), out, io.StringIO())) == 0
    assert asked == ["Passphrase: "]
    assert small_school.dsl.passphrase not in out.getvalue()


@pytest.mark.parametrize("stopped", [EOFError, KeyboardInterrupt])
def test_whoever_breaks_off_at_the_question_gets_no_trace(
    machine: Machine, small_school: SmallSchool, monkeypatch: pytest.MonkeyPatch, stopped: type[BaseException]
) -> None:
    def asked(_prompt: str, **_more: object) -> str:
        raise stopped

    monkeypatch.setattr("getpass.getpass", asked)
    words = ("inbox", "--as", small_school.dsl.name, "--home", str(machine.home))
    assert run(words, Terminal(Screen(), io.StringIO(), io.StringIO())) == 1


@pytest.mark.parametrize("typed", ["", "\n", "wrong wrong wrong wrong", "\udcff\udcfe", "x" * 100_000])
def test_a_wrong_passphrase_is_one_sentence(machine: Machine, small_school: SmallSchool, typed: str) -> None:
    ran = machine.run("inbox", "--as", small_school.dsl.name, "--home", str(machine.home), stdin=typed)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "That passphrase doesn’t match. Nothing was opened. Check capitals, and try again.\n"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00w", b"\x80"])
def test_a_passphrase_file_that_is_no_text_is_said(
    machine: Machine, small_school: SmallSchool, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "passphrase").write_bytes(content)
    who = (
        "--as",
        small_school.dsl.name,
        "--passphrase-file",
        str(tmp_path / "passphrase"),
        "--home",
        str(machine.home),
    )
    ran = machine.run("inbox", *who)
    assert (ran.code, ran.err.startswith("That file can’t be read.")) == (1, True)


# What the world gets wrong, one sentence each


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "That file is not readable as JSON."),
        (b"[]", "That file is not readable as JSON."),
        (b"{'a': 1}", "That file is not readable as JSON."),
        (b'{"a": 1, "a": 2}', "That file is not readable as JSON."),
        (b'{"a": NaN}', "That file is not readable as JSON."),
        (b'{"a": ' + b"[" * 5000 + b"]" * 5000 + b"}", "That file is not readable as JSON."),
        (b'{"a": "\xff"}', "That file is not readable as JSON."),
        (b'{"a": "\\ud800"}', "That file is not readable as JSON."),
        (b" " * 2_000_000, "That file is not readable as JSON."),
    ],
    ids=["nothing", "list", "quotes", "twice", "nan", "deep", "bytes", "surrogate", "huge"],
)
def test_what_is_no_json_is_said(machine: Machine, tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "answers.json").write_bytes(content)
    ran = machine.json("file", "concern", "--anonymous", "--answers", str(tmp_path / "answers.json"))
    assert (ran.code, ran.out, ran.err.startswith(sentence)) == (1, "", True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("file", "complaint", "--anonymous", "--answers", "{answers}"), "There is no form of that name."),
        (("file", "note", "--anonymous", "--answers", "{answers}"), "This form is about whoever sends it"),
        (("route", "concern", "--about", "Nobody Known"), "Nobody of that name or id is on the staff list."),
        (("inbox", "--as", "Nobody Known"), "Nobody of that name or id is on the staff list."),
        (("inbox",), "This needs somebody to be signed in."),
        (("file", "concern", "--anonymous", "--answers", "{home}/nothing.json"), "That file can’t be read."),
        (("file", "concern", "--anonymous", "--answers", "{home}"), "That file can’t be read."),
        (("people", "import", "{home}/nothing.csv", "--as", "Priya Nair"), "That file can’t be read."),
        (("school", "join", "ABC", "--exchange", "{home}/exchange"), "This folder already belongs to a school."),
    ],
)
def test_what_is_not_there_is_said(machine: Machine, words: Sequence[str], sentence: str) -> None:
    filled = [word.replace("{home}", str(machine.home)).replace("{answers}", machine.answers(LEAST)) for word in words]
    ran = machine.run(*filled, "--home", str(machine.home))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(sentence), ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("school", "status"),
        ("people", "list"),
        ("route", "concern"),
        ("sync",),
        ("inbox", "--as", "x"),
        ("redirect",),
        ("check", "--as", "x"),
    ],
)
def test_without_a_school_every_command_says_so(tmp_path: Path, words: Sequence[str]) -> None:
    ran = Machine(tmp_path / "empty").json(*words)
    assert (ran.code, ran.err.startswith("Candour isn’t set up on this computer yet.")) == (1, True)
    assert not (tmp_path / "empty").exists()


@pytest.mark.parametrize("home", ["{file}", "{file}/below", "/" + "x" * 5000, "/dev/null"])
@pytest.mark.parametrize(
    "command", [("school", "status"), ("demo",), ("file", "concern", "--anonymous", "--answers", "{answers}")]
)
def test_a_home_that_cannot_be_one_is_said(machine: Machine, tmp_path: Path, home: str, command: Sequence[str]) -> None:
    (tmp_path / "file").write_text("no folder")
    words = [word.replace("{answers}", machine.answers(LEAST)) for word in command]
    ran = machine.run(*words, "--home", home.replace("{file}", str(tmp_path / "file")))
    assert (ran.code, ran.out) == (1, "")


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may write everywhere")
def test_a_home_that_may_only_be_read_is_said(machine: Machine) -> None:
    machine.home.chmod(0o500)
    try:
        ran = machine.file("concern", LEAST, "--anonymous")
    finally:
        machine.home.chmod(0o700)
    assert (ran.code, ran.out) == (1, "")


def test_a_damaged_pin_is_said(machine: Machine) -> None:
    (machine.home / "school.pin").write_bytes(b"{")
    ran = machine.json("school", "status")
    assert (ran.code, ran.err.startswith("The school’s list of people and roles can’t be trusted")) == (1, True)


# Anything at all


WORDS = st.sampled_from(
    [
        *COMMANDS, "create", "join", "status", "import", "list", "case", "concern", "self_report", "note", "triage",
        "--as", "Priya Nair", "02" * 16, "--name", "--anonymous", "--about", "--not-to", "--answers", "-", "{answers}",
        "{csv}", "--out", "--purpose", "--recipient", "--dry-run", "--shelf", "mine", "--format", "json", "--small",
        "--exchange", "{home}", "--passphrase-file", "{pass}", "--passphrases", "--could-be-someone-in-charge",
        "0000-0000",
    ]
) | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)  # fmt: skip


BEGINNINGS = st.sampled_from(
    [
        ("forms",), ("route", "concern"), ("route", "self_report"), ("file", "concern", "--answers", "{answers}"),
        ("file", "self_report", "--name"), ("redirect",), ("sync",), ("inbox", "--as", "Priya Nair"), ("show",),
        ("act", "0000-0000", "note"), ("people", "list"), ("check", "--as", "Ruth Adeyemi"),
        ("people", "import", "{csv}", "--as", "Priya Nair", "--passphrase-file", "{pass}"), ("school", "status"),
        ("school", "create", "{answers}"), ("school", "join"), ("export", "case", "0000-0000"), (),
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(begin=BEGINNINGS, more=st.lists(WORDS, max_size=5), stdin=st.text(max_size=20), value=st.text(max_size=5))
def test_no_words_end_in_a_trace(
    machine: Machine, begin: tuple[str, ...], more: list[str], stdin: str, value: str
) -> None:
    words = [*begin, *more]
    if {"demo", "bench"} & {*words}:
        return  # half a minute each; they have tests of their own
    folder = machine.home.with_name("files")
    folder.mkdir(exist_ok=True)
    (folder / "answers.json").write_text(json.dumps({**LEAST, "what_happened": value}), encoding="utf-8")
    (folder / "staff.csv").write_text(f"Name,Job\nAda Kaya,{json.dumps(value)}\n", encoding="utf-8")
    (folder / "pass").write_text("wreath tutor buckle mosaic", encoding="utf-8")
    names = {"{answers}": "answers.json", "{csv}": "staff.csv", "{pass}": "pass"}
    filled = [
        str(folder / names[word]) if word in names else word.replace("{home}", str(machine.home)) for word in words
    ]
    with contextlib.chdir(folder):
        ran = machine.run("--home", str(machine.home), *filled, stdin=stdin)
    assert ran.code in {0, 1, 2}
    assert "Traceback" not in ran.err


# Real processes


def process(words: Sequence[str], stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(words, input=stdin, capture_output=True, check=False, timeout=60, env=environment)


def test_a_mistake_of_our_own_says_nothing_of_what_was_written(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_arguments: argparse.Namespace, _terminal: Terminal) -> Output:
        raise RuntimeError(CANARY)

    monkeypatch.setattr(filing, "forms", breaks)
    ran = machine.run("forms")
    assert ran.code == 1
    assert ran.err.startswith("Candour has made a mistake of its own")
    assert "RuntimeError" in ran.err
    assert CANARY not in ran.err + ran.out


@pytest.mark.parametrize("start", [[str(CANDOUR)], [sys.executable, "-m", "desktop"]])
def test_a_process_answers_in_utf8_whatever_the_terminal(
    machine: Machine, small_school: SmallSchool, start: list[str]
) -> None:
    words = [*start, "inbox", "--home", str(machine.home), "--as", small_school.dsl.name, "--format", "json"]
    done = process(words, f"{small_school.dsl.passphrase}\n".encode())
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, [], b"")


def test_a_process_that_fails_says_one_sentence(machine: Machine, small_school: SmallSchool) -> None:
    words = [sys.executable, "-m", "desktop", "inbox", "--home", str(machine.home), "--as", small_school.dsl.name]
    done = process(words, b"\xff\xfe\n")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == "That passphrase doesn’t match. Nothing was opened. Check capitals, and try again.\n"


def test_a_process_reads_answers_of_any_letters(machine: Machine) -> None:
    values = {**LEAST, "what_happened": "Łukasz said “no” — naïve 🙂"}
    words = [
        sys.executable,
        "-m",
        "desktop",
        "file",
        "concern",
        "--anonymous",
        "--answers",
        "-",
        "--home",
        str(machine.home),
        "--format",
        "json",
    ]
    done = process(words, json.dumps(values, ensure_ascii=False).encode())
    assert done.returncode == 0, done.stderr
    refused = process(words, b'{"what_happened": "\xff"}')
    assert (refused.returncode, b"JSON" in refused.stderr) == (1, True)


def test_a_reader_who_leaves_early_leaves_no_trace_on_the_screen() -> None:
    first = subprocess.Popen(
        [sys.executable, "-m", "desktop", "forms", "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert first.stdout is not None
    assert first.stderr is not None
    first.stdout.close()
    told = first.stderr.read()
    first.stderr.close()
    assert (first.wait(timeout=60), told) == (1, b"")
