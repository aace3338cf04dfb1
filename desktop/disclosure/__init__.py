# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which numbers a report may print, so that nobody works out a small one from all that was issued (F16). Pure."""
