# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reviewers' side of the small school."""

from tests.ui.review.conftest import desks, key_ring, review

__all__ = ["desks", "key_ring", "review"]
