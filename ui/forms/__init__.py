# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one renderer over `desktop.forms.FormSpec`: a page of questions from data, for staff and for reviewers alike."""
