# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that can be open has words on the board."""

from desktop.cases.items import ItemKind
from ui.actions.words import KindWords


def test_every_kind_but_an_action_which_has_its_authors_words_is_said() -> None:
    assert {each.name for each in KindWords} == {each.name for each in ItemKind} - {"ACTION"}
