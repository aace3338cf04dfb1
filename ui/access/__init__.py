# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Answering a request for somebody's own data (ux.md R12), behind its card on the Reports page."""
