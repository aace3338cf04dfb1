# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour clause."""

from tests.desktop.cli.running import Machine, Ran
from tests.school import SmallSchool


def both(machine: Machine, school: SmallSchool, *words: str) -> Ran:
    """Head and chair change something at one computer."""
    typed = f"{school.head.passphrase}\n{school.chair.passphrase}\n"
    return machine.json(*words, "--also", school.chair.name, member=school.head, stdin=typed)


def publish_model(machine: Machine, school: SmallSchool) -> None:
    assert both(machine, school, "policy", "publish", "--model").data["published"]


def labels(ran: Ran) -> list[str]:
    """The numbers of the clauses that were shown."""
    return [each["shown"]["clause"]["number"] for each in ran.data["clauses"]]


def test_shows_what_a_word_rests_on_and_the_list_of_everything(machine: Machine, small_school: SmallSchool) -> None:
    publish_model(machine, small_school)
    assert labels(machine.json("clause", "show", "categories/shouting")) == ["5.1.4"]
    assert labels(machine.json("clause", "show", "5.7", "--typed")) == ["5.7"]
    assert all(each["clauses"] or each["because"] == "own" for each in machine.json("clause", "list").data)
    assert "5.1.4 How we speak" in machine.run("clause", "show", "categories/shouting", "--home", str(machine.home)).out


def test_says_that_no_code_is_here_and_refuses_what_nothing_cites(machine: Machine) -> None:
    said = machine.run("clause", "show", "categories/shouting", "--home", str(machine.home)).out
    assert said == "Shouting: The school’s code of conduct isn’t in Candour yet.\n"
    assert machine.json("clause", "show", "categories/no_such_word").code == 1


def test_a_link_is_made_undone_and_refused(machine: Machine, small_school: SmallSchool) -> None:
    publish_model(machine, small_school)
    assert both(machine, small_school, "clause", "link", "5.1.4", "--to", "code-of-conduct", "5.7").data["published"]
    assert labels(machine.json("clause", "show", "categories/shouting")) == ["5.7"]
    both(machine, small_school, "clause", "link", "5.1.4", "--undo")
    assert labels(machine.json("clause", "show", "categories/shouting")) == ["5.1.4"]
    assert both(machine, small_school, "clause", "link", "5.1.4", "--to", "code-of-conduct", "99").code == 1


def test_a_record_says_what_it_rests_on_as_it_read_then(machine: Machine, small_school: SmallSchool) -> None:
    publish_model(machine, small_school)
    values = {"what_happened": "He shouted.", "everyday": ["language"], "risk_now": "no"}
    reference = machine.file("concern", values, member=small_school.ta).data["reference"]
    ran = machine.json("clause", "of", reference, member=small_school.dsl)
    assert (ran.data["as_of"], labels(ran)) == ("that_day", ["5.1.4", "4", "4.1"])
