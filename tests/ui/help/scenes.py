# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Help with something searched for, something found, and the glossary, over Candour's own code of conduct."""

from datetime import date

from desktop.helping.entries import every_entry
from desktop.helping.index import Index
from desktop.people import PolicyLine
from desktop.policies.library import Kept
from desktop.policies.taking_in import model_code
from ui.help.help_side import HelpSide
from ui.theme.source import ThemeSource


def code_index() -> Index:
    """Everything that can be found where only the model code is in force."""
    line = PolicyLine(policy_id="code", title="Staff code of conduct", versions=("f" * 64,))
    kept = Kept(line=line, fingerprint="f" * 64, version=model_code())
    return Index(every_entry(None, [kept], (), date(2026, 9, 1)))


def found(theme: ThemeSource) -> HelpSide:
    """What a search found."""
    side = HelpSide(theme, "words")
    side.show_index(code_index())
    side.search.set_value("gift")
    return side


def clause(theme: ThemeSource) -> HelpSide:
    """A clause that was found."""
    side = found(theme)
    side.show_entry(code_index().find("hospitality sponsorship").found[0].entry)
    return side


def words_explained(theme: ThemeSource) -> HelpSide:
    """The glossary."""
    side = HelpSide(theme, "words")
    side.show_glossary()
    return side
