# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody goes on with after a declaration: whoever says that a present to a pupil was more than a gift tells it.

That is a report of its own, about themselves, with readers of its own (R08 beside R11); it names the declaration by its
reference, and begins with what they have already written. Pure.
"""

from collections.abc import Mapping

import msgspec

from desktop.declarations.gifts import FORM

SELF_REPORT = "self_report"
_SAME = ("your_name", "your_job")


class Following(msgspec.Struct, frozen=True, kw_only=True):
    """The form that comes next, and the answers with which it begins."""

    form: str
    typed: Mapping[str, object]


def following(form: str, values: Mapping[str, object], reference: str) -> Following | None:
    """Say what comes after what was sent with these answers, if anything does."""
    if form != FORM or values.get("direction") != "given_to_pupil" or values.get("also_concern") != "yes":
        return None
    told = "\n\n".join(str(values[name]) for name in ("what_happened", "given_why") if values.get(name))
    typed = {name: values[name] for name in _SAME if name in values}
    typed |= {"what_happened": told, "child_affected": "yes", "declared_with": reference}
    typed |= {"children": values["pupil"]} if values.get("pupil") else {}
    return Following(form=SELF_REPORT, typed=typed)
