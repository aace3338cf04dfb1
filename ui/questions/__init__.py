# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of questions that others have asked: to read them, and to publish one or take it back."""
