# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Questions before acting: what becomes of one that needs more than an answer."""
