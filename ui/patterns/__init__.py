# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages on patterns (ux.md R6, picture 08): prompts to look at records side by side, two charts, the rules."""
