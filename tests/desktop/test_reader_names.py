# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How forms call those who read: by name, or by role where the school has chosen that."""

import msgspec

from desktop.people import Settings
from desktop.reader_names import as_called
from desktop.routing import RouteRequest, explain, route
from tests.desktop.routing.schools import TODAY, full_school, pid

BY_NAME = full_school()
BY_ROLE = msgspec.structs.replace(BY_NAME, settings=Settings(readers_named=False))


def called(code: str) -> str:
    return as_called(BY_ROLE, TODAY).people[pid(code)].name


def test_names_are_shown_unless_the_school_says_otherwise() -> None:
    assert as_called(BY_NAME, TODAY) is BY_NAME


def test_readers_are_called_by_their_role() -> None:
    assert called("D") == "the designated safeguarding lead"


def test_one_of_several_deputies_is_called_a_deputy() -> None:
    assert called("d1") == "a deputy safeguarding lead"


def test_a_manager_without_a_role_is_called_by_their_job() -> None:
    assert called("LM") == "the Year leader"


def test_everybody_else_keeps_their_name() -> None:
    assert called("W") == "Aidan Okafor"


def test_the_route_says_no_reader_s_name() -> None:
    chosen = route(RouteRequest(kind="concern.safeguarding", concerned=(pid("W"),)), BY_ROLE, TODAY)
    told = " ".join(each.sentence for each in explain(chosen, as_called(BY_ROLE, TODAY)))
    assert "Priya" not in told
    assert "The headteacher decides." in told
