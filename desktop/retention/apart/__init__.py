# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Destroying what stands in no record, at the end of its time: training, confirmations, duties done (F54)."""
