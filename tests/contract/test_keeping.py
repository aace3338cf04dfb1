# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every kind of entry has a rule of keeping, or a reason why it stays (resources/retention/kinds.toml)."""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from desktop.cases.meaning import shipped_meaning
from desktop.cases.rows import DESK, LOOK, SEARCH, TRAINING, TRAINING_ANSWER
from desktop.forms import FormKind
from desktop.importing.old_records import IMPORTED
from desktop.retention.every_kind import every_kind
from desktop.retention.kinds import GOES_ALONG, KEEPING
from desktop.retention.rules import shipped_rules
from storage.proposals import ANSWER, PROPOSAL

ROOT = Path(__file__).resolve().parents[2]
FORMAT = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
ACTS = {form.form_id for form in shipped_meaning().forms.values() if form.kind is FormKind.ACT}
HANDED_IN: Mapping[str, Set[str]] = {
    "desktop/adding.py": ACTS,
    "desktop/auditing/noting.py": {SEARCH, LOOK},
    "desktop/cases/acting.py": ACTS,
    "desktop/changing/making.py": {PROPOSAL, ANSWER},
    "desktop/importing/bringing_in.py": {*IMPORTED},
    "desktop/retention/saying.py": {*KEEPING},
    "desktop/training/acting.py": {TRAINING, TRAINING_ANSWER},
}
"""The modules that are told which kind to write, and the kinds that they are told."""
MACHINE = "desktop/machine.py"
"""It makes what others say through it."""


MODULES = {
    str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
    for room in ("desktop", "storage")
    for path in sorted((ROOT / room).rglob("*.py"))
}


def words_of(module: ast.Module) -> Iterator[tuple[str, str]]:
    """The texts that a module gives names in capitals."""
    for each in (statement for statement in module.body if isinstance(statement, ast.Assign)):
        target, value = each.targets[0], each.value
        names = target.elts if isinstance(target, ast.Tuple) else [target]
        values = value.elts if isinstance(value, ast.Tuple) else [value]
        for name, said in zip(names, values, strict=False):
            if isinstance(name, ast.Name) and isinstance(said, ast.Constant) and isinstance(said.value, str):
                yield name.id, said.value


WORDS = {pair for module in MODULES.values() for pair in words_of(module)}


def kinds_of(module: ast.Module) -> Iterator[str | None]:
    """The kinds of the entries that a module makes; None for one that it is told."""
    calls = (each for each in ast.walk(module) if isinstance(each, ast.Call))
    for given in (kind for call in calls if (kind := kind_in(call)) is not None):
        name = given.id if isinstance(given, ast.Name) else ""
        if name.isupper():
            (word,) = (said for each, said in WORDS if each == name)
            yield word
        else:
            yield None


def kind_in(call: ast.Call) -> ast.expr | None:
    """What a call that makes an entry says of its kind: of `Content`, or of a machine, which makes one for now."""
    match call.func:
        case ast.Name(id="Content" | "replace"):
            return next((keyword.value for keyword in call.keywords if keyword.arg == "kind"), None)
        case ast.Attribute(attr="content", value=ast.Name(id="machine") | ast.Attribute(attr="machine")):
            return call.args[0]
        case _:
            return None


def written() -> dict[str, set[str | None]]:
    """The kinds that each module of the program makes."""
    makers = {name: module for name, module in MODULES.items() if not name.startswith(("desktop/bench/", MACHINE))}
    found = {name: {*kinds_of(module)} for name, module in makers.items()}
    return {name: kinds for name, kinds in found.items() if kinds}


def kept() -> list[str]:
    table = every_kind()
    apart = [kind for each in table.apart for kind in each.kinds]
    return [*table.with_record, *apart, *(kind for each in table.stays for kind in each.kinds)]


def test_every_kind_that_is_written_is_kept_by_a_rule_or_for_a_reason() -> None:
    found = written()
    assert {name for name, kinds in found.items() if None in kinds} == HANDED_IN.keys()
    told = {kind for kinds in HANDED_IN.values() for kind in kinds}
    kinds = told | {kind for made in found.values() for kind in made if kind}
    assert DESK in kinds
    assert kinds == {*kept()}


def test_each_stands_there_once() -> None:
    assert [kind for kind, times in Counter(kept()).items() if times > 1] == []


def test_the_format_names_the_same_kinds() -> None:
    section = FORMAT.split("\n## Kinds of entries\n")[1].split("\n## ")[0]
    assert Counter(re.findall(r"`([a-z_]+)`", section)) == Counter(kept())


def test_what_is_destroyed_along_with_a_record_goes_with_it() -> None:
    assert every_kind().with_record >= GOES_ALONG


def test_every_report_has_a_class() -> None:
    filed = {form.form_id for form in shipped_meaning().forms.values() if form.kind is not FormKind.ACT}
    by_decision = {"concern", "self_report"}
    by_form = {form for each in shipped_rules().classes for form in each.forms}
    apart = {kind for each in every_kind().apart for kind in each.kinds}
    assert filed - by_form - by_decision - apart == set()
