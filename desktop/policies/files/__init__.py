# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The file of a policy, of whatever kind: blocks of text out of it in their order, and a version into one."""
