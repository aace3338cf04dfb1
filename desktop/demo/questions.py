# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The demonstration's questions for everybody: one that somebody asked and the head answered, and another."""

import msgspec

import resources
from desktop.founding import publish
from desktop.machine import Machine
from desktop.questions.publishing import publishing
from desktop.questions.text import Question
from storage.keys import SigningSecret


def publish_questions(machine: Machine, signers: list[SigningSecret]) -> None:
    """Publish them, as two officers sign them."""
    told = msgspec.toml.decode(resources.text("demo/questions.toml"), type=dict[str, list[Question]])
    for question in told["questions"]:
        publish(machine, "settings", publishing(machine, question), signers)
