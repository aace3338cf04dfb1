# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What whoever oversees the head sees first: the chair and the vice-chair, who sign in a few times a year."""
