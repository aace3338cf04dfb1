# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""First run: setting a school up, joining one, looking around (ux.md A1, A4)."""
