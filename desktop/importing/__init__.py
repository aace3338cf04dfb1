# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bringing in what a school keeps elsewhere. A file is read whole, judged row by row, and nothing is guessed."""
