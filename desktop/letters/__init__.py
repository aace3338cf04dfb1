# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Letters and sheets that leave the school about a case: drafted from entered facts, edited, checked, issued, kept."""
