# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Patterns: what several records say side by side. Pure: records up to a day in, prompts with their reasons out."""
