# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finding in a text whatever names somebody: names and parts of them, initials, jobs that one person has, rooms."""
