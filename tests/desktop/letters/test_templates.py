# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shipped templates fit the program and each other."""

import re

import pytest

from desktop.letters.checking import _HURDLES
from desktop.letters.drafting import FACT
from desktop.letters.templates import Template, cited, hurdles, letter_words, templates
from desktop.wording.checking import remarks

ALL = pytest.mark.parametrize("template", templates().values(), ids=list(templates()))


@ALL
def test_every_fact_of_a_template_has_words_for_its_blank(template: Template) -> None:
    assert {name for name, _ in FACT.findall(template.text)} <= letter_words().blanks.keys()


@ALL
def test_nothing_else_stands_in_braces(template: Template) -> None:
    assert "{" not in FACT.sub("", template.text)


@ALL
def test_a_template_serves_guidance_that_is_there(template: Template) -> None:
    assert cited(template)


@ALL
def test_a_template_names_itself(template: Template) -> None:
    assert templates()[template.template_id] is template
    assert template.version >= 1


@ALL
def test_our_own_words_are_neutral(template: Template) -> None:
    assert [each.words for each in remarks(template.text)] == []


@ALL
def test_what_others_wrote_begins_no_line(template: Template) -> None:
    """A line that begins with somebody's words could make itself a heading; lists and quotations mark their own."""
    ours = {"today", "account", "neutral_account", "exact_words", "others_present", "limbs", "limbs_plain", "done"}
    ours |= {"earlier", "outcome", "years", "ask", "items", "writer", "writer_job", "school"}
    assert set(re.findall(r"^\{(\w+)", template.text, re.MULTILINE)) <= ours


def test_no_words_for_blanks_are_left_over() -> None:
    used = {name for template in templates().values() for name, _ in FACT.findall(template.text)}
    assert letter_words().blanks.keys() - used == set()


def test_every_hurdle_is_looked_for_and_has_its_source() -> None:
    assert hurdles().keys() == _HURDLES.keys()
    assert {each for template in templates().values() for each in template.hurdles} == hurdles().keys()
    assert all(hurdle.source for hurdle in hurdles().values())


def test_whatever_goes_to_the_person_concerned_waits_for_the_lado() -> None:
    told = [template for template in templates().values() if template.to.value in {"person_concerned", "agency"}]
    waits = {"letter_before_lado", "letter_with_lado", "letter_names_reporter"}
    assert told
    assert all(waits <= set(template.hurdles) for template in told)
