# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every licence that is shipped can be read in the program."""

import resources
from desktop.licences import shipped_licences


def test_every_shipped_licence_is_named() -> None:
    shipped = {file.name for file in resources.path("licences").iterdir()}
    assert {licence.file for licence in shipped_licences()} == shipped


def test_each_can_be_read_whole() -> None:
    assert all(len(licence.text) > 200 for licence in shipped_licences())
