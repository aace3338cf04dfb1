# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writing a letter or sheet about a record: drafted, edited, looked through, seen as it will be, issued."""
