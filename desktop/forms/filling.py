# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A form while somebody fills it in: everything that was typed, and of it what counts at the moment."""

from dataclasses import dataclass, field

from desktop.attaching.adding import Attached, without_details
from desktop.forms.conditions import Visible, is_given, visible
from desktop.forms.flow import kept
from desktop.forms.report import Context, Report
from desktop.forms.spec import FormSpec
from desktop.forms.validation import validate


@dataclass(slots=True)
class Filling:
    """`typed` keeps an answer also while its question is not asked, so that it comes back with the question.

    `files` go with it as they were chosen, with `keeps_details` also what pictures tell besides themselves. No draft
    has them.
    """

    spec: FormSpec
    signed_in: bool = False
    typed: dict[str, object] = field(default_factory=dict)
    files: list[Attached] = field(default_factory=list, repr=False)
    keeps_details: bool = False

    @property
    def kept(self) -> dict[str, object]:
        """The answers that count: those that would be sent."""
        return kept(self.spec, self.typed, signed_in=self.signed_in)

    @property
    def visible(self) -> Visible:
        """The pages and fields that are asked."""
        return visible(self.spec, self.typed, signed_in=self.signed_in)

    @property
    def has_words(self) -> bool:
        """Say whether anything at all was typed or chosen."""
        return bool(self.files) or any(is_given(answer) and answer is not False for answer in self.typed.values())

    @property
    def outgoing(self) -> list[Attached]:
        """The files as they are to be sent; to make them takes a moment."""
        return list(self.files) if self.keeps_details else [without_details(each) for each in self.files]

    def clear(self) -> None:
        """Let everything go."""
        self.typed.clear()
        self.files.clear()

    def check(self, context: Context) -> Report:
        """Check the answers that count."""
        return validate(self.spec, self.kept, context)
