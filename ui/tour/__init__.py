# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A walk through the real windows, by keys alone: for whoever has no display, and for the journey test."""
