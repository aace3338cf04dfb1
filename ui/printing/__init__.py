# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Printing: the system’s own dialog, and the pages of a PDF on paper, with no file in between."""
