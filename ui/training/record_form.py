# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The form by which training is recorded: for others, or for oneself."""

from desktop.cases.meaning import shipped_meaning
from desktop.cases.rows import TRAINING
from desktop.people import PersonId
from desktop.training.records import Refresh
from ui.forms.kit import FormKit
from ui.forms.page_card import PageCard


class RecordForm(PageCard):
    """The form. `person` is whose training it is, where that is settled."""

    def __init__(self, kit: FormKit, person: PersonId | None = None) -> None:
        spec = shipped_meaning().of_school(kit.school).forms[TRAINING]
        typed: dict[str, object] = {"refresh": Refresh.USUAL.value}
        settled = {} if person is None else {"person": person}
        super().__init__(kit, spec, {**typed, **settled}, without=list(settled))
