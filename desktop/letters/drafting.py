# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Drafts a letter: a template filled with what is on record, and a blank for each fact that is not. Pure."""

import re
from collections.abc import Iterator, Mapping

from desktop.forms import fill
from desktop.letters.facts import Source, facts_of
from desktop.letters.naming import without_names
from desktop.letters.templates import Template, letter_words

FACT = re.compile(r"\{(\w+)(\??)\}")
_LABEL_END = ":"


def draft(template: Template, source: Source) -> str:
    """The text of a letter as a first draft, to be read and edited by whoever writes it."""
    facts = dict(facts_of(source))
    if source.case.report is not None and "account" in facts:
        facts["neutral_account"] = without_names(facts["account"], source)
    return "\n".join(_lines(template.text.strip("\n").split("\n"), facts)) + "\n"


def blanks(text: str) -> tuple[str, ...]:
    """What is left to fill in, in order."""
    return tuple(found[1] for found in blank_places().finditer(text))


def blank_places() -> re.Pattern[str]:
    """Finds the blanks of a text; the group is what belongs there."""
    before, after = letter_words().said["blank"].split("{what}")
    return re.compile(f"{re.escape(before)}([^\\]\\n]*){re.escape(after)}")


def _lines(lines: list[str], facts: Mapping[str, str]) -> Iterator[str]:
    """Fill line by line. A label above a fact that may be left out goes with it."""
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) and line.endswith(_LABEL_END) else ""
        if not _is_left_out(line, facts) and not (below and _is_left_out(below, facts)):
            yield FACT.sub(lambda found: _fact(found[1], facts), line)


def _is_left_out(line: str, facts: Mapping[str, str]) -> bool:
    return any(optional and name not in facts for name, optional in FACT.findall(line))


def _fact(name: str, facts: Mapping[str, str]) -> str:
    said = letter_words()
    return facts.get(name) or fill(said.said["blank"], {"what": said.blanks[name]})
