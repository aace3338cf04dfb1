# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The small school with several people signed in, for tests that put a policy in force and file what cites it."""

from tests.desktop.changing.conftest import key_ring, office

__all__ = ["key_ring", "office"]
