# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The window around all pages: tasks, dialogs, locking, hiding, and who sees which side."""
