# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The small school at work, and its reviewers' side."""

from tests.ui.review.conftest import desks, key_ring, review

__all__ = ["desks", "key_ring", "review"]
