# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Staff pages can be read at eleven (ux.md section 4): Flesch-Kincaid grade 6 or below over all their words."""

import re

import msgspec

from desktop.forms import FormKind, FormSpec
from tests.desktop.forms.examples import FORMS

HIGHEST_GRADE = 6
WORDED = {"title", "blurb", "minutes", "button", "intro", "label", "hint", "below", "words", "note", "away", "summary",
          "switch", "carry_on", "warning", "fold", "way_out", "errors", "parts"}  # fmt: skip


def words_of(spec: FormSpec) -> set[str]:
    """All words that a form can put before somebody, each once."""
    found: set[str] = set()
    stack: list[tuple[bool, object]] = [(False, msgspec.json.decode(msgspec.json.encode(spec)))]
    while stack:
        is_worded, item = stack.pop()
        if isinstance(item, str) and is_worded:
            found.add(re.sub(r"{\w+}", "Priya", item))
        elif isinstance(item, dict):
            stack += [(is_worded or key in WORDED, value) for key, value in item.items() if key != "expected"]
        elif isinstance(item, list):
            stack += [(is_worded, value) for value in item]
    return found


def grade(texts: set[str]) -> float:
    """Estimate the school grade that can read these texts. Each text ends a sentence."""
    sentences = [part for text in texts for part in re.split(r"[.!?]+\s|[.!?]+$", text) if part.strip()]
    words = [word for part in sentences for word in re.findall(r"[a-z’]+", part.casefold())]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Count groups of vowels; a silent final e is none."""
    plain = re.sub(r"(?<=[^aeiouyl])e(s|d)?$", "", word.replace("’", ""))
    return max(1, len(re.findall(r"[aeiouy]+", plain)))


def test_staff_pages_are_read_easily() -> None:
    texts = set().union(*(words_of(spec) for spec in FORMS.values() if spec.kind is FormKind.FILING))
    assert len(texts) > 300
    assert grade(texts) <= HIGHEST_GRADE


def test_the_longer_texts_are_read_easily_by_themselves() -> None:
    texts = set().union(*(words_of(spec) for spec in FORMS.values() if spec.kind is FormKind.FILING))
    assert grade({text for text in texts if len(text.split()) > 5}) <= HIGHEST_GRADE


def test_the_estimate_tells_plain_words_from_heavy_ones() -> None:
    heavy = {
        "Notwithstanding contractual obligations, confidentiality considerations necessitate organisational review."
    }
    assert grade({"Tell us what you saw."}) < 3
    assert grade(heavy) > 12
